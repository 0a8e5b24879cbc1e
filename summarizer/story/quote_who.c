/*
 * In: a name, noun phrase or pronoun, and what the article said before. Out: the speaker. A surname becomes the full
 * name the article gives it, with its role. "He" and "she" are the last speaker where the gender fits, unless a fitting
 * person has opened a sentence since then, one paragraph back at most; without a last speaker, the last fitting person.
 * Other pronouns are the last speaker. Looks back WINDOW bytes at most.
 */
#include "story/quote_who.h"

#include "story/person_role.h"

enum { ROLE_BYTES_MAX = 120, WINDOW = 1800, CANDIDATES_MAX = 256 };

struct candidates {
	const struct mention *at[CANDIDATES_MAX];
	size_t n;
};

static bool owner(struct ng_text word)
{
	return text_ends(word, TEXT("'s")) || text_ends(word, TEXT("\xe2\x80\x99s"));
}

/*
 * A role as it is printed: without its article, but "the union's leader"; "its leader" and "The union's leader" without
 * their owner. Nothing for an age, a party, a relative clause.
 */
static struct ng_text clean_role(const struct quote_text *text, struct ng_text role)
{
	const uint64_t refused = QUOTE_BIT(QB_WHO) | QUOTE_BIT(QB_AFTER) | QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_ADVERB);

	while (role.len > 0) {
		size_t space = text_find(role, TEXT(" "), 0);
		struct ng_text first = text_slice(role, 0, space);
		struct ng_text bare = text_ends(first, TEXT(".")) ? text_slice(first, 0, first.len - 1) : first;
		uint64_t bits = quote_word_bits(text->tables, text->words, bare, false);
		if (bits & QUOTE_BIT(QB_HONORIFIC)) {
			role = text_trim(text_slice(role, space, role.len));
			continue;
		}
		if (first.at[0] >= '0' && first.at[0] <= '9' && text_find(first, TEXT("-"), 0) < first.len) {
			role = text_trim(text_slice(role, space, role.len)); /* "19-year-old | student" */
			continue;
		}
		bool party = first.len > 2 && first.at[1] == '-' && first.at[0] >= 'A' && first.at[0] <= 'Z';
		if ((bits & refused) || (first.at[0] >= '0' && first.at[0] <= '9') || party ||
		    role.len > ROLE_BYTES_MAX)
			return TEXT("");
		struct ng_text rest = text_trim(text_slice(role, space, role.len));
		struct ng_text second = text_slice(rest, 0, text_find(rest, TEXT(" "), 0));
		bool owned = owner(second) && second.at[0] >= 'a' && second.at[0] <= 'z';
		bool article =
		    (bits & QUOTE_BIT(QB_DETERMINER)) && !(bits & QUOTE_BIT(QB_ORGANISATION)); /* "police | chief" */
		if (!article || (owned && text_equal(first, TEXT("the"))))
			break;
		role = owned ? text_trim(text_slice(rest, second.len, rest.len)) : rest;
	}
	return role;
}

