/*
 * In: a stretch of text. Out: its next word. A word is a run of letters, digits and marks; a capital after a small
 * letter begins another one ("fileRead" is two that a page glued), and a CJK character is one by itself. Words are
 * compared by 64-bit hashes of their lower case, never by their letters: two words of one hash would only confuse a
 * cue. ASCII is read eight bytes at a time; a word with any other letter is read again by code points.
 */
#include "clean/token.h"

#include "base/eight.h"

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
