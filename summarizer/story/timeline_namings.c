/*
 * In: the rows of a story and the dates of its documents. Out: which row names which day, and the undated leads of each
 * day of publication. A sentence belongs to the first day it names, months and years are no days. Left out: "yesterday"
 * where the day of publication was only guessed. In a digest left out, too: what a reader could take for another day
 * (old days without a year, weekdays that may be tomorrow's, captions, ends of spans).
 */
#include "story/timeline_namings.h"

#include "base/sort.h"
#include "language/date_prose.h"
#include "language/publication.h"

enum { LEADS = 6, PICTURED_DAYS = 31 };

struct gatherer {
	struct arena *arena;
	const struct document *documents;
	bool digest;
	int32_t from;
};

static bool is_guessed(const struct document *document)
{
	enum published_from from = document->article.published_from;
	return from == FROM_CLUSTER || from == FROM_FILE || from == FROM_ASSUMED;
}

int32_t naming_published(const struct document *document)
{
	if (is_guessed(document))
		return NG_NO_DAY;
	return document->article.published.day != NG_NO_DAY ? document->article.published.day : document->anchor;
}

static int by_day(const void *a, const void *b, void *context)
{
	const struct naming *x = a, *y = b;
	(void)context;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->published > y->published) - (x->published < y->published);
}

/* But "Friday" is the same Friday for an article that its story dates, be it a day or two off. */
static bool is_loose(const struct gatherer *g, const struct document *document, const struct date *date)
{
	if (!date->relative || !is_guessed(document))
		return false;
	return document->article.published_from != FROM_CLUSTER || !publication_weekday(g->arena, document, date);
}

/* "between 2 March and 30 May": nothing need have happened on the second of March. */
static bool is_end_of_span(const struct gatherer *g, const struct document *document, const struct date *date)
{
	const struct date_tables *tables = document->language->dates;
	return g->digest && tables != NULL && date_span_opens(tables, document->article.text, date->start);
}

/* The first date of a sentence that is a day; NULL: it names none. `date` moves on with the sentences. */
static const struct date *day_named(const struct gatherer *g, const struct document *document, uint32_t sentence,
				    size_t *date)
{
	const struct date *found = NULL;
	for (; *date < document->n_dates; ++*date) {
		const struct date *d = &document->dates[*date];
		if (d->sentence != UINT32_MAX && d->sentence > sentence)
			break;
		if (d->sentence != sentence || found != NULL || is_loose(g, document, d) ||
		    is_end_of_span(g, document, d))
			continue;
		if (d->type <= DATE_TIME && d->day != NG_NO_DAY && d->granularity == NG_DAY)
			found = d;
	}
	return found;
}

static void list_rows(struct arena *arena, struct namings *list)
{
	list->rows = arena_array(arena, list->n, uint32_t);
	for (size_t i = 0; i < list->n; i++)
		list->rows[i] = list->at[i].row;
}

/* "Jan. 6" of long ago is a name more often than a day: what is old must be written with its year. */
static bool is_old_name(const struct gatherer *g, const struct date *date)
{
	return date->relative && date->day < g->from;
}

/*
 * A recent day with its year is a photograph's: where prose says "on Monday", its caption says "April 28, 2014". Not so
 * in a document that never says "on Monday".
 */
static bool is_pictured(const struct date *date, int32_t published, bool says_monday)
{
	return says_monday && !date->relative && published != NG_NO_DAY && date->day <= published &&
	       date->day > published - PICTURED_DAYS;
}

static bool names_days_shortly(const struct document *document)
{
	for (size_t i = 0; i < document->n_dates; i++)
		if (document->dates[i].relative && document->dates[i].granularity == NG_DAY &&
		    document->dates[i].day != NG_NO_DAY)
			return true;
	return false;
}

size_t namings_from(const struct namings *list, int32_t day)
{
	struct naming first = {.day = day, .published = NG_NO_DAY};
	return sort_place(list->at, list->n, sizeof *list->at, &first, by_day, NULL);
}

