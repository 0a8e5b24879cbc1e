/* Front matter: both languages, their quotes and lists, and texts that have none. */
#include "test.h"

#include "read/front_matter.h"

static struct front_matter read_good(struct arena *arena, const char *bytes, struct ng_text *body)
{
	struct front_matter front;

	*body = text_of(bytes);
	assert_true(front_matter_read(arena, body, &front));
	return front;
}

TEST_IN_ARENA(reads_yaml)
{
	struct ng_text body;
	struct front_matter front = read_good(arena,
					      "---\r\n"
					      "# a comment\r\n"
					      "layout: post\r\n"
					      "Title: \"Quayside: \\\"open\\\" \\u00e9\" # why\r\n"
					      "date: 2026-03-17 08:40:00 +0100\r\n"
					      "author: Ada Quill\r\n"
					      "url: https://harbour.example/a#b\r\n"
					      "lang: en\r\n"
					      "tags: [harbours, 'it''s', \"a, b\"]\r\n"
					      "site: ~\r\n"
					      "---\r\n"
					      "# Body\r\n",
					      &body);

	assert_text_equal(front.title, "Quayside: \"open\" \xc3\xa9");
	assert_text_equal(front.date, "2026-03-17 08:40:00 +0100");
	assert_text_equal(front.author, "Ada Quill");
	assert_text_equal(front.url, "https://harbour.example/a#b");
	assert_text_equal(front.language, "en");
	assert_text_equal(front.section, "harbours");
	assert_text_equal(front.site, "");
	assert_text_equal(body, "# Body\r\n");
}

TEST_IN_ARENA(reads_lists_and_mappings_over_lines)
{
	struct ng_text body;
	struct front_matter front = read_good(arena,
					      "---\n"
					      "title: >-\n"
					      "  Two lines\n"
					      "  of title\n"
					      "authors:\n"
					      "  - Ada Quill\n"
					      "  - name: Bo Reed\n"
					      "    mail: bo@example.org\n"
					      "- 'Cy Vane'\n"
					      "seo:\n"
					      "  title: Not this\n"
					      "categories:\n"
					      "- Ports\n"
					      "- Trade\n"
					      "...\n"
					      "Body",
					      &body);

	assert_text_equal(front.title, "Two lines of title");
	assert_text_equal(front.section, "Ports");
	assert_text_equal(body, "Body");
	assert_true(text_starts(front.author, TEXT("Ada Quill, Bo Reed")));
	front = read_good(arena, "---\nauthor:\n  name: Ada Quill\n  url: https://x.example/\n---\n", &body);
	assert_text_equal(front.author, "Ada Quill");
	assert_text_equal(front.url, "");
}

TEST_IN_ARENA(reads_toml)
{
	struct ng_text body;
	struct front_matter front = read_good(arena,
					      "+++\n"
					      "title = \"Low tide\"\n"
					      "date = 2026-03-17T08:40:00Z\n"
					      "authors = ['Ada Quill', \"Bo Reed\"]\n"
					      "section = 'Ports' # the desk\n"
					      "[extra]\n"
					      "language = \"de\"\n"
					      "+++\n"
					      "Body",
					      &body);

	assert_text_equal(front.title, "Low tide");
	assert_text_equal(front.date, "2026-03-17T08:40:00Z");
	assert_text_equal(front.author, "Ada Quill, Bo Reed");
	assert_text_equal(front.section, "Ports");
	assert_text_equal(front.language, "");
	assert_text_equal(body, "Body");
}

TEST_IN_ARENA(leaves_texts_without)
{
	static const char *const cases[] = {"",
					    "---",
					    "---\n",
					    "---\ntitle: x\n",
					    "text\n---\ntitle: x\n---\n",
					    "----\ntitle: x\n----\n",
					    "+++\ntitle = 1\n---\n"};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text text = text_of(cases[i]);
		struct front_matter front;
		if (front_matter_read(arena, &text, &front))
			fail_msg("%s", cases[i]);
		assert_text(text, text_of(cases[i]), __FILE__, __LINE__);
	}
}

/* Bytes of every kind in every place: it ends, and reads nothing beyond the text. */
TEST_IN_ARENA(survives_damage)
{
	static const char whole[] = "---\ntitle: \"a\\u00e9b\"\ntags: [a, 'b', \"c\"]\nauthor:\n  - name: x\n---\nB";
	static const char bytes[] = "\"'\\[]:-#\n \xff>";

	for (size_t at = 0; at + 1 < sizeof whole; at++) {
		for (size_t i = 0; i + 1 < sizeof bytes; i++) {
			char *damaged = arena_string(arena, text_of(whole));
			struct front_matter front;
			damaged[at] = bytes[i];
			struct ng_text text = arena_copy(arena, (struct ng_text){damaged, sizeof whole - 1});
			front_matter_read(arena, &text, &front);
			text = arena_copy(arena, (struct ng_text){damaged, at});
			front_matter_read(arena, &text, &front);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_yaml),      cmocka_unit_test(reads_lists_and_mappings_over_lines),
	    cmocka_unit_test(reads_toml),      cmocka_unit_test(leaves_texts_without),
	    cmocka_unit_test(survives_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
