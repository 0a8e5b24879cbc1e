/*
 * In: a clause and a capitalised word. Out: the run of words it stands in (particles, "Jr.", nicknames between marks
 * are its own), cut into the role before the name and the name. In German, where every noun has a capital, a name shows
 * by a forename, a role before it or the lack of an article.
 */
#include "story/name.h"
#include "story/quote_phrase.h"

bool phrase_particle_joins(const struct clause *clause, int i, int way)
{
	int after = i + way, beyond = after + way, left = i - 1;

	if (after < 0 || after >= clause->n)
		return false;
	bool two = is(clause->at[after], QB_PARTICLE) && is(clause->at[after], QB_LOWER);
	if (two && (beyond < 0 || beyond >= clause->n || !name_word(clause->at[beyond])))
		return false;
	bool forename = left >= 0 && is_any(clause->at[left], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
	bool article = is(clause->at[i], QB_DETERMINER) && (!forename || clause->text->words->capital_nouns);
	if (!two && (article || !name_word(clause->at[after])))
		return false;
	left -= two && way < 0;
	/* "Klaus Onnasch von der Gemeinde": the name is whole before it. */
	bool whole = clause->text->words->capital_nouns && left > 0 && name_word(clause->at[left]) &&
		     name_word(clause->at[left - 1]) && !name_label(clause->at[left - 1]);
	return left < 0 || (!name_label(clause->at[left]) && !whole);
}

int phrase_run_end(const struct clause *clause, int i, int way)
{
	for (;;) {
		int next = i + way, after = next + way;
		if (next < 0 || next >= clause->n)
			return i;
		const struct quote_token *token = clause->at[next];
		bool beyond = after >= 0 && after < clause->n;
		if (way > 0 && is(clause->at[i], QB_POSSESSIVE))
			return i;
		if (way < 0 && is(token, QB_POSSESSIVE) && clause->text->words->capital_nouns)
			return i;
		if (name_word(token))
			i = next;
		else if (is(token, QB_PARTICLE) && is(token, QB_LOWER) && beyond &&
			 phrase_particle_joins(clause, next, way))
			i = after;
		else if (way > 0 && token->rune == ',' && beyond && is(clause->at[after], QB_SUFFIX))
			i = after;
		else if (way < 0 && is(token, QB_SUFFIX))
			i = next;
		else if (way < 0 && token->rune == ',' && is(clause->at[i], QB_SUFFIX) && beyond &&
			 name_word(clause->at[after]))
			i = after;
		else if (way < 0 && is(token, QB_MARK) && beyond && name_word(clause->at[after]))
			i = next; /* "Ted" */
		else
			return i;
	}
}

struct phrase phrase_of_run(const struct clause *clause, int first, int last)
{
	size_t n = (size_t)(last - first + 1), start = name_start(&clause->at[first], n);
	const struct quote_token *head = clause->at[first + (int)start];

	if (clause->text->words->capital_nouns) {
		const struct quote_token *before = first > 0 ? clause->at[first - 1] : NULL;
		bool forename = is_any(head, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
		bool article =
		    before != NULL && (is(before, QB_DETERMINER) ||
				       (is(before, QB_LOWER) && first > 1 && is(clause->at[first - 2], QB_DETERMINER)));
		if (!forename && n - start == 1 &&
		    (name_label(head) || is(head, QB_ORGANISATION) || (article && start == 0)))
			return (struct phrase){.kind = PHRASE_NONE};
	}
	if (n == 1 && start == 0 && first > 0 && is(clause->at[first - 1], QB_DETERMINER) && name_label(head))
		return (struct phrase){.kind = PHRASE_NONE}; /* "the President" */
	const struct quote_token *role = name_role(clause->at[0], clause->at[first], head);
	return (struct phrase){
	    .kind = PHRASE_NAME,
	    .first = first,
	    .last = last,
	    .head = head,
	    .words = text_slice(clause->text->text, head->start, clause->at[last]->bare),
	    .role = role < head ? text_slice(clause->text->text, role->start, head[-1].end) : TEXT(""),
	};
}

bool phrase_certain(const struct clause *clause, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_NAME && (is_any(phrase->head, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE)) ||
					       is(clause->at[phrase->last], QB_SURNAME));
}
