/*
 * Told stories among those of earlier days. In: what each goes on from. Out: their ids, status and kin, and timelines
 * that grow: the news of earlier days, each with the article it stands in, joins today's entries, which know better.
 * Of several stories that go on from one, which has split, the most like it keeps its id; a story that no other of the
 * day goes on from, but which one is like as well, was taken up by it.
 */
#include "edition_compose.h"

#include "base/sort.h"

enum { TIMELINE_MOST = 12, NEWS_DAYS = 2 /* an entry that looks farther back is background, no news */ };

static bool goes_on(const struct composing *composing, size_t story)
{
	return composing->followings[story].past != NULL;
}

/* A story that goes on without a new sentence is named in one line. */
static void find_quiet(struct composing *composing)
{
	for (size_t i = 0; i < composing->briefing->n_stories; i++) {
		struct ng_story *story = &composing->briefing->stories[i];
		if (!goes_on(composing, i) || story->n_sentences)
			continue;
		story->kind = NG_STORY_QUIET;
		story->n_quotes = story->n_timeline = composing->tellings[i].n_entries = 0;
	}
}

/* Stories that need no telling again go last. */
static void quiet_last(struct composing *composing)
{
	struct arena *scratch = composing->edition->work;
	size_t n = composing->briefing->n_stories, at = 0;
	struct ng_story *stories = composing->briefing->stories, *ordered = arena_array(scratch, n, struct ng_story);
	struct telling *tellings = composing->tellings, *ordered_tellings = arena_array(scratch, n, struct telling);
	struct following *ordered_followings = arena_array(scratch, n, struct following);

	for (int quiet = 0; quiet < 2; quiet++)
		for (size_t i = 0; i < n; i++)
			if ((stories[i].kind == NG_STORY_QUIET) == quiet) {
				ordered[at] = stories[i];
				ordered_followings[at] = composing->followings[i];
				ordered_tellings[at++] = tellings[i];
			}
	for (size_t i = 0; i < n; i++) {
		stories[i] = ordered[i];
		tellings[i] = ordered_tellings[i];
	}
	composing->followings = ordered_followings;
}

/* The story that keeps an id -> story + 1, in `heirs`. */
static struct table find_heirs(struct composing *composing)
{
	struct table heirs = table_new(composing->edition->work);

	for (size_t i = 0; i < composing->briefing->n_stories; i++) {
		if (!goes_on(composing, i))
			continue;
		struct table_entry *entry = table_put(&heirs, composing->followings[i].past->id);
		if (!entry->value ||
		    composing->followings[i].likeness > composing->followings[entry->value - 1].likeness)
			entry->value = i + 1;
	}
	return heirs;
}

/* A new story is named after its day and headline. */
static struct ng_text new_id(struct arena *arena, struct table *taken, const struct telling *telling)
{
	for (uint64_t salt = 0;; salt++) {
		struct civil day = civil_of(telling->day);
		uint64_t hash = hash_mix(text_hash(telling->headline), salt);
		struct ng_text id = arena_format(arena, "%04d%02d%02d-%08lx", day.year, day.month, day.day,
						 (unsigned long)(hash & 0xffffffff));
		if (!table_put(taken, id)->value++)
			return id;
	}
}

static struct ng_text kin_of(struct arena *arena, const struct following *following, bool heir,
			     const struct table *heirs)
{
	struct buf kin = buf_new(arena, SIZE_MAX);

	if (following->past && !heir)
		buf_put(&kin, following->past->id);
	for (size_t i = 1; i <= following->n_others && heir; i++) {
		if (table_get(heirs, following->kin[i].id))
			continue;
		if (kin.len)
			buf_byte(&kin, ' ');
		buf_put(&kin, following->kin[i].id);
	}
	return buf_text(&kin);
}

static void name_stories(struct composing *composing)
{
	struct arena *arena = composing->edition->arena;
	struct table heirs = find_heirs(composing), taken = table_new(composing->edition->work);

	for (size_t i = 0; i < heirs.n; i++)
		table_put(&taken, heirs.at[i].key)->value = 1;
	for (size_t i = 0; i < composing->briefing->n_stories; i++) {
		const struct following *following = &composing->followings[i];
		struct telling *telling = &composing->tellings[i];
		struct ng_story *story = &composing->briefing->stories[i];
		bool heir = following->past && table_get(&heirs, following->past->id)->value == i + 1;
		telling->id = heir ? following->past->id : new_id(arena, &taken, telling);
		telling->first = following->past ? following->past->first : telling->day;
		telling->kin = kin_of(arena, following, heir, &heirs);
		story->id = telling->id;
		story->first_day = telling->first;
		story->status = !following->past                ? NG_STATUS_NEW
				: story->kind == NG_STORY_QUIET ? NG_STATUS_CONTINUING
								: NG_STATUS_UPDATED;
	}
}

