/* Noun phrases left and right of a verb, subjects, appositions; in English, German and French. */
#include "test.h"

#include "base/buf.h"
#include "clause.h"

static const char *const kinds[] = {"none", "pronoun", "name", "noun"};

/* "name: Jane Hollis (Mayor)" */
static struct ng_text shown(struct arena *arena, struct phrase phrase)
{
	struct buf out = buf_new(arena, 1 << 12);

	buf_puts(&out, kinds[phrase.kind]);
	if (phrase.kind != PHRASE_NONE)
		buf_format(&out, ": %.*s", TEXT_ARGS(phrase.words));
	if (phrase.role.len)
		buf_format(&out, " (%.*s)", TEXT_ARGS(phrase.role));
	return buf_text(&out);
}

static struct ng_text left(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	return shown(arena, phrase_left(&clause, clause.n - 1));
}

static struct ng_text right(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	return shown(arena, phrase_right(&clause, 0));
}

static struct ng_text subject(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	return shown(arena, phrase_subject(&clause, clause.n));
}

TEST_IN_ARENA(left_of_a_verb)
{
	assert_text_equal(left(arena, "en", "On Monday Mayor Jane Hollis"), "name: Jane Hollis (Mayor)");
	assert_text_equal(left(arena, "en", "then she"), "pronoun: she");
	assert_text_equal(left(arena, "en", "Later the campaign"), "noun: the campaign");
	assert_text_equal(left(arena, "en", "Then the mayor of London"), "noun: the mayor of London");
	assert_text_equal(left(arena, "en", "So Ann Lee of Hale Bank"), "name: Ann Lee");
	assert_text_equal(left(arena, "en", "Ann Lee, 54,"), "name: Ann Lee (54)");
	assert_text_equal(left(arena, "en", "Ann Lee, who runs the bank, a rival,"),
			  "name: Ann Lee (who runs the bank, a rival)");
	assert_text_equal(left(arena, "en", "The bank's owner, Ann Lee,"), "name: Ann Lee (The bank's owner)");
	assert_text_equal(left(arena, "en", "Ann Lee (R-Ky.)"), "name: Ann Lee");
	assert_text_equal(left(arena, "en", "Ann Lee, who"), "name: Ann Lee");
	assert_text_equal(left(arena, "en", "Tom Reed Jr"), "name: Tom Reed Jr");
	assert_text_equal(left(arena, "en", "again,"), "none");
	assert_text_equal(left(arena, "de", "Am Montag die Ministerin"), "noun: die Ministerin");
	assert_text_equal(left(arena, "de", "Der Sprecher der Polizei"), "noun: Der Sprecher der Polizei");
	assert_text_equal(left(arena, "fr", "La directrice de l'usine"), "noun: La directrice de l'usine");
}

TEST_IN_ARENA(right_of_a_verb)
{
	assert_text_equal(right(arena, "en", "Jane Hollis, a teacher from Ohio, on Monday"),
			  "name: Jane Hollis (a teacher from Ohio)");
	assert_text_equal(right(arena, "en", "Walton school principal Tom Reed."),
			  "name: Tom Reed (Walton school principal)");
	assert_text_equal(right(arena, "en", "a spokesman for the council."), "noun: a spokesman for the council");
	assert_text_equal(right(arena, "en", "the mayor of London, Ann Lee."), "name: Ann Lee (the mayor of London)");
	assert_text_equal(right(arena, "en", "Secretary of State Ann Lee on Monday"),
			  "name: Ann Lee (Secretary of State)");
	assert_text_equal(right(arena, "en", "he on Monday"), "pronoun: he");
	assert_text_equal(right(arena, "en", "that he would"), "none");
	assert_text_equal(right(arena, "en", ", too"), "none");
	assert_text_equal(right(arena, "de", "Ursula von der Aue am Montag"), "name: Ursula von der Aue");
	assert_text_equal(right(arena, "de", "der Anwalt der Familie, Ludwig Karpe, am Montag"),
			  "name: Ludwig Karpe (der Anwalt der Familie)");
	assert_text_equal(right(arena, "de", "Verkehrsminister Marwitz"), "name: Marwitz (Verkehrsminister)");
	assert_text_equal(right(arena, "fr", "le ministre de la Santé, Paul Marchand."),
			  "name: Paul Marchand (le ministre de la Santé)");
}

TEST_IN_ARENA(subjects_of_sentences)
{
	assert_text_equal(subject(arena, "en", "In Walton, Ann Lee smiled and left"), "name: Ann Lee");
	assert_text_equal(subject(arena, "en", "Reed's campaign shrugged it off"), "noun: Reed's campaign");
	assert_text_equal(subject(arena, "en", "The spokesman refused to answer Ann Lee"), "noun: The spokesman");
	assert_text_equal(subject(arena, "en", "it was late when she came"), "pronoun: she");
	assert_text_equal(subject(arena, "en", "it was late"), "none");
	assert_text_equal(subject(arena, "de", "Im Hafen lag das Schiff der Werft"), "none");
}

TEST_IN_ARENA(relative_clauses)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, "en", "Ann Packer, who is chairman of Our Bank said");

	assert_text_equal(phrase_before_relative(&clause, 0).words, "Ann Packer");
	clause = test_clause(arena, &text, "en", "Ann Packer, a rival, said");
	assert_int_equal(phrase_before_relative(&clause, 0).kind, PHRASE_NONE);
}

TEST_IN_ARENA(certain_names)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, "en", "Mayor Vorna Quill met Harbour Watch");
	struct phrase known = phrase_subject(&clause, clause.n), unknown = phrase_left(&clause, clause.n - 1);

	assert_true(phrase_certain(&clause, &known));
	assert_false(phrase_certain(&clause, &unknown));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(left_of_a_verb),        cmocka_unit_test(right_of_a_verb),
	    cmocka_unit_test(subjects_of_sentences), cmocka_unit_test(relative_clauses),
	    cmocka_unit_test(certain_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
