/*
 * Background of a story. In: documents with dates, their rows. Out: one month or year written out ("in March 2010"), of
 * sentences that name no day. Left out: what is counted from the day of publication ("two years ago", "last month"),
 * which is how anniversaries are told, and what only one document names.
 */
#include "story/timeline_background.h"

#include <string.h>

#include "base/date.h"
#include "base/sort.h"

struct naming {
	const struct date *date;
	uint32_t row, document;
};

static int by_date(const void *a, const void *b, void *context)
{
	const struct date *x = ((const struct naming *)a)->date, *y = ((const struct naming *)b)->date;
	(void)context;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return strcmp(x->value, y->value);
}

/* The last day a month or year holds. */
static int32_t last_day(const struct date *date)
{
	struct civil civil = civil_of(date->day);
	if (date->granularity == NG_YEAR)
		civil.month = 12;
	civil.day = days_in_month(civil.year, civil.month);
	return day_of(civil);
}

/* 2010-03 or 2010, not 201X, 20 or 2010-SP. */
static bool is_plain(const struct date *date)
{
	size_t len = strlen(date->value);
	if (date->type != DATE_DATE || date->relative || date->day == NG_NO_DAY)
		return false;
	for (size_t i = 0; i < len; i++)
		if ((date->value[i] < '0' || date->value[i] > '9') && i != 4)
			return false;
	return (date->granularity == NG_YEAR && len == 4) || (date->granularity == NG_MONTH && len == 7);
}

/* The only plain date of a sentence that names no day; NULL: none. */
static const struct date *date_of(const struct document *document, uint32_t sentence, size_t *at)
{
	const struct date *found = NULL;
	bool day = false;
	for (; *at < document->n_dates; ++*at) {
		const struct date *d = &document->dates[*at];
		if (d->sentence != UINT32_MAX && d->sentence > sentence)
			break;
		if (d->sentence != sentence)
			continue;
		day |= d->type <= DATE_TIME && d->day != NG_NO_DAY && d->granularity == NG_DAY;
		if (found == NULL && is_plain(d))
			found = d;
	}
	return day ? NULL : found;
}

static size_t gather(const struct document *documents, const struct rows *rows, struct naming *namings)
{
	uint32_t document = UINT32_MAX;
	size_t at = 0, n = 0;
	for (uint32_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->at[i];
		if (row->document != document)
			document = row->document, at = 0;
		const struct date *date = date_of(&documents[row->document], row->sentence, &at);
		if (date != NULL)
			namings[n++] = (struct naming){date, i, row->document};
	}
	return n;
}

bool background_find(struct arena *arena, const struct document *documents, const struct rows *rows, int32_t before,
		     struct background *background)
{
	struct naming *namings = arena_array(arena, rows->n, struct naming);
	size_t n = gather(documents, rows, namings), best = 0, most = 1, length = 0;
	sort_stable(arena, namings, n, sizeof *namings, by_date, NULL);
	for (size_t i = 0, end; i < n; i = end) {
		size_t named_by = 1;
		for (end = i + 1; end < n && strcmp(namings[end].date->value, namings[i].date->value) == 0; end++)
			named_by += namings[end].document != namings[end - 1].document;
		if (last_day(namings[i].date) >= before || named_by < most || named_by < 2)
			continue;
		best = i;
		most = named_by;
		length = end - i;
	}
	if (length == 0)
		return false;
	*background = (struct background){
	    .day = namings[best].date->day, .granularity = namings[best].date->granularity, .n = length};
	memcpy(background->value, namings[best].date->value, sizeof background->value);
	background->rows = arena_array(arena, length, uint32_t);
	for (size_t i = 0; i < length; i++)
		background->rows[i] = namings[best + i].row;
	return true;
}
