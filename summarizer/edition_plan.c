/*
 * Stories planned. In: the inputs. Out: the articles a briefing is made of and which story each is of; the stories in
 * order of importance, each with the article whose title heads it; and the lines that articles of one site share, which
 * are no article's own.
 */
#include "edition_same.h"
#include "edition_wish.h"

#include "base/sort.h"

struct clustering edition_find(struct composing *composing, bool reasons)
{
	struct ng_edition *edition = composing->edition;

	inputs_hold(&edition->inputs, &edition->options.limits);
	composing->readings = edition_gather(edition, 0);
	same_leave_out(edition->work, &composing->readings);
	composing->n_left_out = wish_leave_out(&composing->readings);
	struct clustering clustering = edition_cluster(edition, &composing->readings, &composing->items, reasons);
	composing->members = clustering.members;
	return clustering;
}

struct titled {
	uint64_t title; /* with its outlet */
	uint32_t item;
};

static int order_titled(const void *a, const void *b, void *context)
{
	const struct titled *left = a, *right = b;

	(void)context;
	return left->title < right->title ? -1 : left->title > right->title;
}

/* A title under which an outlet tells two stories is its masthead: it heads neither if another title can. */
static void distrust_mastheads(struct arena *scratch, const struct composing *composing)
{
	size_t n = composing->readings.n;
	struct titled *titled = arena_array(scratch, n, struct titled);

	for (size_t i = 0; i < n; i++)
		titled[i] = (struct titled){hash_mix(composing->items[i].outlet, text_hash(composing->items[i].title)),
					    (uint32_t)i};
	sort_stable(scratch, titled, n, sizeof *titled, order_titled, NULL);
	for (size_t i = 1; i < n; i++) {
		uint32_t one = titled[i - 1].item, other = titled[i].item;
		if (titled[i - 1].title == titled[i].title && composing->items[one].outlet &&
		    composing->members[one].story != composing->members[other].story)
			composing->items[one].title_cut = composing->items[other].title_cut = true;
	}
}

static const struct repeats *find_repeats(struct arena *arena, const struct readings *readings)
{
	struct repeat_note *notes = arena_array(arena, readings->n, struct repeat_note);

	for (size_t i = 0; i < readings->n; i++)
		notes[i] = readings->at[i]->note;
	return repeats_find(arena, notes, readings->n);
}

void edition_plan(struct composing *composing, int32_t day)
{
	struct ng_edition *edition = composing->edition;

	edition->repeats = find_repeats(edition->work, &composing->readings);
	distrust_mastheads(edition->work, composing);
	composing->plans =
	    plan_stories(edition->work, composing->items, composing->members, composing->readings.n, day);
}
