/*
 * In: the tokens of a paragraph and the place of a name. Out: the noun phrase in apposition to it, after the name ("Ann
 * Lee, the head of the school,") or before it ("The mayor of Walton, Ann Lee,"). The phrase is an article, words that
 * belong to it, a noun of what a person is, and complements; it ends with the comma or the sentence. Refused: what has
 * a verb in it, since then a clause goes on ("According to Ann Lee, the mayor was wrong").
 */
#include "story/person_role.h"

#include "story/name.h"

enum { WORDS_MAX = 14, BYTES_MAX = 90 };

static const uint64_t joins = QUOTE_BIT(QB_COMPLEMENT) | QUOTE_BIT(QB_PREPOSITION) | QUOTE_BIT(QB_AND);
static const uint64_t verbs = QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_ADVERB) | QUOTE_BIT(QB_NOT);

static const uint64_t ends = QUOTE_BIT(QB_WHO) | QUOTE_BIT(QB_DETERMINER) | QUOTE_BIT(QB_QUOTED);

static bool verb(const struct quote_token *token)
{
	return is(token, QB_LOWER) && !is(token, QB_DETERMINER) && is_any(token, verbs);
}

/* The end of the noun phrase of what a person is that begins at token i; `i` when there is none. */
static uint32_t phrase_end(const struct quote_token *at, uint32_t i, uint32_t limit)
{
	uint32_t k = i, end = limit - i > WORDS_MAX ? i + WORDS_MAX : limit;

	if (k < end && is(&at[k], QB_DETERMINER))
		k++;
	uint32_t noun = k;
	while (k < end && is(&at[k], QB_WORD) && !is_any(&at[k], joins | ends) && !verb(&at[k]))
		k++;
	if (k == noun || !(is(&at[k - 1], QB_ROLE) || (is(&at[k - 1], QB_TITLE) && is(&at[k - 1], QB_CAPITAL))))
		return i;
	while (k < end && is(&at[k], QB_WORD) && !is(&at[k], QB_WHO)) {
		bool past = is(&at[k], QB_VERB_ENDING) && is(&at[k], QB_LOWER);
		bool other = is(&at[k], QB_AND) && k + 1 < end && name_word(&at[k + 1]) && !name_label(&at[k + 1]);
		if (verb(&at[k]) || past || other || is(&at[k], QB_QUOTED))
			return i;
		k++;
	}
	return is_any(&at[k - 1], joins) ? i : k;
}

static bool comma_at(const struct quote_token *token)
{
	return token->rune == ',' && !is(token, QB_WORD);
}

/* The phrase [first, end) was read: does it end here, and was it no clause? */
static bool ends_apposition(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t end,
			    bool sentence)
{
	if (end == paragraph->last)
		return sentence;
	const struct quote_token *token = &text->tokens.at[end];
	return comma_at(token) || is(token, QB_WHO) || (sentence && is(token, QB_ENDS));
}

/* Without the article, but "the union's leader"; "The union's leader" is the leader. */
static struct ng_text words_of(const struct quote_text *text, uint32_t first, uint32_t end)
{
	const struct quote_token *at = text->tokens.at;

	if (is(&at[first], QB_DETERMINER) && !is(&at[first], QB_ORGANISATION)) {
		bool owned = is(&at[first + 1], QB_POSSESSIVE) && is(&at[first + 1], QB_LOWER);
		bool the = text_equal(text_slice(text->text, at[first].start, at[first].end), TEXT("the"));
		first += !owned ? 1 : the ? 0 : 2;
	}
	if (is(&at[end - 1], QB_NUMBER) && is_any(&at[end - 2], joins)) /* "a retired pilot | of 68" */
		end -= 2;
	struct ng_text words = text_slice(text->text, at[first].start, at[end - 1].end);
	return words.len > BYTES_MAX ? TEXT("") : words;
}

static struct ng_text after(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t first,
			    uint32_t last)
{
	const struct quote_token *at = text->tokens.at;
	uint32_t i = last + 1;

	if (i + 1 >= paragraph->last || !comma_at(&at[i]))
		return TEXT("");
	if (is(&at[i + 1], QB_NUMBER) && i + 4 < paragraph->last) /* "Ann Lee, 54, ...", "Léo Marchand, 19 ans, ..." */
		i += comma_at(&at[i + 2]) ? 2 : comma_at(&at[i + 3]) ? 3 : 0;
	else if (i + 5 < paragraph->last && is(&at[i + 2], QB_NUMBER) && comma_at(&at[i + 4])) /* ", de 19 años, ..." */
		i += 4;
	uint32_t end = phrase_end(at, i + 1, paragraph->last);
	/* "After he met Ann Lee, the mayor of Walton left." */
	const struct quote_token *opener = &at[at[last].sentence];
	bool said = first > paragraph->first && is(&at[first - 1], QB_CUE) && is(&at[first - 1], QB_LOWER);
	bool led = !said && is_any(opener, QUOTE_BIT(QB_PREPOSITION) | QUOTE_BIT(QB_AFTER)) && !is(opener, QB_WHO);
	if (end == i + 1 || !ends_apposition(text, paragraph, end, !led))
		return TEXT("");
	return words_of(text, i + 1, end);
}

static struct ng_text before(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t first,
			     uint32_t last)
{
	const struct quote_token *at = text->tokens.at;
	uint32_t comma = first - 1, low = comma;

	if (first < paragraph->first + 2 || !comma_at(&at[comma]) || !ends_apposition(text, paragraph, last + 1, true))
		return TEXT("");
	while (low > paragraph->first && comma - low < WORDS_MAX && is(&at[low - 1], QB_WORD))
		low--;
	for (; low < comma; low++) {
		bool owner = is(&at[low], QB_POSSESSIVE) && is(&at[low], QB_CAPITAL);
		if ((owner || is(&at[low], QB_DETERMINER)) && phrase_end(at, low, comma) == comma)
			return words_of(text, low, comma);
	}
	return TEXT("");
}

struct ng_text role_beside(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t first,
			   uint32_t last)
{
	struct ng_text role = {0};

	if (is(&text->tokens.at[last], QB_POSSESSIVE))
		return role;
	role = before(text, paragraph, first, last);
	return role.len ? role : after(text, paragraph, first, last);
}

static bool same_letters(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char x = a[i] >= 'A' && a[i] <= 'Z' ? (char)(a[i] + 32) : a[i];
		char y = b[i] >= 'A' && b[i] <= 'Z' ? (char)(b[i] + 32) : b[i];
		if (x != y)
			return false;
	}
	return true;
}

/* "Dr", "Superintendent": a title and not what the person does. */
static bool title_alone(const struct quote_text *text, struct ng_text role)
{
	struct ng_text bare = text_ends(role, TEXT(".")) ? text_slice(role, 0, role.len - 1) : role;
	uint64_t bits = quote_word_bits(text->tables, text->words, bare, true);
	return (bits & QUOTE_BIT(QB_TITLE)) && !(bits & QUOTE_BIT(QB_ROLE));
}

bool role_says_more(const struct quote_text *text, struct ng_text role, struct ng_text than)
{
	if (!role.len || title_alone(text, role))
		return role.len && !than.len;
	if (!than.len || title_alone(text, than))
		return true;
	for (size_t i = 0; i + than.len <= role.len && role.len > than.len; i++)
		if (same_letters(role.at + i, than.at, than.len))
			return true;
	return false;
}
