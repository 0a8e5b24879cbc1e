/* Attributions: before, after, inside a quotation, in reported speech. */
#include "test.h"

#include "base/buf.h"
#include "clause.h"
#include "story/quote_cue.h"

/* "said: Ann Lee" */
static struct ng_text shown(struct arena *arena, struct attribution found)
{
	if (!found.found)
		return TEXT("nothing");
	return arena_format(arena, "%.*s: %.*s%s", TEXT_ARGS(found.cue), TEXT_ARGS(found.speaker.words),
			    found.outlet ? " (outlet)" : "");
}

static struct ng_text after(struct arena *arena, const char *code, const char *words, bool comma)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	return shown(arena, quote_cue_right(&clause, comma));
}

static struct ng_text before(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	return shown(arena, quote_cue_left(&clause, clause.at[clause.n - 1]->rune == ':'));
}

TEST_IN_ARENA(after_a_quotation)
{
	assert_text_equal(after(arena, "en", "said Ann Lee.", true), "said: Ann Lee");
	assert_text_equal(after(arena, "en", ", Ann Lee, 54, said on Monday.", false), "said: Ann Lee");
	assert_text_equal(after(arena, "en", "he later added.", true), "added: he");
	assert_text_equal(after(arena, "en", "according to Ann Lee.", true), "according: Ann Lee (outlet)");
	assert_text_equal(after(arena, "en", "Harbour News reported.", true), "reported: Harbour News (outlet)");
	assert_text_equal(after(arena, "en", "Harbour Bank supporters said.", true), "said: Harbour Bank supporters");
	assert_text_equal(after(arena, "en", "Ann Packer, who is chairman of Our Bank said.", true),
			  "said: Ann Packer");
	assert_text_equal(after(arena, "en", "Ann Lee thundered.", true), "thundered: Ann Lee");
	assert_text_equal(after(arena, "en", "Ann Lee crooned.", true), "crooned: Ann Lee");
	assert_text_equal(after(arena, "en", "Ann Lee crooned.", false), "nothing");
	assert_text_equal(after(arena, "en", "drawing loud jeers from the crowd.", true), "nothing");
	assert_text_equal(after(arena, "en", "and left for Walton.", true), "nothing");
	assert_text_equal(after(arena, "en", "", true), "nothing");
}

TEST_IN_ARENA(after_a_quotation_elsewhere)
{
	assert_text_equal(after(arena, "de", ", sagte Klara Duhm.", false), "sagte: Klara Duhm");
	assert_text_equal(after(arena, "de", ", so Klara Duhm.", false), "so: Klara Duhm");
	assert_text_equal(after(arena, "de", ", hatte der Minister am Montag gesagt.", false), "hatte: der Minister");
	assert_text_equal(after(arena, "fr",
				", a-t-elle d\xc3\xa9"
				"clar\xc3\xa9.",
				false),
			  "d\xc3\xa9"
			  "clar\xc3\xa9: elle");
	assert_text_equal(after(arena, "fr",
				", a d\xc3\xa9"
				"clar\xc3\xa9 lundi \xc3\xa0 Lyon le maire.",
				false),
			  "d\xc3\xa9"
			  "clar\xc3\xa9: le maire");
	assert_text_equal(after(arena, "es", ", ha dicho.", false), "dicho: ");
	assert_text_equal(after(arena, "es", ", afirm\xc3\xb3 Clara D\xc3\xa1vila.", false),
			  "afirm\xc3\xb3: Clara D\xc3\xa1vila");
}

TEST_IN_ARENA(before_a_quotation)
{
	assert_text_equal(before(arena, "en", "Ann Lee said:"), "said: Ann Lee");
	assert_text_equal(before(arena, "en", "Ann Lee refused and said,"), "said: Ann Lee");
	assert_text_equal(before(arena, "en", "Ann Lee left, saying"), "saying: Ann Lee");
	assert_text_equal(before(arena, "en", "Ann Lee went on to say,"), "say: Ann Lee");
	assert_text_equal(before(arena, "en", "In other words, explained Ann Lee:"), "explained: Ann Lee");
	assert_text_equal(before(arena, "en", "According to Ann Lee,"), "According: Ann Lee");
	assert_text_equal(before(arena, "en", "Ann Lee was blunt:"), ":: Ann Lee");
	assert_text_equal(before(arena, "en", "Ann Lee was blunt,"), "nothing");
	assert_text_equal(before(arena, "en", "a message that said,"), "said: a message");
	assert_text_equal(before(arena, "en", "Lee's team shrugged off Reed's comments, telling reporters,"),
			  "telling: Lee's team");
	assert_text_equal(before(arena, "de", "Bei einem Besuch in Bonn sagte er:"), "sagte: er");
	assert_text_equal(before(arena, "de", "Der Zeitung sagte Hans Karpe:"), "sagte: Hans Karpe");
	assert_text_equal(before(arena, "de", "Der Minister hat in Bonn gesagt:"), "gesagt: Der Minister");
}

TEST_IN_ARENA(inside_a_quotation)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, "fr", "La loi, explique Hugo Perrin, est juste");

	assert_text_equal(shown(arena, quote_cue_inside(&clause)), "explique: Hugo Perrin");
	clause = test_clause(arena, &text, "fr", "La loi, bonne ou mauvaise, est votée");
	assert_text_equal(shown(arena, quote_cue_inside(&clause)), "nothing");
}

TEST_IN_ARENA(reported_speech)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, "en", "Ann Lee said the claims about her offer were false.");

	assert_text_equal(shown(arena, quote_cue_reported(&clause, false)), "said: Ann Lee");
	clause = test_clause(arena, &text, "en", "It was late, said Tom Reed.");
	assert_text_equal(shown(arena, quote_cue_reported(&clause, false)), "said: Tom Reed");
	clause = test_clause(arena, &text, "en", "Ann Lee offered tea.");
	assert_text_equal(shown(arena, quote_cue_reported(&clause, false)), "nothing");
	assert_text_equal(shown(arena, quote_cue_reported(&clause, true)), "offered: Ann Lee");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(after_a_quotation),  cmocka_unit_test(after_a_quotation_elsewhere),
	    cmocka_unit_test(before_a_quotation), cmocka_unit_test(inside_a_quotation),
	    cmocka_unit_test(reported_speech),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
