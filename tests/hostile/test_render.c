/*
 * Foreign text changes nothing but text. Each payload stands in every field of a briefing; each output must then have
 * the very structure it has with harmless text (elements and attribute names of pages, nodes of Markdown, headers of
 * mail), every address must be http, https or mailto, and the payload must show letter for letter.
 */
#include "../unit/briefing.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "render/site.h"
#include "render/view.h"
#include "structure.h"

static const char *const payloads[] = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<style>*{display:none}</style>",
    "</style><b>x</b>",
    "</title><script>alert(1)</script>",
    "<!-- x",
    "--><b>x</b>",
    "]]><b>x</b>",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;&copy;&nbsp;&notanentity;&#x110000;",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "x onmouseover=alert(1) ",
    "\"><b>x</b>",
    "'><b>x</b>",
    "</blockquote></article></main>",
    "<math><mi xlink:href=\"javascript:alert(1)\">",
    "<object data=\"data:text/html,x\">",
    "<base href=\"https://evil.example/\">",
    "<meta http-equiv=refresh content=0>",
    "<form action=https://evil.example><input>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "[x]: https://evil.example \"x\"",
    "<https://evil.example>",
    "](https://evil.example) [",
    "\\](https://evil.example)",
    "# heading",
    "## heading ##",
    "--- \n---",
    "===",
    "* item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "    code",
    "```\ncode\n```",
    "~~~ x",
    "`code`",
    "**bold** _it_ ~~gone~~ *x",
    "| a | b |\n|---|---|",
    "a\\",
    "a  \nb",
    "a\n\nb",
    "{{ .Site }}{{< x >}}{{% y %}}",
    "{% include x %}{# x #}",
    "${x} #{x} <%= x %>",
    "---\ntitle: x\n---",
    "line\r\nBcc: victim@evil.example\r\n\r\nbody",
    "x\r\n--=_boundary\r\n",
    "From me\n.\n",
    "=?utf-8?B?eA==?= =?utf-8?Q?x?=",
    "\xe2\x80\xae"
    "desrever\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9",
    "\x1b[31mred\x1b[0m \x07\x08\x7f\xc2\x9b",
    "\xef\xbb\xbf\xef\xbf\xbf x",
    "\xff\xfe broken \xc3",
    "\xf0\x9f\x92\xa9 emoji \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85",
    "../../../etc/passwd",
};

static const char *const addresses[] = {
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/png;base64,x",
    "file:///etc/passwd",
    "//evil.example",
    "x",
    "",
    "http:",
    "https://",
    "https://a b.example",
    "ftp://evil.example/",
    "https://evil.example/\r\nX: y",
    "\x01http://x",
    "https://a.example/\xe2\x80\xae",
};

#define HARMLESS TEXT("plain words")

/* The day with `words` in every text and `address` in every url. */
static struct ng_briefing *day_of_payload(struct arena *arena, struct ng_text words, struct ng_text address)
{
	struct ng_briefing *day = day_briefing(arena);

	day->title = words;
	for (size_t i = 0; i < day->n_articles; i++) {
		struct ng_article *article = &day->articles[i];
		article->title = article->author = article->site = article->source = article->section = words;
		article->language = article->id = words;
		article->url = address;
	}
	for (size_t i = 0; i < day->n_stories; i++) {
		struct ng_story *story = &day->stories[i];
		story->headline.text = story->section = story->language = words;
		for (size_t k = 0; k < story->n_sentences; k++)
			story->sentences[k].text = words;
		for (size_t k = 0; k < story->n_quotes; k++)
			story->quotes[k].text = story->quotes[k].speaker = story->quotes[k].role = words;
		for (size_t k = 0; k < story->n_timeline; k++)
			story->timeline[k].item.text = words;
	}
	for (size_t i = 0; i < day->n_skipped; i++)
		day->skipped[i].where = day->skipped[i].what = words;
	return day;
}

/* What must have the same shape, and what a reader sees. */
struct rendering {
	struct ng_text shape, shown;
};

static struct rendering render_shape(struct arena *arena, enum ng_output output, const struct ng_briefing *day)
{
	struct ng_text bytes = render_as(arena, output, day);
	struct buf shape = buf_new(arena, 1 << 24), shown = buf_new(arena, 1 << 24);

