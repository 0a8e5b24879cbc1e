/*
 * In: the tokens of an article. Out: its persons by surname, and every mention of them in order. A person is known by a
 * forename or title before the surname, an age or a role after it ("Ann Bower, 75,"), or a verb of speech beside it;
 * two capitalised words without any of these are kept as a name that may be one. Two persons may share a surname.
 */
#include "story/person.h"

#include "base/sort.h"
#include "story/person_role.h"

enum { NAME_WORDS_MAX = 4, RUN_MAX = 12, SAME_SURNAME_MAX = 16, DOMINANT = 3 };
#define SEVERAL UINT64_MAX

struct run {
	const struct quote_token *at[RUN_MAX];
	size_t n;
	uint32_t first, last; /* tokens, both inside */
};

static bool joined(const struct quote_token *token)
{
	return is(token, QB_CAPITAL) && !is(token, QB_DAY) && !is(token, QB_NOT_A_NAME);
}

/* The run of capitalised words at token i; false: none starts there. */
static bool read_run(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t i,
		     struct run *run)
{
	const struct quote_token *at = text->tokens.at;

	if (!joined(&at[i]))
		return false;
	*run = (struct run){.first = i, .n = 1, .at = {&at[i]}};
	for (; run->n < RUN_MAX && i + 1 < paragraph->last && !is(&at[i], QB_POSSESSIVE); i++) {
		bool whole = text->words->capital_nouns && run->n >= 2 && !name_label(run->at[run->n - 2]);
		bool particle = is(&at[i + 1], QB_PARTICLE) && is(&at[i + 1], QB_LOWER) && !whole;
		bool forename = is_any(&at[i], QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
		bool article = is(&at[i + 1], QB_DETERMINER) && (!forename || text->words->capital_nouns);
		bool name = i + 2 < paragraph->last && joined(&at[i + 2]) && !article; /* Femke de Haas */
		bool more = i + 3 < paragraph->last && is(&at[i + 2], QB_PARTICLE) && joined(&at[i + 3]);
		if (!joined(&at[i + 1]) && !(particle && (name || more)))
			break;
		run->at[run->n++] = &at[i + 1];
	}
	run->last = i;
	return true;
}

static struct ng_text words_text(const struct quote_text *text, const struct quote_token *first,
				 const struct quote_token *last)
{
	return text_slice(text->text, first->start, last->bare);
}

static struct ng_text role_of(const struct quote_text *text, const struct quote_paragraph *paragraph,
			      const struct run *run, size_t start)
{
	const struct quote_token *name = run->at[start];
	const struct quote_token *from = name_role(&text->tokens.at[paragraph->first], run->at[0], name);

	struct ng_text title = from < name ? text_slice(text->text, from->start, name[-1].end) : TEXT("");
	struct ng_text beside = role_beside(text, paragraph, run->first, run->last);

	return role_says_more(text, beside, title) ? beside : title;
}

static bool shouted(const struct run *run, size_t start)
{
	for (size_t k = start; k < run->n; k++)
		if (is(run->at[k], QB_SHOUT) && run->at[k]->end - run->at[k]->start > 2)
			return true;
	return false;
}

static const struct quote_token *token_at(const struct quote_text *text, const struct quote_paragraph *paragraph,
					  uint32_t i)
{
	static const struct quote_token none = {.rune = '\n'};
	return i >= paragraph->first && i < paragraph->last ? &text->tokens.at[i] : &none;
}

/* ", 75," or ", director of", ", executive director of" */
static bool described(const struct quote_text *text, const struct quote_paragraph *paragraph, const struct run *run)
{
	const struct quote_token *comma = token_at(text, paragraph, run->first - 1);
	if (comma->rune == ',' && is(token_at(text, paragraph, run->first - 2), QB_ROLE))
		return true; /* "the foreign minister, Erlan Dorin" */
	if (token_at(text, paragraph, run->last + 1)->rune != ',')
		return false;
	const struct quote_token *next = token_at(text, paragraph, run->last + 2);
	bool age = is(next, QB_NUMBER) && next->end - next->start == 2;
	return age || is(next, QB_ROLE) || is(token_at(text, paragraph, run->last + 3), QB_ROLE);
}

static bool speaks(const struct quote_text *text, const struct quote_paragraph *paragraph, const struct run *run)
{
	const uint64_t cue = QUOTE_BIT(QB_CUE) | QUOTE_BIT(QB_LOWER), bits = cue | QUOTE_BIT(QB_WEAK_CUE);
	const struct quote_token *before = token_at(text, paragraph, run->first - 1);
	const struct quote_token *after = token_at(text, paragraph, run->last + 1);

	if (run->n == 1 && is_any(before, QUOTE_BIT(QB_PREPOSITION) | QUOTE_BIT(QB_COMPLEMENT)))
		return false; /* "the minister of Norland said" */
	return !is(run->at[run->n - 1], QB_POSSESSIVE) && ((after->is & bits) == cue || (before->is & bits) == cue);
}

static bool same_person(const struct person *person, struct ng_text full)
{
	return text_equal(name_first_word(person->full), name_first_word(full));
}

static void note_person(struct quote_text *text, struct persons *persons, struct person given)
{
	struct table_entry *entry = table_put(&persons->surnames, given.surname);
	struct person *alone = NULL;

	for (uint64_t i = entry->value; i > 0; i = persons->list.at[i - 1].next) {
		struct person *person = &persons->list.at[i - 1];
		if (person->words == 1)
			alone = person;
		bool same = given.words == 1 || same_person(person, given.full);
		if (!same)
			continue;
		if (given.sure && !person->sure && given.words > 1)
			person->full = given.full;
		person->sure |= given.sure;
		person->gender = person->gender ? person->gender : given.gender;
		person->count += given.words > 1;
		if (role_says_more(text, given.role, person->role))
			person->role = given.role; /* the first, or one that says more: "Chinese President" */
		return;
	}
	given.count = given.words > 1;
	if (alone != NULL) {
		given.next = alone->next;
		given.gender = given.gender ? given.gender : alone->gender;
		given.role = given.role.len ? given.role : alone->role;
		*alone = given;
		return;
	}
	/* At the end of the chain: the first named stays the first. */
	uint32_t *link = NULL;
	size_t length = 0;
	for (uint64_t i = entry->value; i > 0; i = *link, length++)
		link = &persons->list.at[i - 1].next;
	if (length >= SAME_SURNAME_MAX)
		return;
	if (link == NULL)
		entry->value = persons->list.n + 1;
	else
		*link = (uint32_t)persons->list.n + 1;
	*array_add(text->arena, &persons->list) = given;
}

/* "Xi", "Hillary": the one person whose full name begins so. */
static void note_forenames(struct persons *persons)
{
	for (size_t i = 0; i < persons->list.n; i++) {
		struct person *person = &persons->list.at[i];
		if (person->words < 2 || !person->sure)
			continue;
		struct table_entry *entry = table_put(&persons->forenames, name_first_word(person->full));
		entry->value = entry->value ? SEVERAL : i + 1;
	}
}

/* Is the run a person? Then it is noted. */
static void look_at_run(struct quote_text *text, const struct quote_paragraph *paragraph, const struct run *run,
			struct persons *persons)
{
	size_t start = name_start(run->at, run->n), words = run->n - start;
	const struct quote_token *first = run->at[start], *last = run->at[run->n - 1];
	bool titled = false;
	unsigned gender = 0;

