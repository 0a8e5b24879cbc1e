/*
 * In: a run of capitalised words. Out: where its title ends and the name begins ("White House spokesman | John Kirby"),
 * and what its first word tells of gender. By lists of titles, role nouns and forenames alone.
 */
#include "story/name.h"

enum { ROLE_WORDS_MAX = 7 };

bool name_word(const struct quote_token *token)
{
	return (token->is & (QUOTE_BIT(QB_CAPITAL) | QUOTE_BIT(QB_DAY) | QUOTE_BIT(QB_NOT_A_NAME))) ==
	       QUOTE_BIT(QB_CAPITAL);
}

bool name_label(const struct quote_token *token)
{
	return is_any(token, QUOTE_BIT(QB_TITLE) | QUOTE_BIT(QB_ROLE));
}

static bool forename(const struct quote_token *token)
{
	return is_any(token, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
}

/* A forename in the middle of a long run: "Trump Adviser Kellyanne Conway" without a known title. */
static size_t cut_at_forename(const struct quote_token *const *run, size_t from, size_t n)
{
	for (size_t k = from + 1; k + 1 < n; k++) {
		const struct quote_token *before = run[k - 1];
		bool part = forename(before) || before->bare - before->start <= 2 || is(before, QB_LOWER);
		if (forename(run[k]) && !part)
			return k;
	}
	return from;
}

size_t name_start(const struct quote_token *const *run, size_t n)
{
	size_t start = 0;

	if (n > 1 && is_any(run[n - 1], QUOTE_BIT(QB_ORGANISATION) | QUOTE_BIT(QB_TITLE) | QUOTE_BIT(QB_ROLE)) &&
	    !forename(run[n - 2]))
		return 0;
	for (size_t k = 0; k + 1 < n; k++)
		if (name_label(run[k]) || is(run[k], QB_POSSESSIVE))
			start = k + 1;
	return n - start > 2 ? cut_at_forename(run, start, n) : start;
}

/* "Secretary of | State": a title that goes on over a preposition. */
static bool title_of(const struct quote_token *low, const struct quote_token *at)
{
	return at - low >= 2 && is(&at[-1], QB_COMPLEMENT) && name_label(&at[-2]) && is(at, QB_CAPITAL) &&
	       is(&at[-2], QB_CAPITAL);
}

const struct quote_token *name_role(const struct quote_token *low, const struct quote_token *run,
				    const struct quote_token *name)
{
	const uint64_t stops = QUOTE_BIT(QB_AFTER) | QUOTE_BIT(QB_DETERMINER) | QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_DAY) |
			       QUOTE_BIT(QB_RIGHT_CUE) | QUOTE_BIT(QB_QUOTED) | QUOTE_BIT(QB_POSSESSIVE) |
			       QUOTE_BIT(QB_ENDS);
	const struct quote_token *at = run;
	bool role = name > run;

	for (int words = 0; words < ROLE_WORDS_MAX && at > low; words++) {
		const struct quote_token *before = &at[-1];
		if (role && title_of(low, at)) {
			at -= 2;
			continue;
		}
		bool opener = is(before, QB_CAPITAL) && is(before, QB_NOT_A_NAME);
		bool noun = is(before, QB_SETTLED) && is(at, QB_ROLE) && is(at, QB_LOWER); /* "Operations director" */
		bool police = is(before, QB_GROUP) && is(before, QB_ORGANISATION) && is(at, QB_ROLE);
		if (!is(before, QB_WORD) || (!police && (is_any(before, stops) || (opener && !noun))))
			break;
		bool goes_on = name_label(before) || (role && (is(before, QB_CAPITAL) || is(at, QB_LOWER)));
		if (!goes_on)
			break;
		role = true;
		at--;
	}
	return role ? at : name;
}

unsigned name_gender(const struct quote_token *token)
{
	return (is(token, QB_MALE) ? GENDER_MALE : 0) | (is(token, QB_FEMALE) ? GENDER_FEMALE : 0);
}

static bool suffix(struct ng_text word)
{
	static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"};

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (text_equal(word, text_of(suffixes[i])))
			return true;
	return false;
}

struct ng_text name_last_word(struct ng_text name)
{
	for (;;) {
		size_t start = name.len;
		while (start > 0 && name.at[start - 1] != ' ')
			start--;
		struct ng_text word = text_slice(name, start, name.len);
		struct ng_text rest = text_trim(text_slice(name, 0, start));
		if (!rest.len || !suffix(word))
			return word;
		name = text_ends(rest, TEXT(",")) ? text_slice(rest, 0, rest.len - 1) : rest;
	}
}

struct ng_text name_first_word(struct ng_text name)
{
	return text_slice(name, 0, text_find(name, TEXT(" "), 0));
}
