/*
 * Copies by shared sentences (whole sentences as the signatures of SpotSigs, Theobald 2008). In: items. Out: for each
 * the item it is a copy of. Two articles are one text when the sentences they share are at least .6 of the shorter
 * one's and .3 of the longer one's: a long document that is quoted passes the first test alone. Three sentences at
 * least, for a lone one may be a notice; or title and text are the same. Sentences that a fifth of an outlet's articles
 * have are its furniture and tell nothing. A sentence that many different texts share leads to the first of them only:
 * the work stays linear.
 */
#include "story/copies.h"

#include "base/sort.h"
#include "story/copies_sentences.h"

static const double share_of_shorter = .6, share_of_longer = .3;
enum { SHARED_LEAST = 3, POSTED_MOST = 24 };

/* A text that has a sentence; the list of a sentence's texts goes from the last to the first. */
struct posting {
	uint32_t text;
	uint32_t next; /* index + 1; 0: none */
};

struct finding {
	struct arena *arena;
	const struct item *items;
	struct membership *members;
	const struct copy_texts *texts;
	uint32_t *last; /* posting of each sentence, index + 1 */
	uint8_t *n_posted;
	uint32_t *shared;     /* of each text: sentences it shares with the one looked up */
	uint32_t *candidates; /* those that share any */
	struct {
		struct posting *at;
		size_t n, room;
	} postings;
};

/* The item whose copy an item is in the end. */
static uint32_t original_of(struct membership *members, uint32_t item)
{
	while (members[item].original != item) {
		uint32_t next = members[item].original;
		members[item].original = members[next].original;
		item = next;
	}
	return item;
}

/* `late` came after the original `early`, or stands after it. */
static void join(const struct item *items, struct membership *members, uint32_t early, uint32_t late)
{
	if (items[early].outlet && items[early].outlet == items[late].outlet) {
		members[early] = (struct membership){.original = late, .copy = COPY_UPDATED};
		return;
	}
	members[late] = (struct membership){.original = early, .copy = COPY_CARRIED};
}

static bool is_copy(const struct copy_text *a, const struct copy_text *b, uint32_t shared)
{
	uint32_t shorter = a->n_sentences < b->n_sentences ? a->n_sentences : b->n_sentences;
	uint32_t longer = a->n_sentences < b->n_sentences ? b->n_sentences : a->n_sentences;

	return shared >= share_of_shorter * shorter && shared >= share_of_longer * longer && shared >= SHARED_LEAST;
}

/* Earlier texts that share a sentence with this one, and how many they share. */
static size_t look_up(struct finding *finding, const struct copy_text *text)
{
	size_t n = 0;

	for (uint32_t i = 0; i < text->n_repeated; i++) {
		uint32_t at = finding->last[text->repeated[i]];
		for (; at; at = finding->postings.at[at - 1].next) {
			uint32_t other = finding->postings.at[at - 1].text;
			if (!finding->shared[other]++)
				finding->candidates[n++] = other;
		}
	}
	return n;
}

static void post(struct finding *finding, uint32_t number)
{
	const struct copy_text *text = &finding->texts->at[number];

	for (uint32_t i = 0; i < text->n_repeated; i++) {
		uint32_t sentence = text->repeated[i];
		if (finding->n_posted[sentence] == POSTED_MOST)
			continue;
		struct posting *posting = array_add(finding->arena, &finding->postings);
		*posting = (struct posting){number, finding->last[sentence]};
		finding->last[sentence] = (uint32_t)finding->postings.n;
		finding->n_posted[sentence]++;
	}
}

/* The earlier text that shares the most with text `number`, as a copy would; UINT32_MAX: none. */
static uint32_t nearest(struct finding *finding, uint32_t number)
{
	const struct copy_text *text = &finding->texts->at[number];
	uint32_t best = UINT32_MAX, most = 0;
	size_t n = look_up(finding, text);

	for (size_t i = 0; i < n; i++) {
		uint32_t other = finding->candidates[i], shared = finding->shared[other];
		finding->shared[other] = 0;
		if (!is_copy(text, &finding->texts->at[other], shared))
			continue;
		if (shared > most || (shared == most && other < best)) {
			most = shared;
			best = other;
		}
	}
	return best;
}

struct moment {
	uint64_t content;
	int64_t moment;
	uint32_t item;
};

static int by_content(const void *a, const void *b, void *context)
{
	const struct moment *x = a, *y = b;

	(void)context;
	if (x->content != y->content)
		return x->content < y->content ? -1 : 1;
	if (x->moment != y->moment)
		return x->moment < y->moment ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

/* Same title and text. A title alone may be two outlets' own. */
static void join_equals(struct arena *arena, const struct item *items, size_t n, struct membership *members)
{
	struct moment *moments = arena_array(arena, n, struct moment);

	for (size_t i = 0; i < n; i++)
		moments[i] = (struct moment){items[i].content, items[i].moment, (uint32_t)i};
	sort_stable(arena, moments, n, sizeof *moments, by_content, NULL);
	for (size_t i = 1; i < n; i++) {
		uint32_t early = moments[i - 1].item, late = moments[i].item;
		if (moments[i].content == moments[i - 1].content &&
		    (items[late].n_sentences || (items[late].outlet && items[late].outlet == items[early].outlet)))
			join(items, members, original_of(members, early), late);
	}
}

void copies_find(struct arena *arena, const struct item *items, size_t n, unsigned jobs, size_t memory_cap,
		 struct membership *members)
{
	struct finding finding = {.arena = arena, .items = items, .members = members};

	for (size_t i = 0; i < n; i++)
		members[i] = (struct membership){.original = (uint32_t)i};
	join_equals(arena, items, n, members);
	finding.texts = copy_texts(arena, items, n, members, jobs, memory_cap);
	finding.last = arena_array(arena, finding.texts->n_repeated, uint32_t);
	finding.n_posted = arena_array(arena, finding.texts->n_repeated, uint8_t);
	finding.shared = arena_array(arena, n, uint32_t);
	finding.candidates = arena_array(arena, n, uint32_t);
	for (size_t t = 0; t < finding.texts->n; t++) {
		uint32_t other = nearest(&finding, (uint32_t)t), item = finding.texts->at[t].item;
		if (other != UINT32_MAX)
			join(items, members, original_of(members, finding.texts->at[other].item), item);
		if (members[item].original == item)
			post(&finding, (uint32_t)t);
	}
	for (size_t i = 0; i < n; i++)
		members[i].original = original_of(members, (uint32_t)i);
}
