/*
 * In: the clause right after a quotation, or the one it stands in. Out: the verb of speech and its subject.
 * After: ", said X" and ", X said" and "according to X". Before: the last verb of speech within 18 words; a participle,
 * an infinitive and the second of two verbs take the subject of the sentence; before a colon no verb is needed.
 */
#include "story/quote_cue.h"

enum { CUE_REACH = 18, LEFT_CUE_REACH = 10, RIGHT_REACH = 32, AUXILIARY_REACH = 12 };

static const struct attribution nothing = {.found = false};

static struct attribution given(struct phrase speaker, struct ng_text cue)
{
	return (struct attribution){.found = true, .speaker = speaker, .cue = cue};
}

static struct attribution guessed(struct phrase speaker, struct ng_text cue)
{
	return (struct attribution){.found = true, .speaker = speaker, .cue = cue, .guessed = true};
}

static struct attribution passed_on(struct phrase speaker, struct ng_text cue)
{
	return (struct attribution){.found = true, .speaker = speaker, .cue = cue, .outlet = true};
}

static struct ng_text token_text(const struct clause *clause, int i)
{
	return text_slice(clause->text->text, clause->at[i]->start, clause->at[i]->end);
}

static bool dash(const struct quote_token *token)
{
	return token->rune == ',' || token->rune == '-' || token->rune == 0x2013 || token->rune == 0x2014 ||
	       token->rune == ':';
}

/* Over adverbs, auxiliaries and "not", to the left. */
static int skip_left(const struct clause *clause, int i)
{
	while (i >= 0 && (is_any(clause->at[i], QUOTE_BIT(QB_ADVERB) | QUOTE_BIT(QB_NOT) | QUOTE_BIT(QB_AUXILIARY)) &&
			  !is(clause->at[i], QB_CAPITAL)))
		i--;
	return i;
}

/* "his comments", "Reed's claims": the word is a noun here. */
static bool noun_at(const struct clause *clause, int i)
{
	if (i == 0)
		return false;
	const struct quote_token *before = clause->at[i - 1];
	return (is(before, QB_DETERMINER) && !is(before, QB_GROUP)) ||
	       (is(before, QB_POSSESSIVE) && before->end == clause->at[i]->start - 1);
}

static bool cue_at(const struct clause *clause, int i)
{
	const struct quote_token *token = clause->at[i];
	if (is(token, QB_CUE))
		return !noun_at(clause, i);
	bool on = i + 1 < clause->n && text_equal(token_text(clause, i + 1), TEXT("on"));
	return on && (text_equal(token_text(clause, i), TEXT("went")) || text_equal(token_text(clause, i), TEXT("go")));
}

/* "according to X", "laut X", "selon X"; *after is where X begins. */
static bool according_at(const struct clause *clause, int i, int *after)
{
	if (!is(clause->at[i], QB_ACCORDING) || i + 1 >= clause->n)
		return false;
	*after = i + 1;
	if (is(clause->at[i + 1], QB_TO))
		++*after;
	return true;
}

/* Can the words from here up to the verb be its subject, though they look like no noun phrase ("Trump supporters")? */
static bool bare_subject(const struct quote_token *token)
{
	return is(token, QB_WORD) && !is_any(token, QUOTE_BIT(QB_AND) | QUOTE_BIT(QB_ING) | QUOTE_BIT(QB_WHO) |
							QUOTE_BIT(QB_PREPOSITION) | QUOTE_BIT(QB_AFTER));
}

/* "one of the passengers": what ends as a verb does is a noun here. */
static bool after_article(const struct clause *clause, int k)
{
	return is_any(clause->at[k - 1], QUOTE_BIT(QB_DETERMINER) | QUOTE_BIT(QB_PREPOSITION));
}

static struct attribution subject_verb(const struct clause *clause, int from, bool comma)
{
	int end = clause->n < from + RIGHT_REACH ? clause->n : from + RIGHT_REACH;

