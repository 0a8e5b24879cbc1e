/* Sentences: the table tests/spec/sentences.tsv, blocks and limits, tables with faults, hostile text. */
#include "test.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "language/sentence.h"
#include "language/sentence_tables.h"

static const struct resources shipped = {.built_in = resource_data};

static struct language *language_with(struct arena *arena, const struct resources *data, struct ng_text code)
{
	struct language *language = arena_new_of(arena, struct language);

	language->code = code;
	language->sentences = sentence_tables_load(arena, data, code);
	return language;
}

static struct spans split(struct arena *arena, struct ng_text code, struct ng_text text)
{
	struct spans spans = {0};

	sentences_split(arena, language_with(arena, &shipped, code), text, 0, (uint32_t)text.len, &spans);
	return spans;
}

/* What is wrong with spans, if anything: order, bounds, white space at their edges, anything else between them. */
static const char *fault_of(struct ng_text text, const struct spans *spans)
{
	size_t at = 0, len;
	uint32_t rune;

	for (size_t i = 0; i <= spans->n; i++) {
		size_t start = i < spans->n ? spans->at[i].start : text.len;
		if (start < at || start > text.len)
			return "spans overlap or leave the text";
		for (; at < start; at += len) {
			len = utf8_decode(text, at, &rune);
			if (!rune_is_space(rune))
				return "text stands between spans";
		}
		if (i == spans->n)
			break;
		if (spans->at[i].end <= start || spans->at[i].end > text.len)
			return "a span is empty or leaves the text";
		utf8_decode(text, start, &rune);
		if (rune_is_space(rune))
			return "a span begins with white space";
		utf8_before(text, spans->at[i].end, &rune);
		if (rune_is_space(rune))
			return "a span ends with white space";
		at = spans->at[i].end;
	}
	return NULL;
}

static void assert_sound(struct ng_text text, const struct spans *spans)
{
	const char *fault = fault_of(text, spans);

	if (fault)
		fail_msg("%s in \"%.*s\"", fault, (int)(text.len < 200 ? text.len : 200), text.at);
}

/* A row of the table: "|" and the blank before it go, the signs become what they stand for. */
static struct ng_text read_row(struct arena *arena, struct ng_text row)
{
	struct buf text = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < row.len;) {
		struct ng_text rest = text_slice(row, i, row.len);
		if (text_starts(rest, TEXT("⏎"))) {
			buf_byte(&text, '\n');
			i += 3;
		} else if (text_starts(rest, TEXT("⍽"))) {
			buf_puts(&text, "\xc2\xa0");
			i += 3;
		} else {
			if (row.at[i] != '|' && !text_starts(rest, TEXT(" |")))
				buf_byte(&text, row.at[i]);
			i++;
		}
	}
	return buf_text(&text);
}

/* The table's way of writing: "|" before each sentence but the first. */
static struct ng_text write_row(struct arena *arena, struct ng_text text, const struct spans *spans)
{
	struct buf row = buf_new(arena, 1 << 20);
	size_t sentence = 1;

	for (size_t i = 0; i < text.len;) {
		if (sentence < spans->n && i == spans->at[sentence].start) {
			buf_byte(&row, '|');
			sentence++;
		}
		if (text.at[i] == '\n') {
			buf_puts(&row, "⏎");
			i++;
		} else if (text_starts(text_slice(text, i, text.len), TEXT("\xc2\xa0"))) {
			buf_puts(&row, "⍽");
			i += 2;
		} else {
			buf_byte(&row, text.at[i++]);
		}
	}
	return buf_text(&row);
}

/* Blanks beside "|" do not count. */
static struct ng_text without_blanks(struct arena *arena, struct ng_text row)
{
	struct buf out = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < row.len; i++) {
		bool beside =
		    row.at[i] == ' ' && ((i > 0 && row.at[i - 1] == '|') || (i + 1 < row.len && row.at[i + 1] == '|'));
		if (!beside)
			buf_byte(&out, row.at[i]);
	}
	return buf_text(&out);
}

TEST_IN_ARENA(splits_as_the_table_says)
{
	struct ng_text rows = file_read(arena, arena_format(arena, "%s/sentences.tsv", getenv("SPEC")).at, 1 << 20),
		       row, code;
	unsigned line = 0, wrong = 0, checked = 0;

	while (text_cut(&rows, '\n', &row)) {
		line++;
		if (!row.len || row.at[0] == '#' || !text_cut(&row, '\t', &code))
			continue;
		struct ng_text text = read_row(arena, row);
		struct spans spans = split(arena, code, text);
		assert_sound(text, &spans);
		struct ng_text got = without_blanks(arena, write_row(arena, text, &spans));
		struct ng_text expected = without_blanks(arena, row);
		checked++;
		if (text_equal(got, expected))
			continue;
		wrong++;
		print_error("line %u\n  got      %.*s\n  expected %.*s\n", line, TEXT_ARGS(got), TEXT_ARGS(expected));
	}
	assert_int_equal(wrong, 0);
	assert_true(checked >= 80);
}

