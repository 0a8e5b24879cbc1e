/*
 * In: a clause and the place beside its verb. Out: the pronoun, name or noun phrase there, with the role that stands
 * before the name ("White House spokesman") or after it (", a teacher from Ohio,"). To the left it steps over
 * parentheses, appositions and relative pronouns.
 */
#include "story/quote_phrase.h"

#include "story/name.h"

enum { APPOSITION_MAX = 26, NOUN_MAX = 12, RIGHT_MAX = 14, ROLE_SUBJECT_MAX = 6 };

static const struct phrase none = {.kind = PHRASE_NONE};

static struct ng_text words_of(const struct clause *clause, int first, int last)
{
	if (first > last)
		return TEXT("");
	return text_slice(clause->text->text, clause->at[first]->start, clause->at[last]->end);
}

static bool pronoun(const struct quote_token *token)
{
	return is_any(token, QUOTE_BIT(QB_HE) | QUOTE_BIT(QB_SHE) | QUOTE_BIT(QB_THEY) | QUOTE_BIT(QB_IT));
}

static bool comma(uint32_t rune)
{
	return rune == ',' || rune == '-' || rune == 0x2013 || rune == 0x2014;
}

static bool stop(uint32_t rune)
{
	return rune == '.' || rune == '!' || rune == '?' || rune == ';' || rune == ':';
}

static struct phrase pronoun_at(const struct clause *clause, int i)
{
	return (struct phrase){
	    .kind = PHRASE_PRONOUN, .first = i, .last = i, .head = clause->at[i], .words = words_of(clause, i, i)};
}

/* "Ann Packer, who is chairman of the group, said": the name that opens the clause. */
struct phrase phrase_before_relative(const struct clause *clause, int i)
{
	if (!name_word(clause->at[i]) ||
	    !is_any(clause->at[i], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE) | QUOTE_BIT(QB_TITLE)))
		return none;
	int last = phrase_run_end(clause, i, 1);
	if (last + 2 >= clause->n || clause->at[last + 1]->rune != ',' || !is(clause->at[last + 2], QB_WHO))
		return none;
	return phrase_of_run(clause, i, last);
}

/* A full name that ends at token i. */
static struct phrase name_before(const struct clause *clause, int i)
{
	if (!name_word(clause->at[i]))
		return none;
	int first = phrase_run_end(clause, i, -1);
	struct phrase phrase = phrase_of_run(clause, first, i);
	bool whole = phrase.kind == PHRASE_NAME && phrase.head != clause->at[i] &&
		     is_any(phrase.head, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
	return whole ? phrase : none;
}

static bool noun_before(const struct clause *clause, int i)
{
	const uint64_t others = QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_AFTER) | QUOTE_BIT(QB_PREPOSITION) |
				QUOTE_BIT(QB_DETERMINER) | QUOTE_BIT(QB_AUXILIARY) | QUOTE_BIT(QB_AND);
	return i >= 0 && is(clause->at[i], QB_WORD) && (!is_any(clause->at[i], others) || is(clause->at[i], QB_ROLE));
}

/* Does what begins at token i only complete a noun before it: "mayor | of London", "ministre | de la Santé"? Its "of".
 */
static int complemented(const struct clause *clause, int i)
{
	if (i < 2)
		return -1;
	bool article = is(clause->at[i - 1], QB_DETERMINER) && !is(clause->at[i - 1], QB_COMPLEMENT);
	int of = article ? i - 2 : i - 1;
	return is(clause->at[of], QB_COMPLEMENT) && noun_before(clause, of - 1) ? of : -1;
}

/* "the campaign", "one of his aides": back to its determiner. */
static struct phrase noun_left(const struct clause *clause, int i)
{
	for (int k = i; k >= 0 && i - k < NOUN_MAX; k--) {
		const struct quote_token *token = clause->at[k];
		if (!is(token, QB_WORD) && token->rune != '-' && token->rune != '\'' && token->rune != 0x2019)
			break;
		bool owner = k < i && is(token, QB_POSSESSIVE) && !(k > 0 && is(clause->at[k - 1], QB_CAPITAL));
		if (is(token, QB_DETERMINER) && k > 2 && clause->at[k - 1]->rune == ',') {
			struct phrase phrase = name_before(clause, k - 2);
			if (phrase.kind == PHRASE_NAME) {
				phrase.role = words_of(clause, k, i);
				return phrase;
			}
		}
		if (!is(token, QB_DETERMINER) && !owner)
			continue;
		if (owner && k > 0 && is(clause->at[k - 1], QB_DETERMINER)) /* "the | union's leader" */
			token = clause->at[--k];
		if (k == i && k > 0 && is(token, QB_GROUP) && name_word(clause->at[k - 1])) { /* "Reed | supporters" */
			k = phrase_run_end(clause, k - 1, -1);
			token = clause->at[k];
		}
		int of = k < i ? complemented(clause, k + 1) : -1;
		if (of >= 0) {
			k = of;
			continue;
		}
		return (struct phrase){
		    .kind = PHRASE_NOUN, .first = k, .last = i, .head = token, .words = words_of(clause, k, i)};
	}
	return none;
}

