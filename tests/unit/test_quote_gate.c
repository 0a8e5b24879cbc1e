/* The gate of key quotes: a cue of its own, a full name without doubt, 8 to 65 words; and confidence by rule. */
#include "test.h"

#include "base/buf.h"
#include "quote.h"
#include "story/quote_gate.h"

static struct quote gated(struct arena *arena, size_t words, struct speaker speaker, const char *how, bool own)
{
	struct buf buf = buf_new(arena, 1 << 16);
	struct quote quote = {.how = how};

	buf_puts(&buf, "“");
	for (size_t i = 0; i < words; i++)
		buf_puts(&buf, i ? " it's" : "it's");
	buf_puts(&buf, ",” she said.");
	buf_byte(&buf, 0);
	struct quote_text text = test_quote_text(arena, "en", buf.at);
	quote_marks_find(&text);
	quote_gate(&text, &text.spans.at[0], &speaker, own, &quote);
	return quote;
}

static const struct speaker named = {.name = {"Ann Lee", 7}, .kind = PHRASE_NAME, .person = true, .clear = true};

TEST_IN_ARENA(takes_eight_to_sixty_five_words)
{
	assert_false(gated(arena, 7, named, "right", true).key);
	assert_true(gated(arena, 8, named, "right", true).key);
	assert_true(gated(arena, 65, named, "right", true).key);
	assert_false(gated(arena, 66, named, "right", true).key);
}

TEST_IN_ARENA(a_long_turn_of_a_transcript_is_a_speech)
{
	assert_true(gated(arena, 45, named, "transcript", true).key);
	assert_false(gated(arena, 46, named, "transcript", true).key);
}

TEST_IN_ARENA(wants_a_full_name_and_a_cue)
{
	struct speaker other = named;

	assert_false(gated(arena, 9, named, "inherited", false).key);
	other.name = TEXT("Lee");
	assert_false(gated(arena, 9, other, "right", true).key);
	other = named;
	other.clear = false;
	assert_false(gated(arena, 9, other, "right", true).key);
	other = named;
	other.person = false;
	other.kind = PHRASE_NOUN;
	assert_false(gated(arena, 9, other, "right", true).key);
}

TEST_IN_ARENA(trusts_names_more_than_pronouns)
{
	struct speaker pronoun = named, nobody = {.kind = PHRASE_PRONOUN};

	pronoun.kind = PHRASE_PRONOUN;
	double name = gated(arena, 9, named, "right", true).confidence;
	double clear = gated(arena, 9, pronoun, "right", true).confidence;
	pronoun.clear = false;
	double doubtful = gated(arena, 9, pronoun, "right", true).confidence;
	assert_true(name <= 1 && name > clear && clear > doubtful && doubtful > 0);
	assert_true(gated(arena, 9, nobody, "right", true).confidence <= 0);
	assert_true(gated(arena, 9, named, "subject", false).confidence < name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_eight_to_sixty_five_words),
	    cmocka_unit_test(a_long_turn_of_a_transcript_is_a_speech),
	    cmocka_unit_test(wants_a_full_name_and_a_cue),
	    cmocka_unit_test(trusts_names_more_than_pronouns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