static uint32_t paragraph_of(const struct quote_text *text, uint32_t token)
{
	size_t low = 0, high = text->paragraphs.n;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (text->paragraphs.at[middle].first <= token)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* "Mr", "Ms": the gender a title tells. */
static unsigned title_gender(const struct phrase *phrase)
{
	const struct quote_token *before = phrase->head - 1;
	return is(before, QB_MALE_TITLE) ? GENDER_MALE : is(before, QB_FEMALE_TITLE) ? GENDER_FEMALE : 0;
}

/* Of several persons of a surname: the last speaker, else the one named in full last, a paragraph back at most. */
static const struct mention *same_surname(const struct quote_text *text, const struct persons *persons,
					  struct ng_text surname, unsigned gender, uint32_t at)
{
	uint32_t here = paragraph_of(text, at);
	uint32_t from = text->paragraphs.at[here > 0 ? here - 1 : 0].first;

	size_t i = mention_from(persons, at);
	for (size_t steps = 0; steps < CANDIDATES_MAX && i > 0 && persons->mentions.at[i - 1].token >= from;
	     steps++, i--) {
		const struct mention *mention = &persons->mentions.at[i - 1];
		if (mention->whole && text_equal(name_last_word(mention->name), surname) &&
		    (!gender || !mention->gender || mention->gender == gender))
			return mention;
	}
	return NULL;
}

/* "Ann Holt, the police chief, and | Tom Reed said": what two said together is nobody's own. */
static bool joint(const struct quote_text *text, const struct phrase *phrase)
{
	const struct quote_token *at = phrase->head, *low = text->tokens.at;

	while (at > low && phrase->role.len > 0 && text->text.at + at[-1].start >= phrase->role.at)
		at--;
	if (at - low < 3 || !is(&at[-1], QB_AND) || at->sentence == (uint32_t)(at - low))
		return false;
	bool comma = at[-2].rune == ',' && !is(&at[-2], QB_WORD);
	return comma ? name_word(&at[-3]) || is(&at[-3], QB_ROLE) : name_word(&at[-2]);
}

static struct speaker named(const struct quote_text *text, const struct persons *persons, const struct phrase *phrase,
			    const struct speaker *last, uint32_t at)
{
	struct speaker speaker = {.name = phrase->words,
				  .role = phrase->role,
				  .kind = PHRASE_NAME,
				  .person = true,
				  .clear = !joint(text, phrase),
				  .token = at};
	unsigned gender = phrase->head > text->tokens.at ? title_gender(phrase) : 0;
	const struct person *person = person_named(persons, phrase->words, gender);

	speaker.role = clean_role(text, speaker.role);
	if (name_first_word(phrase->words).len == phrase->words.len &&
	    person_ambiguous(persons, phrase->words, gender)) {
		unsigned spoke = person_gender(text, persons, last->name);
		bool again =
		    text_equal(name_last_word(last->name), phrase->words) && (!gender || !spoke || spoke == gender);
		const struct mention *mention = again ? NULL : same_surname(text, persons, phrase->words, gender, at);
		speaker.name = again ? last->name : mention != NULL ? mention->name : person->full;
	} else if (person != NULL && name_first_word(phrase->words).len == phrase->words.len)
		speaker.name = person->full;
	person = person_named(persons, speaker.name, gender);
	if (person != NULL && role_says_more(text, person->role, speaker.role))
		speaker.role = clean_role(text, person->role);
	return speaker;
}

static struct speaker mentioned(const struct quote_text *text, const struct persons *persons,
				const struct mention *mention, uint32_t at)
{
	return (struct speaker){
	    .name = mention->name,
	    .role = clean_role(text, persons->list.at[mention->person].role),
	    .kind = PHRASE_PRONOUN,
	    .person = true,
	    .token = at,
	};
}

/* Persons outside quotations before `at` whose gender can be the one asked for. */
static void find_candidates(const struct quote_text *text, const struct persons *persons, unsigned gender, uint32_t at,
			    uint32_t sentence, struct candidates *candidates)
{
	const struct quote_token *tokens = text->tokens.at;
	uint32_t from = tokens[sentence].start > WINDOW ? tokens[sentence].start - WINDOW : 0;
	size_t end = mention_from(persons, at), start = end;

	while (start > 0 && tokens[persons->mentions.at[start - 1].token].start >= from && end - start < CANDIDATES_MAX)
		start--;
	candidates->n = 0;
	for (size_t i = start; i < end; i++) {
		const struct mention *mention = &persons->mentions.at[i];
		if (!is(&tokens[mention->token], QB_QUOTED) && (!mention->gender || mention->gender == gender))
			candidates->at[candidates->n++] = mention;
	}
}

/* The person that has taken over since the last speaker spoke; NULL: none has. */
static const struct mention *since(const struct quote_text *text, const struct candidates *candidates, unsigned gender,
				   unsigned last_gender, const struct speaker *last, uint32_t at)
{
	const struct mention *subject = NULL, *exact = NULL, *near = NULL;
	uint32_t here = paragraph_of(text, at);

	for (size_t i = 0; i < candidates->n; i++) {
		const struct mention *mention = candidates->at[i];
		bool same = text_equal(name_last_word(mention->name), name_last_word(last->name));
		if (mention->token <= last->token || same || mention->possessive)
			continue;
		if (mention->gender == gender)
			exact = mention;
		if (!mention->subject)
			continue;
		if (here - paragraph_of(text, mention->token) <= 1)
			near = mention;
		if (mention->gender == gender || last_gender != gender)
			subject = mention;
	}
	if (near != NULL)
		return near;
	if (subject != NULL)
		return subject;
	bool fresh = here - paragraph_of(text, last->token) <= 1;
	return last_gender || fresh ? NULL : exact;
}

/* Nobody else who fits was named since the last speaker spoke. */
static bool alone_since(const struct candidates *candidates, const struct speaker *last)
{
	for (size_t i = candidates->n; i > 0 && candidates->at[i - 1]->token > last->token; i--)
		if (!text_equal(name_last_word(candidates->at[i - 1]->name), name_last_word(last->name)))
			return false;
	return true;
}

/* The last fitting person, rather one that opens a sentence. */
static const struct mention *last_fitting(const struct candidates *candidates, unsigned gender, uint32_t sentence)
{
	for (int strict = 1; strict >= 0; strict--) {
		const struct mention *subject = NULL, *plain = NULL, *any = NULL;
		for (size_t i = 0; i < candidates->n; i++) {
			const struct mention *mention = candidates->at[i];
			if (strict && mention->gender != gender)
				continue;
			any = mention;
			plain = mention->possessive ? plain : mention;
			subject = mention->subject && mention->token < sentence ? mention : subject;
		}
		if (subject != NULL || plain != NULL || any != NULL)
			return subject != NULL ? subject : plain != NULL ? plain : any;
	}
	return NULL;
}

/* A person for all that is known: named as one, or of a forename, and no organisation by its last word. */
static bool person_like(const struct quote_text *text, const struct persons *persons, struct ng_text name)
{
	const struct person *person = person_named(persons, name, 0);
	uint64_t last = quote_word_bits(text->tables, text->words, name_last_word(name), true);
	uint64_t first = quote_word_bits(text->tables, text->words, name_first_word(name), true);

	if (last & QUOTE_BIT(QB_ORGANISATION))
		return false;
	return (person != NULL && person->sure) || (first & (QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE)));
}

