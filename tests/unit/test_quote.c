/* Quotations: the tables of tests/spec/quotes_LANG.tsv, and what no table can say: offsets, sentences, bounds. */
#include "test.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "story/quote.h"

static const struct resources built_in = {.built_in = resource_data};

static struct document quoted(struct arena *arena, const struct quote_tables *tables, const char *code,
			      struct ng_text text)
{
	struct language *language = arena_new_of(arena, struct language);
	struct document document = {.language = language};

	language->code = text_of(code);
	document.article.text = text;
	document_quotes(arena, tables, &document);
	return document;
}

/* ¶ of a table is a blank line. */
static struct ng_text unfolded(struct arena *arena, struct ng_text cell)
{
	struct buf out = buf_new(arena, 1 << 16);

	for (size_t at = 0; at < cell.len;) {
		size_t next = text_find(cell, TEXT("¶"), at);
		buf_put(&out, text_slice(cell, at, next));
		if (next < cell.len)
			buf_puts(&out, "\n\n");
		at = next + 2;
	}
	return buf_text(&out);
}

/* "Jane Hollis (Mayor) [The bridge is safe,] | ..." */
static struct ng_text written(struct arena *arena, const struct document *document)
{
	struct buf out = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < document->n_quotes; i++) {
		const struct quote *quote = &document->quotes[i];
		buf_puts(&out, i == 0 ? "" : " | ");
		buf_put(&out, quote->speaker);
		if (quote->role.len)
			buf_format(&out, " (%.*s)", TEXT_ARGS(quote->role));
		buf_puts(&out, " [");
		buf_put(&out, text_slice(document->article.text, quote->start, quote->end));
		buf_puts(&out, "]");
	}
	return buf_text(&out);
}

static void check_table(struct arena *arena, const char *code, unsigned least)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	struct ng_text path = arena_format(arena, "%s/quotes_%s.tsv", getenv("SPEC"), code);
	struct ng_text rows = file_read(arena, arena_string(arena, path), 1 << 20), row;
	unsigned line = 0, wrong = 0, checked = 0;

	while (text_cut(&rows, '\n', &row)) {
		struct ng_text text, expected = {0};
		line++;
		if (row.len == 0 || row.at[0] == '#' || !text_cut(&row, '\t', &text))
			continue;
		text_cut(&row, '\t', &expected);
		struct document document = quoted(arena, tables, code, unfolded(arena, text));
		struct ng_text got = written(arena, &document);
		checked++;
		if (text_equal(got, expected))
			continue;
		wrong++;
		print_error("%s line %u: %.*s\n  got      %.*s\n  expected %.*s\n", code, line, TEXT_ARGS(text),
			    TEXT_ARGS(got), TEXT_ARGS(expected));
	}
	assert_int_equal(wrong, 0);
	assert_true(checked >= least);
}

TEST_IN_ARENA(english)
{
	check_table(arena, "en", 65);
}

TEST_IN_ARENA(german)
{
	check_table(arena, "de", 20);
}

TEST_IN_ARENA(french)
{
	check_table(arena, "fr", 20);
}

TEST_IN_ARENA(spanish)
{
	check_table(arena, "es", 20);
}

TEST_IN_ARENA(italian)
{
	check_table(arena, "it", 14);
}

TEST_IN_ARENA(portuguese)
{
	check_table(arena, "pt", 15);
}

TEST_IN_ARENA(dutch)
{
	check_table(arena, "nl", 15);
}

static struct document english_quotes(struct arena *arena, const char *words)
{
	return quoted(arena, quote_tables_load(arena, &built_in), "en", text_of(words));
}

TEST_IN_ARENA(says_which_rule_fired)
{
	struct document document = english_quotes(
	    arena, "“We left,” said Ann Lee. “It rained.”\n\nAnn Lee said, “We came back and it was dry.”\n\n"
		   "Ann Lee released a statement:\n\n“It is dry and it will stay so.”\n\n“It is dry and it will "
		   "stay.”\n\n- Tom Reed, Walton");
	static const char *const rules[] = {"right", "inherited", "left", "announced", "signed"};

	assert_int_equal(document.n_quotes, 5);
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(document.quotes[i].how, rules[i]);
	assert_text_equal(document.quotes[0].cue, "said");
	assert_text_equal(document.quotes[1].cue, "");
	assert_true(document.quotes[0].confidence > .9);
}

