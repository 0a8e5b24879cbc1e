/*
 * What happened when. In: documents with sentences, words and dates. Out: days, each with its best sentences. A
 * sentence belongs to the first day it names. A day's salience is ln(1 + documents that name it) + ln(1 + later days on
 * which documents name it) + half of ln(1 + documents published on it): unsupervised, and on Timeline17 at least as
 * good as the trained rankers published for it. Months, years and spans are never widened to a day; in a digest they
 * may stand before the first day as background.
 */
#include "story/timeline.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sort.h"
#include "language/date_prose.h"
#include "language/publication.h"
#include "story/timeline_background.h"
#include "story/timeline_pick.h"

enum { ROWS_MAX = 100000, LEADS = 6, DAYS_MAX = 8, WINDOW_BEFORE = 31, WINDOW_AFTER = 7, AHEAD_MAX = 2 };
static const double salience_floor = .35; /* of the best day's, in a digest */

/* A row that names a day, or an undated lead published on it. */
struct naming {
	int32_t day, published;
	uint32_t row, document;
	bool bare; /* a weekday, read as the last one before publication */
};

struct namings {
	struct naming *at;
	uint32_t *rows; /* of `at`, in its order */
	size_t n;
};

struct day {
	int32_t day;
	uint32_t documents; /* that name it */
	double salience;
	size_t first, n; /* of its namings */
};

struct days {
	struct day *at;
	size_t n, room;
};

struct maker {
	struct arena *arena;
	const struct document *documents;
	size_t n_documents;
	const struct timeline_options *options;
	const struct rows *rows;
	struct namings mentions, leads; /* leads: day = day of publication */
	int32_t *published;             /* days of publication, sorted */
	size_t n_published;
	int32_t from, to;
};

/* A day of publication that was only guessed dates neither "yesterday" nor an undated lead. */
static bool is_guessed(const struct document *document)
{
	enum published_from from = document->article.published_from;
	return from == FROM_CLUSTER || from == FROM_FILE || from == FROM_ASSUMED;
}

static int32_t published_on(const struct document *document)
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

static int by_number(const void *a, const void *b, void *context)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	(void)context;
	return (x > y) - (x < y);
}

/* But "Friday" is the same Friday for an article that its story dates, be it a day or two off. */
static bool is_loose(const struct maker *m, const struct document *document, const struct date *date)
{
	if (!date->relative || !is_guessed(document))
		return false;
	return document->article.published_from != FROM_CLUSTER || !publication_weekday(m->arena, document, date);
}

/* "between 2 March and 30 May": nothing need have happened on the second of March. */
static bool is_end_of_span(const struct maker *m, const struct document *document, const struct date *date)
{
	const struct date_tables *tables = document->language->dates;
	return m->options->digest && tables != NULL && date_span_opens(tables, document->article.text, date->start);
}

