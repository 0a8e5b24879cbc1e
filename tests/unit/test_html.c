/* Pages that nobody would wish for: read whole within 100 MiB of arena, or refused by the limit's name. */
#include "article_page.h"
#include "page.h"

enum { CAP = 100 << 20 };

static struct ng_text repeated(struct arena *arena, const char *head, const char *part, size_t n, const char *tail)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	buf_puts(&buf, head);
	for (size_t i = 0; i < n; i++)
		buf_puts(&buf, part);
	buf_puts(&buf, tail);
	return buf_text(&buf);
}

struct reading {
	struct arena *arena;
	struct ng_text page;
	struct articles articles;
};

static void read_it(void *data)
{
	struct reading *reading = data;
	struct read_context *context = page_context(reading->arena);

	read_record(&html_reader, context, reading->page, &reading->articles);
}

/* Reads in an arena of its own; "" or why not. What was read is copied into `arena`. */
static const char *outcome(struct arena *arena, struct ng_text page, struct ng_text *text)
{
	struct ng_error *error = arena_new_of(arena, struct ng_error);
	struct reading reading = {.arena = arena_new(CAP), .page = page};

	assert_non_null(reading.arena);
	bool read = arena_try(reading.arena, read_it, &reading, error);
	if (read && text && reading.articles.n)
		*text = arena_copy(arena, reading.articles.at[0].text);
	arena_free(reading.arena);
	return read ? "" : error->what;
}

