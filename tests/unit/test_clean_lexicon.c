/* Words and phrases: how lines of clean.txt are read, and what they match. */
#include "test.h"

#include <stdlib.h>

#include "base/buf.h"
#include "clean/look.h"

static struct lexicon lexicon_of(struct arena *arena, const char *phrases, const char *stop_words)
{
	struct resource *files = arena_array(arena, 3, struct resource);
	struct resources *data = arena_new_of(arena, struct resources);

	files[0] = (struct resource){"xx/clean.txt", (const unsigned char *)phrases, strlen(phrases)};
	files[1] = (struct resource){"xx/stopwords.txt", (const unsigned char *)stop_words, strlen(stop_words)};
	data->built_in = files;
	return lexicon_load(arena, data);
}

static enum cue_place place(struct arena *arena, const char *phrase, const char *text)
{
	struct lexicon lexicon = lexicon_of(arena, arena_format(arena, "[credit]\n%s\n", phrase).at, "the");
	struct line line = {0, (uint32_t)strlen(text), false};
	struct look_words words = {0};

	return (enum cue_place)look_at(arena, &lexicon, text_of(text), &line, &words).cue[CUE_CREDIT];
}

TEST_IN_ARENA(phrases)
{
	assert_int_equal(place(arena, "photo by ...", "Photo by A. Verrel"), CUE_START);
	assert_int_equal(place(arena, "photo by ...", "PHOTO: BY A"), CUE_START);
	assert_int_equal(place(arena, "photo by ...", "The photo by A"), CUE_NOWHERE);
	assert_int_equal(place(arena, "photo by", "Photo by"), CUE_WHOLE);
	assert_int_equal(place(arena, "photo by", "Photo by A"), CUE_NOWHERE);
	assert_int_equal(place(arena, "... tidewire ...", "Verrel, Tidewire, 2019"), CUE_INSIDE);
	assert_int_equal(place(arena, "... tidewire ...", "Verrel/Tidewire"), CUE_END);
	assert_int_equal(place(arena, "... tidewire ...", "he told Tidewire."),
			 CUE_INSIDE); /* a sentence's last word */
	assert_int_equal(place(arena, "... tidewire", "Tidewire said"), CUE_NOWHERE);
	assert_int_equal(place(arena, "photo:", "Photo: A"), CUE_LABEL);
	assert_int_equal(place(arena, "photo:",
			       "Photo\xef\xbc\x9a"
			       "A"),
			 CUE_LABEL);
	assert_int_equal(place(arena, "photo:", "Photo A"), CUE_NOWHERE);
	assert_int_equal(place(arena, "photo:", "Photo:"), CUE_NOWHERE);
	assert_int_equal(place(arena, "9 of 9", "12 of 345"), CUE_WHOLE);
	assert_int_equal(place(arena, "9 of 9", "two of three"), CUE_NOWHERE);
	assert_int_equal(place(arena, "... credit:", "seen from aboveCredit: A"), CUE_END); /* glued by its page */
}

TEST_IN_ARENA(stop_words_are_no_content)
{
	struct lexicon lexicon = lexicon_of(arena, "", "the of\nan");
	struct ng_text text = TEXT("The ferry of Orlen 1998");
	struct line line = {0, (uint32_t)text.len, false};
	struct look_words words = {0};
	struct look look = look_at(arena, &lexicon, text, &line, &words);

	assert_int_equal(look.words, 5);
	assert_int_equal(look.stops, 2);
	assert_int_equal(look.numbers, 1);
	assert_int_equal(look.n_words, 2);
}

TEST_IN_ARENA(marks_and_ends)
{
	static const struct {
		const char *line;
		uint32_t has, lacks;
	} cases[] = {
	    {"He said so.", LOOK_STOPPED, LOOK_ELLIPSIS | LOOK_QUESTION},
	    {"\xe2\x80\x9cHe said so.\xe2\x80\x9d", LOOK_STOPPED | LOOK_QUOTED, LOOK_BRACKETS},
	    {"He said so (again.)", LOOK_STOPPED, LOOK_BRACKETS},
	    {"(He said so.)", LOOK_STOPPED | LOOK_BRACKETS, 0},
	    {"Did he?", LOOK_STOPPED | LOOK_QUESTION, 0},
	    {"He said...", LOOK_ELLIPSIS, LOOK_STOPPED},
	    {"He said so:", LOOK_COLON, LOOK_STOPPED},
	    {"\xe4\xbb\x96\xe8\xaf\xb4\xe3\x80\x82", LOOK_STOPPED, 0},
	    {"FERRY RUNS", LOOK_SHOUT, LOOK_STOPPED},
	    {"Ferry RUNS", 0, LOOK_SHOUT},
	    {"* ferry", LOOK_BULLET | LOOK_LOWER, LOOK_RULE},
	    {"___", LOOK_RULE, LOOK_STOPPED},
	    {"1. Ferry", LOOK_NUMBERED, LOOK_DATE},
	    {"see http://a.b", LOOK_ADDRESS, LOOK_MARKUP},
	    {"write to a@b.c", LOOK_ADDRESS, LOOK_HANDLE},
	    {"by @verrel", LOOK_HANDLE, LOOK_ADDRESS},
	    {"A | B", LOOK_BAR, LOOK_SLASH},
	    {"Verrel/Tidewire", LOOK_SLASH, LOOK_ADDRESS},
	    {"\xc2\xa9 Verrel", LOOK_COPYRIGHT, 0},
	    {"{* a_b *}", LOOK_MARKUP, 0},
	    {"at 7:18", LOOK_CLOCK, LOOK_DATE},
	    {"3/4/2023", LOOK_DATE | LOOK_ALL_DATE, 0},
	};
	struct lexicon lexicon = lexicon_of(arena, "", "");

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text text = text_of(cases[i].line);
		struct line line = {0, (uint32_t)text.len, false};
		struct look_words words = {0};
		uint32_t flags = look_at(arena, &lexicon, text, &line, &words).flags;
		if ((flags & cases[i].has) != cases[i].has || flags & cases[i].lacks)
			fail_msg("%s: %x", cases[i].line, (unsigned)flags);
	}
}