/* The name whose complement ends at i, or the noun phrase: "Ann Lee of the Fund", "the mayor of London". */
static struct phrase complement_left(const struct clause *clause, int of, int i)
{
	if (name_word(clause->at[of - 1])) {
		struct phrase phrase = phrase_of_run(clause, phrase_run_end(clause, of - 1, -1), of - 1);
		if (phrase_certain(clause, &phrase))
			return phrase;
	}
	return noun_left(clause, i);
}

/* A phrase that ends at token i, with nothing to step over. */
static struct phrase plain_left(const struct clause *clause, int i)
{
	if (i < 0)
		return none;
	const struct quote_token *token = clause->at[i];
	if (pronoun(token))
		return pronoun_at(clause, i);
	if (name_word(token) || is(token, QB_SUFFIX)) {
		int first = phrase_run_end(clause, i, -1), of = complemented(clause, first);
		struct phrase phrase = phrase_of_run(clause, first, i), whole = none;
		if (of >= 0 && (phrase.kind == PHRASE_NONE || phrase.head == clause->at[first]))
			whole = complement_left(clause, of, i);
		if (whole.kind != PHRASE_NONE)
			return whole;
		if (phrase.kind != PHRASE_NONE)
			return phrase;
	}
	return is(token, QB_WORD) ? noun_left(clause, i) : none;
}

/* Steps over "who", ", who" and a parenthesis. */
static int step_left(const struct clause *clause, int i)
{
	if (i >= 0 && is(clause->at[i], QB_WHO)) {
		i--;
		return i >= 0 && clause->at[i]->rune == ',' ? i - 1 : i;
	}
	if (i >= 0 && clause->at[i]->rune == ')') {
		while (i >= 0 && clause->at[i]->rune != '(')
			i--;
		return i - 1;
	}
	return i;
}

/* "one of | the passengers", "un | des passagers": the noun is no role of one of them. */
static bool one_of_them(const struct clause *clause, int noun)
{
	if (noun < 1)
		return false;
	const struct quote_token *before = clause->at[noun - 1];
	if (is(clause->at[noun], QB_COMPLEMENT))
		return is(before, QB_DETERMINER);
	return noun > 1 && is(before, QB_COMPLEMENT) && is(clause->at[noun - 2], QB_GROUP);
}

/* "The group's director, | Jane Smith |, said": the name is the apposition, the noun before it the role. */
static struct phrase name_between(const struct clause *clause, int open, int close)
{
	if (close - open < 3 || !name_word(clause->at[open + 1]) || phrase_run_end(clause, open + 1, 1) != close - 1)
		return none;
	struct phrase phrase = phrase_of_run(clause, open + 1, close - 1);
	if (phrase.kind != PHRASE_NAME || !is_any(phrase.head, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE)))
		return none;
	struct phrase noun = noun_left(clause, open - 1);
	if (!phrase.role.len && noun.kind == PHRASE_NOUN && !one_of_them(clause, noun.first))
		phrase.role = noun.words;
	return phrase;
}

/* The apposition that ends with the comma at i: the phrase before the comma that opens it. */
enum { SURE_NAMES, NAMES, ANY };

static struct phrase before_apposition(const struct clause *clause, int i, int want)
{
	for (int k = i - 1; k > 0 && i - k < APPOSITION_MAX; k--) {
		if (stop(clause->at[k]->rune) && !is(clause->at[k], QB_WORD))
			break;
		if (clause->at[k]->rune != clause->at[i]->rune || is(clause->at[k], QB_WORD))
			continue;
		struct phrase phrase = name_between(clause, k, i);
		if (phrase.kind == PHRASE_NAME)
			return phrase;
		phrase = plain_left(clause, step_left(clause, k - 1));
		bool wanted =
		    want == ANY || (phrase.kind == PHRASE_NAME && (want == NAMES || phrase_certain(clause, &phrase)));
		if (phrase.kind == PHRASE_NONE || !wanted)
			continue;
		if (!phrase.role.len && phrase.kind == PHRASE_NAME)
			phrase.role = words_of(clause, k + 1, i - 1);
		return phrase;
	}
	return none;
}

