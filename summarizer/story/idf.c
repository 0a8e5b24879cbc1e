/*
 * Background document frequencies. In: data/LANG/df.tsv. Out: for a feature, how many of how many documents have it.
 * Two articles alone cannot tell a rare word from a common one; the table can (inverse document frequency, Sparck
 * Jones 1972). Words are kept as features, so a look-up costs no text.
 * Refuses: an entry without a count, a table without the number of its documents.
 */
#include "story/idf.h"

#include <math.h>

#include "base/sort.h"
#include "base/wordlist.h"
#include "story/feature_keys.h"
#include "story/frequencies.h"
#include "story/item.h"

/* For a language without a table: so many documents, in which words of few letters are common and long ones rare. */
enum { ASSUMED_DOCUMENTS = 7000, COMMON_LETTERS = 2, RARE_LETTERS = 7 };

struct idf_table {
	uint16_t language;
	double documents;
	struct feature_keys keys;
	uint32_t *with; /* documents that have the key of the same index */
};

struct idf_tables {
	struct idf_table *at;
	size_t n, room;
	double by_letters[FEATURE_LETTERS_MOST + 1];
};

uint16_t idf_language(struct ng_text code)
{
	if (code.len < 2 || (code.len > 2 && code.at[2] != '-' && code.at[2] != '_'))
		return 0;
	unsigned first = (unsigned char)code.at[0] | 0x20u, second = (unsigned char)code.at[1] | 0x20u;
	return (uint16_t)(first << 8 | second);
}

static uint32_t read_count(struct arena *arena, const char *name, const struct wordlist_entry *entry)
{
	struct ng_text text = entry->value;
	uint64_t count = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9' || count > UINT32_MAX / 10)
			count = UINT64_MAX / 20;
		else
			count = count * 10 + (uint64_t)(text.at[i] - '0');
	}
	if (!text.len || count > UINT32_MAX)
		arena_fail(arena, NG_CONFIG, text_of(name), entry->line, "expected a word, a tab and a count");
	return (uint32_t)count;
}

struct row {
	uint32_t feature, with;
};

static int row_order(const void *a, const void *b, void *context)
{
	const struct row *x = a, *y = b;

	(void)context;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

static void table_fill(struct arena *arena, struct idf_table *table, struct row *rows, size_t n_rows)
{
	uint32_t *keys = arena_array(arena, n_rows, uint32_t);
	size_t n = 0;

	sort_stable(arena, rows, n_rows, sizeof *rows, row_order, NULL);
	table->with = arena_array(arena, n_rows, uint32_t);
	for (size_t i = 0; i < n_rows; i++) {
		if (n && keys[n - 1] == rows[i].feature)
			continue; /* two stems of one feature: the first speaks */
		keys[n] = rows[i].feature;
		table->with[n++] = rows[i].with;
	}
	table->keys = feature_keys(arena, keys, n);
}

static void table_read(struct arena *arena, struct idf_tables *tables, const char *name, struct ng_text bytes)
{
	struct wordlist list = wordlist_read(arena, bytes, name, WORDLIST_LINES);
	struct idf_table *table = array_add(arena, tables);
	struct row *rows = arena_array(arena, list.n, struct row);
	size_t n = 0;

	table->language = idf_language(text_slice(text_of(name), 0, 2));
	for (size_t i = 0; i < list.n; i++) {
		uint32_t count = read_count(arena, name, &list.at[i]);
		if (text_equal(list.at[i].section, TEXT("documents")))
			table->documents = count;
		else
			rows[n++] = (struct row){feature_of_stem(text_hash(list.at[i].entry)), count};
	}
	if (table->documents < 1)
		arena_fail(arena, NG_CONFIG, text_of(name), 0, "the section [documents] with their number is missing");
	table_fill(arena, table, rows, n);
}

/* A word of n letters is in documents^(1 - share) documents, so that its idf is share x the most. */
static void assume_by_letters(struct idf_tables *tables)
{
	for (int letters = 0; letters <= FEATURE_LETTERS_MOST; letters++) {
		double share = (letters - COMMON_LETTERS) / (double)(RARE_LETTERS - COMMON_LETTERS);
		tables->by_letters[letters] = pow(ASSUMED_DOCUMENTS, share < 0 ? 1 : share > 1 ? 0 : 1 - share);
	}
}

struct idf_tables *idf_tables_load(struct arena *arena, const struct resources *data)
{
	struct idf_tables *tables = arena_new_of(arena, struct idf_tables);
	struct resource_names names = resource_list(arena, data, "");

	assume_by_letters(tables);
	for (size_t i = 0; i < names.n; i++) {
		const char *name = arena_string(arena, names.at[i]);
		bool found;
		if (names.at[i].len == 9 && text_ends(names.at[i], TEXT("/df.tsv")))
			table_read(arena, tables, name, resource_find(arena, data, name, &found));
	}
	return tables;
}

static struct idf_table *table_of(struct arena *arena, struct idf_tables *tables, uint16_t language)
{
	for (size_t i = 0; i < tables->n; i++)
		if (tables->at[i].language == language)
			return &tables->at[i];
	return array_add(arena, tables);
}

void idf_tables_take(struct arena *arena, struct idf_tables *tables, const char *name, struct ng_text bytes)
{
	struct frequencies frequencies = {0};

	frequencies_read(arena, name, bytes, &frequencies);
	frequencies_sum(arena, &frequencies);
	for (size_t i = 0, end; i < frequencies.n; i = end) {
		struct row *rows = arena_array(arena, frequencies.n - i, struct row);
		struct ng_text language = frequencies.at[i].language;
		double documents = 0;
		size_t n = 0;
		for (end = i; end < frequencies.n && text_equal(frequencies.at[end].language, language); end++) {
			const struct frequency *one = &frequencies.at[end];
			uint32_t with = one->documents < UINT32_MAX ? (uint32_t)one->documents : UINT32_MAX;
			if (one->stem.len)
				rows[n++] = (struct row){feature_of_stem(text_hash(one->stem)), with};
			else
				documents = (double)one->documents;
		}
		if (documents < 1)
			arena_fail(arena, NG_BAD_INPUT, text_of(name), 0,
				   "does not say how many documents of \"%.*s\" there are", TEXT_ARGS(language));
		struct idf_table *table = table_of(arena, tables, idf_language(language));
		table->language = idf_language(language);
		table->documents = documents;
		table_fill(arena, table, rows, n);
	}
}

struct idf_background idf_background(const struct idf_tables *tables, uint16_t language, uint32_t feature,
				     unsigned letters)
{
	for (size_t i = 0; i < tables->n; i++) {
		const struct idf_table *table = &tables->at[i];
		if (table->language != language)
			continue;
		uint32_t key = feature & FEATURE_PAIR ? FEATURE_NONE : feature_keys_find(&table->keys, feature);
		return (struct idf_background){table->documents, key == FEATURE_NONE ? 0 : table->with[key]};
	}
	return (struct idf_background){ASSUMED_DOCUMENTS, tables->by_letters[letters]};
}
