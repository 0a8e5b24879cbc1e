/* Labels of transcripts and signatures. */
#include "test.h"

#include "quote.h"
#include "story/quote_label.h"

static struct quote_labels labels_of(struct arena *arena, struct quote_text *text, struct persons *persons,
				     const char *words)
{
	*text = test_quote_text(arena, "en", words);
	*persons = (struct persons){0};
	persons_find(text, persons);
	struct quote_labels labels = quote_labels_find(text);
	quote_labels_name(text, &labels, persons);
	return labels;
}

TEST_IN_ARENA(knows_a_transcript)
{
	struct quote_text text;
	struct persons persons;

	assert_true(labels_of(arena, &text, &persons, "Talk\n\nREED: Why?\n\nHALE: So.\n\nREED: Oh.").transcript);
	assert_true(
	    labels_of(arena, &text, &persons, "Talk\n\nAnn Reed: Why?\n\n\"Tom Hale: So.\n\nReed: Oh.").transcript);
	assert_false(labels_of(arena, &text, &persons, "Talk\n\nREED: Why?\n\nREED: So.\n\nREED: Oh.").transcript);
	assert_false(labels_of(arena, &text, &persons, "REED: Why?\n\nHALE: So.\n\nIt rained.").transcript);
	assert_false(
	    labels_of(arena, &text, &persons, "Talk\n\nwhat he said: a\n\nthe rest: b\n\nwhat else: c").transcript);
	assert_false(labels_of(arena, &text, &persons, "Talk\n\nREED:\n\nHALE:\n\nLEE:").transcript);
}

TEST_IN_ARENA(labels_become_full_names)
{
	struct quote_text text;
	struct persons persons;
	struct quote_labels labels =
	    labels_of(arena, &text, &persons,
		      "Tom Hale met Ann Reed.\n\nREED: Why?\n\nSEN. HALE: So.\n\nVIDEO: Oh.\n\n"
		      "VORN: No.\n\nVORN: No.\n\nIt rained.");
	static const char *const names[] = {"", "Ann Reed", "Tom Hale", "", "VORN", "VORN", ""};

	for (size_t p = 0; p < text.paragraphs.n; p++)
		assert_text(quote_label_of(&text, &labels, &persons, &text.paragraphs.at[p]).name, text_of(names[p]),
			    __FILE__, __LINE__);
}

TEST_IN_ARENA(signatures)
{
	struct quote_text text =
	    test_quote_text(arena, "en",
			    "- Ann Lee, Ohio\n\n\xe2\x80\x94 Senator Tom Reed\n\n- Ann\n\nAnn Lee, Ohio\n\n"
			    "- Ann Lee had come to Walton on the Monday before to see it all\n\n-");
	static const char *const names[] = {"Ann Lee", "Tom Reed", "", "", "", ""};

	for (size_t p = 0; p < text.paragraphs.n; p++)
		assert_text(quote_signature(&text, &text.paragraphs.at[p]), text_of(names[p]), __FILE__, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_a_transcript),
	    cmocka_unit_test(labels_become_full_names),
	    cmocka_unit_test(signatures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