/* What was told of the timeline that a story goes on with. */
static struct entries recall_timeline(struct composing *composing, size_t story)
{
	struct arena *arena = composing->edition->arena;
	const struct following *following = &composing->followings[story];
	struct entries entries = {0};

	if (composing->briefing->stories[story].kind != NG_STORY_TOP)
		return entries;
	for (size_t i = 0; i < following->n_kin; i++) {
		struct entries told = archive_timeline(arena, composing->edition->archive, following->kin[i].id,
						       following->kin[i].before);
		for (size_t k = 0; k < told.n; k++)
			*(struct entry *)array_add(arena, &entries) = told.at[k];
	}
	return entries;
}

struct growing {
	struct composing *composing;
	struct table listed; /* id of an article of an earlier day -> its number */
	struct {
		struct ng_event *at;
		size_t n, room;
	} events; /* of the story */
};

/* Articles of earlier days are listed after those of today, each once. */
static uint32_t list_article(struct growing *growing, const struct ng_article *article)
{
	struct ng_briefing *briefing = growing->composing->briefing;
	size_t before = growing->listed.n;
	struct table_entry *entry = table_put(&growing->listed, article->id);

	if (growing->listed.n > before) {
		entry->value = briefing->n_articles;
		briefing->articles[briefing->n_articles++] = *article;
	}
	return (uint32_t)entry->value;
}

/* One entry a date, the first that comes. */
static bool add_event(struct growing *growing, const struct ng_event *event)
{
	for (size_t i = 0; i < growing->events.n; i++)
		if (text_equal(growing->events.at[i].date, event->date))
			return false;
	*(struct ng_event *)array_add(growing->composing->edition->arena, &growing->events) = *event;
	return true;
}

static void add_told(struct growing *growing, const struct entries *told, bool looked_ahead)
{
	for (size_t i = 0; i < told->n; i++) {
		struct ng_event event = told->at[i].event;
		if (event.ahead != looked_ahead)
			continue;
		event.ahead = event.day > growing->composing->briefing->day;
		if (add_event(growing, &event))
			growing->events.at[growing->events.n - 1].item.origin.article =
			    list_article(growing, &told->at[i].article);
	}
}

static int order_events(const void *a, const void *b, void *context)
{
	const struct ng_event *left = a, *right = b;

	(void)context;
	return (left->day > right->day) - (left->day < right->day);
}

/* Where there are too many, those between the beginning and the last ones go. */
static void shorten(struct growing *growing)
{
	size_t n = growing->events.n;

	if (n <= TIMELINE_MOST)
		return;
	for (size_t i = 1; i < TIMELINE_MOST; i++)
		growing->events.at[i] = growing->events.at[n - TIMELINE_MOST + i];
	growing->events.n = TIMELINE_MOST;
}

/* Of two entries for a date today's stands, and one that tells what was over one that looked forward. */
static void grow_timeline(struct growing *growing, size_t story, const struct entries *told)
{
	struct ng_story *its = &growing->composing->briefing->stories[story];
	struct telling *telling = &growing->composing->tellings[story];
	size_t kept = 0;

	growing->events.n = growing->events.room = 0;
	for (size_t i = 0; i < telling->n_entries; i++) {
		struct entry *entry = &telling->entries[i];
		entry->article = growing->composing->briefing->articles[entry->event.item.origin.article];
		add_event(growing, &entry->event);
		if (entry->event.day >= telling->day - NEWS_DAYS)
			telling->entries[kept++] = *entry;
	}
	telling->n_entries = kept;
	add_told(growing, told, false);
	add_told(growing, told, true);
	sort_stable(growing->composing->edition->work, growing->events.at, growing->events.n,
		    sizeof *growing->events.at, order_events, NULL);
	shorten(growing);
	its->timeline = growing->events.at;
	its->n_timeline = growing->events.n > 1 ? growing->events.n : 0;
}

static void grow_timelines(struct composing *composing)
{
	struct ng_edition *edition = composing->edition;
	struct ng_briefing *briefing = composing->briefing;
	struct entries *told = arena_array(edition->work, briefing->n_stories, struct entries);
	struct growing growing = {.composing = composing, .listed = table_new(edition->work)};
	size_t n = briefing->n_articles;

	for (size_t i = 0; i < briefing->n_stories; i++) {
		told[i] = recall_timeline(composing, i);
		n += told[i].n;
	}
	struct ng_article *articles = arena_array(edition->arena, n, struct ng_article);
	for (size_t i = 0; i < briefing->n_articles; i++)
		articles[i] = briefing->articles[i];
	briefing->articles = articles;
	for (size_t i = 0; i < briefing->n_stories; i++)
		grow_timeline(&growing, i, &told[i]);
}

void recall_stories(struct composing *composing)
{
	find_quiet(composing);
	quiet_last(composing);
	name_stories(composing);
	grow_timelines(composing);
}
