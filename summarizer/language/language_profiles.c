/*
 * What languages are told apart by. In: stop words, and the 300 most frequent trigrams of letters a language, by rank
 * (Cavnar and Trenkle, N-Gram-Based Text Categorization, 1994). Out: one table from stop word to languages, one from
 * trigram to languages with a weight that falls with the logarithm of the rank. A language's script is that of its stop
 * words, or known by its code.
 */
#include "language/language_tables.h"

#include <math.h>

#include "base/utf8.h"

/* In 1/256 of a nat: a trigram of rank r tells 1.5 / 10 x ln(1000 / (r + 20)), fitted by hand on a grid. */
static const double trigram_scale = 256 * .15, trigram_tail = 1000, trigram_head = 20;

static const struct {
	uint32_t first, last;
	enum script script;
} blocks[] = {
    {0x41, 0x24f, SCRIPT_LATIN},      {0x370, 0x3ff, SCRIPT_GREEK},      {0x400, 0x52f, SCRIPT_CYRILLIC},
    {0x530, 0x58f, SCRIPT_ARMENIAN},  {0x590, 0x5ff, SCRIPT_HEBREW},     {0x600, 0x6ff, SCRIPT_ARABIC},
    {0x750, 0x77f, SCRIPT_ARABIC},    {0x900, 0x97f, SCRIPT_DEVANAGARI}, {0x980, 0x9ff, SCRIPT_BENGALI},
    {0xb80, 0xbff, SCRIPT_TAMIL},     {0xe00, 0xe7f, SCRIPT_THAI},       {0xe80, 0xeff, SCRIPT_LAO},
    {0x1000, 0x109f, SCRIPT_MYANMAR}, {0x1100, 0x11ff, SCRIPT_HANGUL},   {0x1780, 0x17ff, SCRIPT_KHMER},
    {0x1e00, 0x1eff, SCRIPT_LATIN},   {0x1f00, 0x1fff, SCRIPT_GREEK},    {0x3041, 0x30ff, SCRIPT_KANA},
    {0x3400, 0x9fff, SCRIPT_HAN},     {0xac00, 0xd7af, SCRIPT_HANGUL},   {0xf900, 0xfaff, SCRIPT_HAN},
    {0xfb50, 0xfdff, SCRIPT_ARABIC},  {0xfe70, 0xfefe, SCRIPT_ARABIC},   {0x20000, 0x3fffd, SCRIPT_HAN},
};

static const struct {
	const char *code;
	enum script script;
} scripts_by_code[] = {
    {"ja", SCRIPT_KANA}, {"km", SCRIPT_KHMER}, {"lo", SCRIPT_LAO}, {"my", SCRIPT_MYANMAR}, {"th", SCRIPT_THAI},
};

enum script script_of(uint32_t rune)
{
	size_t low = 0, high = sizeof blocks / sizeof *blocks;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (rune < blocks[middle].first)
			high = middle;
		else if (rune > blocks[middle].last)
			low = middle + 1;
		else
			return blocks[middle].script;
	}
	return SCRIPT_NONE;
}

static enum script script_of_language(const struct language *language)
{
	uint32_t rune;

	for (size_t i = 0; i < sizeof scripts_by_code / sizeof *scripts_by_code; i++)
		if (text_equal(language->code, text_of(scripts_by_code[i].code)))
			return scripts_by_code[i].script;
	if (!language->stop.n)
		return SCRIPT_NONE;
	utf8_decode(language->stop.at[0].key, 0, &rune);
	return script_of(rune);
}

static void load_trigrams(struct arena *arena, const struct resources *data, struct ng_text code, size_t language,
			  struct language_profiles *profiles)
{
	char *file = arena_string(arena, arena_format(arena, "%.*s/trigrams.txt", TEXT_ARGS(code)));
	bool found;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	for (size_t rank = 0; rank < list.n; rank++) {
		struct table_entry *entry = table_put(&profiles->trigrams, list.at[rank].entry);
		struct trigram_use *use = array_add(arena, &profiles->uses);
		double weight = trigram_scale * log(trigram_tail / ((double)rank + trigram_head));
		use->language = (uint16_t)language;
		use->weight = (uint16_t)(weight > 0 ? weight + .5 : 0);
		use->next = (uint32_t)entry->value;
		entry->value = profiles->uses.n;
	}
}

void language_profiles_load(struct arena *arena, const struct resources *data, struct languages *languages)
{
	struct language_profiles *profiles = &languages->profiles;

	profiles->words = profiles->trigrams = table_new(arena);
	for (size_t i = 1; i < languages->n && i < IDENTIFIED_MAX; i++) {
		const struct language *language = &languages->at[i];
		enum script script = script_of_language(language);
		if (script == SCRIPT_NONE)
			continue;
		profiles->of_script[script] |= (uint64_t)1 << i;
		for (size_t w = 0; w < language->stop.n; w++)
			table_put(&profiles->words, language->stop.at[w].key)->value |= (uint64_t)1 << i;
		load_trigrams(arena, data, language->code, i, profiles);
	}
}
