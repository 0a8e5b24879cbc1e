/*
 * Inputs to a briefing. In: the edition's inputs. Out: its ng_briefing. Two passes: the first reads everything and
 * keeps what clustering needs; then stories are planned, and the few that will be shown are read again and told
 * (edition_tell.c). What was told is remembered when it is published. Refuses: a run without any date, unless
 * options.date says the day.
 */
#include "edition_wish.h"

#include "base/sort.h"

static int32_t newest_day(const struct readings *readings)
{
	int32_t newest = NG_NO_DAY;

	for (size_t i = 0; i < readings->n; i++)
		if (readings->at[i]->item.day > newest)
			newest = readings->at[i]->item.day;
	return newest;
}

static int order_hashes(const void *a, const void *b, void *context)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	(void)context;
	return left < right ? -1 : left > right;
}

/* An article that does not say its outlet counts as one of its own. */
static size_t count_outlets(struct arena *arena, const struct item *items, size_t n)
{
	struct arena_mark mark = arena_mark(arena);
	uint64_t *outlets = arena_array(arena, n, uint64_t);
	size_t n_outlets = 0;

	for (size_t i = 0; i < n; i++)
		outlets[i] = items[i].outlet;
	sort_stable(arena, outlets, n, sizeof *outlets, order_hashes, NULL);
	for (size_t i = 0; i < n; i++)
		n_outlets += !outlets[i] || i == 0 || outlets[i] != outlets[i - 1];
	arena_reset(arena, mark);
	return n_outlets;
}

/* How many of the plans, which come most important first, are told in full: those that several articles tell, and
 * enough of the others to fill a small day. */
static bool is_top(const struct composing *composing, size_t plan, size_t n_top)
{
	enum { SMALL_DAY = 3 };
	const struct ng_options *options = &composing->edition->options;

	return n_top < options->top_stories &&
	       (composing->plans.at[plan].n_items > 1 || n_top + composing->plans.n - plan <= SMALL_DAY);
}

/* Orders shown plans: top, more, also; each in order of importance. */
static size_t *choose_shown(struct composing *composing, size_t *n_top, size_t *n_more, size_t *n_shown)
{
	const struct ng_options *options = &composing->edition->options;
	size_t *shown = arena_array(composing->edition->work, composing->plans.n, size_t);
	bool *taken = arena_array(composing->edition->work, composing->plans.n, bool);
	size_t most, n = 0;

	for (size_t i = 0; i < composing->plans.n; i++)
		if (is_top(composing, i, n)) {
			taken[i] = true;
			shown[n++] = i;
		}
	*n_top = n;
	most = n + options->more_stories;
	for (size_t i = 0; i < composing->plans.n && n < most; i++)
		if (!taken[i] && composing->plans.at[i].n_items > 1) {
			taken[i] = true;
			shown[n++] = i;
		}
	*n_more = n - *n_top;
	most = n + options->also_stories;
	for (size_t i = 0; i < composing->plans.n && n < most; i++)
		if (!taken[i])
			shown[n++] = i;
	*n_shown = n;
	return shown;
}

static void plan_articles(struct composing *composing)
{
	struct ng_briefing *briefing = composing->briefing;

	composing->first_article = arena_array(composing->edition->work, briefing->n_stories, uint32_t);
	for (size_t i = 0; i < briefing->n_stories; i++) {
		const struct story_plan *plan = &composing->plans.at[composing->shown[i]];
		struct ng_story *story = &briefing->stories[i];
		story->importance = plan->importance;
		story->n_outlets = plan->n_outlets;
		story->n_copies = plan->n_copies;
		story->n_articles = plan->n_items;
		story->articles = arena_array(composing->edition->arena, plan->n_items, uint32_t);
		composing->first_article[i] = (uint32_t)briefing->n_articles;
		for (size_t k = 0; k < plan->n_items; k++)
			story->articles[k] = (uint32_t)briefing->n_articles++;
	}
	briefing->articles = arena_array(composing->edition->arena, briefing->n_articles, struct ng_article);
	composing->hosts = arena_array(composing->edition->work, briefing->n_articles, struct ng_text);
}

