/* Who is meant: full names and roles, pronouns, two of one surname, when a pronoun is in doubt. */
#include "test.h"

#include "quote.h"
#include "story/quote_who.h"

/* The phrase of one word that starts at token i. */
static struct phrase phrase_at(const struct quote_text *text, uint32_t i, enum phrase_kind kind)
{
	const struct quote_token *token = &text->tokens.at[i];
	return (struct phrase){.kind = kind, .head = token, .words = text_slice(text->text, token->start, token->bare)};
}

static struct speaker who(struct arena *arena, const char *words, const char *word, enum phrase_kind kind,
			  const struct speaker *last)
{
	static const struct speaker nobody = {.kind = PHRASE_NONE};
	struct quote_text text = test_quote_text(arena, "en", words);
	struct persons persons = {0};

	quote_marks_find(&text);
	persons_find(&text, &persons);
	uint32_t i = test_token(&text, word);
	assert_int_not_equal(i, UINT32_MAX);
	struct phrase phrase = phrase_at(&text, i, kind);
	return quote_who(&text, &persons, &phrase, last == NULL ? &nobody : last, i, text.tokens.at[i].sentence);
}

TEST_IN_ARENA(names_are_filled_in)
{

	struct speaker speaker = who(arena, "Quill left. Mayor Jane Hollis came.", "Quill", PHRASE_NAME, NULL);
	assert_text_equal(speaker.name, "Quill");
	assert_text_equal(speaker.role, "");
	speaker = who(arena, "Hollis left. Mayor Jane Hollis came.", "Hollis", PHRASE_NAME, NULL);
	assert_text_equal(speaker.name, "Jane Hollis");
	assert_text_equal(speaker.role, "Mayor");
	assert_true(speaker.clear && speaker.person);
}

TEST_IN_ARENA(pronouns_go_by_gender)
{
	assert_text_equal(who(arena, "Jane Hollis met Tom Reed. Then she left.", "she", PHRASE_PRONOUN, NULL).name,
			  "Jane Hollis");
	assert_text_equal(who(arena, "Jane Hollis met Tom Reed. Then he left.", "he", PHRASE_PRONOUN, NULL).name,
			  "Tom Reed");
	assert_text_equal(who(arena, "Jane Hollis came. “Ann Lee left,” she said.", "she", PHRASE_PRONOUN, NULL).name,
			  "Jane Hollis");
	assert_text_equal(who(arena, "It rained. Then she left.", "she", PHRASE_PRONOUN, NULL).name, "");
	assert_false(who(arena, "Jane Hollis met Tom Reed. Then she left.", "she", PHRASE_PRONOUN, NULL).clear);
}

TEST_IN_ARENA(the_last_speaker_goes_first)
{
	struct speaker last = {.name = TEXT("Jane Hollis"),
			       .role = TEXT("mayor"),
			       .kind = PHRASE_NAME,
			       .person = true,
			       .clear = true,
			       .token = 2};
	struct speaker speaker =
	    who(arena, "Jane Hollis spoke. Then she left for the house of Ann Lee.", "she", PHRASE_PRONOUN, &last);

	assert_text_equal(speaker.name, "Jane Hollis");
	assert_text_equal(speaker.role, "mayor");
	assert_true(speaker.clear);
	speaker = who(arena, "Jane Hollis spoke. Ann Lee came. Then she left.", "she", PHRASE_PRONOUN, &last);
	assert_text_equal(speaker.name, "Ann Lee");
	assert_false(speaker.clear);
	speaker = who(arena, "Jane Hollis spoke to Ann Lee. Then she left.", "she", PHRASE_PRONOUN, &last);
	assert_text_equal(speaker.name, "Jane Hollis");
	assert_false(speaker.clear);
	speaker = who(arena, "Jane Hollis spoke. Tom Reed came. Then he left.", "he", PHRASE_PRONOUN, &last);
	assert_text_equal(speaker.name, "Tom Reed");
	speaker = who(arena, "Jane Hollis spoke. Then they left.", "they", PHRASE_PRONOUN, &last);
	assert_text_equal(speaker.name, "Jane Hollis");
	assert_false(speaker.clear);
}

TEST_IN_ARENA(organisations_are_no_he)
{
	struct speaker last = {
	    .name = TEXT("Harbour Bank"), .kind = PHRASE_NAME, .person = true, .clear = true, .token = 2};

	assert_text_equal(who(arena, "Tom Reed runs Harbour Bank. Then he left.", "he", PHRASE_PRONOUN, &last).name,
			  "Tom Reed");
}

TEST_IN_ARENA(one_surname_for_two)
{
	struct speaker last = {
	    .name = TEXT("Mary Smith"), .kind = PHRASE_NAME, .person = true, .clear = true, .token = 0};
	static const char both[] = "Mary Smith met John Smith. Then Smith left.";
	struct quote_text text = test_quote_text(arena, "en", both);
	struct persons persons = {0};

	persons_find(&text, &persons);
	struct phrase phrase = phrase_at(&text, 7, PHRASE_NAME);
	assert_text_equal(phrase.words, "Smith");
	assert_text_equal(quote_who(&text, &persons, &phrase, &last, 7, 6).name, "Mary Smith");
	last.name = TEXT("Ann Lee");
	assert_text_equal(quote_who(&text, &persons, &phrase, &last, 7, 6).name, "John Smith");
}

TEST_IN_ARENA(without_words_the_last_speaker_goes_on)
{
	struct speaker last = {.name = TEXT("Ann Lee"), .kind = PHRASE_NAME, .person = true, .clear = true, .token = 0};
	struct speaker speaker = who(arena, "It rained.", "It", PHRASE_NONE, &last);

	assert_text_equal(speaker.name, "Ann Lee");
	assert_false(speaker.clear);
	assert_text_equal(who(arena, "police left.", "police", PHRASE_NOUN, &last).name, "police");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_filled_in),         cmocka_unit_test(pronouns_go_by_gender),
	    cmocka_unit_test(the_last_speaker_goes_first), cmocka_unit_test(organisations_are_no_he),
	    cmocka_unit_test(one_surname_for_two),         cmocka_unit_test(without_words_the_last_speaker_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
