/*
 * Order of stories. In: items and their stories. Out: stories, those first that many outlets tell and that are fresh:
 * ln(1 + outlets) x 2^(-age / half-life). Outlets are counted, not articles: ten updates of one outlet are one voice.
 * An outlet that only carries another's text counts a quarter; articles whose outlet is unknown count one by one. Age
 * runs from the story's median article to the end of the day, half a day at least: a briefing knows days better than
 * hours. A reader's wishes weigh in: an outlet's voice counts as much as its weight, a story that is followed twice.
 */
#include "story/importance.h"

#include <math.h>

#include "base/sort.h"

static const double half_life = 86400, carried_share = .25, seconds_a_day = 86400, followed_share = 2;

struct planning {
	const struct item *items;
	const struct membership *members;
};

static bool is_copy(const struct planning *planning, uint32_t item)
{
	return planning->members[item].copy != COPY_NONE;
}

/* Stories by number; within, originals before copies, newest first. */
static int by_story(const void *a, const void *b, void *context)
{
	const struct planning *planning = context;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	const struct item *left = &planning->items[x], *right = &planning->items[y];

	if (planning->members[x].story != planning->members[y].story)
		return planning->members[x].story < planning->members[y].story ? -1 : 1;
	if (is_copy(planning, x) != is_copy(planning, y))
		return is_copy(planning, x) ? 1 : -1;
	if (left->moment != right->moment)
		return left->moment > right->moment ? -1 : 1;
	return (left->content > right->content) - (left->content < right->content);
}

struct voice {
	uint64_t outlet;
	bool copy;
	double weight;
};

/* By outlet; its own text before what it carries. */
static int by_outlet(const void *a, const void *b, void *context)
{
	const struct voice *x = a, *y = b;

	(void)context;
	if (x->outlet != y->outlet)
		return x->outlet < y->outlet ? -1 : 1;
	return x->copy - y->copy;
}

/* Distinct outlets of a story; returns their sum as voices. */
static double count_outlets(struct arena *arena, const struct planning *planning, struct story_plan *plan)
{
	struct arena_mark mark = arena_mark(arena);
	struct voice *voices = arena_array(arena, plan->n_items, struct voice);
	double sum = 0;

	for (size_t i = 0; i < plan->n_items; i++) {
		const struct item *item = &planning->items[plan->items[i]];
		voices[i] = (struct voice){item->outlet, is_copy(planning, plan->items[i]),
					   item->weight > 0 ? item->weight : 1};
	}
	sort_stable(arena, voices, plan->n_items, sizeof *voices, by_outlet, NULL);
	for (size_t i = 0; i < plan->n_items; i++) {
		if (i > 0 && voices[i].outlet && voices[i].outlet == voices[i - 1].outlet)
			continue;
		plan->n_outlets++;
		sum += (voices[i].copy ? carried_share : 1) * voices[i].weight;
	}
	arena_reset(arena, mark);
	return sum;
}

/* Articles with a date come first in their order, newest first. */
static double freshness(const struct planning *planning, const struct story_plan *plan, int32_t today)
{
	size_t originals = plan->n_items - plan->n_copies, dated = 0;

	while (dated < originals && planning->items[plan->items[dated]].moment != INT64_MIN)
		dated++;
	if (!dated || today == NG_NO_DAY)
		return 1;
	double median = (double)planning->items[plan->items[dated / 2]].moment;
	double age = ((double)today + 1) * seconds_a_day - median;
	return exp2(-(age > seconds_a_day / 2 ? age - seconds_a_day / 2 : 0) / half_life);
}

static double wished_for(const struct planning *planning, const struct story_plan *plan)
{
	for (size_t i = 0; i < plan->n_items; i++)
		if (planning->items[plan->items[i]].followed)
			return followed_share;
	return 1;
}

struct headline_title *headline_titles(struct arena *arena, const struct item *items, const struct story_plan *plan)
{
	size_t n = plan->n_items - plan->n_copies;
	struct headline_title *titles = arena_array(arena, n, struct headline_title);
	int32_t last = NG_NO_DAY;

	for (size_t i = 0; i < n; i++)
		if (items[plan->items[i]].day > last)
			last = items[plan->items[i]].day;
	for (size_t i = 0; i < n; i++) {
		const struct item *item = &items[plan->items[i]];
		titles[i] =
		    (struct headline_title){item->title, item->title_cut, item->day != NG_NO_DAY && item->day < last};
	}
	return titles;
}

static void choose_headline(struct arena *arena, const struct planning *planning, struct story_plan *plan)
{
	struct arena_mark mark = arena_mark(arena);
	const struct headline_title *titles = headline_titles(arena, planning->items, plan);

	plan->headline = plan->items[headline_choose(arena, titles, plan->n_items - plan->n_copies)];
	arena_reset(arena, mark);
}

static int by_importance(const void *a, const void *b, void *context)
{
	const struct story_plan *x = a, *y = b;
	const struct item *items = context, *left = &items[x->items[0]], *right = &items[y->items[0]];

	if (x->importance != y->importance)
		return x->importance > y->importance ? -1 : 1;
	if (x->n_items != y->n_items)
		return x->n_items > y->n_items ? -1 : 1;
	if (left->moment != right->moment)
		return left->moment > right->moment ? -1 : 1;
	return (left->content > right->content) - (left->content < right->content);
}

static int32_t newest_day(const struct item *items, size_t n)
{
	int32_t day = NG_NO_DAY;

	for (size_t i = 0; i < n; i++)
		day = items[i].day > day ? items[i].day : day;
	return day;
}

struct story_plans plan_stories(struct arena *arena, const struct item *items, const struct membership *members,
				size_t n, int32_t today)
{
	struct planning planning = {items, members};
	struct story_plans plans = {0};
	uint32_t *order = arena_array(arena, n, uint32_t);
	size_t n_stories = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = (uint32_t)i;
		n_stories = members[i].story >= n_stories ? members[i].story + (size_t)1 : n_stories;
	}
	sort_stable(arena, order, n, sizeof *order, by_story, &planning);
	today = today == NG_NO_DAY ? newest_day(items, n) : today;
	plans.at = arena_array(arena, n_stories, struct story_plan);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || members[order[i]].story != members[order[i - 1]].story)
			plans.at[plans.n++].items = &order[i];
		plans.at[plans.n - 1].n_items++;
		plans.at[plans.n - 1].n_copies += is_copy(&planning, order[i]);
	}
	for (size_t s = 0; s < plans.n; s++) {
		struct story_plan *plan = &plans.at[s];
		plan->voices = count_outlets(arena, &planning, plan);
		plan->freshness = freshness(&planning, plan, today);
		plan->wish = wished_for(&planning, plan);
		plan->importance = log(1 + plan->voices) * plan->freshness * plan->wish;
		choose_headline(arena, &planning, plan);
	}
	sort_stable(arena, plans.at, plans.n, sizeof *plans.at, by_importance, (void *)items);
	return plans;
}
