/*
 * In: data/LANG/clean.txt and stopwords.txt of every language. Out: one hash table from a word to whether it is a stop
 * word and to the phrases that begin with it; those of two words and more are found by a hash of the first two.
 * A phrase is a line of words; "..." at an end says that the line it describes may go on there; a number stands for any
 * number. Case, punctuation and marks between words do not count. Words are compared by 64-bit hashes of their lower
 * case, never by their letters: two words of one hash would only confuse a cue. ASCII is read eight bytes at a time.
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

static bool is_ascii_word(unsigned char c)
{
	return c < 0x80 && rune_ascii_class[c] >= RUNE_UPPER && rune_ascii_class[c] <= RUNE_DIGIT;
}

/* The hash of a word byte by byte; the same as that of eight bytes at a time. */
struct word_hash {
	uint64_t hash, bytes;
	size_t len;
};

static void hash_rune(struct word_hash *word, uint32_t rune)
{
	char bytes[4];
	size_t n = utf8_encode(rune, bytes);

	for (size_t i = 0; i < n; i++) {
		word->bytes |= (uint64_t)(unsigned char)bytes[i] << 8 * (word->len++ % 8);
		if (word->len % 8)
			continue;
		word->hash = eight_hash(word->hash, word->bytes);
		word->bytes = 0;
	}
}

static uint64_t hash_done(const struct word_hash *word)
{
	return eight_hash_end(eight_hash(word->hash, word->bytes), word->len);
}

/* A word that has letters beyond ASCII, from token->start on. */
static void read_runes(struct ng_text text, uint32_t end, struct token *token)
{
	struct word_hash word = {0};
	uint32_t at = token->start, rune;
	bool small = false;

	token->small = false;
	for (uint32_t n; at < end; at += n) {
		n = (uint32_t)utf8_decode(text, at, &rune);
		if (n > 1 ? !rune_is_word(rune) || rune_is_cjk(rune) : !is_ascii_word((unsigned char)rune))
			break;
		bool capital = rune >= 'A' && rune <= 'Z';
		if (capital && small)
			break;
		if (n == 1)
			small = rune >= 'a';
		token->small = token->small || (n == 1 && small && at > token->start);
		hash_rune(&word, rune_lower(rune));
	}
	token->end = at;
	token->word = hash_done(&word);
}

/* A word of ASCII alone; false: letters beyond ASCII follow. */
static bool read_ascii(struct ng_text text, uint32_t end, struct token *token)
{
	uint64_t hash = 0, small = 0, others = 0, last_small = 0;
	uint32_t at = token->start;
	size_t n;

	do {
		size_t left = text.len - at;
		uint64_t bytes = left >= 8 ? eight_load(text.at + at) : eight_load_few(text.at + at, left);
		struct eight is = eight_classify(bytes);
		uint64_t lower = is.letters & ~is.capitals;
		uint64_t ends = (EIGHT_TOPS & ~(is.letters | is.digits)) | (is.capitals & (lower << 8 | last_small));
		if (end - at < 8)
			ends |= EIGHT_TOPS & ~eight_low(end - at);
		n = ends ? eight_before(ends) : 8;
		uint64_t word = eight_low(n);
		small |= lower & word & (at == token->start ? ~(uint64_t)0xff : ~(uint64_t)0);
		others |= is.letters & word;
		last_small = lower >> 56;
		hash = eight_hash(hash, (bytes | EIGHT_CASE) & word);
		at += (uint32_t)n;
	} while (n == 8);
	token->end = at;
	token->small = small != 0;
	token->word = others ? eight_hash_end(hash, at - token->start) : NUMBER_WORD;
	if (at == end || (unsigned char)text.at[at] < 0x80)
		return true;
	uint32_t rune;
	utf8_decode(text, at, &rune);
	return !rune_is_word(rune) || rune_is_cjk(rune);
}

bool token_next(struct ng_text text, uint32_t at, uint32_t end, struct token *token)
{
	for (uint32_t n; at < end; at += n) {
		n = (uint32_t)utf8_decode(text, at, &token->rune);
		token->start = at;
		if (n == 1 && is_ascii_word((unsigned char)text.at[at])) {
			if (!read_ascii(text, end, token))
				read_runes(text, end, token);
			return true;
		}
		if (n == 1)
			continue;
		if (rune_is_cjk(token->rune)) {
			struct word_hash word = {0};
			hash_rune(&word, token->rune);
			token->word = hash_done(&word);
			token->end = at + n;
			token->small = false;
			return true;
		}
		if (rune_is_word(token->rune)) {
			read_runes(text, end, token);
			return true;
		}
	}
	return false;
}

struct lexicon_entry *lexicon_slot(const struct lexicon *lexicon, uint64_t word)
{
	size_t mask = lexicon->n_slots - 1, slot = (size_t)(word ^ (word >> 29)) & mask;

	while (lexicon->slots[slot].word && lexicon->slots[slot].word != word)
		slot = (slot + 1) & mask;
	return &lexicon->slots[slot];
}

static struct lexicon_entry *entry_put(struct arena *arena, struct lexicon *lexicon, uint64_t word)
{
	if (lexicon->n_entries * 2 >= lexicon->n_slots) {
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
		entry->alone |= 1u << cue & 0x7fffffffu;
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
	struct lexicon lexicon = {.n_slots = 1024};
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
