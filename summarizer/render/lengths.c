/*
 * Shortening a briefing for a theme. In: a briefing, lengths. Out: the same stories in the same order, the last of a
 * kind left out, with their first sentences and quotes. Of a timeline stay its first date (how it began), the
 * briefing's day and the first day ahead, then those of the highest score; the dates stay in order.
 */
#include "render/lengths.h"

#include "base/sort.h"

/* How much a date of a timeline is wanted. */
struct wanted {
	size_t number;
	double worth;
};

static int by_worth(const void *a, const void *b, void *context)
{
	double x = ((const struct wanted *)a)->worth, y = ((const struct wanted *)b)->worth;

	(void)context;
	return (x < y) - (x > y);
}

static int by_number(const void *a, const void *b, void *context)
{
	size_t x = ((const struct wanted *)a)->number, y = ((const struct wanted *)b)->number;

	(void)context;
	return (x > y) - (x < y);
}

static void cut_timeline(struct arena *arena, struct ng_story *story, int32_t today, size_t most)
{
	const double always = 1e9;
	struct ng_event *kept;
	struct wanted *wanted;
	bool ahead = false;

	if (story->n_timeline <= most)
		return;
	wanted = arena_array(arena, story->n_timeline, struct wanted);
	for (size_t i = 0; i < story->n_timeline; i++) {
		const struct ng_event *event = &story->timeline[i];
		wanted[i] = (struct wanted){i, event->item.score};
		if (event->granularity == NG_DAY && event->day == today)
			wanted[i].worth = 3 * always;
		else if (event->ahead && !ahead)
			wanted[i].worth = 2 * always;
		else if (i == 0)
			wanted[i].worth = always;
		ahead |= event->ahead;
	}
	sort_stable(arena, wanted, story->n_timeline, sizeof *wanted, by_worth, NULL);
	sort_stable(arena, wanted, most, sizeof *wanted, by_number, NULL);
	kept = arena_array(arena, most, struct ng_event);
	for (size_t i = 0; i < most; i++)
		kept[i] = story->timeline[wanted[i].number];
	story->timeline = kept;
	story->n_timeline = most;
}

const struct ng_briefing *lengths_cut(struct arena *arena, const struct ng_briefing *briefing,
				      const struct lengths *lengths)
{
	struct ng_briefing *cut = arena_new_of(arena, struct ng_briefing);
	size_t shown[NG_STORY_QUIET + 1] = {0};

	*cut = *briefing;
	cut->n_stories = 0;
	cut->stories = arena_array(arena, briefing->n_stories, struct ng_story);
	for (size_t i = 0; i < briefing->n_stories; i++) {
		enum ng_story_kind kind = briefing->stories[i].kind;
		if (shown[kind]++ >= lengths->stories[kind])
			continue;
		struct ng_story *story = &cut->stories[cut->n_stories++];
		*story = briefing->stories[i];
		if (story->n_sentences > lengths->sentences)
			story->n_sentences = lengths->sentences;
		if (story->n_quotes > lengths->quotes)
			story->n_quotes = lengths->quotes;
		cut_timeline(arena, story, briefing->day, lengths->timeline);
	}
	return cut;
}