	for (size_t k = 0; k < start; k++) {
		titled |= is(run->at[k], QB_ROLE) || (is(run->at[k], QB_TITLE) && !is(run->at[k], QB_WEAK_TITLE));
		gender |= is(run->at[k], QB_MALE_TITLE) ? GENDER_MALE : 0;
		gender |= is(run->at[k], QB_FEMALE_TITLE) ? GENDER_FEMALE : 0;
	}
	bool known = is_any(first, QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE));
	bool label = name_label(last) && !(known && words == 2); /* but James Baker */
	if (label || is(last, QB_ORGANISATION) || is(first, QB_ORGANISATION))
		return;
	bool sure = (words >= 2 && words <= NAME_WORDS_MAX && (known || titled)) || (words == 1 && titled);
	if (!sure && words >= 2 && words <= NAME_WORDS_MAX)
		sure = described(text, paragraph, run);
	bool plain = words <= 3 && !shouted(run, start);
	if (!sure && plain && !is(first, QB_TITLE))
		sure = speaks(text, paragraph, run) && (words >= 2 || !text->words->capital_nouns);
	bool maybe = !sure && plain && words >= 2 && !text->words->capital_nouns;
	if (!sure && !maybe)
		return;
	if (!gender && words >= 2 && known)
		gender = name_gender(first);
	struct ng_text full = words_text(text, first, last);
	note_person(text, persons,
		    (struct person){
			.full = full,
			.surname = name_last_word(full),
			.role = role_of(text, paragraph, run, start),
			.gender = gender == 3 ? 0 : gender,
			.words = (uint32_t)words,
			.sure = sure,
		    });
}

/* Opens its sentence, or stands after few words and no preposition. */
static bool subject_at(const struct quote_text *text, uint32_t token)
{
	const struct quote_token *at = text->tokens.at;
	uint32_t before = token - at[token].sentence;

	if (!before)
		return true;
	const struct quote_token *last = &at[token - 1];
	bool near = before <= 3 || last->rune == ',' || last->rune == 0x2014 || is(last, QB_AND);
	return near && !is(last, QB_PREPOSITION);
}

