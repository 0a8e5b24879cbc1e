/*
 * What happened when. In: documents with sentences, words and dates. Out: days, each with its best sentences. A day's
 * salience is ln(1 + documents that name it) + ln(1 + later days on which documents name it) + half of ln(1 + documents
 * published on it): unsupervised, and on Timeline17 at least as good as the trained rankers published for it. Months,
 * years and spans are never widened to a day; in a digest they may stand before the first day as background.
 */
#include "story/timeline.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sort.h"
#include "story/timeline_background.h"
#include "story/timeline_namings.h"
#include "story/timeline_pick.h"

enum { ROWS_MAX = 100000, DAYS_MAX = 8, WINDOW_BEFORE = 31, WINDOW_AFTER = 7, AHEAD_MAX = 2 };
static const double salience_floor = .35; /* of the best day's, in a digest */

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

static int by_number(const void *a, const void *b, void *context)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	(void)context;
	return (x > y) - (x < y);
}

static void gather_published(struct maker *m)
{
	m->published = arena_array(m->arena, m->n_documents, int32_t);
	for (size_t i = 0; i < m->n_documents; i++)
		if (naming_published(&m->documents[i]) != NG_NO_DAY)
			m->published[m->n_published++] = naming_published(&m->documents[i]);
	sort_stable(m->arena, m->published, m->n_published, sizeof *m->published, by_number, NULL);
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

static void measure(const struct maker *m, struct day *day, size_t published)
{
	const struct naming *at = m->mentions.at + day->first;
	size_t later = 0;
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

/* All days named or published on, most salient first. */
static struct days rank_days(struct maker *m)
{
	struct days days = {0};
	size_t i = 0, k = 0;
	while (i < m->mentions.n || k < m->n_published) {
		bool named = i < m->mentions.n && (k == m->n_published || m->mentions.at[i].day <= m->published[k]);
		struct day day = {.day = named ? m->mentions.at[i].day : m->published[k], .first = i};
		size_t published = 0;
		for (; i < m->mentions.n && m->mentions.at[i].day == day.day; i++)
			day.n++;
		for (; k < m->n_published && m->published[k] == day.day; k++)
			published++;
		measure(m, &day, published);
		if (within(m, &day))
			*(struct day *)array_add(m->arena, &days) = day;
	}
	sort_stable(m->arena, days.at, days.n, sizeof *days.at, by_salience, NULL);
	return days;
}

static struct pick_list leads_for(const struct maker *m, int32_t day)
{
	size_t first = namings_from(&m->leads, day);
	return (struct pick_list){m->leads.rows + first, namings_from(&m->leads, day + 2) - first};
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
	namings_gather(arena, documents, m.rows, options->digest, m.from, &m.mentions, &m.leads);
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