TEST_IN_ARENA(hostile)
{
	const struct {
		const char *name;
		struct ng_text page;
		const char *what; /* of the refusal; "": it is read */
		const char *text; /* that must be found */
	} cases[] = {
	    {"200,000 nested div", repeated(arena, "", "<div>", 200000, "deep"), "", "deep"},
	    {"200,000 nested div, closed",
	     repeated(arena, repeated(arena, "", "<div>", 200000, "deep").at, "</div>", 200000, "<p>after"), "",
	     "after"},
	    {"150,000 nested b", repeated(arena, "<p>", "<b>x ", 150000, "deep"), "", "deep"},
	    {"90,000 nested p and li", repeated(arena, "", "<li><p>x", 45000, "deep"), "", "deep"},
	    {"1,000,000 attributes", repeated(arena, "<p ", "a=b ", 1000000, ">after"), "", "after"},
	    {"1,000,000 attributes that are kept", repeated(arena, "<p ", "class=b ", 1000000, ">after"), "", "after"},
	    {"an attribute of 10 MB", repeated(arena, "<p class=\"", "wordy ", 1700000, "\">after"), "", "after"},
	    {"an attribute without an end", repeated(arena, "<p class=\"", "wordy ", 1700000, ">after"), "", "after"},
	    {"a million open attributes", repeated(arena, "", "<p a=\"", 150000, ">after"), "", ""},
	    {"a comment without an end", repeated(arena, "before<!-- ", "word ", 1000000, ""), "", "before"},
	    {"many comments without an end", repeated(arena, "before ", "<!-- ", 1000000, ""), "", "before"},
	    {"a script without an end", repeated(arena, "before<script>", "word ", 1000000, ""), "", "before"},
	    {"many elements without an end", repeated(arena, "before ", "<svg><object><map>", 300000, "after"), "",
	     "after"},
	    {"many ends without an element", repeated(arena, "before ", "</i></p></x>", 300000, "after"), "", "after"},
	    {"300,000 elements", repeated(arena, "", "<i>x</i>", 300000, ""), "more than 100000 HTML elements", ""},
	    {"a million entities", repeated(arena, "<p>", "&amp;&#60;&bogus;", 300000, "after"), "", "after"},
	    {"a million less-than signs", repeated(arena, "<p>", "< ", 1000000, "after"), "", "after"},
	    {"one word of 10 MB", repeated(arena, "<p>", "ab", 5000000, " after"), "", "after"},
	    {"one line of 10 MB of numbers", repeated(arena, "<p>", "12.3.2026-", 1000000, " after"), "", "after"},
	    {"100,000 headings", repeated(arena, "", "<h1>Ferry sinks</h1>", 50000, "<p>after"), "", "after"},
	    {"100,000 equal paragraphs", repeated(arena, "", "<p>The ferry sank off Oban.", 50000, "<p>after"), "",
	     "after"},
	    {"50,000 classes",
	     repeated(arena, "<p class=\"", "news comment ad nav-bar articleBody ", 50000, "\">after"), "", "after"},
	    {"90,000 metas", repeated(arena, "", "<meta name=author content=x>", 90000, "<p>after"), "", "after"},
	    {"a title of 5 MB", repeated(arena, "<title>", "Ferry - sinks | ", 300000, "</title><p>after"), "",
	     "after"},
	    {"a description of 5 MB",
	     repeated(arena, "<meta name=description content=\"", "the ferry sank ", 300000, "\"><p>after"), "",
	     "after"},
	    {"JSON-LD of depth 100,000",
	     repeated(arena, "<script type=application/ld+json>", "[", 100000, "</script><p>after"), "", "after"},
	    {"JSON-LD of 8 MB",
	     repeated(arena, "<script type=application/ld+json>[", "{\"@type\":\"Article\"},", 400000,
		      "{}]</script><p>after"),
	     "", "after"},
	    {"100,000 open quotes in JSON-LD",
	     repeated(arena, "<script type=application/ld+json>{\"@type\":\"Article\",", "\"headline\":\"", 80000,
		      "</script><p>after"),
	     "", "after"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text text = {0};
		const char *what = outcome(arena, cases[i].page, &text);
		if (cases[i].what[0] ? !strstr(what, cases[i].what) : what[0] != '\0')
			fail_msg("%s: %s", cases[i].name, what);
		if (text_find(text, text_of(cases[i].text), 0) == text.len && cases[i].text[0])
			fail_msg("%s: no \"%s\" in %zu bytes", cases[i].name, cases[i].text, text.len);
	}
}

TEST_IN_ARENA(too_large)
{
	struct ng_text page = repeated(arena, "", "<p>x", page_limits.record_bytes / 4 + 1, "");

	assert_non_null(strstr(outcome(arena, page, NULL), "the limit is"));
}

/* A download may end anywhere: every beginning of a page is read, and none past its end. */
TEST_IN_ARENA(truncated)
{
	struct ng_text page = TEXT(PAGE_WHOLE);

	for (size_t len = 0; len <= page.len; len++) {
		struct arena *own = arena_new(CAP);
		struct ng_error error;
		struct reading reading = {.arena = own, .page = arena_copy(own, text_slice(page, 0, len))};
		if (!arena_try(own, read_it, &reading, &error))
			fail_msg("%zu bytes: %s", len, error.what);
		assert_int_equal(reading.articles.n, 1);
		const struct article *article = reading.articles.at;
		for (size_t i = 0; i < article->blocks.n; i++)
			assert_true(article->blocks.at[i].end <= article->text.len);
		arena_free(own);
	}
	(void)arena;
}

TEST_IN_ARENA(charsets)
{
	static const char utf16[] = "\xff\xfe<\0p\0>\0\xe9\0t\0\xe9\0";
	static const char utf7[] = "<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>";
	static const char latin[] = "<meta charset=iso-8859-1><p>\x93\xe9t\xe9\x94</p>";
	static const char lies[] = "<meta charset=iso-8859-1><p>\xc3\xa9t\xc3\xa9</p>";
	struct ng_text text = {0};

	assert_string_equal(outcome(arena, (struct ng_text){utf16, sizeof utf16 - 1}, &text), "");
	assert_text_equal(text, "\xc3\xa9t\xc3\xa9");
	assert_string_equal(outcome(arena, text_of(utf7), &text), "");
	assert_int_equal(text_find(text, TEXT("<script"), 0), text.len);
	assert_string_equal(outcome(arena, text_of(latin), &text), "");
	assert_text_equal(text, "\xe2\x80\x9c\xc3\xa9t\xc3\xa9\xe2\x80\x9d");
	assert_string_equal(outcome(arena, text_of(lies), &text), "");
	assert_text_equal(text, "\xc3\xa9t\xc3\xa9");
}

TEST_IN_ARENA(sniffed)
{
	static const struct {
		const char *head, *name;
		bool html;
	} cases[] = {
	    {"<!DOCTYPE html><p>x", "x", true},
	    {" \n<HTML lang=en>", "x", true},
	    {"\xef\xbb\xbf<html>", "x", true},
	    {"<?xml version='1.0'?><html>", "x", true},
	    {"<!-- saved --><head>", "x", true},
	    {"<p>x", "x.html", true},
	    {"<p>x", "x.htm", true},
	    {"<p>x", "x", false},
	    {"<rss>", "x.xml", false},
	    {"plain", "x.txt", false},
	    {"", "x", false},
	    {"<!-- never", "x", false},
	};

	(void)arena;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if ((reader_sniff(text_of(cases[i].head), text_of(cases[i].name)) == &html_reader) != cases[i].html)
			fail_msg("%s in %s", cases[i].head, cases[i].name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hostile),  cmocka_unit_test(too_large), cmocka_unit_test(truncated),
	    cmocka_unit_test(charsets), cmocka_unit_test(sniffed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
