/*
 * Which language is this? In: a text, of which the first 4 KiB count. Out: a language; "und" without evidence.
 * Method: the script most letters are of; where several languages share it, each word's evidence is summed,
 * ln(languages / those that have it as a stop word), and, unless that decides early, that of its trigrams
 * (language_profiles.c). The best must tell enough a word: what is written in a language without tables tells less.
 */
#include "language/language_tables.h"

#include <math.h>
#include <string.h>

#include "language/word_scan.h"

/*
 * Bytes looked at, and for the script alone; bytes of a word; words after which, and again after as many, stop words
 * may decide. The evidence a word asked of the best, in hundredths of what a stop word of one language alone tells.
 */
enum { LOOK = 4096, LOOK_SCRIPT = 1024, WORD_ROOM = 64, EARLY_WORDS = 48, ENOUGH = 16 };

struct tally {
	const struct language_profiles *profiles;
	enum script script;
	uint32_t stop_weight[IDENTIFIED_MAX + 1]; /* by how many languages have the word */
	uint32_t score[IDENTIFIED_MAX];
	uint32_t words, enough; /* a word */
};

/* A letter or mark stands at `at`; its code point and length. */
static bool is_letter(struct ng_text text, size_t at, uint32_t *rune, size_t *len)
{
	unsigned char byte = (unsigned char)text.at[at];

	if (byte < 0x80) {
		*rune = byte;
		*len = 1;
		return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
	}
	*len = utf8_decode(text, at, rune);
	return rune_is_word(*rune) && rune_class(*rune) != RUNE_DIGIT;
}

static unsigned count_bits(uint64_t bits)
{
	unsigned n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

static enum script main_script(struct ng_text text)
{
	size_t letters[SCRIPTS] = {0}, len;
	enum script most = SCRIPT_NONE;

	for (size_t at = 0; at < text.len; at += len) {
		uint32_t rune;
		if (is_letter(text, at, &rune, &len))
			letters[rune < 0x250 ? SCRIPT_LATIN : script_of(rune)]++;
	}
	letters[SCRIPT_LATIN] /= 2; /* names and terms in Latin letters stand in texts of all scripts */
	if (letters[SCRIPT_HAN] && letters[SCRIPT_KANA] * 8 > letters[SCRIPT_HAN])
		letters[SCRIPT_KANA] += letters[SCRIPT_HAN];
	for (enum script script = SCRIPT_NONE; script < SCRIPTS; script++)
		if (letters[script] > letters[most])
			most = script;
	return most;
}

/* The next word in lower case between two '_', cut at WORD_ROOM; the place after it; 0: there is none. */
static size_t next_word(struct ng_text text, size_t at, char *word, size_t *word_len)
{
	struct ng_text rest;
	size_t start, len;
	uint32_t rune;

	while (at < text.len && !is_letter(text, at, &rune, &len))
		at += len;
	for (start = at; at < text.len; at += len)
		if (!is_letter(text, at, &rune, &len) && rune != 0x200c &&
		    rune != 0x200d) /* joiners stand inside words */
			break;
	*word_len = 0;
	word[(*word_len)++] = '_';
	for (rest = text_slice(text, start, at); rest.len && *word_len + 5 < WORD_ROOM;
	     rest = text_slice(rest, len, rest.len)) {
		len = utf8_decode(rest, 0, &rune);
		*word_len += utf8_encode(rune_lower(rune), word + *word_len);
	}
	word[(*word_len)++] = '_';
	return at > start ? at : 0;
}

static void add_stop_word(struct tally *tally, struct ng_text word)
{
	const struct table_entry *entry = table_get(&tally->profiles->words, text_slice(word, 1, word.len - 1));
	uint64_t bits = entry ? entry->value & tally->profiles->of_script[tally->script] : 0;
	uint32_t weight = tally->stop_weight[count_bits(bits)];

	for (size_t i = 0; bits; i++, bits >>= 1)
		if (bits & 1)
			tally->score[i] += weight;
}

static void add_trigrams(struct tally *tally, struct ng_text word)
{
	size_t starts[4] = {0}, n = 0, len;
	uint32_t rune;

	for (size_t at = 0; at < word.len; at += len) {
		len = utf8_decode(word, at, &rune);
		starts[n++ % 4] = at;
		if (n < 3)
			continue;
		struct ng_text trigram = text_slice(word, starts[(n - 3) % 4], at + len);
		const struct table_entry *entry = table_get(&tally->profiles->trigrams, trigram);
		for (uint32_t i = entry ? (uint32_t)entry->value : 0; i;) {
			const struct trigram_use *use = &tally->profiles->uses.at[i - 1];
			tally->score[use->language] += use->weight;
			i = use->next;
		}
	}
}

static size_t best_of(const struct tally *tally, size_t but)
{
	uint64_t bits = tally->profiles->of_script[tally->script];
	size_t best = 0;

	for (size_t i = 1; i < IDENTIFIED_MAX; i++)
		if (i != but && bits >> i & 1 && (!best || tally->score[i] > tally->score[best]))
			best = i;
	return best;
}

/* Stop words alone tell: the best has enough, and twice what the next has. */
static size_t decided_early(const struct tally *tally)
{
	size_t best = best_of(tally, 0), second = best_of(tally, best);

	if (tally->score[best] < tally->enough * tally->words || tally->score[best] < 2 * tally->score[second])
		return 0;
	return best;
}

static size_t identify(struct tally *tally, struct ng_text text)
{
	char word[WORD_ROOM];
	size_t len, early = 0;

	for (size_t at = 0; (at = next_word(text, at, word, &len)) && !early;) {
		add_stop_word(tally, (struct ng_text){word, len});
		if (++tally->words % EARLY_WORDS == 0)
			early = decided_early(tally);
	}
	if (early)
		return early;
	for (size_t at = 0; (at = next_word(text, at, word, &len));)
		add_trigrams(tally, (struct ng_text){word, len});
	size_t best = best_of(tally, 0);
	return tally->words && tally->score[best] >= tally->enough * tally->words ? best : 0;
}

const struct language *language_identify(const struct languages *languages, struct ng_text text)
{
	struct tally tally = {.profiles = &languages->profiles};

	text = text_slice(text, 0, LOOK);
	tally.script = main_script(text_slice(text, 0, LOOK_SCRIPT));
	uint64_t bits = tally.profiles->of_script[tally.script];
	unsigned n = count_bits(bits);
	for (unsigned i = 1; i <= n; i++)
		tally.stop_weight[i] = (uint32_t)(256 * log((n + 1.) / i) + .5);
	tally.enough = tally.stop_weight[1] * ENOUGH / 100;
	size_t only = n == 1 ? best_of(&tally, 0) : 0;
	return &languages->at[n > 1 ? identify(&tally, text) : only];
}