	switch (output) {
	case NG_TO_MARKDOWN:
		structure_of_markdown(bytes, &shape, &shown);
		break;
	case NG_TO_HTML:
		structure_of_html(bytes, &shape, &shown);
		break;
	case NG_TO_MAIL:
		structure_of_mail(bytes, &shape, &shown);
		break;
	case NG_TO_POST:
		structure_of_markdown(text_slice(bytes, text_find(bytes, TEXT("\n---\n"), 0) + 5, bytes.len), &shape,
				      &shown);
		break;
	case NG_TO_ATOM:
	case NG_TO_RSS:
		structure_of_xml(bytes, &shape, &shown);
		break;
	default:
		structure_of_json(arena, bytes, &shape, &shown);
		break;
	}
	return (struct rendering){buf_text(&shape), buf_text(&shown)};
}

static const enum ng_output all_outputs[] = {NG_TO_MARKDOWN, NG_TO_HTML,      NG_TO_MAIL, NG_TO_ATOM, NG_TO_RSS,
					     NG_TO_POST,     NG_TO_JSON_FEED, NG_TO_KITE, NG_TO_JSON};
enum { N_OUTPUTS = sizeof all_outputs / sizeof *all_outputs };

static size_t count(struct ng_text text, struct ng_text part)
{
	size_t n = 0;

	for (size_t at = 0; (at = text_find(text, part, at)) < text.len; at += part.len)
		n++;
	return n;
}

static void check_payload(struct arena *arena, struct ng_text payload, const struct rendering *expected)
{
	const struct ng_briefing *day = day_of_payload(arena, payload, TEXT("https://a.example/x"));
	struct ng_text line = view_line(arena, payload);

	for (size_t i = 0; i < N_OUTPUTS; i++) {
		struct rendering got = render_shape(arena, all_outputs[i], day);
		bool is_archive = all_outputs[i] == NG_TO_JSON; /* our own format keeps every byte */
		if (!text_equal(got.shape, expected[i].shape)) {
			print_error("payload: %.*s\noutput: %s\n", TEXT_ARGS(payload), output_of(all_outputs[i])->name);
			assert_text(got.shape, expected[i].shape, __FILE__, __LINE__);
		}
		size_t shortened = all_outputs[i] == NG_TO_MAIL ? 2 : 0; /* the preview beside the subject */
		size_t wanted = count(expected[i].shown, HARMLESS) - shortened;
		if (!is_archive && count(got.shown, line) < wanted) {
			print_error("payload: %.*s\noutput: %s\n%.*s\n", TEXT_ARGS(payload),
				    output_of(all_outputs[i])->name, TEXT_ARGS(got.shown));
			assert_int_equal(count(got.shown, line), wanted);
		}
	}
}

TEST_IN_ARENA(text_is_only_text)
{
	static const char *const around[][2] = {{"", ""}, {"words before ", ""}, {"\"", "\""}};
	struct rendering expected[N_OUTPUTS];
	const struct ng_briefing *day = day_of_payload(arena, HARMLESS, TEXT("https://a.example/x"));

	for (size_t i = 0; i < N_OUTPUTS; i++)
		expected[i] = render_shape(arena, all_outputs[i], day);
	for (size_t i = 0; i < sizeof payloads / sizeof *payloads; i++)
		for (size_t k = 0; k < sizeof around / sizeof *around; k++) {
			struct arena_mark before = arena_mark(arena);
			check_payload(arena, arena_format(arena, "%s%s%s", around[k][0], payloads[i], around[k][1]),
				      expected);
			arena_reset(arena, before);
		}
}

/* The day with `words` in one of its kinds of text alone. */
enum field { TITLE, AUTHOR, SITE, SECTION, HEADLINE, BODY, QUOTE, SPEAKER, N_FIELDS };

static struct ng_briefing *day_of_field(struct arena *arena, enum field field, struct ng_text words)
{
	struct ng_briefing *day = day_of_payload(arena, HARMLESS, TEXT("https://a.example/x"));

