/* Quotations: the tables of tests/spec/quotes_LANG.tsv, and what no table can say: offsets, sentences, bounds. */
#include "test.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "story/quote.h"

static const struct resources built_in = {resource_data, NULL};

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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english),
	    cmocka_unit_test(german),
	    cmocka_unit_test(french),
	    cmocka_unit_test(spanish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
