/* The parts of messages: nesting, missing and misplaced boundaries, limits by name. */
#include "test.h"

#include "base/buf.h"
#include "read/mail_split.h"

/* Each entity as kind, parent and, of leaves, the body: "M(A(L'text' L'html'))" without the brackets' closing. */
static struct ng_text shape(struct arena *arena, const char *bytes)
{
	static const char kinds[] = {'L', 'M', 'A', 'R'};
	struct mail_entities entities = mail_split(arena, text_of(bytes), 20);
	struct buf buf = buf_new(arena, 1 << 16);

	for (size_t i = 0; i < entities.n; i++) {
		const struct mail_entity *entity = &entities.at[i];
		buf_byte(&buf, kinds[entity->kind]);
		if (entity->parent != MAIL_NO_PARENT)
			buf_format(&buf, "%zu", entity->parent);
		if (entity->kind != MAIL_LEAF)
			continue;
		buf_byte(&buf, '\'');
		buf_put(&buf, entity->body);
		buf_byte(&buf, '\'');
	}
	return buf_text(&buf);
}

TEST_IN_ARENA(cuts_messages)
{
	static const char *const cases[][2] = {
	    {"Subject: s\n\nbody\n", "L'body\n'"},
	    {"Subject: s\n\n", "L''"},
	    {"Subject: s", "L''"},
	    {"body only, no header\n", "L'body only, no header\n'"},
	    {"Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n\none\n--b\nX: y\n\ntwo\n--b--\nepilogue\n",
	     "ML0'one'L0'two'"},
	    {"Content-Type: MULTIPART/Alternative;\r\n boundary=\"b c\"\r\n\r\n--b c\r\n\r\none\r\n--b c  "
	     "\r\n\r\ntwo\r\n--b c--\r\n",
	     "AL0'one'L0'two'"},
	    {"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; "
	     "boundary=b\n\n--b\n\none\n"
	     "--b\n\ntwo\n--b--\n--a\n\nthree\n--a--\n",
	     "MA0L1'one'L1'two'L0'three'"},
	    {"Content-Type: multipart/digest; boundary=a\n\n--a\nContent-Type: message/rfc822\n\nSubject: "
	     "i\n\none\n--a\n"
	     "Content-Type: message/rfc822\n\nSubject: j\n\ntwo\n--a--\n",
	     "MR0L1'one'R0L3'two'"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(shape(arena, cases[i][0]), text_of(cases[i][1]), __FILE__, (int)i);
}

TEST_IN_ARENA(mends_boundaries)
{
	static const char *const cases[][2] = {
	    /* the end is missing */
	    {"Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n", "ML0'one\n'"},
	    /* the inner end is missing: the outer delimiter closes both */
	    {"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
	     "boundary=b\n\n--b\n\none\n--a\n\n"
	     "two\n--a--\n",
	     "MM0L1'one'L0'two'"},
	    /* no delimiter at all */
	    {"Content-Type: multipart/mixed; boundary=b\n\nwords\n", "M"},
	    /* a boundary that begins another */
	    {"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--bb\none\n--b--\n", "ML0'--bb\none'"},
	    /* no blank line after the part's header */
	    {"Content-Type: multipart/mixed; boundary=b\n\n--b\nX: y\n--b\n\none\n--b--\n", "ML0''L0'one'"},
	    /* no boundary said */
	    {"Content-Type: multipart/mixed\n\nwords\n", "L'words\n'"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(shape(arena, cases[i][0]), text_of(cases[i][1]), __FILE__, (int)i);
}

struct attempt {
	struct arena *arena;
	struct ng_text bytes;
};

static void run(void *data)
{
	struct attempt *attempt = data;

	mail_split(attempt->arena, attempt->bytes, 20);
}

static void check_refused(struct arena *arena, struct ng_text bytes, const char *limit)
{
	struct attempt attempt = {arena, bytes};
	struct ng_error error = {0};

	assert_false(arena_try(arena, run, &attempt, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	if (!strstr(error.what, limit))
		fail_msg("%s", error.what);
}

static struct ng_text nested(struct arena *arena, int levels)
{
	struct buf buf = buf_new(arena, 1 << 20);

	for (int i = 0; i < levels; i++)
		buf_format(&buf, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	buf_puts(&buf, "\nwords\n");
	return buf_text(&buf);
}

TEST_IN_ARENA(names_the_limit_it_keeps)
{
	struct buf parts = buf_new(arena, 1 << 20), boundary = buf_new(arena, 1 << 20);

	assert_int_equal(mail_split(arena, nested(arena, 20), 20).n, 21);
	check_refused(arena, nested(arena, 22), "limit of 20");
	buf_puts(&parts, "Content-Type: multipart/mixed; boundary=b\n\n");
	for (int i = 0; i < 1001; i++)
		buf_puts(&parts, "--b\n\nx\n");
	check_refused(arena, buf_text(&parts), "limit of 1000");
	buf_puts(&boundary, "Content-Type: multipart/mixed; boundary=");
	for (int i = 0; i < 201; i++)
		buf_byte(&boundary, 'b');
	buf_puts(&boundary, "\n\nwords\n");
	check_refused(arena, buf_text(&boundary), "limit of 200");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cuts_messages),
	    cmocka_unit_test(mends_boundaries),
	    cmocka_unit_test(names_the_limit_it_keeps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