	if (field == TITLE)
		day->title = words;
	for (size_t i = 0; i < day->n_articles; i++) {
		struct ng_article *article = &day->articles[i];
		struct ng_text *const texts[N_FIELDS] = {
		    [TITLE] = &article->title, [AUTHOR] = &article->author, [SITE] = &article->site};
		if (texts[field])
			*texts[field] = words;
	}
	for (size_t i = 0; i < day->n_stories; i++) {
		struct ng_story *story = &day->stories[i];
		if (field == SECTION)
			story->section = words;
		if (field == HEADLINE)
			story->headline.text = words;
		for (size_t k = 0; field == BODY && k < story->n_sentences; k++)
			story->sentences[k].text = words;
		for (size_t k = 0; k < story->n_quotes; k++) {
			if (field == QUOTE)
				story->quotes[k].text = words;
			if (field == SPEAKER)
				story->quotes[k].speaker = words;
		}
	}
	return day;
}

TEST_IN_ARENA(each_field_is_only_text)
{
	struct rendering expected[N_OUTPUTS];
	const struct ng_briefing *day = day_of_payload(arena, HARMLESS, TEXT("https://a.example/x"));

	for (size_t i = 0; i < N_OUTPUTS; i++)
		expected[i] = render_shape(arena, all_outputs[i], day);
	for (size_t i = 0; i < sizeof payloads / sizeof *payloads; i++)
		for (int field = 0; field < N_FIELDS; field++) {
			struct arena_mark before = arena_mark(arena);
			day = day_of_field(arena, (enum field)field, text_of(payloads[i]));
			for (size_t k = 0; k < N_OUTPUTS; k++)
				assert_text(render_shape(arena, all_outputs[k], day).shape, expected[k].shape, __FILE__,
					    __LINE__);
			arena_reset(arena, before);
		}
}

/* Pages of the other themes, too. */
TEST_IN_ARENA(each_theme_takes_text_for_text)
{
	static const char *const themes[] = {"broadsheet", "wire"};

	for (size_t t = 0; t < sizeof themes / sizeof *themes; t++) {
		const struct render_options options = {.theme = {resource_templates, themes[t], NULL}};
		struct ng_text shapes[2] = {TEXT(""), TEXT("")};
		for (size_t i = 0; i <= sizeof payloads / sizeof *payloads; i++) {
			struct buf out = buf_new(arena, 1 << 24), shape = out, shown = out;
			struct ng_text words = i ? text_of(payloads[i - 1]) : HARMLESS;
			output_of(NG_TO_HTML)
			    ->render(&out, &options, day_of_payload(arena, words, TEXT("https://a.example/x")));
			structure_of_html(buf_text(&out), &shape, &shown);
			shapes[i > 0] = buf_text(&shape);
			if (i)
				assert_text(shapes[1], shapes[0], themes[t], (int)i);
		}
	}
}

/* Whatever stands in a text or a setting, a message has the headers it has. */
TEST_IN_ARENA(headers_stay_the_same)
{
	static const char with_nul[] = "a\0Bcc: x@evil.example";
	struct buf long_text = buf_new(arena, 1 << 20);
	while (long_text.len < 10240)
		buf_puts(&long_text, "long \xc3\xa9 ");
	const struct ng_text texts[] = {TEXT("a\rBcc: x@evil.example"),
					TEXT("a\nBcc: x@evil.example"),
					TEXT("a\r\n\r\nBcc: x@evil.example"),
					{with_nul, sizeof with_nul - 1},
					buf_text(&long_text),
					TEXT("\xe2\x80\xae\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"),
					TEXT("\xf0\x9f\x92\xa9\xf0\x9f\x9a\x80"),
					TEXT("=?utf-8?Q?a=0D=0ABcc:_x?="),
					TEXT("\xe2\x80\xa8"
					     "Bcc: x@evil.example\xc2\x85")};
	const struct ng_briefing *harmless = day_of_payload(arena, HARMLESS, TEXT("https://a.example/x"));
	struct ng_text expected = render_shape(arena, NG_TO_MAIL, harmless).shape;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct ng_briefing *day = day_of_payload(arena, texts[i], TEXT("https://a.example/x"));
		assert_text(render_shape(arena, NG_TO_MAIL, day).shape, expected, __FILE__, (int)i);
		struct ng_text mail = render_as(arena, NG_TO_MAIL, day), line;
		while (text_cut(&mail, '\n', &line))
			assert_true(line.len <= 998 + 1);
	}
}