struct phrase phrase_left(const struct clause *clause, int i)
{
	i = step_left(clause, i);
	i = step_left(clause, i);
	if (i < 0)
		return none;
	if (comma(clause->at[i]->rune) && !is(clause->at[i], QB_WORD)) {
		struct phrase phrase = none;
		for (int want = SURE_NAMES; want <= ANY && phrase.kind == PHRASE_NONE; want++)
			phrase = before_apposition(clause, i, want);
		return phrase;
	}
	return plain_left(clause, i);
}

/* "Monday", "lundi", "el | lunes": a day, or the article before one. */
static bool day_at(const struct clause *clause, int k)
{
	bool lower = clause->text->words->drop_subject || clause->text->words->split_apostrophe;
	const struct quote_token *token = clause->at[k];

	if (lower && is(token, QB_DETERMINER) && k + 1 < clause->n)
		token = clause->at[k + 1];
	return is(token, QB_DAY) && (lower || is(token, QB_CAPITAL));
}

/* Where the noun phrase that begins at i breaks off. */
static int right_end(const struct clause *clause, int i)
{
	int k = i;

	for (; k < clause->n && k - i < RIGHT_MAX; k++) {
		const struct quote_token *token = clause->at[k];
		if (!is(token, QB_WORD) &&
		    !(token->rune == '-' || token->rune == '/' || token->rune == '&' || token->rune == '\''))
			break;
		if (day_at(clause, k))
			break;
		bool name_of = text_equal(text_slice(clause->text->text, token->start, token->end), TEXT("of")) &&
			       k - i >= 2 &&
			       is_any(clause->at[i], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE) | QUOTE_BIT(QB_TITLE)) &&
			       is(clause->at[k - 1], QB_CAPITAL);
		bool titles = is_any(token, QUOTE_BIT(QB_AND) | QUOTE_BIT(QB_COMPLEMENT)) &&
			      name_label(clause->at[k - (k > i)]) && is(clause->at[k - (k > i)], QB_CAPITAL) &&
			      k + 1 < clause->n && is(clause->at[k + 1], QB_CAPITAL);
		bool joins = k > i && is(token, QB_PARTICLE) && name_word(clause->at[k - 1]) &&
			     phrase_particle_joins(clause, k, 1);
		/* "Anwohnerin Ilse Kern | dem Boten" */
		bool article = clause->text->words->capital_nouns && is(token, QB_DETERMINER) && k > i + 1 &&
			       name_word(clause->at[k - 1]) &&
			       is_any(clause->at[k - 2], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
		if (k > i && ((is(token, QB_AFTER) && !titles && !joins) || name_of || article))
			break;
	}
	return k;
}

/* ", a teacher from Ohio": the words of the apposition after token i. */
static struct ng_text role_after(const struct clause *clause, int i)
{
	if (i + 1 >= clause->n || clause->at[i]->rune != ',')
		return TEXT("");
	const struct quote_token *first = clause->at[i + 1];
	if (!is(first, QB_DETERMINER) && !is(first, QB_ROLE))
		return TEXT("");
	int end = i + 1;
	while (end < clause->n && end - i < RIGHT_MAX && !is(clause->at[end], QB_WHO) &&
	       (is(clause->at[end], QB_WORD) || clause->at[end]->rune == '-' || clause->at[end]->rune == '\''))
		end++;
	return words_of(clause, i + 1, end - 1);
}