	for (int k = from + 1; k < end; k++) {
		const struct quote_token *token = clause->at[k];
		if (!is(token, QB_WORD) && (token->rune == '.' || token->rune == '?' || token->rune == '!' ||
					    token->rune == ';' || token->rune == ':' || is(token, QB_MARK)))
			break;
		bool cue = cue_at(clause, k) || is(token, QB_RIGHT_CUE);
		bool guess = comma && !cue && k <= from + 3 && !after_article(clause, k) &&
			     !(k + 1 < end && cue_at(clause, k + 1)) &&
			     is_any(token, QUOTE_BIT(QB_VERB_ENDING) | QUOTE_BIT(QB_S_ENDING));
		if ((!cue && !guess) || !is(token, QB_LOWER))
			continue;
		int subject = skip_left(clause, k - 1);
		if (subject < from)
			continue;
		struct phrase phrase = phrase_before_relative(clause, from);
		if (phrase.kind == PHRASE_NONE)
			phrase = phrase_left(clause, subject);
		if (phrase.kind == PHRASE_NAME || (phrase.kind != PHRASE_NONE && phrase.first <= from + 3))
			return is(token, QB_REPORT) ? passed_on(phrase, token_text(clause, k))
			       : guess              ? guessed(phrase, token_text(clause, k))
						    : given(phrase, token_text(clause, k));
		if (phrase.kind == PHRASE_NONE && k - from < 12 && !guess && bare_subject(clause->at[from])) {
			phrase = (struct phrase){
			    .kind = PHRASE_NOUN, .first = from, .last = k - 1, .head = clause->at[from]};
			phrase.words = text_slice(clause->text->text, clause->at[from]->start, clause->at[k - 1]->end);
			return given(phrase, token_text(clause, k));
		}
	}
	return nothing;
}

/* "a déclaré", "a-t-il dit", "hat ... gesagt": the place after the participle; `i` when there is none. */
static int after_participle(const struct clause *clause, int i, int *pronoun)
{
	*pronoun = -1;
	if (!is(clause->at[i], QB_AUXILIARY))
		return i;
	for (int k = i + 1; k < clause->n && k <= i + 4; k++) {
		if (is_any(clause->at[k], QUOTE_BIT(QB_HE) | QUOTE_BIT(QB_SHE) | QUOTE_BIT(QB_THEY)))
			*pronoun = k;
		else if (is(clause->at[k], QB_CUE))
			return k;
		else if (!is_any(clause->at[k], QUOTE_BIT(QB_ADVERB) | QUOTE_BIT(QB_AUXILIARY) | QUOTE_BIT(QB_NOT)))
			break;
	}
	return i;
}

/* French and Spanish put days, places and addressees before the subject: "a déclaré lundi à Lyon le maire". */
static struct phrase subject_after(const struct clause *clause, int i)
{
	struct phrase phrase = phrase_right(clause, i);
	if (i >= clause->n || phrase.kind == PHRASE_PRONOUN || is(clause->at[i], QB_DETERMINER) ||
	    is(clause->at[i], QB_CAPITAL) || !is_any(clause->at[i], QUOTE_BIT(QB_AFTER) | QUOTE_BIT(QB_PREPOSITION)))
		return phrase;
	if (!clause->text->words->drop_subject && !clause->text->words->split_apostrophe)
		return (struct phrase){.kind = PHRASE_NONE};
	for (int k = i + 1; k < clause->n && k < i + 9 && is(clause->at[k], QB_WORD); k++) {
		if (k + 1 >= clause->n || is(clause->at[k - 1], QB_PREPOSITION))
			continue;
		bool article = is(clause->at[k], QB_DETERMINER) && is(clause->at[k + 1], QB_ROLE);
		bool name = is_any(clause->at[k], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE)) &&
			    is(clause->at[k + 1], QB_CAPITAL); /* "a déclaré à la presse Paul Moret" */
		if (article || name)
			return phrase_right(clause, k);
	}
	return (struct phrase){.kind = PHRASE_NONE};
}

static bool cue_within(const struct clause *clause, int from)
{
	for (int k = from; k < clause->n && k < from + AUXILIARY_REACH; k++)
		if (cue_at(clause, k))
			return true;
	return false;
}

struct attribution quote_cue_right(const struct clause *clause, bool comma)
{
	int i = 0, after, pronoun;

	while (i < clause->n && dash(clause->at[i]) && clause->at[i]->rune != ':')
		i++;
	if (i >= clause->n)
		return nothing;
	if (according_at(clause, i, &after)) {
		struct phrase phrase = phrase_right(clause, after);
		return phrase.kind == PHRASE_NONE ? nothing : passed_on(phrase, token_text(clause, i));
	}
	while (i < clause->n && is(clause->at[i], QB_ADVERB) && !is(clause->at[i], QB_AUXILIARY) && !cue_at(clause, i))
		i++;
	if (i >= clause->n)
		return nothing;
	int verb = after_participle(clause, i, &pronoun);
	const struct quote_token *token = clause->at[verb];
	bool right = is(token, QB_RIGHT_CUE);
	if (cue_at(clause, verb) || right || (comma && is(token, QB_VERB_ENDING))) {
		if (pronoun >= 0)
			return given(phrase_right(clause, pronoun), token_text(clause, verb));
		struct phrase phrase = subject_after(clause, verb + 1);
		bool hidden = phrase.kind == PHRASE_NONE && clause->text->words->drop_subject && is(token, QB_CUE);
		if (hidden)
			return given(phrase, token_text(clause, verb));
		if (phrase.kind == PHRASE_NONE)
			return nothing;
		bool known = right || cue_at(clause, verb);
		return is(token, QB_REPORT) ? passed_on(phrase, token_text(clause, verb))
		       : known              ? given(phrase, token_text(clause, verb))
					    : guessed(phrase, token_text(clause, verb));
	}
	if (clause->text->words->verb_second && is(clause->at[i], QB_AUXILIARY) && cue_within(clause, i + 1)) {
		struct phrase phrase = phrase_right(clause, i + 1); /* ", hatte der Minister gesagt" */
		if (phrase.kind != PHRASE_NONE)
			return given(phrase, token_text(clause, i));
	}
	return subject_verb(clause, i, comma);
}

