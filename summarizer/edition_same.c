/*
 * One article an address. In: the readings of a briefing. Out: those without the ones that are there twice, as an item
 * of two feeds of a site or a feed's teaser beside its page is. What is told of one must not depend on the order of the
 * inputs. Refuses to guess: addresses that differ in a parameter are two.
 */
#include "edition_same.h"

#include "base/sort.h"

uint64_t same_address(const struct article *article)
{
	struct ng_text url = text_slice(article->url, 0, text_find(article->url, TEXT("#"), 0));

	return url.len ? text_hash(url) : 0;
}

/* By address, the one that stays first. */
static int order_same(const void *a, const void *b, void *context)
{
	const struct reading *left = *(struct reading *const *)a, *right = *(struct reading *const *)b;

	(void)context;
	if (left->address != right->address)
		return left->address < right->address ? -1 : 1;
	if (left->bytes != right->bytes)
		return left->bytes > right->bytes ? -1 : 1;
	return reading_order(left, right);
}

size_t same_leave_out(struct arena *scratch, struct readings *readings)
{
	struct arena_mark mark = arena_mark(scratch);
	struct reading **sorted = arena_array(scratch, readings->n, struct reading *);
	size_t n = readings->n;

	for (size_t i = 0; i < n; i++)
		sorted[i] = readings->at[i];
	sort_stable(scratch, sorted, n, sizeof *sorted, order_same, NULL);
	for (size_t i = 1; i < n; i++)
		sorted[i]->left_out = sorted[i]->address && sorted[i]->address == sorted[i - 1]->address;
	readings->n = 0;
	for (size_t i = 0; i < n; i++)
		if (!readings->at[i]->left_out)
			readings->at[readings->n++] = readings->at[i];
	arena_reset(scratch, mark);
	return n - readings->n;
}