/* The first date of a sentence that is a day; NULL: it names none. `date` moves on with the sentences. */
static const struct date *day_named(const struct maker *m, const struct document *document, uint32_t sentence,
				    size_t *date)
{
	const struct date *found = NULL;
	for (; *date < document->n_dates; ++*date) {
		const struct date *d = &document->dates[*date];
		if (d->sentence != UINT32_MAX && d->sentence > sentence)
			break;
		if (d->sentence != sentence || found != NULL || is_loose(m, document, d) ||
		    is_end_of_span(m, document, d))
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

static void gather_published(struct maker *m)
{
	m->published = arena_array(m->arena, m->n_documents, int32_t);
	for (size_t i = 0; i < m->n_documents; i++)
		if (published_on(&m->documents[i]) != NG_NO_DAY)
			m->published[m->n_published++] = published_on(&m->documents[i]);
	sort_stable(m->arena, m->published, m->n_published, sizeof *m->published, by_number, NULL);
}

/* In a digest "Jan. 6" of long ago is a name more often than a day: what is old must be written with its year. */
static bool is_old_name(const struct maker *m, const struct date *date)
{
	return m->options->digest && date->relative && date->day < m->from;
}

/*
 * A recent day with its year is a photograph's: where prose says "on Monday", its caption says "April 28, 2014". Not so
 * in a document that never says "on Monday".
 */
static bool is_pictured(const struct maker *m, const struct date *date, int32_t published, bool says_monday)
{
	return m->options->digest && says_monday && !date->relative && published != NG_NO_DAY &&
	       date->day <= published && date->day > published - WINDOW_BEFORE;
}

static bool names_days_shortly(const struct document *document)
{
	for (size_t i = 0; i < document->n_dates; i++)
		if (document->dates[i].relative && document->dates[i].granularity == NG_DAY &&
		    document->dates[i].day != NG_NO_DAY)
			return true;
	return false;
}

/* First place of `day` or a later one in a sorted list. */
static size_t place_of(const struct namings *list, int32_t day)
{
	size_t low = 0, high = list->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->at[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many documents name the day; `sure`: not by a bare weekday. Looks at so many namings and no more. */
static size_t count_naming(const struct namings *list, int32_t day, bool sure)
{
	enum { LOOKED_AT = 64 };
	uint32_t seen[LOOKED_AT];
	size_t n = 0;
	for (size_t i = place_of(list, day), end = i + LOOKED_AT; i < list->n && i < end && list->at[i].day == day;
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
static bool is_bare(const struct maker *m, const struct document *document, const struct date *date, int32_t published)
{
	return date->relative && published - date->day > 0 && published - date->day < 7 &&
	       publication_weekday(m->arena, document, date);
}

/* "He cancelled a speech on Tuesday", told on a Monday: tomorrow's or last week's? A digest prints neither. */
static bool is_either(const struct maker *m, const struct document *document, const struct date *date,
		      int32_t published)
{
	return m->options->digest && published - date->day == 6 && is_bare(m, document, date, published);
}

static void gather(struct maker *m)
{
	uint32_t document = UINT32_MAX;
	bool says_monday = false;
	size_t at = 0;
	m->mentions.at = arena_array(m->arena, m->rows->n, struct naming);
	m->leads.at = arena_array(m->arena, m->rows->n, struct naming);
	for (uint32_t i = 0; i < m->rows->n; i++) {
		const struct row *row = &m->rows->at[i];
		const struct document *d = &m->documents[row->document];
		if (row->document != document) {
			document = row->document;
			says_monday = names_days_shortly(d);
			at = 0;
		}
		const struct date *date = day_named(m, d, row->sentence, &at);
		int32_t published = published_on(d);
		struct naming naming = {published, published, i, row->document, false};
		bool passed_over =
		    date != NULL && (is_old_name(m, date) || is_pictured(m, date, published, says_monday) ||
				     is_either(m, d, date, published));
		if (date != NULL && !passed_over) {
			naming.day = date->day;
			naming.bare = is_bare(m, d, date, published);
			m->mentions.at[m->mentions.n++] = naming;
		} else if (date == NULL && row->place < LEADS && published != NG_NO_DAY) {
			m->leads.at[m->leads.n++] = naming;
		}
	}
	sort_stable(m->arena, m->mentions.at, m->mentions.n, sizeof *m->mentions.at, by_day, NULL);
	sort_stable(m->arena, m->leads.at, m->leads.n, sizeof *m->leads.at, by_day, NULL);
	if (m->options->digest)
		drop_doubtful(m->arena, &m->mentions);
	list_rows(m->arena, &m->mentions);
	list_rows(m->arena, &m->leads);
}

static size_t published_on_day(const struct maker *m, int32_t day)
{
	size_t bounds[2];
	for (int k = 0; k < 2; k++) {
		size_t low = 0, high = m->n_published;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (m->published[middle] < day + k)
				low = middle + 1;
			else
				high = middle;
		}
		bounds[k] = low;
	}
	return bounds[1] - bounds[0];
}

/* The bounds asked for; in a digest the days around the story's own. */
static void set_window(struct maker *m)
{
	const struct timeline_options *o = m->options;
	m->from = o->from != NG_NO_DAY ? o->from : INT32_MIN + 1;
	m->to = o->to != NG_NO_DAY ? o->to : INT32_MAX - 1;
	if (!o->digest || (m->n_published == 0 && o->today == NG_NO_DAY))
		return;
	if (o->from == NG_NO_DAY)
		m->from = (m->n_published > 0 ? m->published[0] : o->today) - WINDOW_BEFORE;
	if (o->to == NG_NO_DAY)
		m->to = (o->today != NG_NO_DAY ? o->today : m->published[m->n_published - 1]) + WINDOW_AFTER;
}

/* In a digest a day outside the window must be named by two documents, and lie before it. */
static bool within(const struct maker *m, const struct day *day)
{
	if (day->day > m->to)
		return false;
	return day->day >= m->from || (m->options->digest && m->options->from == NG_NO_DAY && day->documents >= 2);
}

static void measure(const struct maker *m, struct day *day)
{
	const struct naming *at = m->mentions.at + day->first;
	size_t later = 0, published = published_on_day(m, day->day);
	for (size_t i = 0; i < day->n; i++) {
		bool new_day = i == 0 || at[i].published != at[i - 1].published;
		later += new_day && at[i].published != NG_NO_DAY && at[i].published > day->day;
		day->documents += new_day || at[i].document != at[i - 1].document;
	}
	day->salience = log(1 + (double)day->documents) + log(1 + (double)later) + .5 * log(1 + (double)published);
}

static int by_salience(const void *a, const void *b, void *context)
{
	const struct day *x = a, *y = b;
	(void)context;
	if (x->salience != y->salience)
		return x->salience < y->salience ? 1 : -1;
	return (x->day > y->day) - (x->day < y->day);
}

static void add_day(struct maker *m, struct days *days, int32_t day)
{
	size_t first = place_of(&m->mentions, day);
	struct day one = {.day = day, .first = first, .n = place_of(&m->mentions, day + 1) - first};
	measure(m, &one);
	if (within(m, &one))
		*(struct day *)array_add(m->arena, days) = one;
}

/* All days named or published on, most salient first. */
static struct days rank_days(struct maker *m)
{
	struct days days = {0};
	size_t i = 0, k = 0;
	while (i < m->mentions.n || k < m->n_published) {
		int32_t day = k == m->n_published || (i < m->mentions.n && m->mentions.at[i].day < m->published[k])
				  ? m->mentions.at[i].day
				  : m->published[k];
		add_day(m, &days, day);
		while (i < m->mentions.n && m->mentions.at[i].day == day)
			i++;
		while (k < m->n_published && m->published[k] == day)
			k++;
	}
	sort_stable(m->arena, days.at, days.n, sizeof *days.at, by_salience, NULL);
	return days;
}

static struct pick_list leads_for(const struct maker *m, int32_t day)
{
	size_t first = place_of(&m->leads, day);
	return (struct pick_list){m->leads.rows + first, place_of(&m->leads, day + 2) - first};
}

static void fill(const struct maker *m, struct timeline_entry *entry, const struct pick *picks, size_t n)
{
	entry->sentences = arena_alloc(m->arena, n, sizeof *entry->sentences);
	entry->n_sentences = n;
	entry->ahead = m->options->today != NG_NO_DAY && entry->day > m->options->today;
	for (size_t i = 0; i < n; i++) {
		const struct row *row = &m->rows->at[picks[i].row];
		entry->sentences[i].document = row->document;
		entry->sentences[i].sentence = row->sentence;
		entry->sentences[i].score = picks[i].score;
	}
}

static void write_day(struct timeline_entry *entry, int32_t day)
{
	struct civil civil = civil_of(day);
	entry->day = day;
	entry->granularity = NG_DAY;
	snprintf(entry->value, sizeof entry->value, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* Takes days in order of salience until there are enough; a day without a fitting sentence is passed over. */
static size_t take_days(struct maker *m, struct picker *picker, const struct days *days, struct timeline_entry *entries,
			size_t most)
{
	const struct timeline_options *o = m->options;
	size_t per_day = o->per_day > 0 ? o->per_day : 1, n = 0, ahead = 0;
	struct pick *picks = arena_array(m->arena, per_day, struct pick);
	for (size_t i = 0; i < days->n && n < most; i++) {
		const struct day *day = &days->at[i];
		bool after = o->today != NG_NO_DAY && day->day > o->today;
		if (o->digest &&
		    (day->salience < salience_floor * days->at[0].salience || (after && ahead == AHEAD_MAX)))
			continue;
		size_t found = picker_day(picker, (struct pick_list){m->mentions.rows + day->first, day->n},
					  leads_for(m, day->day), picks, per_day);
		if (found == 0)
			continue;
		write_day(&entries[n], day->day);
		entries[n].salience = day->salience;
		fill(m, &entries[n++], picks, found);
		ahead += after;
	}
	return n;
}

static int by_entry(const void *a, const void *b, void *context)
{
	const struct timeline_entry *x = a, *y = b;
	(void)context;
	return (x->day > y->day) - (x->day < y->day);
}

/* The month or year that most documents name, two at least, and that lies before the first day: told as background. */
static size_t add_background(struct maker *m, struct picker *picker, struct timeline_entry *entries, size_t n)
{
	struct background background;
	struct pick pick;
	int32_t first = INT32_MAX;
	for (size_t i = 0; i < n; i++)
		first = entries[i].day < first ? entries[i].day : first;
	if (!background_find(m->arena, m->documents, m->rows, first, &background) ||
	    picker_day(picker, (struct pick_list){background.rows, background.n}, (struct pick_list){0}, &pick, 1) == 0)
		return n;
	entries[n].day = background.day;
	entries[n].granularity = background.granularity;
	memcpy(entries[n].value, background.value, sizeof background.value);
	fill(m, &entries[n], &pick, 1);
	return n + 1;
}

struct timeline timeline_make(struct arena *arena, const struct document *documents, size_t n,
			      const struct timeline_options *options)
{
	struct maker m = {.arena = arena, .documents = documents, .n_documents = n, .options = options};
	size_t most = options->days > 0 ? options->days : DAYS_MAX;
	m.rows = rows_collect(arena, documents, n, ROWS_MAX);
	gather_published(&m);
	set_window(&m);
	gather(&m);
	struct days days = rank_days(&m);
	struct picker *picker = picker_new(arena, documents, m.rows, options);
	if (most > days.n)
		most = days.n;
	struct timeline timeline = {arena_array(arena, most + 1, struct timeline_entry), 0};
	timeline.n = take_days(&m, picker, &days, timeline.at, most);
	if (options->digest && timeline.n < 2 && !options->lone_date)
		return (struct timeline){0};
	if (options->digest && timeline.n > 1)
		timeline.n = add_background(&m, picker, timeline.at, timeline.n);
	sort_stable(arena, timeline.at, timeline.n, sizeof *timeline.at, by_entry, NULL);
	return timeline;
}
