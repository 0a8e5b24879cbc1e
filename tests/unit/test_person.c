/* Persons: evidence, roles, genders, one surname for two, mentions in order. */
#include "test.h"

#include "base/buf.h"
#include "quote.h"
#include "story/person.h"

static struct persons persons_in(struct arena *arena, struct quote_text *text, const char *words)
{
	struct persons persons = {0};

	*text = test_quote_text(arena, "en", words);
	persons_find(text, &persons);
	return persons;
}

/* "Ann Lee (Mayor) f; ..." of those that are sure. */
static struct ng_text listed(struct arena *arena, const char *words)
{
	struct quote_text text;
	struct persons persons = persons_in(arena, &text, words);
	struct buf out = buf_new(arena, 1 << 16);

	for (size_t i = 0; i < persons.list.n; i++) {
		const struct person *person = &persons.list.at[i];
		if (!person->sure)
			continue;
		buf_puts(&out, out.len ? "; " : "");
		buf_put(&out, person->full);
		if (person->role.len)
			buf_format(&out, " (%.*s)", TEXT_ARGS(person->role));
		buf_puts(&out, person->gender == GENDER_MALE ? " m" : person->gender == GENDER_FEMALE ? " f" : "");
	}
	return buf_text(&out);
}

TEST_IN_ARENA(what_makes_a_person)
{
	assert_text_equal(listed(arena, "Mayor Ann Lee met Tom Reed."), "Ann Lee (Mayor) f; Tom Reed m");
	assert_text_equal(listed(arena, "On Monday Vorna Quill, 54, left."), "Vorna Quill");
	assert_text_equal(listed(arena, "Then Vorna Quill, director of the zoo, left."),
			  "Vorna Quill (director of the zoo)");
	assert_text_equal(listed(arena, "The zoo's director, Vorna Quill, left."), "Vorna Quill (director)");
	assert_text_equal(listed(arena, "It rained, Vorna Quill said."), "Vorna Quill");
	assert_text_equal(listed(arena, "Ms. Quill left."), "Quill (Ms.) f");
	assert_text_equal(listed(arena, "They saw Vorna Quill."), "");
	assert_text_equal(listed(arena, "Harbour Bank said no. The White House said yes."), "");
}

TEST_IN_ARENA(learns_more_later)
{
	assert_text_equal(listed(arena, "Dr Vorna Quill left. Vorna Quill, a marine biologist, came."),
			  "Vorna Quill (marine biologist)");
	assert_text_equal(listed(arena, "Mayor Ann Lee left. Ann Lee, the mayor of Walton, came."),
			  "Ann Lee (mayor of Walton) f");
	assert_text_equal(listed(arena, "Ann Lee, the mayor of Walton, came. Mayor Ann Lee left."),
			  "Ann Lee (mayor of Walton) f");
	assert_text_equal(listed(arena, "Ann Lee, the mayor of Walton, came. Ann Lee, a widow, left."),
			  "Ann Lee (mayor of Walton) f");
	assert_text_equal(listed(arena, "Mr. Quill left. Then Vorna Quill, 54, came."), "Vorna Quill (Mr.) m");
	assert_text_equal(listed(arena, "President Ivan Dorin spoke. Then Russian President Ivan Dorin left."),
			  "Ivan Dorin (Russian President) m");
}

TEST_IN_ARENA(one_surname_for_two)
{
	struct quote_text text;
	struct persons persons = persons_in(arena, &text, "Mary Smith met Peter Smith. Mary Smith left.");

	assert_true(person_ambiguous(&persons, TEXT("Smith"), 0));
	assert_false(person_ambiguous(&persons, TEXT("Smith"), GENDER_MALE));
	assert_false(person_ambiguous(&persons, TEXT("Lee"), 0));
	assert_text_equal(person_named(&persons, TEXT("Smith"), 0)->full, "Mary Smith");
	assert_text_equal(person_named(&persons, TEXT("Smith"), GENDER_MALE)->full, "Peter Smith");
	assert_text_equal(person_named(&persons, TEXT("Peter Smith"), 0)->full, "Peter Smith");
	persons = persons_in(arena, &text, "Mary Smith ate. Mary Smith slept. Mary Smith left Peter Smith.");
	assert_false(person_ambiguous(&persons, TEXT("Smith"), 0));
}

TEST_IN_ARENA(a_forename_names_one)
{
	struct quote_text text;
	struct persons persons = persons_in(arena, &text, "President Xan Dorin met Ann Lee and Ann Reed.");

	assert_text_equal(person_named(&persons, TEXT("Xan"), 0)->full, "Xan Dorin");
	assert_null(person_named(&persons, TEXT("Ann"), 0));
	assert_null(person_named(&persons, TEXT("Zoe"), 0));
}

TEST_IN_ARENA(mentions_are_in_order)
{
	struct quote_text text;
	struct persons persons = persons_in(arena, &text, "Ann Lee met Tom Reed. Reed's car stood near Lee.");

	assert_int_equal(persons.mentions.n, 4);
	assert_true(persons.mentions.at[0].subject && persons.mentions.at[0].whole);
	assert_true(persons.mentions.at[2].possessive && !persons.mentions.at[2].subject);
	assert_text_equal(persons.mentions.at[2].name, "Tom Reed");
	assert_false(persons.mentions.at[3].subject);
	assert_int_equal(mention_from(&persons, 0), 0);
	assert_int_equal(mention_from(&persons, persons.mentions.at[2].token), 2);
	assert_int_equal(mention_from(&persons, UINT32_MAX), 4);
}

TEST_IN_ARENA(gender_of_names_seen_or_not)
{
	struct quote_text text;
	struct persons persons = persons_in(arena, &text, "Ms. Quill and Tom Reed left.");

	assert_int_equal(person_gender(&text, &persons, TEXT("Quill")), GENDER_FEMALE);
	assert_int_equal(person_gender(&text, &persons, TEXT("Reed")), GENDER_MALE);
	assert_int_equal(person_gender(&text, &persons, TEXT("Ann Other")), GENDER_FEMALE);
	assert_int_equal(person_gender(&text, &persons, TEXT("Other")), 0);
}

/* A thousand persons of one surname are no chain to walk. */
TEST_IN_ARENA(chains_are_short)
{
	struct buf words = buf_new(arena, 1 << 20);
	struct quote_text text;

	for (int i = 0; i < 1000; i++)
		buf_format(&words, "Mayor Q%c%c Smith left. ", 'a' + i / 26 % 26, 'a' + i % 26);
	buf_byte(&words, 0);
	struct persons persons = persons_in(arena, &text, words.at);
	assert_true(persons.list.n <= 16);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_makes_a_person),   cmocka_unit_test(learns_more_later),
	    cmocka_unit_test(one_surname_for_two),   cmocka_unit_test(a_forename_names_one),
	    cmocka_unit_test(mentions_are_in_order), cmocka_unit_test(gender_of_names_seen_or_not),
	    cmocka_unit_test(chains_are_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