/* "the group's director, Jane Smith": the name that follows the noun phrase [first, end). */
static struct phrase name_after(const struct clause *clause, int first, int end)
{
	if (end + 1 >= clause->n || clause->at[end]->rune != ',' || !name_word(clause->at[end + 1]))
		return none;
	int last = phrase_run_end(clause, end + 1, 1);
	struct phrase phrase = phrase_of_run(clause, end + 1, last);
	bool whole = phrase.kind == PHRASE_NAME && phrase.head != clause->at[last] &&
		     is_any(phrase.head, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
	if (!whole)
		return none;
	for (int k = first; k + 1 < end; k++) /* the days and places before it are no role */
		if (is(clause->at[k], QB_DETERMINER) && is(clause->at[k + 1], QB_ROLE)) {
			first = k;
			break;
		}
	phrase.role = words_of(clause, first, end - 1);
	return phrase;
}

/* Days, adverbs and what begins with a preposition may stand between verb and subject: "a déclaré lundi à Lyon le
 * maire". */
static int skip_between(const struct clause *clause, int i)
{
	while (i < clause->n && is(clause->at[i], QB_WORD) && (is(clause->at[i], QB_ADVERB) || day_at(clause, i)) &&
	       !pronoun(clause->at[i]))
		i++;
	return i;
}

/* "a spokesman | for the campaign": the noun phrase goes on over one preposition. */
static int complement_end(const struct clause *clause, int end)
{
	if (end + 1 >= clause->n || !is(clause->at[end], QB_COMPLEMENT))
		return end;
	int stop = right_end(clause, end + 1);
	return stop > end + 1 ? stop : end;
}

struct phrase phrase_right(const struct clause *clause, int i)
{
	i = skip_between(clause, i);
	if (i >= clause->n)
		return none;
	if (pronoun(clause->at[i]))
		return pronoun_at(clause, i);
	int end = right_end(clause, i);
	if (end == i || is(clause->at[i], QB_WHO))
		return none;
	int last = end - 1;
	while (last >= i && !name_word(clause->at[last]))
		last--;
	if (last >= i && (last == end - 1 || !is(clause->at[last], QB_POSSESSIVE))) {
		int first = phrase_run_end(clause, last, -1);
		if (first < i)
			first = i;
		if (last == end - 1 || first == i) {
			if (end + 1 < clause->n && clause->at[end]->rune == ',' && is(clause->at[end + 1], QB_SUFFIX))
				last = end + 1;
			struct phrase phrase = phrase_of_run(clause, first, last);
			bool complement = complemented(clause, first) > i && phrase.head == clause->at[first];
			if (phrase.kind == PHRASE_NAME && !complement) {
				if (!phrase.role.len)
					phrase.role = role_after(clause, last + 1);
				return phrase;
			}
		}
	}
	end = complement_end(clause, end);
	struct phrase name = name_after(clause, i, end);
	if (name.kind != PHRASE_NONE)
		return name;
	return (struct phrase){.kind = PHRASE_NOUN,
			       .first = i,
			       .last = end - 1,
			       .head = clause->at[i],
			       .words = words_of(clause, i, end - 1)};
}

/* "Ryan's | campaign shrugged": a noun without a name after it. */
static bool owned(const struct clause *clause, int i, int limit)
{
	return i < limit && is(clause->at[i], QB_LOWER) && i + 1 < clause->n && is(clause->at[i + 1], QB_LOWER);
}

/* "The spokesman", "His lawyer": the noun phrase that opens the clause, where it ends in a noun of what a person is. */
static struct phrase role_subject(const struct clause *clause, int limit)
{
	for (int i = 1; i < limit && i < ROLE_SUBJECT_MAX && is(clause->at[i], QB_WORD); i++)
		if (is(clause->at[i], QB_ROLE) && is(clause->at[i], QB_LOWER) && i + 1 < clause->n &&
		    !is_any(clause->at[i + 1], QUOTE_BIT(QB_CAPITAL) | QUOTE_BIT(QB_ROLE)))
			return (struct phrase){.kind = PHRASE_NOUN,
					       .first = 0,
					       .last = i,
					       .head = clause->at[0],
					       .words = words_of(clause, 0, i)};
	return none;
}

/* "Asked about it, ...", "Speaking in Walton, ...": the first word is no name, whatever its capital. */
static bool opener(const struct clause *clause)
{
	const uint64_t named =
	    QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE) | QUOTE_BIT(QB_SURNAME) | QUOTE_BIT(QB_POSSESSIVE);

	return is(clause->at[0], QB_OPENER) && !is_any(clause->at[0], named) &&
	       !(clause->n > 1 && is_any(clause->at[1], QUOTE_BIT(QB_CUE)));
}

struct phrase phrase_subject(const struct clause *clause, int limit)
{
	if (limit > 0 && is(clause->at[0], QB_DETERMINER)) {
		struct phrase phrase = role_subject(clause, limit);
		if (phrase.kind != PHRASE_NONE)
			return phrase;
	}
	for (int i = 0; i < limit; i++) {
		const struct quote_token *token = clause->at[i];
		if (pronoun(token) && !is(token, QB_IT))
			return pronoun_at(clause, i);
		if (!name_word(token) || (i == 0 && opener(clause)))
			continue;
		int last = phrase_run_end(clause, i, 1);
		bool object = i > 0 && is_any(clause->at[i - 1], QUOTE_BIT(QB_PREPOSITION));
		if (!object && is(clause->at[last], QB_POSSESSIVE) && owned(clause, last + 1, limit))
			return (struct phrase){.kind = PHRASE_NOUN,
					       .first = i,
					       .last = last + 1,
					       .head = token,
					       .words = words_of(clause, i, last + 1)};
		if (object || is(clause->at[last], QB_POSSESSIVE)) {
			i = last;
			continue;
		}
		struct phrase phrase = phrase_of_run(clause, i, last);
		bool noun =
		    clause->text->words->capital_nouns && !phrase_certain(clause, &phrase) && !is(token, QB_SHOUT);
		if (phrase.kind == PHRASE_NAME && !noun)
			return phrase;
		i = last;
	}
	return none;
}