/* An outlet known by its host alone gets the name that another of its articles gives it. */
static void name_outlets(struct arena *scratch, struct composing *composing)
{
	struct ng_article *articles = composing->briefing->articles;
	struct table named = table_new(scratch); /* host -> article + 1 */

	for (size_t i = 0; i < composing->briefing->n_articles; i++) {
		bool name = articles[i].site.len && !text_equal(articles[i].site, composing->hosts[i]);
		struct table_entry *entry = composing->hosts[i].len ? table_put(&named, composing->hosts[i]) : NULL;
		if (entry && name &&
		    (!entry->value || text_compare(articles[i].site, articles[entry->value - 1].site) < 0))
			entry->value = i + 1;
	}
	for (size_t i = 0; i < composing->briefing->n_articles; i++) {
		const struct table_entry *entry = table_get(&named, composing->hosts[i]);
		if (entry && entry->value && text_equal(articles[i].site, composing->hosts[i]))
			articles[i].site = articles[entry->value - 1].site;
	}
}

/* Two stories of one slug: the later one gets a number. */
static void part_slugs(struct arena *arena, struct ng_briefing *briefing)
{
	struct table slugs = table_new(arena);

	for (size_t i = 0; i < briefing->n_stories; i++) {
		struct ng_story *story = &briefing->stories[i];
		struct table_entry *entry = table_put(&slugs, story->slug);
		if (entry->value++)
			story->slug =
			    arena_format(arena, "%.*s-%llu", TEXT_ARGS(story->slug), (unsigned long long)entry->value);
	}
}

static void make_briefing(struct composing *composing)
{
	struct ng_edition *edition = composing->edition;
	struct ng_briefing *briefing = composing->briefing;
	size_t n_top, n_more;

	edition_plan(composing, briefing->day);
	briefing->n_muted = wish_mute(composing->items, &composing->plans);
	briefing->n_stories_found = composing->plans.n;
	composing->shown = choose_shown(composing, &n_top, &n_more, &briefing->n_stories);
	briefing->stories = arena_array(edition->arena, briefing->n_stories, struct ng_story);
	for (size_t i = 0; i < briefing->n_stories; i++)
		briefing->stories[i].kind = i < n_top            ? NG_STORY_TOP
					    : i < n_top + n_more ? NG_STORY_MORE
								 : NG_STORY_ALSO;
	plan_articles(composing);
	composing->tellings = arena_array(edition->arena, briefing->n_stories, struct telling);
	composing->followings = arena_array(edition->work, briefing->n_stories, struct following);
	tell_stories(composing);
	name_outlets(edition->work, composing);
	if (edition->options.state)
		recall_stories(composing);
	part_slugs(edition->arena, briefing);
}

/* Takes the state file's lock, which is held until the briefing is published. */
static struct tellings remember(struct ng_edition *edition, int32_t day)
{
	if (edition->archive)
		archive_close(edition->archive);
	edition->archive = NULL;
	edition->archive = archive_open(edition->arena, edition->options.state, ARCHIVE_WRITE);
	return archive_past(edition->arena, edition->archive, day, FOLLOW_DAYS);
}

static void compose(void *data)
{
	struct ng_edition *edition = data;
	struct composing composing = {.edition = edition};
	struct ng_briefing *briefing = arena_new_of(edition->arena, struct ng_briefing);

	composing.briefing = briefing;
	edition_find(&composing, false);
	briefing->n_left_out = composing.n_left_out;
	briefing->title = text_of(edition->options.title);
	briefing->day = edition->date != NG_NO_DAY ? edition->date : newest_day(&composing.readings);
	briefing->n_read = composing.readings.n;
	briefing->n_outlets = count_outlets(edition->work, composing.items, composing.readings.n);
	if (briefing->day == NG_NO_DAY && composing.readings.n)
		arena_fail(edition->arena, NG_USAGE, TEXT(""), 0,
			   "no article says its day: give the briefing's (--date)");
	if (edition->options.state && briefing->day != NG_NO_DAY)
		composing.past = remember(edition, briefing->day);
	if (composing.readings.n)
		make_briefing(&composing);
	edition->tellings = (struct tellings){composing.tellings, briefing->n_stories, briefing->n_stories};
	briefing->skipped = edition->skipped.at;
	briefing->n_skipped = edition->skipped.n;
	edition->briefing = briefing;
}

enum ng_status ng_edition_compose(ng_edition *edition)
{
	enum ng_status status;

	edition->briefing = NULL;
	edition->tellings = (struct tellings){0};
	status = edition_guard(edition, compose, edition);
	edition->repeats = NULL; /* its memory went with the run */
	if (status != NG_OK)     /* the arena closed it */
		edition->archive = NULL;
	return status == NG_OK && !edition->briefing->n_stories ? NG_NOTHING : status;
}

const struct ng_briefing *ng_edition_briefing(const ng_edition *edition)
{
	return edition->briefing;
}
