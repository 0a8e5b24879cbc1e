/* Lines of mails put back together: format=flowed as RFC 3676 has it, hard wrapping where the text shows it. */
#include "test.h"

#include "read/mail_text.h"

TEST_IN_ARENA(undoes_flowed_lines)
{
	assert_text_equal(mail_text_unflow(arena, TEXT("The harbour \nopened.\n\nSecond\nline."), false),
			  "The harbour opened.\n\nSecond\nline.");
	assert_text_equal(mail_text_unflow(arena, TEXT("zusammen \r\ngesetzt\r\n"), true), "zusammengesetzt\n");
	assert_text_equal(mail_text_unflow(arena, TEXT(" From here\n  two"), false), "From here\n two");
	assert_text_equal(mail_text_unflow(arena, TEXT("> quoted \n> on\n>> deeper \n> not joined\nmine"), false),
			  "> quoted on\n> deeper \n> not joined\nmine");
	assert_text_equal(mail_text_unflow(arena, TEXT("text\n-- \nname"), false), "text\n-- \nname");
}

static const char wrapped[] = "The harbour of Quayside opened on Tuesday after three years of\n"
			      "work, and the first ferry left it at eight in the morning with\n"
			      "two hundred people on board, the town's council said in a note.\n"
			      "It was late.\n"
			      "\n"
			      "- a list keeps its lines, however long they are, word upon word\n"
			      "- another\n"
			      "\n"
			      "\"We waited long for it,\" said the harbour master, who has held\n"
			      "the post since the storm took the old quay and all of its sheds.\n";

TEST_IN_ARENA(undoes_hard_wrapping)
{
	struct ng_text text = mail_text_unwrap(arena, text_of(wrapped));

	assert_true(
	    text_starts(text, TEXT("The harbour of Quayside opened on Tuesday after three years of work, and the first "
				   "ferry left it at eight in the morning with two hundred people on board, the "
				   "town's council said in a note. It was late.\n\n- a list")));
	assert_true(text_find(text, TEXT("word upon word\n- another\n"), 0) < text.len);
	assert_true(text_find(text, TEXT("who has held the post"), 0) < text.len);
}

TEST_IN_ARENA(leaves_what_is_not_wrapped)
{
	static const char *const cases[] = {
	    "",
	    "One line.\n",
	    "Short lines\nof a poem\nthat stay\nas they are\nto the end\n",
	    "A paragraph on one line, far longer than any mailer would ever let it become, as newsletters write them "
	    "now.\n\n"
	    "Another paragraph on one line, and just as long as the one before it was, so that there is nothing to "
	    "do.\n",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(mail_text_unwrap(arena, text_of(cases[i])), text_of(cases[i]), __FILE__, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(undoes_flowed_lines),
	    cmocka_unit_test(undoes_hard_wrapping),
	    cmocka_unit_test(leaves_what_is_not_wrapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
