/*
 * In: data/LANG/clean.txt and stopwords.txt of every language. Out: one hash table from a word to whether it is a stop
 * word and to the phrases that begin with it.
 * A phrase is a line of words; "..." at an end says that the line it describes may go on there; a number stands for any
 * number. Case, punctuation and marks between words do not count. Words are compared by 64-bit hashes (FNV-1a, Fowler,
 * Noll and Vo), never by their letters: two words of one hash would only confuse a cue.
 */
#include "clean/lexicon.h"

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

static uint64_t hash_step(uint64_t hash, uint32_t byte)
{
	return (hash ^ byte) * 0x100000001b3u;
}

static const uint64_t hash_start = 0xcbf29ce484222325u;

static bool is_ascii_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool token_next(struct ng_text text, uint32_t at, uint32_t end, struct token *token)
{
	uint64_t hash = hash_start;
	bool digits = true, small = false;
	uint32_t rune;

	for (; at < end; at++) {
		unsigned char c = (unsigned char)text.at[at];
		if (is_ascii_word(c))
			break;
		if (c < 0x80)
			continue;
		uint32_t n = (uint32_t)utf8_decode(text, at, &rune);
		if (rune_is_cjk(rune)) {
			*token = (struct token){hash_step(hash, rune), at, at + n};
			return true;
		}
		if (rune_is_word(rune))
			break;
		at += n - 1;
	}
	token->start = at;
	while (at < end) {
		unsigned char c = (unsigned char)text.at[at];
		uint32_t n = 1;
		if (is_ascii_word(c)) {
			bool capital = c >= 'A' && c <= 'Z';
			if (capital && small)
				break;
			small = c >= 'a';
			digits = digits && c <= '9';
			rune = c | (capital ? 0x20u : 0);
		} else if (c < 0x80) {
			break;
		} else {
			n = (uint32_t)utf8_decode(text, at, &rune);
			if (!rune_is_word(rune) || rune_is_cjk(rune))
				break;
			digits = false;
			rune = rune_lower(rune);
		}
		hash = hash_step(hash, rune);
		at += n;
	}
	token->end = at;
	token->word = digits ? NUMBER_WORD : hash;
	return at > token->start;
}

static struct lexicon_entry *slot_of(const struct lexicon *lexicon, uint64_t word)
{
	size_t mask = lexicon->n_slots - 1, slot = (size_t)(word ^ (word >> 29)) & mask;

	while (lexicon->slots[slot].word && lexicon->slots[slot].word != word)
		slot = (slot + 1) & mask;
	return &lexicon->slots[slot];
}

const struct lexicon_entry *lexicon_find(const struct lexicon *lexicon, uint64_t word)
{
	const struct lexicon_entry *entry = slot_of(lexicon, word);

	return entry->word ? entry : NULL;
}

static struct lexicon_entry *entry_put(struct arena *arena, struct lexicon *lexicon, uint64_t word)
{
	if (lexicon->n_entries * 4 >= lexicon->n_slots) {
		struct lexicon old = *lexicon;
		lexicon->n_slots *= 2;
		lexicon->slots = arena_array(arena, lexicon->n_slots, struct lexicon_entry);
		for (size_t i = 0; i < old.n_slots; i++)
			if (old.slots[i].word)
				*slot_of(lexicon, old.slots[i].word) = old.slots[i];
	}
	struct lexicon_entry *entry = slot_of(lexicon, word);
	lexicon->n_entries += !entry->word;
	entry->word = word;
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
	struct lexicon_entry *entry = entry_put(arena, lexicon, lexicon->words.at[phrase.first]);
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
	struct lexicon lexicon = {.n_slots = 1024};
	struct resource_names names = resource_list(arena, data, "");

	lexicon.slots = arena_array(arena, lexicon.n_slots, struct lexicon_entry);
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
