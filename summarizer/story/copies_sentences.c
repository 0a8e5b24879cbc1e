/*
 * Sentences for finding copies. In: items. Out: texts in order of time with the numbers of their repeated sentences.
 * A sentence that eight articles of one outlet have, and a fifth of all it has, is furniture ("Sign up for our...").
 */
#include "story/copies_sentences.h"

#include "base/sort.h"
#include "story/feature_counts.h"

static const double share_of_furniture = .2;
enum { FURNITURE_LEAST = 8 };

/* A sentence of a text that another has too. */
struct mention {
	uint64_t outlet;
	uint32_t sentence; /* its number */
	uint32_t text;
};

struct mentions {
	struct mention *at;
	size_t n, room;
};

static int by_time(const void *a, const void *b, void *context)
{
	const struct item *items = context;
	const struct item *x = &items[((const struct copy_text *)a)->item];
	const struct item *y = &items[((const struct copy_text *)b)->item];

	if (x->moment != y->moment)
		return x->moment < y->moment ? -1 : 1;
	return (x->content > y->content) - (x->content < y->content);
}

static int by_outlet(const void *a, const void *b, void *context)
{
	const struct mention *x = a, *y = b;

	(void)context;
	if (x->outlet != y->outlet)
		return x->outlet < y->outlet ? -1 : 1;
	return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_text(const void *a, const void *b, void *context)
{
	const struct mention *x = a, *y = b;

	(void)context;
	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_number(const void *a, const void *b, void *context)
{
	const uint64_t *x = a, *y = b;

	(void)context;
	return (*x > *y) - (*x < *y);
}

static struct mentions find_mentions(struct arena *arena, const struct item *items, const struct copy_texts *texts,
				     const struct feature_keys *keys)
{
	struct mentions mentions = {0};

	for (size_t t = 0; t < texts->n; t++) {
		const struct item *item = &items[texts->at[t].item];
		for (uint32_t i = 0; i < item->n_sentences; i++) {
			uint32_t number = feature_keys_find(keys, item->sentences[i]);
			if (number != FEATURE_NONE)
				*array_add(arena, &mentions) = (struct mention){item->outlet, number, (uint32_t)t};
		}
	}
	return mentions;
}

/* Outlets of all items, ascending, to be asked in ascending order. */
struct outlets {
	uint64_t *sorted;
	size_t n, at;
};

static struct outlets outlets_of(struct arena *arena, const struct item *items, size_t n)
{
	struct outlets outlets = {arena_array(arena, n, uint64_t), n, 0};

	for (size_t i = 0; i < n; i++)
		outlets.sorted[i] = items[i].outlet;
	sort_stable(arena, outlets.sorted, n, sizeof *outlets.sorted, by_number, NULL);
	return outlets;
}

static size_t articles_of(struct outlets *outlets, uint64_t outlet)
{
	while (outlets->at < outlets->n && outlets->sorted[outlets->at] < outlet)
		outlets->at++;
	size_t end = outlets->at;
	while (end < outlets->n && outlets->sorted[end] == outlet)
		end++;
	return end - outlets->at;
}

static size_t run_of(const struct mentions *mentions, size_t i)
{
	size_t end = i + 1;

	while (end < mentions->n && by_outlet(&mentions->at[end], &mentions->at[i], NULL) == 0)
		end++;
	return end - i;
}

/* Takes furniture out of the mentions and out of the texts' sentences. */
static void drop_furniture(struct mentions *mentions, struct outlets outlets, struct copy_texts *texts)
{
	size_t kept = 0, run;

	for (size_t i = 0; i < mentions->n; i += run) {
		uint64_t outlet = mentions->at[i].outlet;
		run = run_of(mentions, i);
		bool furniture = outlet && run >= FURNITURE_LEAST &&
				 (double)run > share_of_furniture * (double)articles_of(&outlets, outlet);
		for (size_t k = i; k < i + run; k++) {
			if (furniture)
				texts->at[mentions->at[k].text].n_sentences--;
			else
				mentions->at[kept++] = mentions->at[k];
		}
	}
	mentions->n = kept;
}

static void give_repeated(struct arena *arena, struct copy_texts *texts, const struct mentions *mentions)
{
	uint32_t *numbers = arena_array(arena, mentions->n, uint32_t);

	for (size_t i = 0; i < mentions->n; i++) {
		struct copy_text *text = &texts->at[mentions->at[i].text];
		numbers[i] = mentions->at[i].sentence;
		if (!text->n_repeated++)
			text->repeated = &numbers[i];
	}
}

const struct copy_texts *copy_texts(struct arena *arena, const struct item *items, size_t n,
				    const struct membership *members, unsigned jobs, size_t memory_cap)
{
	struct copy_texts *texts = arena_new_of(arena, struct copy_texts);
	struct hash_list *lists = arena_array(arena, n, struct hash_list);

	texts->at = arena_array(arena, n, struct copy_text);
	for (size_t i = 0; i < n; i++) {
		if (members[i].original != i)
			continue;
		lists[texts->n] = (struct hash_list){items[i].sentences, items[i].n_sentences};
		texts->at[texts->n++] = (struct copy_text){.item = (uint32_t)i, .n_sentences = items[i].n_sentences};
	}
	struct feature_counts counts = feature_counts(arena, lists, texts->n, jobs, memory_cap);
	sort_stable(arena, texts->at, texts->n, sizeof *texts->at, by_time, (void *)items);
	struct mentions mentions = find_mentions(arena, items, texts, &counts.keys);
	sort_stable(arena, mentions.at, mentions.n, sizeof *mentions.at, by_outlet, NULL);
	drop_furniture(&mentions, outlets_of(arena, items, n), texts);
	sort_stable(arena, mentions.at, mentions.n, sizeof *mentions.at, by_text, NULL);
	give_repeated(arena, texts, &mentions);
	texts->n_repeated = counts.keys.n;
	return texts;
}
