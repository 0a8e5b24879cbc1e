/* Header fields: found when folded, decoded from any charset, addresses, types, transfer encodings. */
#include "test.h"

#include "read/mail_field.h"

static const char header[] = "Received: by x;\n\tTue, 17 Mar 2026\n"
			     "subject:  =?utf-8?q?Caf=C3=A9?= and\n =?iso-8859-1?q?caf=E9?=\n"
			     "From: =?utf-8?b?QWRhIFF1aWxs?= <ada@post.example>\n"
			     "To: \"Reed, Bo\" <bo@post.example>, cy@post.example\n"
			     "Empty:\n"
			     "Raw: caf\xe9\n"
			     "Broken: =?utf-8?q?a?\n"
			     "Subject: second\n";

TEST_IN_ARENA(finds_and_decodes_fields)
{
	struct ng_text block = text_of(header);

	assert_text_equal(mail_field(arena, block, "Subject"), "Caf\xc3\xa9 and caf\xc3\xa9");
	assert_text_equal(mail_field(arena, block, "received"), "by x; Tue, 17 Mar 2026");
	assert_text_equal(mail_field(arena, block, "Empty"), "");
	assert_text_equal(mail_field(arena, block, "Absent"), "");
	assert_text_equal(mail_field(arena, block, "Raw"), "caf\xc3\xa9");
	assert_text_equal(mail_field(arena, block, "Broken"), "=?utf-8?q?a?");
}

TEST_IN_ARENA(reads_addresses)
{
	struct ng_text block = text_of(header);
	struct mail_address from = mail_field_address(arena, block, "From"),
			    to = mail_field_address(arena, block, "To");

	assert_text_equal(from.name, "Ada Quill");
	assert_text_equal(from.address, "ada@post.example");
	assert_text_equal(to.name, "Reed, Bo");
	assert_text_equal(to.address, "bo@post.example");
	assert_text_equal(mail_field_address(arena, block, "Cc").address, "");
	assert_text_equal(mail_field_address(arena, block, "Empty").address, "");
	assert_text_equal(mail_field_address(arena, TEXT("From: group: ada@post.example;\n"), "From").name, "group");
}

TEST_IN_ARENA(reads_types)
{
	struct mail_type type = mail_field_type(
	    arena,
	    TEXT("Content-Type: Text/HTML; charset=\"ISO-8859-1\";\n boundary*0=ab; boundary*1=cd; format=flowed\n"));

	assert_text_equal(type.type, "text/html");
	assert_text_equal(type.charset, "ISO-8859-1");
	assert_text_equal(type.boundary, "abcd");
	assert_text_equal(type.format, "flowed");
	assert_text_equal(mail_field_type(arena, TEXT("")).type, "text/plain");
	assert_text_equal(mail_field_type(arena, TEXT("Content-Type: text\n")).type, "text/plain");
}

static struct ng_text header_of(const char *bytes, size_t *body)
{
	struct ng_text text = text_of(bytes);

	return text_slice(text, 0, mail_header_end(text, 0, body));
}

TEST_IN_ARENA(ends_the_header_where_it_ends)
{
	size_t body;

	assert_text_equal(header_of("A: b\n c\nD: e\n\nbody", &body), "A: b\n c\nD: e\n");
	assert_int_equal(body, 14);
	assert_text_equal(header_of("A: b\r\n\r\nbody", &body), "A: b\r\n");
	assert_int_equal(body, 8);
	assert_text_equal(header_of("A: b\nno field\n", &body), "A: b\n");
	assert_int_equal(body, 5);
	assert_text_equal(header_of(" folded into nothing\n", &body), "");
	assert_int_equal(body, 0);
	(void)arena;
}

TEST_IN_ARENA(undoes_transfer_encodings)
{
	static const char *const cases[][3] = {
	    {"base64", "aGFy\nYm91\ncg==", "harbour"},
	    {"BASE64", "aGFyYm91cg", "harbour"},
	    {"base64", "aGFyYm91", "harbou"},
	    {"base64", "aGFyYm8=", "harbo"},
	    {"base64", "aGFyYm8", "harbo"},
	    {"quoted-printable", "caf=C3=A9 =\r\nopen=3D", "caf\xc3\xa9 open="},
	    {"Quoted-Printable", "a=zz=", "a=zz"},
	    {"7bit", "=41", "=41"},
	    {"x-none", "=41", "=41"},
	    {"base64", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text block = arena_format(arena, "Content-Transfer-Encoding: %s\n", cases[i][0]);
		struct ng_text decoded = mail_decode(arena, block, text_of(cases[i][1]));
		assert_text(decoded, text_of(cases[i][2]), cases[i][1], (int)i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_and_decodes_fields),
	    cmocka_unit_test(reads_addresses),
	    cmocka_unit_test(reads_types),
	    cmocka_unit_test(ends_the_header_where_it_ends),
	    cmocka_unit_test(undoes_transfer_encodings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