TEST_IN_ARENA(a_document_gives_body_lists_and_quotes_only)
{
	struct ng_text text = TEXT("Heading. Two.\n\nBody. More.\n\nNoise. Ad.\n\nItem one. Two.\n\nQuote.");
	struct block blocks[] = {{0, 13, BLOCK_HEADING, NULL},
				 {15, 26, BLOCK_BODY, NULL},
				 {28, 38, BLOCK_NOISE, "ad"},
				 {40, 54, BLOCK_LIST, NULL},
				 {56, 62, BLOCK_QUOTE, NULL}};
	struct document document = {.language = language_with(arena, &shipped, TEXT("en"))};

	document.article.text = text;
	document.article.blocks.at = blocks;
	document.article.blocks.n = 5;
	document_sentences(arena, &document, 100);
	assert_int_equal(document.n_sentences, 5);
	static const uint32_t starts[] = {15, 21, 40, 50, 56}, ends[] = {20, 26, 49, 54, 62}, of[] = {1, 1, 3, 3, 4};
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(document.sentences[i].start, starts[i]);
		assert_int_equal(document.sentences[i].end, ends[i]);
		assert_int_equal(document.sentences[i].block, of[i]);
	}
	document_sentences(arena, &document, 3);
	assert_int_equal(document.n_sentences, 3);
	document_sentences(arena, &document, 0);
	assert_int_equal(document.n_sentences, 0);
}

/* A sentence that runs on over a block's border is two. */
TEST_IN_ARENA(a_stretch_is_split_as_if_it_stood_alone)
{
	struct ng_text text = TEXT("xx. Mr. Orlan left. He wept");
	struct spans spans = {0};

	sentences_split(arena, language_with(arena, &shipped, TEXT("en")), text, 4, 22, &spans);
	assert_int_equal(spans.n, 2);
	assert_int_equal(spans.at[0].start, 4);
	assert_int_equal(spans.at[0].end, 19);
	assert_int_equal(spans.at[1].end, 22);
	sentences_split(arena, language_with(arena, &shipped, TEXT("en")), text, 0, 3, &spans);
	assert_int_equal(spans.n, 3); /* appended */
	sentences_split(arena, language_with(arena, &shipped, TEXT("en")), text, 3, 4, &spans);
	assert_int_equal(spans.n, 3);
}

static const struct resource *files(struct arena *arena, const char *own, const char *local)
{
	struct resource *list = arena_array(arena, 4, struct resource);

	list[0] = (struct resource){"und/sentences.txt", (const unsigned char *)"[always]\nund\n", 13};
	list[1] = (struct resource){"xx/sentences-local.txt", (const unsigned char *)local, strlen(local)};
	list[2] = (struct resource){"xx/sentences.txt", (const unsigned char *)own, strlen(own)};
	return list;
}

TEST_IN_ARENA(a_users_words_stand_beside_the_languages_own)
{
	struct resources data = {.built_in = files(arena, "[always]\nabc Sat\n", "[always]\nxyz\n[starters]\nabc")};
	struct sentence_tables *tables = sentence_tables_load(arena, &data, TEXT("xx"));

	assert_int_equal(table_get(&tables->words, TEXT("abc"))->value, IN_ALWAYS | IN_STARTERS);
	assert_int_equal(table_get(&tables->words, TEXT("xyz"))->value, IN_ALWAYS);
	assert_int_equal(table_get(&tables->words, TEXT("sat"))->value, (uint64_t)IN_ALWAYS << 32);
	assert_null(table_get(&tables->words, TEXT("und")));
	tables = sentence_tables_load(arena, &data, TEXT("yy"));
	assert_int_equal(table_get(&tables->words, TEXT("und"))->value, IN_ALWAYS);
}

struct loading {
	struct arena *arena;
	const char *own, *local;
};

static void load(void *data)
{
	struct loading *loading = data;
	struct resources resources = {.built_in = files(loading->arena, loading->own, loading->local)};

	sentence_tables_load(loading->arena, &resources, TEXT("xx"));
}