/* Text with names in brackets behind it, one after a slash, is a caption. */
TEST_IN_ARENA(signed_captions)
{
	static const struct {
		const char *line;
		enum cue_place place;
	} cases[] = {
	    {"A man waits by the ferry. (Verrel/Tidewire)", CUE_END},
	    {"A man waits (Ada Verrel / Tidewire)", CUE_END},
	    {"A man waits. (Verrel)", CUE_NOWHERE},
	    {"A man waits (and/or sits)", CUE_NOWHERE},
	    {"A man waits (Verrel and/or Orlen)", CUE_NOWHERE},
	    {"(Verrel/Tidewire)", CUE_NOWHERE}, /* a credit alone */
	    {"Verrel/Tidewire)", CUE_NOWHERE},
	    {"A man waits (3/4)", CUE_NOWHERE},
	    {")", CUE_NOWHERE},
	    {"A man waits by the ferry. Photo by Ada Verrel / Tidewire.", CUE_END},
	    {"A man waits by the ferry in a photo by Ada Verrel.", CUE_NOWHERE},
	    {"Photo by Ada Verrel.", CUE_NOWHERE},
	    {"A man waits. Photo by Ada Verrel was what the harbour office of Orlen said that it had been, in its own.",
	     CUE_NOWHERE},
	};
	struct lexicon lexicon = lexicon_of(arena, "[credit]\n... photo by ...", "");

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct line line = {0, (uint32_t)strlen(cases[i].line), false};
		struct look_words words = {0};
		struct look look = look_at(arena, &lexicon, text_of(cases[i].line), &line, &words);
		if (look.cue[CUE_CAPTION] != cases[i].place)
			fail_msg("%s: %d", cases[i].line, look.cue[CUE_CAPTION]);
	}
}

/* Only both ends of a long line are read; that must not show in its length by much. */
TEST_IN_ARENA(long_lines)
{
	struct lexicon lexicon = lexicon_of(arena, "[credit]\nphoto by ...\n[widget]\n... middle ...", "");
	struct buf buf = buf_new(arena, 1 << 20);
	struct look_words words = {0};

	buf_puts(&buf, "photo by ");
	for (int i = 0; i < 500; i++)
		buf_puts(&buf, "words ");
	buf_puts(&buf, "middle ");
	for (int i = 0; i < 498; i++)
		buf_puts(&buf, "words ");
	buf_puts(&buf, "end.");
	struct line line = {0, (uint32_t)buf.len, false};
	struct look look = look_at(arena, &lexicon, buf_text(&buf), &line, &words);
	assert_in_range(look.words, 950, 1050);
	assert_true(look.seen < 100);
	assert_int_equal(look.cue[CUE_CREDIT], CUE_START);
	assert_int_equal(look.cue[CUE_WIDGET], CUE_NOWHERE);
	assert_true(look.flags & LOOK_STOPPED);
	assert_int_equal(look.hash, 0); /* what is longer than LOOK_HASHED is never looked for again */
}

/* Equal words give equal hashes, whatever the case, the marks and the way they are read. */
TEST_IN_ARENA(equal_lines)
{
	static const struct {
		const char *a, *b;
		bool equal;
	} cases[] = {
	    {"Photo by Verrel", "photo, by VERREL", true},
	    {"Photo by Verrel", "Photo of Verrel", false},
	    {"abcdefgh", "abcdefghi", false}, /* a whole eight bytes */
	    {"internationally known", "INTERNATIONALLY KNOWN", true},
	    {"\xc3\x89t\xc3\xa9 \xc3\xa0 Verrel", "\xc3\xa9t\xc3\xa9 \xc3\xa0 verrel", true},
	    {"kilometre", "\xe2\x84\xaailometre", true}, /* U+212A, whose small letter is ASCII */
	    {"readMore", "read more", true},
	    {"12 of 34", "9 of 9", true},
	};
	struct lexicon lexicon = lexicon_of(arena, "", "");

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct look_words words = {0};
		struct line a = {0, (uint32_t)strlen(cases[i].a), false}, b = {0, (uint32_t)strlen(cases[i].b), false};
		uint64_t one = look_at(arena, &lexicon, text_of(cases[i].a), &a, &words).hash;
		uint64_t other = look_at(arena, &lexicon, text_of(cases[i].b), &b, &words).hash;
		if ((one == other) != cases[i].equal)
			fail_msg("%s, %s", cases[i].a, cases[i].b);
	}
}

static void load_bad(void *data)
{
	lexicon_of(data, "[credit]\n...\n", "");
}

static void load_unknown(void *data)
{
	lexicon_of(data, "[credit]\nphoto\n[gossip]\nwho\n", "");
}

static void bad_files_are_named(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 30);
	struct ng_error error;

	(void)state;
	assert_non_null(arena);
	assert_false(arena_try(arena, load_bad, arena, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 2);
	assert_string_equal(error.where, "xx/clean.txt");
	assert_false(arena_try(arena, load_unknown, arena, &error));
	assert_int_equal(error.line, 4);
	assert_non_null(strstr(error.what, "gossip"));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(phrases),
	    cmocka_unit_test(stop_words_are_no_content),
	    cmocka_unit_test(marks_and_ends),
	    cmocka_unit_test(signed_captions),
	    cmocka_unit_test(long_lines),
	    cmocka_unit_test(equal_lines),
	    cmocka_unit_test(bad_files_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
