/* Spans between marks: all kinds, mixed and nested, unclosed, over paragraphs; apostrophes told apart. */
#include "test.h"

#include "base/buf.h"
#include "quote.h"

/* "[span]" closed, "[span>" to the paragraph's end, "<span]" begun in the paragraph before. */
static struct ng_text spans(struct arena *arena, const char *words)
{
	struct quote_text text = test_quote_text(arena, "en", words);
	struct buf out = buf_new(arena, 1 << 20);

	quote_marks_find(&text);
	for (size_t i = 0; i < text.spans.n; i++) {
		const struct quote_span *span = &text.spans.at[i];
		buf_puts(&out, span->continues ? "<" : "[");
		buf_put(&out, text_slice(text.text, span->start, span->end));
		buf_puts(&out, span->closed ? "]" : ">");
	}
	return buf_text(&out);
}

TEST_IN_ARENA(pairs_of_every_kind)
{
	assert_text_equal(spans(arena, "\"a b\" c \"d\""), "[a b][d]");
	assert_text_equal(spans(arena, "“a b” c “d”"), "[a b][d]");
	assert_text_equal(spans(arena, "„a b“ c „d”"), "[a b][d]");
	assert_text_equal(spans(arena, "« a b » c «d»"), "[a b][d]");
	assert_text_equal(spans(arena, "»a b« c »d«"), "[a b][d]");
	assert_text_equal(spans(arena, "``a b'' c ''d''"), "[a b][d]");
	assert_text_equal(spans(arena, "”a b” c"), "[a b]");
}

TEST_IN_ARENA(mixed_and_mistyped)
{
	assert_text_equal(spans(arena, "“a b\", c \"d e” f"), "[a b][d e]");
	assert_text_equal(spans(arena, "“a b,“ c “d.”"), "[a b,][d.]");
	assert_text_equal(spans(arena, "it is 5'10\" and 7\" wide"), "");
	assert_text_equal(spans(arena, "\"a \" b\" c"), "[a]");
}

TEST_IN_ARENA(nested_marks_stay_inside)
{
	assert_text_equal(spans(arena, "\"a 'b,' c\" d \"e\""), "[a 'b,' c][e]");
	assert_text_equal(spans(arena, "« a « b » c » d"), "[a « b » c]");
	assert_text_equal(spans(arena, "‘a “b” c,’ d ‘e.’ f"), "[a “b” c,][e.]");
}

TEST_IN_ARENA(an_odd_mark_spoils_one_paragraph)
{
	assert_text_equal(spans(arena, "a \"b c\n\n\"d\" e \"f\""), "[b c>[d][f]");
	assert_text_equal(spans(arena, "a “b c.\n\n“d.\n\n“e.” f"), "[b c.>[d.>[e.]");
}

TEST_IN_ARENA(goes_on_without_reopening)
{
	assert_text_equal(spans(arena, "“a b.\n\nc d,” e “f.”"), "[a b.><c d,][f.]");
	assert_text_equal(spans(arena, "“a b.\n\nc “d,” e"), "[a b.>[d,]");
	assert_text_equal(spans(arena, "« a b.\n\n» c d. »"), "[a b.>[c d.]");
}

TEST_IN_ARENA(single_marks_and_apostrophes)
{
	assert_text_equal(spans(arena, "'It's the workers' turn,' she said. 'Don't.'"),
			  "[It's the workers' turn,][Don't.]");
	assert_text_equal(spans(arena, "‘It’s the workers’ turn,’ she said."), "[It’s the workers’ turn,]");
	assert_text_equal(spans(arena, "the workers' rights and the farmers' union"), "");
	assert_text_equal(spans(arena, "back in the '90s and 'til dawn, rock 'n' roll's"), "");
	assert_text_equal(spans(arena, "a ‘wobbly’ bridge and a ‘big four’ bank"), "[wobbly][big four]");
	assert_text_equal(spans(arena, "‘a b.\n\n‘c d,’ e"), "[a b.>[c d,]");
	assert_text_equal(spans(arena, "‘a b and c\n\nd ‘e.’"), "[e.]");
}

TEST_IN_ARENA(single_marks_do_not_count_among_double_ones)
{
	assert_text_equal(spans(arena, "\"a.\" b \"c.\" d 'e' f \"g.\""), "[a.][c.][g.]");
}

TEST_IN_ARENA(tells_which_tokens_are_quoted)
{
	struct quote_text text = test_quote_text(arena, "en", "“a b,” c said.");

	quote_marks_find(&text);
	assert_false(is(&text.tokens.at[0], QB_QUOTED));
	assert_true(is(&text.tokens.at[1], QB_QUOTED));
	assert_true(is(&text.tokens.at[3], QB_QUOTED));
	assert_false(is(&text.tokens.at[4], QB_QUOTED));
	assert_int_equal(text.spans.at[0].before, 0);
	assert_int_equal(text.spans.at[0].after, 5);
}

TEST_IN_ARENA(spans_are_in_order_whatever_the_marks)
{
	static const char *const marks[] = {"\"", "'", "“", "”", "‘",  "’", "«", "»",
					    "„",  " ", "a", ",", "\n", "s", ".", "A"};
	unsigned state = 7;

	for (int round = 0; round < 300; round++) {
		struct arena_mark mark = arena_mark(arena);
		struct buf words = buf_new(arena, 1 << 12);
		for (int i = 0; i < 80; i++) {
			state = state * 1103515245u + 12345u;
			buf_puts(&words, marks[(state >> 16) % 16]);
		}
		buf_byte(&words, 0);
		struct quote_text text = test_quote_text(arena, "en", words.at);
		quote_marks_find(&text);
		uint32_t end = 0;
		for (size_t i = 0; i < text.spans.n; i++) {
			assert_true(text.spans.at[i].first >= end && text.spans.at[i].first < text.spans.at[i].last);
			assert_true(text.spans.at[i].start < text.spans.at[i].end);
			end = text.spans.at[i].after;
		}
		arena_reset(arena, mark);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pairs_of_every_kind),
	    cmocka_unit_test(mixed_and_mistyped),
	    cmocka_unit_test(nested_marks_stay_inside),
	    cmocka_unit_test(an_odd_mark_spoils_one_paragraph),
	    cmocka_unit_test(goes_on_without_reopening),
	    cmocka_unit_test(single_marks_and_apostrophes),
	    cmocka_unit_test(single_marks_do_not_count_among_double_ones),
	    cmocka_unit_test(tells_which_tokens_are_quoted),
	    cmocka_unit_test(spans_are_in_order_whatever_the_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