TEST_IN_ARENA(finds_the_sentence_of_each)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	struct ng_text text = TEXT("It rained. “We left,” said Ann Lee. “It is dry now.”");
	struct sentence sentences[] = {{.start = 0, .end = 10}, {.start = 11, .end = 39}, {.start = 40, .end = 60}};
	struct language language = {.code = TEXT("en")};
	struct document document = {.language = &language, .sentences = sentences, .n_sentences = 2};

	document.article.text = text;
	document_quotes(arena, tables, &document);
	assert_int_equal(document.n_quotes, 2);
	assert_int_equal(document.quotes[0].sentence, 1);
	assert_int_equal(document.quotes[1].sentence, UINT32_MAX);
}

TEST_IN_ARENA(reads_block_quotations)
{
	static const char words[] = "Ann Lee wrote to the council:\n\nThe bridge is safe.\n\nIt rained.";
	struct block blocks[] = {{0, 29, BLOCK_BODY, NULL}, {31, 50, BLOCK_QUOTE, NULL}, {52, 62, BLOCK_BODY, NULL}};
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	struct language language = {.code = TEXT("en")};
	struct document document = {.language = &language};

	document.article.text = text_of(words);
	document.article.blocks = (struct blocks){.at = blocks, .n = 3, .room = 3};
	document_quotes(arena, tables, &document);
	assert_int_equal(document.n_quotes, 1);
	assert_text_equal(document.quotes[0].speaker, "Ann Lee");
	assert_string_equal(document.quotes[0].how, "block");
	assert_int_equal(document.quotes[0].start, 31);
	assert_int_equal(document.quotes[0].end, 50);
}

TEST_IN_ARENA(a_language_without_words_has_marks)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	struct document document = quoted(arena, tables, "xx", TEXT("Po. “Tam pada deszcz od rana.” Koniec."));

	assert_int_equal(document.n_quotes, 1);
	assert_text_equal(document.quotes[0].speaker, "");
}

TEST_IN_ARENA(nothing_comes_of_nothing)
{
	assert_int_equal(english_quotes(arena, "").n_quotes, 0);
	assert_int_equal(english_quotes(arena, "\n\n").n_quotes, 0);
	assert_int_equal(english_quotes(arena, "\"").n_quotes, 0);
	assert_int_equal(english_quotes(arena, "“”").n_quotes, 0);
	assert_int_equal(english_quotes(arena, "Ann Lee said it rained.").n_quotes, 0);
}

/* Memory is a fair measure of work here: twice the text, about twice the tokens, never four times. */
static size_t memory_for(struct quote_tables *tables, const char *unit, size_t times)
{
	struct arena *arena = arena_new((size_t)1 << 30);
	struct buf words = buf_new(arena, (size_t)1 << 28);

	for (size_t i = 0; i < times; i++)
		buf_puts(&words, unit);
	size_t before = arena_held(arena);
	quoted(arena, tables, "en", buf_text(&words));
	size_t used = arena_peak(arena) - before;
	arena_free(arena);
	return used;
}

TEST_IN_ARENA(hostile_text_costs_no_more_than_its_length)
{
	static const char *const units[] = {"\"",
					    "'",
					    "“",
					    "‘",
					    "«",
					    "\"a\" ",
					    "“A, ",
					    "\"Yes,\" said Ann Lee. ",
					    "Ann ",
					    "he said ",
					    "A: b\n\n",
					    "'A\n\n",
					    "Aa Smith \"Yes,\" said Smith. ",
					    "the man of ",
					    ", ",
					    "(said "};
	struct quote_tables *tables = quote_tables_load(arena, &built_in);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t once = memory_for(tables, units[i], 4000), thrice = memory_for(tables, units[i], 16000);
		assert_true(thrice <= 6 * once + ((size_t)1 << 20));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english),
	    cmocka_unit_test(german),
	    cmocka_unit_test(french),
	    cmocka_unit_test(spanish),
	    cmocka_unit_test(italian),
	    cmocka_unit_test(portuguese),
	    cmocka_unit_test(dutch),
	    cmocka_unit_test(says_which_rule_fired),
	    cmocka_unit_test(finds_the_sentence_of_each),
	    cmocka_unit_test(reads_block_quotations),
	    cmocka_unit_test(a_language_without_words_has_marks),
	    cmocka_unit_test(nothing_comes_of_nothing),
	    cmocka_unit_test(hostile_text_costs_no_more_than_its_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
