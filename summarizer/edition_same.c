/*
 * One article an address. In: the readings of a briefing. Out: those without the ones that are there twice, as an item
 * of two feeds of a site or a feed's teaser beside its page is. What is told of one must not depend on the order of the
 * inputs. Refuses to guess: addresses that differ in a parameter are two, and one under which a single input tells
 * several things is that of a page which lists them (a live blog, a service of warnings), and of no article.
 */
#include "edition_same.h"

#include "base/sort.h"

uint64_t same_address(const struct article *article)
{
	struct ng_text url = text_slice(article->url, 0, text_find(article->url, TEXT("#"), 0));

	return url.len ? text_hash(url) : 0;
}

/* By address, then by input. */
static int order_same(const void *a, const void *b, void *context)
{
	const struct reading *left = *(struct reading *const *)a, *right = *(struct reading *const *)b;

	(void)context;
	if (left->address != right->address)
		return left->address < right->address ? -1 : 1;
	if (left->place.record.input != right->place.record.input)
		return left->place.record.input < right->place.record.input ? -1 : 1;
	return reading_order(left, right);
}

static int order_index(const void *a, const void *b, void *context)
{
	uint32_t left = (*(struct reading *const *)a)->index, right = (*(struct reading *const *)b)->index;

	(void)context;
	return left < right ? -1 : left > right;
}

/* Two things of one input: neither text nor title is the same. */
static bool differ(const struct reading *one, const struct reading *other)
{
	return one->place.record.input == other->place.record.input && one->item.content != other->item.content &&
	       !(one->item.title.len && text_equal_fold(one->item.title, other->item.title));
}

static bool is_article(struct reading *const *at, size_t n)
{
	bool one = at[0]->address != 0;

	for (size_t i = 1; i < n && one; i++)
		one = !differ(at[i - 1], at[i]);
	return one;
}

static struct reading *longest(struct reading *const *at, size_t n)
{
	struct reading *best = at[0];

	for (size_t i = 1; i < n; i++)
		if (at[i]->bytes > best->bytes || (at[i]->bytes == best->bytes && reading_order(at[i], best) < 0))
			best = at[i];
	return best;
}

void same_leave_out(struct arena *scratch, struct readings *readings)
{
	struct reading **at = readings->at;
	size_t n = readings->n, kept = 0, end;

	sort_stable(scratch, at, n, sizeof *at, order_same, NULL);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && at[end]->address == at[i]->address;)
			end++;
		if (is_article(&at[i], end - i))
			at[kept++] = longest(&at[i], end - i);
		else
			while (i < end)
				at[kept++] = at[i++];
	}
	readings->n = kept;
	sort_stable(scratch, at, kept, sizeof *at, order_index, NULL);
}
