/* What a page's lines tell of one another. */
#include "test.h"

#include "base/buf.h"
#include "clean/page.h"

static const struct resources built_in = {.built_in = resource_data};

static struct page read_text(struct arena *arena, const struct lexicon *lexicon, struct ng_text text)
{
	struct lines lines = lines_find(arena, text);

	return page_read(arena, lexicon, text, &lines);
}

/* Lines whose hashes end in the same bits: they all want one slot of a small table. */
static struct ng_text meeting_lines(struct arena *arena, const struct lexicon *lexicon, size_t n)
{
	enum { TRIED = 60000, SAME = 511 };
	struct buf tried = buf_new(arena, SIZE_MAX), met = buf_new(arena, SIZE_MAX);

	for (int i = 0; i < TRIED; i++)
		buf_format(&tried, "%c%c%c%c\n", 'b' + i % 20, 'b' + i / 20 % 20, 'b' + i / 400 % 20, 'b' + i / 8000);
	struct page page = read_text(arena, lexicon, buf_text(&tried));
	for (size_t i = 0; i < page.n && n; i++)
		if (page.looks[i].hash && (page.looks[i].hash & SAME) == 0) {
			buf_put(&met, text_slice(page.text, page.lines[i].start, page.lines[i].end));
			buf_puts(&met, "\n");
			n--;
		}
	assert_int_equal(n, 0);
	return buf_text(&met);
}

TEST_IN_ARENA(a_repeated_line_is_found_in_few_steps)
{
	enum { MET = 70, LINE = 5 /* bytes */ };
	const struct lexicon lexicon = lexicon_load(arena, &built_in);
	struct ng_text met = meeting_lines(arena, &lexicon, MET);
	struct buf text = buf_new(arena, SIZE_MAX);

	buf_put(&text, met);
	buf_put(&text, text_slice(met, 0, LINE));
	buf_put(&text, text_slice(met, met.len - LINE, met.len));
	struct page page = read_text(arena, &lexicon, buf_text(&text));
	assert_int_equal(page.n, MET + 2);
	assert_true(page.places[0].repeated);
	assert_true(page.places[MET].repeated);
	assert_false(page.places[1].repeated);
	assert_false(page.places[MET + 1].repeated); /* lies behind too many */
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_repeated_line_is_found_in_few_steps)};

	return cmocka_run_group_tests_name("clean page", tests, NULL, NULL);
}
