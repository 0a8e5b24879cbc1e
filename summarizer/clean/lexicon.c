/*
 * In: data/LANG/clean.txt and stopwords.txt of every language. Out: one hash table from a word to whether it is a stop
 * word and to the phrases that begin with it; those of two words and more are found by a hash of the first two.
 * A phrase is a line of words; "..." at an end says that the line it describes may go on there; a number stands for any
 * number. Case, punctuation and marks between words do not count.
 */
#include "clean/lexicon.h"

enum { FIRST_SLOTS = 1 << 14 };

static const struct ng_text sections[CUES] = {
    [CUE_NAVIGATION] = {"navigation", 10},
    [CUE_WIDGET] = {"widget", 6},
    [CUE_PROMOTION] = {"promotion", 9},
    [CUE_RELATED] = {"related", 7},
    [CUE_CAPTION] = {"caption", 7},
    [CUE_CREDIT] = {"credit", 6},
    [CUE_REPORT] = {"report", 6},
    [CUE_AGENCY] = {"agency", 6},
    [CUE_BYLINE] = {"byline", 6},
    [CUE_DATE] = {"date", 4},
    [CUE_AUTHOR] = {"author", 6},
    [CUE_LEGAL] = {"legal", 5},
    [CUE_NOTE] = {"note", 4},
    [CUE_MONTH] = {"month", 5},
    [CUE_WEEKDAY] = {"weekday", 7},
    [CUE_ABBREVIATION] = {"abbreviation", 12},
    [CUE_DANGLING] = {"dangling", 8},
};

struct lexicon_entry *lexicon_slot(const struct lexicon *lexicon, uint64_t word)
{
	size_t mask = lexicon->n_slots - 1, slot = (size_t)(word ^ (word >> 29)) & mask;

	while (lexicon->slots[slot].word && lexicon->slots[slot].word != word)
		slot = (slot + 1) & mask;
	return &lexicon->slots[slot];
}

static struct lexicon_entry *entry_put(struct arena *arena, struct lexicon *lexicon, uint64_t word)
{
	if (lexicon->n_entries * 4 >= lexicon->n_slots * 3) {
		struct lexicon old = *lexicon;
		lexicon->n_slots *= 2;
		lexicon->slots = arena_array(arena, lexicon->n_slots, struct lexicon_entry);
		for (size_t i = 0; i < old.n_slots; i++)
			if (old.slots[i].word)
				*lexicon_slot(lexicon, old.slots[i].word) = old.slots[i];
	}
	struct lexicon_entry *entry = lexicon_slot(lexicon, word);
	lexicon->n_entries += !entry->word;
	entry->word = word;
	lexicon->filter[word % LEXICON_FILTER / 64] |= (uint64_t)1 << word % 64;
	return entry;
}

static bool take_dots(struct ng_text *phrase, bool at_end)
{
	bool there = at_end ? text_ends(*phrase, TEXT("...")) : text_starts(*phrase, TEXT("..."));

	if (there)
		*phrase = at_end ? text_slice(*phrase, 0, phrase->len - 3) : text_slice(*phrase, 3, phrase->len);
	return there;
}

static bool phrase_put(struct arena *arena, struct lexicon *lexicon, enum cue cue, struct ng_text text,
		       struct ng_text value)
{
	struct phrase phrase = {.cue = cue, .first = (uint32_t)lexicon->words.n};
	struct token token;

	phrase.before = take_dots(&text, false);
	phrase.after = take_dots(&text, true);
	phrase.label = text_ends(text, TEXT(":"));
	phrase.after = phrase.after || phrase.label;
	for (size_t i = 0; i < value.len && value.at[i] >= '0' && value.at[i] <= '9' && phrase.value < 1000; i++)
		phrase.value = phrase.value * 10 + (value.at[i] - '0');
	for (uint32_t at = 0; token_next(text, at, (uint32_t)text.len, &token); at = token.end)
		*array_add(arena, &lexicon->words) = token.word;
	phrase.n = (uint32_t)lexicon->words.n - phrase.first;
	if (!phrase.n)
		return false;
	uint64_t first = lexicon->words.at[phrase.first];
	struct lexicon_entry *entry = entry_put(arena, lexicon, first);
	if (phrase.n == 1) {
		entry->alone = (entry->alone | 1u << cue) & 0x7fffffffu;
	} else {
		uint64_t second = lexicon->words.at[phrase.first + 1];
		entry->follow |= lexicon_bit(second);
		entry = entry_put(arena, lexicon, lexicon_pair(first, second));
	}
	phrase.next = entry->phrase;
	*array_add(arena, &lexicon->phrases) = phrase;
	entry->phrase = (uint32_t)lexicon->phrases.n;
	return true;
}

static enum cue section_cue(struct ng_text section)
{
	for (size_t i = 0; i < CUES; i++)
		if (text_equal(section, sections[i]))
			return (enum cue)i;
	return CUES;
}

static void load_phrases(struct arena *arena, struct lexicon *lexicon, struct ng_text bytes, const char *name)
{
	struct wordlist list = wordlist_read(arena, bytes, name, WORDLIST_LINES);

	for (size_t i = 0; i < list.n; i++) {
		const struct wordlist_entry *line = &list.at[i];
		enum cue cue = section_cue(line->section);
		if (cue == CUES)
			arena_fail(arena, NG_CONFIG, text_of(name), line->line, "unknown section \"%.*s\"",
				   TEXT_ARGS(line->section));
		if (!phrase_put(arena, lexicon, cue, line->entry, line->value))
			arena_fail(arena, NG_CONFIG, text_of(name), line->line, "a phrase without a word");
	}
}

static void load_stop_words(struct arena *arena, struct lexicon *lexicon, struct ng_text bytes, const char *name)
{
	struct wordlist list = wordlist_read(arena, bytes, name, WORDLIST_WORDS);
	struct token token;

	for (size_t i = 0; i < list.n; i++)
		for (uint32_t at = 0; token_next(list.at[i].entry, at, (uint32_t)list.at[i].entry.len, &token);
		     at = token.end)
			entry_put(arena, lexicon, token.word)->stop = true;
}

struct lexicon lexicon_load(struct arena *arena, const struct resources *data)
{
	struct lexicon lexicon = {.n_slots = FIRST_SLOTS};
	struct resource_names names = resource_list(arena, data, "");

	lexicon.slots = arena_array(arena, lexicon.n_slots, struct lexicon_entry);
	lexicon.filter = arena_array(arena, LEXICON_FILTER / 64, uint64_t);
	for (size_t i = 0; i < names.n; i++) {
		bool phrases = text_ends(names.at[i], TEXT("/clean.txt")), found = false;
		if (!phrases && !text_ends(names.at[i], TEXT("/stopwords.txt")))
			continue;
		char *name = arena_string(arena, names.at[i]);
		struct ng_text bytes = resource_find(arena, data, name, &found);
		if (phrases)
			load_phrases(arena, &lexicon, bytes, name);
		else
			load_stop_words(arena, &lexicon, bytes, name);
	}
	return lexicon;
}