/* "se réjouit", "s'indigne": the place of the verb. */
static int skip_reflexive(const struct clause *clause)
{
	int i = 0;
	while (i + 1 < clause->n && is(clause->at[i], QB_ADVERB) && !is(clause->at[i], QB_AUXILIARY) &&
	       !cue_at(clause, i))
		i++;
	return i;
}

/* The last verb of speech of a clause; -1: none. */
static int last_cue(const struct clause *clause)
{
	for (int k = clause->n - 1; k >= 0 && clause->n - k <= CUE_REACH; k--)
		if (cue_at(clause, k) && !(is(clause->at[k], QB_CAPITAL) && k > 0))
			return k;
	for (int k = clause->n - 1; k >= 0 && clause->n - k <= LEFT_CUE_REACH; k--)
		if (is(clause->at[k], QB_LEFT_CUE))
			return k;
	return -1;
}

/* The subject of a participle: that of a finite verb of speech before it, or of the sentence. */
static struct phrase participle_subject(const struct clause *clause, int k)
{
	for (int q = k - 1; q >= 0; q--) {
		if (!cue_at(clause, q) || is(clause->at[q], QB_ING))
			continue;
		struct phrase phrase = phrase_left(clause, skip_left(clause, q - 1));
		if (phrase.kind != PHRASE_NONE)
			return phrase;
	}
	return phrase_subject(clause, k);
}

/* German: "Der Minister hat in Berlin gesagt", the subject stands before the auxiliary. */
static int auxiliary_before(const struct clause *clause, int k)
{
	if (!clause->text->words->verb_second)
		return -1;
	for (int q = k - 1; q >= 0 && k - q <= AUXILIARY_REACH; q--) {
		if (!is(clause->at[q], QB_WORD) || cue_at(clause, q))
			return -1;
		if (is(clause->at[q], QB_AUXILIARY))
			return q;
	}
	return -1;
}

/*
 * German: the verb stands second, so behind it comes the subject where something else opens the sentence: "In Bonn
 * sagte er", "Der Zeitung sagte Filep Karma". NONE: it stands before.
 */
static struct phrase subject_behind(const struct clause *clause, int k, int before)
{
	static const struct phrase none = {.kind = PHRASE_NONE};

	if (!clause->text->words->verb_second || k + 1 >= clause->n)
		return none;
	struct phrase right = phrase_right(clause, k + 1), left = phrase_left(clause, before);
	if (right.kind == PHRASE_NONE || right.kind == PHRASE_PRONOUN)
		return right;
	bool noun = right.kind == PHRASE_NOUN, role = false;
	for (int i = right.first + 1; i <= right.last && i <= right.first + 3; i++)
		role |= is(right.head, QB_DETERMINER) &&
			is_any(clause->at[i], QUOTE_BIT(QB_ROLE) | QUOTE_BIT(QB_ORGANISATION));
	if (noun && !role)
		return none;
	bool object = left.kind == PHRASE_NONE || (left.first > 0 && is(clause->at[left.first - 1], QB_PREPOSITION)) ||
		      clause->at[before]->rune == ',';
	bool better = phrase_certain(clause, &right) && !phrase_certain(clause, &left) && left.kind != PHRASE_PRONOUN;
	return object || better ? right : none;
}

/* "a voice | saying": the noun right before a participle. */
static struct phrase holder(const struct clause *clause, int k)
{
	const uint64_t others = QUOTE_BIT(QB_ADVERB) | QUOTE_BIT(QB_AND) | QUOTE_BIT(QB_PREPOSITION) |
				QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_DAY);
	struct phrase phrase = {.kind = PHRASE_NONE};

	if (k == 0 || !is(clause->at[k - 1], QB_LOWER) || is_any(clause->at[k - 1], others))
		return phrase;
	phrase = phrase_left(clause, k - 1);
	return phrase.kind == PHRASE_NOUN ? phrase : (struct phrase){.kind = PHRASE_NONE};
}

