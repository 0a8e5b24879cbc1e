/* Dates: the table of expressions in tests/spec/dates.tsv, and what no table can say: sizes, offsets, sentences. */
#include "test.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/file.h"
#include "language/date_find.h"

static const char *const type_names[] = {"DATE", "TIME", "DURATION", "SET"};

static struct document found_in(struct arena *arena, struct ng_text code, struct ng_text text, int32_t anchor)
{
	static const struct resources data = {.built_in = resource_data};
	struct document document = {.anchor = anchor};
	struct language *language = arena_new_of(arena, struct language);
	language->code = text_slice(code, 0, 2);
	language->dates = date_tables_load(arena, &data, language->code);
	document.language = language;
	document.article.text = text;
	document.article.language = code;
	document.sentences = arena_new_of(arena, struct sentence);
	document.sentences[0] = (struct sentence){.start = 0, .end = (uint32_t)text.len};
	document.n_sentences = 1;
	document_dates(arena, &document);
	return document;
}

static int32_t anchor_of(struct ng_text text)
{
	struct stamp stamp;
	return stamp_from_iso(text, &stamp) ? stamp.day : NG_NO_DAY;
}

/* "Monday=2023-03-20; two weeks=P2W DURATION" */
static struct ng_text written(struct arena *arena, const struct document *document)
{
	struct buf out = buf_new(arena, 1 << 20);
	for (size_t i = 0; i < document->n_dates; i++) {
		const struct date *date = &document->dates[i];
		buf_puts(&out, i == 0 ? "" : "; ");
		buf_put(&out, text_slice(document->article.text, date->start, date->end));
		buf_format(&out, "=%s", date->value);
		if (date->type > DATE_TIME)
			buf_format(&out, " %s", type_names[date->type]);
	}
	return buf_text(&out);
}

TEST_IN_ARENA(finds_what_the_table_says)
{
	struct ng_text rows = file_read(arena, getenv("DATES_TSV"), 1 << 20), row;
	unsigned line = 0, wrong = 0, checked = 0;
	while (text_cut(&rows, '\n', &row)) {
		struct ng_text language, anchor, sentence, expected = {0};
		line++;
		if (row.len == 0 || row.at[0] == '#' || !text_cut(&row, '\t', &language) ||
		    !text_cut(&row, '\t', &anchor) || !text_cut(&row, '\t', &sentence))
			continue;
		text_cut(&row, '\t', &expected);
		struct document document = found_in(arena, language, sentence, anchor_of(anchor));
		struct ng_text got = written(arena, &document);
		checked++;
		if (text_equal(got, expected))
			continue;
		wrong++;
		print_error("line %u: %.*s\n  got      %.*s\n  expected %.*s\n", line, TEXT_ARGS(sentence),
			    TEXT_ARGS(got), TEXT_ARGS(expected));
	}
	assert_int_equal(wrong, 0);
	assert_true(checked >= 120);
}

TEST_IN_ARENA(gives_day_granularity_and_sentence)
{
	struct ng_text text =
	    TEXT("It rained on Monday, in March 2019, in 2018, in the first quarter of 2017 and for two weeks.");
	struct document document = found_in(arena, TEXT("en"), text, anchor_of(TEXT("2023-03-21")));
	static const enum ng_granularity granularities[] = {NG_DAY, NG_MONTH, NG_YEAR, NG_QUARTER};
	static const char *const days[] = {"2023-03-20", "2019-03-01", "2018-01-01", "2017-01-01"};

	assert_int_equal(document.n_dates, 5);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(document.dates[i].granularity, granularities[i]);
		assert_int_equal(document.dates[i].day, anchor_of(text_of(days[i])));
		assert_int_equal(document.dates[i].sentence, 0);
		assert_int_equal(document.dates[i].relative, i == 0);
	}
	assert_int_equal(document.dates[4].day, NG_NO_DAY);
}

