/*
 * In: data/LANG/quotes.txt (cue verbs, titles, role nouns, pronouns ...) and data/und/forenames.txt. Out: for a word as
 * it is written, the bits of the sections it stands in. A language without a file has no cues: its quotations are found
 * by marks alone. Refuses: an unknown section or setting, with file and line.
 */
#include "story/quote_words.h"

#include <string.h>

enum { LONGEST_WORD = 48 };

struct quote_tables {
	struct table forenames;
	struct {
		struct quote_words *at;
		size_t n, room;
	} languages;
	struct quote_words none;
};

/* clang-format off */
static const char *const section_names[QUOTE_SECTIONS] = {
	[QB_CUE] = "cue", [QB_WEAK_CUE] = "weak cue", [QB_LEFT_CUE] = "left cue", [QB_RIGHT_CUE] = "right cue",
	[QB_ADVERB] = "adverb", [QB_AUXILIARY] = "auxiliary", [QB_TITLE] = "title", [QB_WEAK_TITLE] = "weak title",
	[QB_MALE_TITLE] = "male title", [QB_FEMALE_TITLE] = "female title", [QB_ROLE] = "role", [QB_AFTER] = "after",
	[QB_PARTICLE] = "particle", [QB_ORGANISATION] = "organisation", [QB_DAY] = "day", [QB_NOT_A_NAME] = "not a name",
	[QB_HE] = "he", [QB_SHE] = "she", [QB_THEY] = "they", [QB_IT] = "it", [QB_DETERMINER] = "determiner",
	[QB_PREPOSITION] = "preposition", [QB_AND] = "and", [QB_WHO] = "who", [QB_ACCORDING] = "according",
	[QB_ACCORDING_AFTER] = "according after", [QB_TO] = "to", [QB_NOT] = "not", [QB_ABBREVIATION] = "abbreviation",
	[QB_ELISION] = "elision", [QB_NOT_A_VERB] = "not a verb", [QB_GROUP] = "group",
	[QB_CLITIC] = "clitic", [QB_SUFFIX] = "suffix", [QB_COMPLEMENT] = "complement", [QB_REPORT] = "report", [QB_HOMONYM] = "homonym", [QB_HONORIFIC] = "honorific",
};
/* clang-format on */

/* What a word in a section is beside: a title of men is a title. */
static uint64_t section_bits(int section)
{
	uint64_t bits = QUOTE_BIT(section);

	if (section == QB_WEAK_CUE)
		bits |= QUOTE_BIT(QB_CUE);
	if (section == QB_WEAK_TITLE || section == QB_MALE_TITLE || section == QB_FEMALE_TITLE)
		bits |= QUOTE_BIT(QB_TITLE);
	if (section == QB_GROUP)
		bits |= QUOTE_BIT(QB_DETERMINER);
	return bits;
}

static struct quote_endings *endings_named(struct quote_words *words, struct ng_text section)
{
	if (text_equal(section, TEXT("role ending")))
		return &words->role;
	if (text_equal(section, TEXT("adverb ending")))
		return &words->adverb;
	if (text_equal(section, TEXT("verb ending")))
		return &words->verb;
	if (text_equal(section, TEXT("third person ending")))
		return &words->third_person;
	if (text_equal(section, TEXT("participle ending")))
		return &words->participle;
	return NULL;
}

static bool set(struct quote_words *words, struct ng_text name)
{
	if (text_equal(name, TEXT("capital-nouns")))
		words->capital_nouns = true;
	else if (text_equal(name, TEXT("verb-second")))
		words->verb_second = true;
	else if (text_equal(name, TEXT("split-apostrophe")))
		words->split_apostrophe = true;
	else if (text_equal(name, TEXT("drop-subject")))
		words->drop_subject = true;
	else if (text_equal(name, TEXT("speaker-inside")))
		words->speaker_inside = true;
	else
		return false;
	return true;
}

static bool add_entry(struct arena *arena, struct quote_words *words, const struct wordlist_entry *entry)
{
	if (text_equal(entry->section, TEXT("settings")))
		return set(words, entry->entry);
	struct quote_endings *endings = endings_named(words, entry->section);
	if (endings != NULL) {
		*array_add(arena, endings) = entry->entry;
		return true;
	}
	for (int i = 0; i < QUOTE_SECTIONS; i++)
		if (text_equal(entry->section, text_of(section_names[i]))) {
			table_put(&words->words, entry->entry)->value |= section_bits(i);
			return true;
		}
	return false;
}

static void load_language(struct arena *arena, const struct resources *data, struct ng_text name,
			  struct quote_words *words)
{
	char *file = arena_string(arena, name);
	bool found = false;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	words->code = text_slice(name, 0, text_find(name, TEXT("/"), 0));
	words->words = table_new(arena);
	for (size_t i = 0; i < list.n; i++)
		if (!add_entry(arena, words, &list.at[i]))
			arena_fail(arena, NG_CONFIG, name, list.at[i].line, "unknown section or setting \"%.*s\"",
				   TEXT_ARGS(list.at[i].section));
}

static void load_forenames(struct arena *arena, const struct resources *data, struct table *forenames)
{
	static const char file[] = "und/forenames.txt";
	bool found = false;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	*forenames = table_new(arena);
	for (size_t i = 0; i < list.n; i++) {
		bool male = text_equal(list.at[i].section, TEXT("male"));
		if (!male && !text_equal(list.at[i].section, TEXT("female")))
			arena_fail(arena, NG_CONFIG, TEXT("und/forenames.txt"), list.at[i].line, "unknown section");
		table_put(forenames, list.at[i].entry)->value |= male ? QUOTE_BIT(QB_MALE) : QUOTE_BIT(QB_FEMALE);
	}
}