TEST_IN_ARENA(a_faulty_table_is_named_with_its_line)
{
	struct loading section = {arena, "[always]\nabc\n[allways]\nabd\n", ""};
	struct loading option = {arena, "", "[options]\nordinal-period\nordinal\n"};
	struct ng_error error = {0};

	assert_false(arena_try(arena, load, &section, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 4);
	assert_string_equal(error.where, "xx/sentences.txt");
	assert_false(arena_try(arena, load, &option, &error));
	assert_int_equal(error.line, 3);
	assert_string_equal(error.where, "xx/sentences-local.txt");
}

TEST_IN_ARENA(a_capital_entry_needs_a_capital)
{
	struct spans big = split(arena, TEXT("en"), TEXT("He went to Mass. House seats fell."));
	struct spans small = split(arena, TEXT("en"), TEXT("He went to mass. House seats fell."));

	assert_int_equal(big.n, 1);
	assert_int_equal(small.n, 2);
}

/* One megabyte of each pattern; a quadratic pass would run for hours, and the test with it. */
TEST_IN_ARENA(hostile_patterns_take_linear_time)
{
	static const char *const patterns[] = {
	    "\"",
	    "'",
	    "“",
	    "”",
	    "«",
	    ".",
	    ". ",
	    " . . . ",
	    "Mr. ",
	    "A. ",
	    "(a. ",
	    "a.) ",
	    "?\" ",
	    "1) a ",
	    "1. A ",
	    "• ",
	    "- a\n",
	    "\n",
	    "\n\n",
	    "***",
	    "*** ",
	    "[1]",
	    " [...]",
	    ":)",
	    ":( a ",
	    "; The ",
	    "a",
	    "a b ",
	    "e.g. U.S. ",
	    "。",
	    "「。」",
	    "「",
	    "...A",
	    ". A",
	    "! “A",
	    "a. “",
	    "-",
	    "\xc2\xa0",
	    "\xe2\x80\xa8",
	    "((((",
	    "([(\"",
	    "A. \"a. ",
	    "\"A. B.\" said ",
	    "…",
	    "\xff",
	    "\xe2\x80",
	    "’s ",
	    "don’t. ",
	};

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		struct arena_mark mark = arena_mark(arena);
		struct buf text = buf_new(arena, SIZE_MAX);
		while (text.len < 1 << 20)
			buf_puts(&text, patterns[i]);
		struct spans spans = split(arena, TEXT("en"), buf_text(&text));
		assert_sound(buf_text(&text), &spans);
		arena_reset(arena, mark);
	}
}

/* Pieces of every rule, thrown together: spans stay sound, in every language's tables. */
TEST_IN_ARENA(random_texts_give_sound_spans)
{
	static const char *const pieces[] = {
	    "A", "he",  "The", " ",    " ",        ".",    ".",        "?",   "!",   "\"",   "“",  "”",  "'", "’", "(",
	    ")", "[1]", "\n",  "\n\n", "1",        "1.",   "a.",       "•",   "…",   "。",   "「", "」", "»", "«", "—",
	    ";", ":",   "Mr.", "U.S.", "\xc2\xa0", "\xff", "\xe3\x80", "***", "etc", "said", "،",  "؟",  "é", "Д", "д"};
	static const char *const codes[] = {"en", "de", "fr", "ru", "el", "hy", "zh", "und"};
	uint64_t seed = 7;

	for (size_t round = 0; round < 20000; round++) {
		struct arena_mark mark = arena_mark(arena);
		struct buf text = buf_new(arena, 1 << 12);
		size_t n = round % 40;
		for (size_t i = 0; i < n; i++) {
			seed = hash_mix(seed, i);
			buf_puts(&text, pieces[seed % (sizeof pieces / sizeof *pieces)]);
		}
		static struct language *languages[8];
		if (round == 0) {
			for (size_t i = 0; i < 8; i++)
				languages[i] = language_with(arena, &shipped, text_of(codes[i]));
			mark = arena_mark(arena);
		}
		struct spans spans = {0};
		sentences_split(arena, languages[round % 8], buf_text(&text), 0, (uint32_t)text.len, &spans);
		assert_sound(buf_text(&text), &spans);
		arena_reset(arena, mark);
	}
}

TEST_IN_ARENA(every_shipped_table_loads)
{
	size_t tables = 0;

	for (size_t i = 0; resource_data[i].name; i++) {
		struct ng_text name = text_of(resource_data[i].name);
		if (!text_ends(name, TEXT("/sentences.txt")))
			continue;
		struct ng_text code = text_slice(name, 0, name.len - strlen("/sentences.txt"));
		struct sentence_tables *loaded = sentence_tables_load(arena, &shipped, code);
		assert_true(loaded->words.n > 0 || loaded->options);
		tables++;
	}
	assert_true(tables >= 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(splits_as_the_table_says),
	    cmocka_unit_test(a_document_gives_body_lists_and_quotes_only),
	    cmocka_unit_test(a_stretch_is_split_as_if_it_stood_alone),
	    cmocka_unit_test(a_users_words_stand_beside_the_languages_own),
	    cmocka_unit_test(a_faulty_table_is_named_with_its_line),
	    cmocka_unit_test(a_capital_entry_needs_a_capital),
	    cmocka_unit_test(hostile_patterns_take_linear_time),
	    cmocka_unit_test(random_texts_give_sound_spans),
	    cmocka_unit_test(every_shipped_table_loads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