TEST_IN_ARENA(keeps_to_blocks_and_blank_lines)
{
	struct ng_text text = TEXT("It began in May\n\n2019 people came.\n\nCopyright March 3, 2020");
	struct document document = {.anchor = anchor_of(TEXT("2021-06-01"))};
	struct block blocks[] = {{0, 34, BLOCK_BODY, NULL}, {36, 59, BLOCK_NOISE, NULL}};
	static const struct resources data = {.built_in = resource_data};
	struct language language = {.dates = date_tables_load(arena, &data, TEXT("en"))};
	document.language = &language;
	document.article.text = text;
	document.article.blocks.at = blocks;
	document.article.blocks.n = 2;
	document_dates(arena, &document);

	assert_text_equal(written(arena, &document), "May=2021-05");
	assert_int_equal(document.dates[0].sentence, UINT32_MAX);
}

TEST_IN_ARENA(a_language_without_a_table_finds_nothing)
{
	struct document document =
	    found_in(arena, TEXT("zz"), TEXT("Monday, 3 March 2020"), anchor_of(TEXT("2020-03-05")));
	assert_int_equal(document.n_dates, 0);
}

TEST_IN_ARENA(survives_odd_bytes)
{
	const struct ng_text odd[] = {TEXT(""),
				      TEXT("1"),
				      TEXT("'"),
				      TEXT("'9"),
				      TEXT("\xe2\x80\x99"),
				      TEXT("\xff\xfe May 3"),
				      TEXT("1-1-1-1-1-1"),
				      TEXT("99999999999999999999"),
				      TEXT("2020-02-30"),
				      TEXT("a.m"),
				      TEXT("32/13/2020"),
				      TEXT("March 99"),
				      TEXT("0 years ago"),
				      TEXT("99999 centuries ago")};
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		for (size_t cut = 0; cut <= odd[i].len; cut++)
			found_in(arena, TEXT("en"), text_slice(odd[i], 0, cut), anchor_of(TEXT("2020-03-05")));
}

TEST_IN_ARENA(a_megabyte_in_one_paragraph)
{
	const struct ng_text pieces[] = {TEXT("on Monday "), TEXT("two "), TEXT("in the early first second of the "),
					 TEXT("1,"), TEXT("the day before the ")};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct buf text = buf_new(arena, SIZE_MAX);
		while (text.len < 1 << 20)
			buf_put(&text, pieces[i]);
		struct document document = found_in(arena, TEXT("en"), buf_text(&text), anchor_of(TEXT("2020-03-05")));
		if (i == 0)
			assert_int_equal(document.n_dates, text.len / pieces[i].len);
	}
}

TEST_IN_ARENA(days_first_by_region)
{
	struct document document = {.anchor = anchor_of(TEXT("2023-06-01"))};
	static const struct resources data = {.built_in = resource_data};
	struct language language = {.dates = date_tables_load(arena, &data, TEXT("en"))};
	document.language = &language;
	document.article.text = TEXT("Signed 3/4/2023.");
	document.article.site = TEXT("news.example.co.uk");
	document_dates(arena, &document);
	assert_string_equal(document.dates[0].value, "2023-04-03");
	document.article.site = TEXT("news.example.com");
	document_dates(arena, &document);
	assert_string_equal(document.dates[0].value, "2023-03-04");
}

static void load_bad(void *data)
{
	struct arena *arena = data;
	static const char bad[] = "[patterns]\nMONTHH DAY\tday\n";
	const struct resource files[] = {{"xx/dates.txt", (const unsigned char *)bad, sizeof bad - 1}, {0}};
	const struct resources resources = {.built_in = files};
	date_tables_load(arena, &resources, TEXT("xx"));
}

TEST_IN_ARENA(a_bad_table_is_named)
{
	struct ng_error error = {0};
	assert_false(arena_try(arena, load_bad, arena, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 2);
	assert_string_equal(error.where, "xx/dates.txt");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_the_table_says),
					   cmocka_unit_test(gives_day_granularity_and_sentence),
					   cmocka_unit_test(keeps_to_blocks_and_blank_lines),
					   cmocka_unit_test(a_language_without_a_table_finds_nothing),
					   cmocka_unit_test(survives_odd_bytes),
					   cmocka_unit_test(a_megabyte_in_one_paragraph),
					   cmocka_unit_test(days_first_by_region),
					   cmocka_unit_test(a_bad_table_is_named)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