/* How many documents name the day; `sure`: not by a bare weekday. Looks at so many namings and no more. */
static size_t count_naming(const struct namings *list, int32_t day, bool sure)
{
	enum { LOOKED_AT = 64 };
	uint32_t seen[LOOKED_AT];
	size_t n = 0;
	for (size_t i = namings_from(list, day), end = i + LOOKED_AT; i < list->n && i < end && list->at[i].day == day;
	     i++) {
		size_t k = 0;
		while (k < n && seen[k] != list->at[i].document)
			k++;
		if (k == n && !(sure && list->at[i].bare))
			seen[n++] = list->at[i].document;
	}
	return n;
}

/*
 * "The islanders have appointments on Friday": where two articles or more tell for sure of the next Friday, and fewer,
 * none for sure, of the last one, nobody tells of the last.
 */
static void drop_doubtful(struct arena *arena, struct namings *list)
{
	struct naming *kept = arena_array(arena, list->n, struct naming);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		const struct naming *naming = &list->at[i];
		size_t next = naming->bare ? count_naming(list, naming->day + 7, true) : 0;
		bool doubtful = next >= 2 && !count_naming(list, naming->day, true) &&
				count_naming(list, naming->day, false) < next;
		if (!doubtful)
			kept[n++] = *naming;
	}
	list->at = kept;
	list->n = n;
}

/* A weekday without a date, read as the last one before publication. */
static bool is_bare(const struct gatherer *g, const struct document *document, const struct date *date)
{
	return date->relative && date->day < document->anchor && document->anchor - date->day < 7 &&
	       publication_weekday(g->arena, document, date);
}

/* "He cancelled a speech on Tuesday", told on a Monday: tomorrow's or last week's? Neither is printed. */
static bool is_either(const struct gatherer *g, const struct document *document, const struct date *date)
{
	return is_bare(g, document, date) && document->anchor - date->day == 6;
}

/* A day is named, but not for the reader of a digest. */
static bool is_passed_over(const struct gatherer *g, const struct document *document, const struct date *date,
			   int32_t published, bool says_monday)
{
	return g->digest &&
	       (is_old_name(g, date) || is_pictured(date, published, says_monday) || is_either(g, document, date));
}

/* The rows of one document, from `i` on; returns where the next begins. */
static uint32_t gather_document(const struct gatherer *g, const struct rows *rows, uint32_t i, struct namings *mentions,
				struct namings *leads)
{
	uint32_t number = rows->at[i].document;
	const struct document *document = &g->documents[number];
	bool says_monday = names_days_shortly(document);
	int32_t published = naming_published(document);
	size_t at = 0;
	for (; i < rows->n && rows->at[i].document == number; i++) {
		const struct date *date = day_named(g, document, rows->at[i].sentence, &at);
		struct naming naming = {published, published, i, number, false};
		if (date == NULL && rows->at[i].place < LEADS && published != NG_NO_DAY) {
			leads->at[leads->n++] = naming;
		} else if (date != NULL && !is_passed_over(g, document, date, published, says_monday)) {
			naming.day = date->day;
			naming.bare = g->digest && is_bare(g, document, date);
			mentions->at[mentions->n++] = naming;
		}
	}
	return i;
}

void namings_gather(struct arena *arena, const struct document *documents, const struct rows *rows, bool digest,
		    int32_t from, struct namings *mentions, struct namings *leads)
{
	struct gatherer g = {arena, documents, digest, from};
	*mentions = (struct namings){.at = arena_array(arena, rows->n, struct naming)};
	*leads = (struct namings){.at = arena_array(arena, rows->n, struct naming)};
	for (uint32_t i = 0; i < rows->n;)
		i = gather_document(&g, rows, i, mentions, leads);
	sort_stable(arena, mentions->at, mentions->n, sizeof *mentions->at, by_day, NULL);
	sort_stable(arena, leads->at, leads->n, sizeof *leads->at, by_day, NULL);
	if (digest)
		drop_doubtful(arena, mentions);
	list_rows(arena, mentions);
	list_rows(arena, leads);
}
