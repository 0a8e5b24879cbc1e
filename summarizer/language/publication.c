/*
 * In: a document without a day. Out: the day it was published, as far as its text gives it away.
 * A date with its year in the first HEADER bytes is it in 70 of 79 news texts. Else the latest date written with
 * weekday and year ("Monday, March 20, 2023") is, give or take two days, in 38 of 39; weekdays named without a date
 * carry it on: when the text also tells of Tuesday, it is Tuesday the 21st, so that all these weekdays lie behind. The
 * latest date of any kind, or a weekday alone, say too little (28 and 61 of 100) and are not taken. Among the dated
 * articles of one story the first weekday named picks between neighbouring days.
 */
#include "language/publication.h"

#include "base/sort.h"
#include "language/date_scan.h"

enum { HEADER = 110, AHEAD = 2, ASIDE = 2 };

/* The ISO number of the weekday in an open value, XXXX-WXX-2; 0: it is none. */
static int open_weekday(const struct date *date)
{
	struct ng_text value = text_of(date->value);

	if (value.len != 10 || !text_starts(value, TEXT("XXXX-WXX-")))
		return 0;
	return value.at[9] >= '1' && value.at[9] <= '7' ? value.at[9] - '0' : 0;
}

bool publication_weekday(struct arena *arena, const struct document *document, const struct date *date)
{
	struct date_tokens tokens = {0};

	date_scan(arena, document->language->dates, document->article.text, date->start, date->end, &tokens);
	bool weekday = false;
	for (size_t i = 0; i < tokens.n; i++) {
		if (tokens.at[i].classes & CLASS_BIT(IS_WHICH))
			return false;
		weekday |= (tokens.at[i].classes & (CLASS_BIT(IS_WEEKDAY) | CLASS_BIT(IS_WEEKDAY_SHORT))) != 0;
	}
	return weekday;
}

static bool is_full_day(const struct date *date)
{
	return (date->type == DATE_DATE || date->type == DATE_TIME) && date->day != NG_NO_DAY && !date->relative &&
	       date->granularity == NG_DAY;
}

static bool may_be(const struct document *document, int32_t day)
{
	return document->article.file_day == NG_NO_DAY || day <= document->article.file_day;
}

static int32_t day_of_header(const struct document *document)
{
	for (size_t i = 0; i < document->n_dates && document->dates[i].end <= HEADER; i++)
		if (is_full_day(&document->dates[i]) && may_be(document, document->dates[i].day))
			return document->dates[i].day;
	return NG_NO_DAY;
}

static int32_t latest_with_weekday(struct arena *arena, const struct document *document)
{
	int32_t latest = NG_NO_DAY;

	for (size_t i = 0; i < document->n_dates; i++) {
		const struct date *date = &document->dates[i];
		if (is_full_day(date) && date->day > latest && may_be(document, date->day) &&
		    publication_weekday(arena, document, date))
			latest = date->day;
	}
	return latest;
}

static bool names_weekday(const struct document *document, int weekday)
{
	for (size_t i = 0; i < document->n_dates; i++)
		if (document->dates[i].sentence != UINT32_MAX && open_weekday(&document->dates[i]) == weekday)
			return true;
	return false;
}

/* The last of the weekdays the text names from that day on, without a gap. */
static int32_t carried_on(const struct document *document, int32_t day)
{
	int32_t last = day;

	while (day != NG_NO_DAY && last - day < AHEAD && names_weekday(document, weekday_of(last + 1)) &&
	       may_be(document, last + 1))
		last++;
	return last;
}

static void find_dates(struct arena *arena, struct document *document)
{
	document->anchor = NG_NO_DAY;
	document_dates(arena, document);
}

static void take_day(struct document *document, int32_t day, enum published_from from)
{
	document->dates = NULL;
	document->n_dates = 0;
	if (day == NG_NO_DAY)
		return;
	document->article.published = (struct stamp){day, -1, ZONE_NONE};
	document->article.published_from = from;
}

void document_publication(struct arena *arena, struct document *document)
{
	int32_t anchor = document->anchor;

	if (document->article.published.day != NG_NO_DAY)
		return;
	find_dates(arena, document);
	int32_t day = day_of_header(document);
	if (day == NG_NO_DAY)
		day = carried_on(document, latest_with_weekday(arena, document));
	take_day(document, day, FROM_TEXT);
	document->anchor = day == NG_NO_DAY ? anchor : day;
}

void document_publication_among(struct arena *arena, struct document *document, int32_t day)
{
	int weekday = 0;

	if (document->article.published.day != NG_NO_DAY || day == NG_NO_DAY)
		return;
	find_dates(arena, document);
	for (size_t i = 0; i < document->n_dates && !weekday; i++)
		if (document->dates[i].sentence != UINT32_MAX)
			weekday = open_weekday(&document->dates[i]);
	int off = (weekday - weekday_of(day) + 7) % 7;
	if (off > ASIDE)
		off -= 7;
	if (weekday && off >= -ASIDE && off <= ASIDE && may_be(document, day + off))
		day += off;
	take_day(document, day, FROM_CLUSTER);
	document->anchor = day;
}

static int order_days(const void *a, const void *b, void *context)
{
	int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;

	(void)context;
	return (left > right) - (left < right);
}

int32_t publication_median(struct arena *arena, const int32_t *days, size_t n)
{
	struct arena_mark mark = arena_mark(arena);
	int32_t *known = arena_array(arena, n, int32_t), median = NG_NO_DAY;
	size_t n_known = 0;

	for (size_t i = 0; i < n; i++)
		if (days[i] != NG_NO_DAY)
			known[n_known++] = days[i];
	sort_stable(arena, known, n_known, sizeof *known, order_days, NULL);
	if (n_known)
		median = known[(n_known - 1) / 2];
	arena_reset(arena, mark);
	return median;
}