static void add_mention(struct quote_text *text, const struct run *run, struct persons *persons)
{
	size_t start = name_start(run->at, run->n), words = run->n - start;
	const struct quote_token *first = run->at[start], *last = run->at[run->n - 1];
	struct ng_text name = words_text(text, first, last);
	const struct person *person = person_named(persons, name, 0);

	if (person == NULL || !person->sure)
		return;
	text->tokens.at[run->last].is |= QUOTE_BIT(QB_SURNAME);
	struct mention *mention = array_add(text->arena, &persons->mentions);
	*mention = (struct mention){
	    .token = run->first,
	    .person = (uint32_t)(person - persons->list.at),
	    .name = person->full,
	    .gender = person->gender,
	    .possessive = is(last, QB_POSSESSIVE),
	    .whole = words >= 2,
	};
	if (words >= 2) {
		unsigned gender = name_gender(first);
		bool same = text_equal(name, person->full);
		mention->gender = gender == GENDER_MALE || gender == GENDER_FEMALE ? gender : same ? person->gender : 0;
		mention->name = name;
	}
	mention->subject = !mention->possessive && subject_at(text, run->first);
}

void persons_find(struct quote_text *text, struct persons *persons)
{
	struct run run;

	persons->surnames = table_new(text->arena);
	persons->forenames = table_new(text->arena);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t p = 0; p < text->paragraphs.n; p++) {
			const struct quote_paragraph *paragraph = &text->paragraphs.at[p];
			for (uint32_t i = paragraph->first; i < paragraph->last; i++) {
				if (!read_run(text, paragraph, i, &run))
					continue;
				if (pass == 0)
					look_at_run(text, paragraph, &run, persons);
				else
					add_mention(text, &run, persons);
				i = run.last;
			}
		}
		if (pass == 0)
			note_forenames(persons);
	}
}

static int by_token(const void *a, const void *b, void *context)
{
	const struct mention *left = a, *right = b;

	(void)context;
	return (left->token > right->token) - (left->token < right->token);
}

size_t mention_from(const struct persons *persons, uint32_t token)
{
	struct mention first = {.token = token};

	return sort_place(persons->mentions.at, persons->mentions.n, sizeof first, &first, by_token, NULL);
}

const struct person *person_named(const struct persons *persons, struct ng_text name, unsigned gender)
{
	struct ng_text surname = name_last_word(name);
	const struct table_entry *entry = table_get(&persons->surnames, surname);
	bool whole = surname.len < name.len;
	const struct person *best = NULL;

	if (entry == NULL && !whole) {
		entry = table_get(&persons->forenames, name);
		return entry == NULL || entry->value == SEVERAL ? NULL : &persons->list.at[entry->value - 1];
	}
	if (entry == NULL)
		return NULL;
	for (uint64_t i = entry->value; i > 0; i = persons->list.at[i - 1].next) {
		const struct person *person = &persons->list.at[i - 1];
		if (whole && person->words > 1 && same_person(person, name))
			return person;
		if (gender && person->gender && person->gender != gender)
			continue;
		if (best == NULL || (person->sure && !best->sure))
			best = person;
	}
	if (best != NULL && best->words == 1 && !whole) {
		entry = table_get(&persons->forenames, name);
		if (entry != NULL && entry->value != SEVERAL)
			return &persons->list.at[entry->value - 1];
	}
	return best;
}

bool person_ambiguous(const struct persons *persons, struct ng_text surname, unsigned gender)
{
	const struct table_entry *entry = table_get(&persons->surnames, surname);
	uint32_t fitting = 0, first = 0, most = 0;

	for (uint64_t i = entry == NULL ? 0 : entry->value; i > 0; i = persons->list.at[i - 1].next) {
		const struct person *person = &persons->list.at[i - 1];
		bool fits =
		    person->sure && person->words > 1 && (!gender || !person->gender || person->gender == gender);
		if (!fits)
			continue;
		if (fitting++ == 0)
			first = person->count;
		else if (person->count > most)
			most = person->count;
	}
	return fitting > 1 && first < DOMINANT * most;
}

unsigned person_gender(const struct quote_text *text, const struct persons *persons, struct ng_text name)
{
	const struct person *person = person_named(persons, name, 0);
	struct ng_text first = name_first_word(name);

	if (first.len < name.len) {
		uint64_t bits = quote_word_bits(text->tables, text->words, first, true);
		bool male = bits & QUOTE_BIT(QB_MALE), female = bits & QUOTE_BIT(QB_FEMALE);
		if (male != female)
			return male ? GENDER_MALE : GENDER_FEMALE;
		return person != NULL && text_equal(person->full, name) ? person->gender : 0;
	}
	return person == NULL ? 0 : person->gender;
}