struct quote_tables *quote_tables_load(struct arena *arena, const struct resources *data)
{
	struct quote_tables *tables = arena_new_of(arena, struct quote_tables);
	struct resource_names names = resource_list(arena, data, "");

	load_forenames(arena, data, &tables->forenames);
	tables->none = (struct quote_words){.code = TEXT("und"), .words = table_new(arena)};
	for (size_t i = 0; i < names.n; i++)
		if (text_ends(names.at[i], TEXT("/quotes.txt")))
			load_language(arena, data, names.at[i], array_add(arena, &tables->languages));
	return tables;
}

const struct quote_words *quote_words_of(const struct quote_tables *tables, struct ng_text code)
{
	for (size_t i = 0; i < tables->languages.n; i++)
		if (text_equal(tables->languages.at[i].code, code))
			return &tables->languages.at[i];
	return &tables->none;
}

/* The word in lower case with ' for an apostrophe; its length, 0: too long to be in any list. */
static size_t lower_word(struct ng_text word, char lower[LONGEST_WORD])
{
	size_t n = 0;

	if (word.len > LONGEST_WORD - 4)
		return 0;
	for (size_t at = 0; at < word.len;) {
		unsigned char byte = (unsigned char)word.at[at];
		if (byte < 0x80) {
			lower[n++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
			at++;
			continue;
		}
		uint32_t rune;
		at += utf8_decode(word, at, &rune);
		rune = rune == 0x2019 ? '\'' : rune_lower(rune);
		if (n + 4 > LONGEST_WORD)
			return 0;
		if (rune < 0x80)
			lower[n++] = (char)rune;
		else if (rune < 0x800) {
			lower[n++] = (char)(0xc0 | rune >> 6);
			lower[n++] = (char)(0x80 | (rune & 0x3f));
		} else if (rune < 0x10000) {
			lower[n++] = (char)(0xe0 | rune >> 12);
			lower[n++] = (char)(0x80 | (rune >> 6 & 0x3f));
			lower[n++] = (char)(0x80 | (rune & 0x3f));
		} else
			return 0;
	}
	return n;
}

/* The letters of Latin-1 without their accents, in place: "josé" is "jose". The length; 0: nothing to take off. */
static size_t without_accents(char lower[LONGEST_WORD], size_t len)
{
	static const char plain[] = "aaaaaaaceeeeiiiidnooooo?ouuuuyty"; /* U+00E0 ... U+00FF */
	size_t n = 0;

	for (size_t at = 0; at < len; at++) {
		unsigned char byte = (unsigned char)lower[at];
		unsigned char next = at + 1 < len ? (unsigned char)lower[at + 1] : 0;
		if (byte == 0xc3 && next >= 0xa0) {
			lower[n++] = plain[next - 0xa0];
			at++;
		} else
			lower[n++] = lower[at];
	}
	return n < len ? n : 0;
}

static bool ends_in(struct ng_text word, const struct quote_endings *endings)
{
	for (size_t i = 0; i < endings->n; i++) {
		struct ng_text ending = endings->at[i];
		/* The last byte alone refuses nearly all. */
		if (word.len > ending.len && word.at[word.len - 1] == ending.at[ending.len - 1] &&
		    text_ends(word, ending))
			return true;
	}
	return false;
}

uint64_t quote_word_bits(const struct quote_tables *tables, const struct quote_words *words, struct ng_text word,
			 bool capital)
{
	char lower[LONGEST_WORD];
	struct ng_text key = {lower, lower_word(word, lower)};

	if (!key.len)
		return 0;
	const struct table_entry *entry = table_get(&words->words, key);
	uint64_t bits = entry == NULL ? 0 : entry->value;
	if (!capital) {
		if (ends_in(key, &words->adverb))
			bits |= QUOTE_BIT(QB_ADVERB);
		if (!(bits & QUOTE_BIT(QB_NOT_A_VERB))) {
			bits |= ends_in(key, &words->verb) ? QUOTE_BIT(QB_VERB_ENDING) : 0;
			bits |= ends_in(key, &words->third_person) ? QUOTE_BIT(QB_S_ENDING) : 0;
		}
	} else {
		entry = table_get(&tables->forenames, key);
		if (entry == NULL) /* Jean-Luc */
			entry = table_get(&tables->forenames, text_slice(key, 0, text_find(key, TEXT("-"), 0)));
		if (entry == NULL) {
			char plain[LONGEST_WORD];
			memcpy(plain, lower, key.len);
			struct ng_text folded = {plain, without_accents(plain, key.len)};
			entry = folded.len ? table_get(&tables->forenames, folded) : NULL;
		}
		bits |= entry == NULL ? 0 : entry->value;
		if (entry == NULL && !(bits & QUOTE_BIT(QB_ROLE)) && ends_in(key, &words->role))
			bits |= QUOTE_BIT(QB_ROLE);
		if (!words->capital_nouns &&
		    (ends_in(key, &words->participle) || ends_in(key, &words->verb) || ends_in(key, &words->adverb)))
			bits |= QUOTE_BIT(QB_OPENER);
	}
	if (ends_in(key, &words->participle))
		bits |= QUOTE_BIT(QB_ING);
	return bits;
}