TEST_IN_ARENA(addresses_are_harmless_or_gone)
{
	const struct ng_briefing *day = day_of_payload(arena, HARMLESS, TEXT(""));
	struct rendering expected[N_OUTPUTS];

	for (size_t i = 0; i < N_OUTPUTS; i++)
		expected[i] = render_shape(arena, all_outputs[i], day);
	for (size_t k = 0; k < sizeof addresses / sizeof *addresses; k++) {
		day = day_of_payload(arena, HARMLESS, text_of(addresses[k]));
		for (size_t i = 0; i + 1 < N_OUTPUTS; i++)
			assert_text(render_shape(arena, all_outputs[i], day).shape, expected[i].shape, __FILE__,
				    __LINE__);
	}
}

/* An address that closes an attribute, a Markdown link, a template: it stays one address. */
TEST_IN_ARENA(addresses_stay_whole)
{
	static const char *const good[] = {"https://a.example/\"onclick=\"x",
					   "https://a.example/')(x",
					   "https://a.example/<b>",
					   "https://a.example/{{x}}",
					   "https://a.example/?a=1&copy;=2&lt;=3",
					   "https://a.example/a_b_*c*~d~",
					   "https://a.example/\\)x",
					   "https://a.example/\xc3\xa9",
					   "mailto:a@b.example?subject=%0d%0ax",
					   "http://a.example/`x`|y"};
	const struct ng_briefing *day = day_of_payload(arena, HARMLESS, TEXT("https://a.example/x"));
	struct rendering expected[N_OUTPUTS];

	for (size_t i = 0; i < N_OUTPUTS; i++)
		expected[i] = render_shape(arena, all_outputs[i], day);
	for (size_t k = 0; k < sizeof good / sizeof *good; k++) {
		day = day_of_payload(arena, HARMLESS, text_of(good[k]));
		for (size_t i = 0; i + 1 < N_OUTPUTS; i++)
			assert_text(render_shape(arena, all_outputs[i], day).shape, expected[i].shape, __FILE__,
				    __LINE__);
	}
}

/* Hugo, Jekyll and newsletter engines read our Markdown and pages before anyone else does. */
TEST_IN_ARENA(nothing_is_left_for_other_template_engines)
{
	static const char *const armed[] = {"{{", "{%", "{#", "{<"};
	const struct ng_briefing *day =
	    day_of_payload(arena, TEXT("{{x}} {% y %} {# z #} {{< a >}} {"), TEXT("https://a.example/{{x}}"));
	struct ng_text markdown = render_as(arena, NG_TO_MARKDOWN, day), html = render_as(arena, NG_TO_HTML, day);

	for (size_t i = 0; i < sizeof armed / sizeof *armed; i++) {
		assert_false(has_text(markdown, armed[i]));
		assert_false(has_text(html, armed[i]));
	}
}

TEST_IN_ARENA(ten_thousand_letters_fit_everywhere)
{
	struct buf words = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < 10000; i++)
		buf_puts(&words, i % 7 ? "x" : "é");
	struct ng_briefing *day = day_briefing(arena);
	day->title = day->stories[0].headline.text = day->stories[0].quotes[0].speaker = buf_text(&words);
	for (size_t i = 0; i < N_OUTPUTS; i++)
		assert_true(render_as(arena, all_outputs[i], day).len > 10000);
	struct ng_text mail = render_as(arena, NG_TO_MAIL, day), line;
	while (text_cut(&mail, '\n', &line))
		assert_true(line.len <= 998 + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_is_only_text),
	    cmocka_unit_test(each_field_is_only_text),
	    cmocka_unit_test(each_theme_takes_text_for_text),
	    cmocka_unit_test(headers_stay_the_same),
	    cmocka_unit_test(addresses_are_harmless_or_gone),
	    cmocka_unit_test(addresses_stay_whole),
	    cmocka_unit_test(nothing_is_left_for_other_template_engines),
	    cmocka_unit_test(ten_thousand_letters_fit_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