/* "Robby Hale acknowledged it, but, he said, ...": the person that opens the pronoun's own sentence; NULL: nobody does.
 */
static const struct mention *sentence_subject(const struct quote_text *text, const struct candidates *candidates,
					      unsigned gender, uint32_t pronoun)
{
	uint32_t from = text->tokens.at[pronoun].sentence;

	for (size_t i = 0; i < candidates->n; i++) {
		const struct mention *mention = candidates->at[i];
		if (mention->token >= from && mention->token < pronoun && mention->subject && mention->gender == gender)
			return mention;
	}
	return NULL;
}

static struct speaker meant(const struct quote_text *text, const struct persons *persons, const struct phrase *phrase,
			    const struct speaker *last, uint32_t at, uint32_t sentence)
{
	unsigned gender = is(phrase->head, QB_HE) ? GENDER_MALE : is(phrase->head, QB_SHE) ? GENDER_FEMALE : 0;
	struct speaker unknown = {.kind = PHRASE_PRONOUN, .token = at};
	struct speaker again = *last;
	struct candidates candidates;

	again.token = at;
	again.clear = false;
	if (!gender)
		return last->kind != PHRASE_NONE ? again : unknown;
	find_candidates(text, persons, gender, at, sentence, &candidates);
	uint32_t pronoun = (uint32_t)(phrase->head - text->tokens.at);
	const struct mention *own = sentence_subject(text, &candidates, gender, pronoun);
	if (own != NULL)
		return mentioned(text, persons, own, at);
	bool fits = last->person && person_like(text, persons, last->name);
	unsigned last_gender = fits ? person_gender(text, persons, last->name) : 0;
	if (fits && (!last_gender || last_gender == gender)) {
		const struct mention *mention = since(text, &candidates, gender, last_gender, last, at);
		again.kind = PHRASE_PRONOUN;
		again.clear = last->clear && last_gender == gender && alone_since(&candidates, last) &&
			      paragraph_of(text, at) - paragraph_of(text, last->token) <= 1;
		return mention == NULL ? again : mentioned(text, persons, mention, at);
	}
	const struct mention *mention = last_fitting(&candidates, gender, sentence);
	return mention == NULL ? unknown : mentioned(text, persons, mention, at);
}

struct speaker quote_who(const struct quote_text *text, const struct persons *persons, const struct phrase *phrase,
			 const struct speaker *last, uint32_t at, uint32_t sentence)
{
	switch (phrase->kind) {
	case PHRASE_NAME:
		return named(text, persons, phrase, last, at);
	case PHRASE_PRONOUN:
		return meant(text, persons, phrase, last, at, sentence);
	case PHRASE_NOUN:
		return (struct speaker){.name = phrase->words, .role = phrase->role, .kind = PHRASE_NOUN, .token = at};
	default: {
		struct speaker again = *last;
		again.token = at;
		again.clear = false;
		return again;
	}
	}
}
