/*
 * What parts sentences in mails and pages without a stop: the stamp of a forwarded mail ("Ann Lee 04/26/2001 07:17 AM
 * Will you ..."), an address before a capital, one web address after another, "Dear Ann," and "Best regards," before a
 * capital. Each looks at one token, or at the head of a sentence.
 */
#include "language/sentence_pass.h"

enum { ADDRESS_BYTES = 120, HEAD_BYTES = 40, HEAD_WORDS = 4 };

static bool is_digit(struct ng_text text, size_t at)
{
	return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits_before(struct ng_text text, size_t at, size_t low)
{
	size_t n = 0;

	while (n < 5 && at - n > low && is_digit(text, at - n - 1))
		n++;
	return n;
}

static size_t digits_at(struct ng_text text, size_t at)
{
	size_t n = 0;

	while (n < 5 && is_digit(text, at + n))
		n++;
	return n;
}

/* Where the date d/m/y and the hour before the colon begin; SIZE_MAX: there is none. */
static size_t stamp_start(const struct sentence_pass *pass, size_t colon)
{
	static const char before[] = {' ', '/', '/'};
	struct ng_text text = pass->text;
	size_t at = colon;

	for (size_t i = 0; i < 4; i++) {
		size_t n = digits_before(text, at, pass->start);
		if (n == 0 || n > (i == 1 ? 4 : 2))
			return SIZE_MAX;
		at -= n;
		if (i < 3 && (at == pass->start || text.at[--at] != before[i]))
			return SIZE_MAX;
	}
	return at;
}

/* The end of the minutes, seconds and the half of the day after the colon; 0: there is none. */
static size_t stamp_end(struct ng_text text, size_t colon, bool *half)
{
	size_t at = colon + 1;

	if (digits_at(text, at) != 2)
		return 0;
	at += 2;
	if (byte_at(text, at) == ':' && digits_at(text, at + 1) == 2)
		at += 3;
	*half = byte_at(text, at) == ' ' && (byte_at(text, at + 1) == 'A' || byte_at(text, at + 1) == 'P') &&
		byte_at(text, at + 2) == 'M';
	return *half ? at + 3 : at;
}

static bool lower_word_before(const struct sentence_pass *pass, size_t at)
{
	size_t end = at, len;

	while (end > pass->start && pass->text.at[end - 1] == ' ')
		end--;
	size_t start = sentence_token_start(pass->text, end, pass->start);
	return end > start && sentence_class(sentence_rune(pass->text, start, &len)) == RUNE_LOWER &&
	       text_find(text_slice(pass->text, start, end), TEXT("@"), 0) == end - start;
}

static enum rune_class next_class(struct ng_text text, size_t at, size_t *next)
{
	unsigned lines;
	size_t len;

	*next = sentence_skip(text, at, &lines);
	return *next > at && lines < 2 ? sentence_class(sentence_rune(text, *next, &len)) : RUNE_OTHER;
}

static size_t at_stamp(struct sentence_pass *pass, size_t colon)
{
	bool half;
	size_t end = stamp_end(pass->text, colon, &half), next;
	size_t start = end ? stamp_start(pass, colon) : SIZE_MAX;

	if (start == SIZE_MAX)
		return colon + 1;
	enum rune_class class = next_class(pass->text, end, &next);
	if (!half && class != RUNE_UPPER)
		return colon + 1;
	if (start > pass->start && !lower_word_before(pass, start))
		sentence_end(pass, start);
	if (class != RUNE_OTHER)
		sentence_end(pass, end);
	return end;
}

static size_t address_end(struct ng_text text, size_t at)
{
	size_t end = at;

	while (end < text.len && end - at < ADDRESS_BYTES && (unsigned char)text.at[end] > ' ')
		end++;
	return end;
}

static bool is_word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

static size_t at_web_address(struct sentence_pass *pass, size_t colon)
{
	struct ng_text text = pass->text;
	size_t end = address_end(text, colon), next;
	struct sentence_word word;

	if (!is_word_byte(text.at[end - 1]) && text.at[end - 1] != '/')
		return colon + 1;
	bool capital = next_class(text, end, &next) == RUNE_UPPER;
	sentence_word_of(pass->tables, text, next, sentence_word_end(text, next), &word);
	if (text_starts(text_slice(text, next, text.len), TEXT("http")) || (capital && word.any_sections & IN_STARTERS))
		sentence_end(pass, end);
	return end;
}

size_t sentence_colon(struct sentence_pass *pass, size_t at)
{
	if (at > pass->start && is_digit(pass->text, at - 1) && is_digit(pass->text, at + 1))
		return at_stamp(pass, at);
	if (text_starts(text_slice(pass->text, at, pass->text.len), TEXT("://")))
		return at_web_address(pass, at);
	return at + 1;
}

size_t sentence_at_sign(struct sentence_pass *pass, size_t at)
{
	struct ng_text text = pass->text;
	size_t end = address_end(text, at), next;
	struct ng_text host = text_slice(text, at + 1, end);
	struct sentence_word word;

	if (at == pass->start || !is_word_byte(text.at[at - 1]) || end == at + 1 ||
	    (!is_word_byte(text.at[end - 1]) && text.at[end - 1] != '>' && text.at[end - 1] != ')'))
		return at + 1;
	if (text_find(host, TEXT("."), 0) == host.len || next_class(text, end, &next) != RUNE_UPPER)
		return at + 1;
	size_t start = sentence_token_start(text, at, pass->start);
	sentence_word_of(pass->tables, text, next, sentence_word_end(text, next), &word);
	bool labelled = start > pass->start + 1 && text.at[start - 1] == ' ' && text.at[start - 2] == ':';
	if (labelled || text.at[end - 1] == '>' || word.any_sections & IN_STARTERS)
		sentence_end(pass, end);
	return at + 1;
}

/* "Dear Ann Lee," by its first word, "With best regards," by its last. */
static bool is_formula(const struct sentence_pass *pass, size_t comma)
{
	struct ng_text text = pass->text;
	struct sentence_word word = {0};
	bool greeting = false;
	size_t words = 0, end;

	for (size_t at = pass->start; at < comma; at = end + (byte_at(text, end) == ' ')) {
		end = sentence_word_end(text, at);
		if (end == at || words == HEAD_WORDS || (end < comma && text.at[end] != ' '))
			return false;
		sentence_word_of(pass->tables, text, at, end, &word);
		greeting |= words++ == 0 && word.any_sections & IN_GREETINGS;
	}
	return greeting || word.any_sections & IN_CLOSINGS;
}

size_t sentence_comma(struct sentence_pass *pass, size_t at)
{
	size_t next;

	if (at - pass->start < HEAD_BYTES && at > pass->start && next_class(pass->text, at + 1, &next) == RUNE_UPPER &&
	    is_formula(pass, at))
		sentence_end(pass, at + 1);
	return at + 1;
}
