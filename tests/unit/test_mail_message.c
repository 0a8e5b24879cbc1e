/* Messages out of their parts: the best alternative, attachments left out, messages inside messages on their own. */
#include "test.h"

#include "read/mail_message.h"

static struct mail_messages read_all(struct arena *arena, const char *bytes)
{
	return mail_messages(arena, text_of(bytes), 20);
}

static struct mail_message read_one(struct arena *arena, const char *bytes)
{
	struct mail_messages messages = read_all(arena, bytes);

	assert_int_equal(messages.n, 1);
	return messages.at[0];
}

#define PLAIN "Content-Type: text/plain\n\nplain"
#define HTML  "Content-Type: text/html\n\n<p>html"

TEST_IN_ARENA(prefers_html_wherever_it_stands)
{
	static const char *const cases[] = {
	    "Content-Type: multipart/alternative; boundary=b\n\n--b\n" PLAIN "\n--b\n" HTML "\n--b--\n",
	    "Content-Type: multipart/alternative; boundary=b\n\n--b\n" HTML "\n--b\n" PLAIN "\n--b--\n",
	    "Content-Type: multipart/alternative; boundary=b\n\n--b\n" PLAIN
	    "\n--b\nContent-Type: multipart/related; boundary=c\n\n--c\n" HTML
	    "\n--c\nContent-Type: image/png\n\nx\n--c--\n--b\nContent-Type: text/calendar\n\nBEGIN\n--b--\n",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct mail_message message = read_one(arena, cases[i]);
		assert_true(message.html);
		assert_text(message.body, TEXT("<p>html"), __FILE__, (int)i);
	}
}

TEST_IN_ARENA(takes_the_last_of_equal_alternatives)
{
	struct mail_message message =
	    read_one(arena, "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nfirst\n--b\n\nsecond\n--b--\n");

	assert_false(message.html);
	assert_text_equal(message.body, "second");
}

TEST_IN_ARENA(takes_all_parts_but_attachments)
{
	struct mail_message message = read_one(
	    arena, "Content-Type: multipart/mixed; boundary=b\n\n--b\n" PLAIN "\n--b\nContent-Disposition: attachment; "
		   "filename=a.txt\n\nattached\n--b\nContent-Type: application/pdf\n\nx\n--b\n\nmore & last\n--b--\n");

	assert_text_equal(message.body, "plain\n\nmore & last");
	message = read_one(arena, "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n1 < 2\n--b\n" HTML
				  "\n--b\n\nend\n--b--\n");
	assert_true(message.html);
	assert_true(text_find(message.body, TEXT("1 &lt; 2"), 0) < text_find(message.body, TEXT("<p>html"), 0));
	assert_true(text_find(message.body, TEXT("end"), 0) < message.body.len);
}

TEST_IN_ARENA(keeps_inner_messages_apart)
{
	struct mail_messages messages = read_all(
	    arena, "Subject: outer\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\n"
		   "Content-Type: message/rfc822\n\nSubject: inner\nFrom: Ada <ada@post.example>\n\ninside\n--b\n\n"
		   "footer\n--b--\n");

	assert_int_equal(messages.n, 2);
	assert_text_equal(messages.at[0].subject, "outer");
	assert_text_equal(messages.at[0].body, "first\n\nfooter");
	assert_text_equal(messages.at[1].subject, "inner");
	assert_text_equal(messages.at[1].from_name, "Ada");
	assert_text_equal(messages.at[1].body, "inside");
}

TEST_IN_ARENA(reads_charsets_and_wrapping)
{
	struct mail_message message = read_one(arena, "Content-Type: text/plain; charset=koi8-r\n\n\xf0\xcf\xd2\xd4");

	assert_text_equal(message.body, "\xd0\x9f\xd0\xbe\xd1\x80\xd1\x82");
	message = read_one(arena, "Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xc3\xa9");
	assert_text_equal(message.body, "caf\xc3\x83\xc2\xa9"); /* the label wins, as mail programs have it */
	message = read_one(arena, "Content-Type: text/plain; format=flowed\n\none \ntwo\n");
	assert_text_equal(message.body, "one two\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(prefers_html_wherever_it_stands), cmocka_unit_test(takes_the_last_of_equal_alternatives),
	    cmocka_unit_test(takes_all_parts_but_attachments), cmocka_unit_test(keeps_inner_messages_apart),
	    cmocka_unit_test(reads_charsets_and_wrapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