static struct attribution cue_subject(const struct clause *clause, int k)
{
	struct ng_text cue = token_text(clause, k);

	if (is(clause->at[k], QB_ING)) {
		struct phrase phrase = participle_subject(clause, k);
		if (phrase.kind == PHRASE_NONE)
			phrase = holder(clause, k);
		return phrase.kind == PHRASE_NONE ? nothing : given(phrase, cue);
	}
	int auxiliary = auxiliary_before(clause, k);
	int before = skip_left(clause, (auxiliary >= 0 ? auxiliary : k) - 1);
	if (before >= 0 && is_any(clause->at[before], QUOTE_BIT(QB_TO) | QUOTE_BIT(QB_AND))) {
		struct phrase phrase = phrase_subject(clause, before);
		if (phrase.kind != PHRASE_NONE)
			return given(phrase, cue);
	}
	struct phrase phrase = subject_behind(clause, k, before);
	if (phrase.kind == PHRASE_NONE)
		phrase = phrase_left(clause, before);
	if (phrase.kind != PHRASE_NONE)
		return given(phrase, cue);
	phrase = phrase_right(clause, k + 1);
	bool inverted = phrase.kind == PHRASE_NAME || phrase.kind == PHRASE_PRONOUN || clause->text->words->verb_second;
	bool first = k <= 1 || clause->at[k - 1]->rune == ',';
	if (phrase.kind != PHRASE_NONE && inverted && (first || clause->text->words->verb_second))
		return given(phrase, cue);
	phrase = phrase_subject(clause, k);
	if (phrase.kind != PHRASE_NONE)
		return given(phrase, cue);
	return is(clause->at[k], QB_CUE) ? given(phrase, cue) : nothing;
}

struct attribution quote_cue_left(const struct clause *given_clause, bool colon)
{
	struct clause clause = *given_clause;
	int after;

	while (clause.n > 0 && dash(clause.at[clause.n - 1]))
		clause.n--;
	for (int k = clause.n - 2; k >= 0; k--)
		if (according_at(&clause, k, &after)) {
			struct phrase phrase = phrase_right(&clause, after);
			if (phrase.kind != PHRASE_NONE)
				return given(phrase, token_text(&clause, k));
		}
	int k = last_cue(&clause);
	if (k >= 0)
		return cue_subject(&clause, k);
	if (!colon)
		return nothing;
	struct phrase phrase = phrase_subject(&clause, clause.n);
	return phrase.kind == PHRASE_NONE ? nothing : given(phrase, TEXT(":"));
}

struct attribution quote_cue_inside(const struct clause *clause)
{
	for (int k = 1; k + 2 < clause->n; k++) {
		if (!dash(clause->at[k]) || is(clause->at[k], QB_WORD) || clause->at[k]->rune == ':')
			continue;
		struct clause rest = {.text = clause->text};
		int end = k + 1;
		while (end < clause->n && is(clause->at[end], QB_WORD))
			rest.at[rest.n++] = clause->at[end++];
		int pronoun, verb = rest.n ? after_participle(&rest, skip_reflexive(&rest), &pronoun) : 0;
		if (rest.n < 2 || verb >= rest.n || !is(rest.at[verb], QB_CUE))
			continue;
		struct attribution found = quote_cue_right(&rest, false);
		bool known = found.speaker.kind == PHRASE_NAME || found.speaker.kind == PHRASE_PRONOUN ||
			     (found.speaker.kind == PHRASE_NOUN && is(found.speaker.head, QB_DETERMINER));
		if (found.found && known)
			return found;
	}
	return nothing;
}

struct attribution quote_cue_reported(const struct clause *clause, bool weak)
{
	for (int k = clause->n - 1; k > 0; k--) {
		const struct quote_token *token = clause->at[k];
		if (!is(token, QB_CUE) || !is(token, QB_LOWER) || noun_at(clause, k) ||
		    (is(token, QB_WEAK_CUE) && !weak))
			continue;
		struct phrase phrase = phrase_left(clause, skip_left(clause, k - 1));
		if (phrase.kind != PHRASE_NAME && clause->at[k - 1]->rune == ',') {
			struct phrase after = phrase_right(clause, k + 1);
			phrase = after.kind == PHRASE_NAME ? after : phrase;
		}
		if (phrase.kind != PHRASE_NONE)
			return given(phrase, token_text(clause, k));
	}
	return nothing;
}
