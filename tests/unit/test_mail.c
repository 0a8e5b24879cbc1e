/* The message read back by gmime: headers, parts, sizes, settings. */
#include "briefing.h"
#include "test_folder.h"

#include <gmime/gmime.h>

static GMimeMessage *read_back(struct arena *arena, struct ng_text bytes)
{
	g_mime_init();
	GMimeStream *stream =
	    arena_adopt(arena, g_mime_stream_mem_new_with_buffer(bytes.at, bytes.len), g_object_unref);
	GMimeParser *parser = arena_adopt(arena, g_mime_parser_new_with_stream(stream), g_object_unref);

	return arena_adopt(arena, g_mime_parser_construct_message(parser, NULL), g_object_unref);
}

static struct ng_text header(GMimeMessage *message, const char *name)
{
	return text_of(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

static struct ng_text part(struct arena *arena, GMimeMessage *message, int number)
{
	GMimeMultipart *both = GMIME_MULTIPART(g_mime_message_get_mime_part(message));
	char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(g_mime_multipart_get_part(both, number)));
	struct ng_text copy = arena_copy(arena, text_of(text));

	g_free(text);
	return copy;
}

TEST_IN_ARENA(headers)
{
	GMimeMessage *message = read_back(arena, render_as(arena, NG_TO_MAIL, day_briefing(arena)));

	assert_text_equal(text_of(g_mime_message_get_subject(message)),
			  "Larkhaven closes its harbour after a second crane begins to lean");
	assert_text_equal(header(message, "From"), "The Morning Sheet <nutgraf@localhost>");
	assert_text_equal(header(message, "Date"), "Tue, 17 Mar 2026 06:00:00 +0000");
	assert_text_equal(header(message, "List-Id"), "<briefing.nutgraf.localhost>");
	assert_text_equal(header(message, "List-Unsubscribe"), "<mailto:nutgraf@localhost?subject=unsubscribe>");
	assert_text_equal(header(message, "List-Unsubscribe-Post"), "");
	assert_text_equal(header(message, "Auto-Submitted"), "auto-generated");
	assert_text_equal(header(message, "MIME-Version"), "1.0");
	assert_true(text_ends(text_of(g_mime_message_get_message_id(message)), TEXT("@localhost")));
}

TEST_IN_ARENA(text_first_then_html_with_the_same_addresses)
{
	const struct ng_briefing *day = day_briefing(arena);
	GMimeMessage *message = read_back(arena, render_as(arena, NG_TO_MAIL, day));
	struct ng_text text = part(arena, message, 0), html = part(arena, message, 1), line, lines = text;

	assert_true(text_starts(text, TEXT("The Morning Sheet")));
	assert_true(text_starts(html, TEXT("<!doctype html>")));
	for (size_t i = 0; i < day->n_articles; i++) {
		bool told_in_full = i < 6;
		struct ng_text url = day->articles[i].url;
		assert_true(!told_in_full || text_find(text, url, 0) < text.len);
		assert_int_equal(text_find(text, url, 0) < text.len, text_find(html, url, 0) < html.len);
	}
	while (text_cut(&lines, '\n', &line))
		assert_true(line.len <= 2 * 72 || text_starts(line, TEXT("https:")));
}

TEST_IN_ARENA(the_id_is_the_contents)
{
	struct ng_briefing *day = day_briefing(arena);
	struct ng_text first = header(read_back(arena, render_as(arena, NG_TO_MAIL, day)), "Message-Id");
	struct ng_text again =
	    header(read_back(arena, render_as(arena, NG_TO_MAIL, day_briefing(arena))), "Message-Id");

	day->stories[0].sentences[0].text = TEXT("Another sentence.");
	struct ng_text other = header(read_back(arena, render_as(arena, NG_TO_MAIL, day)), "Message-Id");
	assert_text(again, first, __FILE__, __LINE__);
	assert_false(text_equal(other, first));
}

static void check_subject(struct arena *arena, const char *headline, const char *subject)
{
	struct ng_briefing *day = day_briefing(arena);

	day->stories[0].headline.text = text_of(headline);
	GMimeMessage *message = read_back(arena, render_as(arena, NG_TO_MAIL, day));
	assert_text(text_of(g_mime_message_get_subject(message)), text_of(subject), __FILE__, __LINE__);
}

TEST_IN_ARENA(subjects)
{
	check_subject(arena, "Nachtzüge kehren zurück – „endlich“", "Nachtzüge kehren zurück – „endlich“");
	check_subject(arena, "a\r\nBcc: b@c.example", "a Bcc: b@c.example");
	check_subject(arena, "\xf0\x9f\x9a\x80\xf0\x9f\x9a\x80 up", "\xf0\x9f\x9a\x80\xf0\x9f\x9a\x80 up");
	check_subject(arena, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
		      "one two three four five six seven eight nine ten eleven twelve thirteen…");
}

static int make_themes(void **state)
{
	if (enter_folder(state) || mkdir("https", 0777) || mkdir("nobody", 0777) || mkdir("everyone", 0777))
		return -1;
	make_file("https/theme.conf",
		  TEXT("[mail]\nfrom\tdesk@sheet.example\nunsubscribe\thttps://sheet.example/u?a=1&b=2 "
		       "mailto:u@sheet.example javascript:x\n"));
	make_file("nobody/theme.conf", TEXT("[mail]\nfrom\tThe Desk\n"));
	make_file("everyone/theme.conf", TEXT("[mail]\nto\teveryone\n"));
	return 0;
}

struct job {
	struct arena *arena;
	const char *folder;
	const char *settings;
	bool fragment;
	size_t most;
	struct ng_text bytes;
};

static void render(void *data)
{
	struct job *job = data;
	struct render_options options = {.theme = {resource_templates, job->folder, job->settings},
					 .fragment = job->fragment,
					 .mail_bytes = job->most};
	struct buf out = buf_new(job->arena, 1 << 24);

	output_of(NG_TO_MAIL)->render(&out, &options, day_briefing(job->arena));
	job->bytes = buf_text(&out);
}

TEST_IN_ARENA(settings)
{
	struct job job = {.arena = arena, .folder = "https"};

	render(&job);
	GMimeMessage *message = read_back(arena, job.bytes);
	assert_text_equal(header(message, "From"), "The Morning Sheet <desk@sheet.example>");
	assert_text_equal(header(message, "List-Unsubscribe"),
			  "<https://sheet.example/u?a=1&b=2>, <mailto:u@sheet.example>");
	assert_text_equal(header(message, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
	assert_true(text_ends(text_of(g_mime_message_get_message_id(message)), TEXT("@sheet.example")));
	assert_true(has_text(part(arena, message, 1), "href=\"https://sheet.example/u?a=1&amp;b=2\""));
}

TEST_IN_ARENA(list_of_the_sender)
{
	struct job job = {.arena = arena, .settings = "[mail]\nfrom\tdesk@sheet.example\n"};

	render(&job);
	GMimeMessage *message = read_back(arena, job.bytes);
	assert_text_equal(header(message, "List-Id"), "<briefing.desk.sheet.example>");
	assert_text_equal(header(message, "List-Unsubscribe"), "<mailto:desk@sheet.example?subject=unsubscribe>");
	assert_true(has_text(part(arena, message, 1), "href=\"mailto:desk@sheet.example?subject=unsubscribe\""));
}

TEST_IN_ARENA(to_whom)
{
	struct job job = {.arena = arena,
			  .folder = "https",
			  .settings = "[mail]\nto\treaders@sheet.example\nlist-id\tsheet.example\n"};

	render(&job);
	GMimeMessage *message = read_back(arena, job.bytes);
	assert_text_equal(header(message, "To"), "readers@sheet.example");
	assert_text_equal(header(message, "List-Id"), "<sheet.example>");
	assert_text_equal(header(message, "From"), "The Morning Sheet <desk@sheet.example>");
}

/* The limit holds to the byte, and its message says how to go on. */
TEST_IN_ARENA(no_larger_than_the_limit)
{
	struct job job = {.arena = arena, .most = 1};
	struct ng_error error = {0};

	assert_false(arena_try(arena, render, &job, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_string_equal(error.where, "briefing.eml");
	const char *enough = strstr(error.what, "--limit mail_bytes=");
	assert_non_null(enough);
	job.most = strtoul(enough + strlen("--limit mail_bytes="), NULL, 10);
	assert_true(arena_try(arena, render, &job, &error));
	job.most--;
	assert_false(arena_try(arena, render, &job, &error));
}

static void count_warning(void *user, struct ng_text where, const char *what)
{
	size_t *n = user;

	assert_text(where, TEXT("briefing.eml"), __FILE__, __LINE__);
	assert_true(has_text(text_of(what), "bytes of HTML"));
	++*n;
}

TEST_IN_ARENA(a_long_mail_is_warned_of)
{
	size_t warnings = 0;
	struct ng_briefing *day = day_briefing(arena);
	struct render_options options = {
	    .theme = {.built_in = resource_templates}, .warn = count_warning, .user = &warnings};
	struct buf out = buf_new(arena, 1 << 24), words = buf_new(arena, 1 << 20);

	output_of(NG_TO_MAIL)->render(&out, &options, day);
	assert_int_equal(warnings, 0);
	while (words.len < 80 << 10)
		buf_puts(&words, "word ");
	day->stories[0].sentences[0].text = buf_text(&words);
	output_of(NG_TO_MAIL)->render(&out, &options, day);
	assert_int_equal(warnings, 1);
}

TEST_IN_ARENA(a_fragment_is_the_body_alone)
{
	struct job job = {.arena = arena, .fragment = true}, whole = {.arena = arena};

	render(&job);
	render(&whole);
	assert_true(text_starts(job.bytes, TEXT("<table role=\"presentation\"")));
	assert_true(text_ends(job.bytes, TEXT("</table>\n")));
	assert_false(has_text(job.bytes, "Unsubscribe")); /* the host's business */
	assert_true(has_text(part(arena, read_back(arena, whole.bytes), 1), "Unsubscribe"));
	job.settings = "[site]\nfront-matter\tbuttondown\n";
	render(&job);
	assert_true(text_starts(job.bytes, TEXT("---\nsubject: \"Larkhaven closes")));
	assert_true(has_text(job.bytes, "---\n\n<!-- buttondown-editor-mode: fancy -->\n<table"));
}

static void check_refused(struct arena *arena, const char *folder, const char *what)
{
	struct job job = {.arena = arena, .folder = folder};
	struct ng_error error = {0};

	assert_false(arena_try(arena, render, &job, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.where, "theme.conf");
	assert_true(has_text(text_of(error.what), what));
}

TEST_IN_ARENA(settings_that_cannot_be)
{
	check_refused(arena, "nobody", "[mail] from: an address is wanted");
	check_refused(arena, "everyone", "[mail] to: an address is wanted");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(headers),
	    cmocka_unit_test(text_first_then_html_with_the_same_addresses),
	    cmocka_unit_test(the_id_is_the_contents),
	    cmocka_unit_test(subjects),
	    cmocka_unit_test(settings),
	    cmocka_unit_test(list_of_the_sender),
	    cmocka_unit_test(to_whom),
	    cmocka_unit_test(no_larger_than_the_limit),
	    cmocka_unit_test(a_long_mail_is_warned_of),
	    cmocka_unit_test(a_fragment_is_the_body_alone),
	    cmocka_unit_test(settings_that_cannot_be),
	};

	return cmocka_run_group_tests(tests, make_themes, leave_folder);
}
