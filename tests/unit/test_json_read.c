/* Reading JSON: the grammar with json-c as referee, escapes, depth, and errors that name the byte. */
#include "test.h"

#include "base/json.h"
#include "base/utf8.h"

#include <json-c/json.h>

struct attempt {
	struct arena *arena;
	struct ng_text bytes;
	size_t depth;
	struct json *json;
	struct ng_error error;
};

static void parse_attempt(void *data)
{
	struct attempt *attempt = data;

	attempt->json = json_parse(attempt->arena, attempt->bytes, attempt->depth);
}

static bool try_parse(struct attempt *attempt)
{
	return arena_try(attempt->arena, parse_attempt, attempt, &attempt->error);
}

static struct ng_text rewritten(struct arena *arena, const struct json *json)
{
	struct buf buf = buf_new(arena, 1 << 24);

	json_put(&buf, json);
	return buf_text(&buf);
}

/* Parses and writes again. */
static struct ng_text through(struct arena *arena, struct ng_text bytes)
{
	return rewritten(arena, json_parse(arena, bytes, 32));
}

TEST_IN_ARENA(keeps_what_is_written)
{
	static const char *const same[] = {
	    "null",
	    "true",
	    "\"\"",
	    "0",
	    "-0",
	    "-1.50E+07",
	    "123456789012345678901234567890",
	    "[]",
	    "{}",
	    "[[],{},\"a\",-1]",
	    "{\"b\":1,\"a\":{\"c\":[1,2,3]},\"\":null}",
	    "\"\xc3\xa9 \xf0\x9f\x98\x80\"",
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_text(through(arena, text_of(same[i])), text_of(same[i]), __FILE__, __LINE__);
	assert_text_equal(through(arena, TEXT("\xef\xbb\xbf \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } }\n")),
			  "{\"a\":[1,2],\"b\":{}}");
}

TEST_IN_ARENA(resolves_escapes)
{
	struct json *json =
	    json_parse(arena, TEXT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\u00e9\\u20AC\\ud83d\\ude00\",\"a\\\\\"]"), 9);

	assert_text_equal(json->first->text, "\"\\/\b\f\n\r\t");
	assert_text_equal(json->first->next->text, "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
	assert_text_equal(json->last->text, "a\\");
	assert_text_equal(json_text(json_parse(arena, TEXT("{\"k\\u0065y\":\"v\"}"), 9), "key"), "v");
}

TEST_IN_ARENA(repairs_what_is_no_text)
{
	assert_text_equal(json_parse(arena, TEXT("\"\\ud800\""), 9)->text, "\xef\xbf\xbd");
	assert_text_equal(json_parse(arena, TEXT("\"\\udc00x\""), 9)->text, "\xef\xbf\xbdx");
	assert_text_equal(json_parse(arena, TEXT("\"\\ud800\\u0041\""), 9)->text, "\xef\xbf\xbd"
										  "A");
	assert_text_equal(json_parse(arena, TEXT("\"\\ud800\\ud83d\\ude00\""), 9)->text,
			  "\xef\xbf\xbd\xf0\x9f\x98\x80");
	assert_text_equal(json_parse(arena, TEXT("\"a\\u0000b\""), 9)->text, "a\xef\xbf\xbd"
									     "b");
	assert_text_equal(json_parse(arena, TEXT("\"a\0b\""), 9)->text, "a\xef\xbf\xbd"
									"b");
	assert_text_equal(json_parse(arena, TEXT("\"caf\xe9\""), 9)->text, "caf\xef\xbf\xbd");
	assert_text_equal(json_parse(arena, TEXT("\"a\tb\x01\""), 9)->text, "a\tb\x01");
}

TEST_IN_ARENA(the_last_of_a_name_counts)
{
	assert_text_equal(json_text(json_parse(arena, TEXT("{\"a\":\"1\",\"b\":\"2\",\"a\":\"3\"}"), 9), "a"), "3");
}

static void check_refused(struct arena *arena, struct ng_text bytes, size_t byte)
{
	struct attempt attempt = {.arena = arena, .bytes = bytes, .depth = 9};
	char place[64];

	snprintf(place, sizeof place, "at byte %zu:", byte);
	if (try_parse(&attempt))
		fail_msg("took %.*s", TEXT_ARGS(bytes));
	assert_int_equal(attempt.error.status, NG_BAD_INPUT);
	if (!strstr(attempt.error.what, place))
		fail_msg("%.*s: %s", TEXT_ARGS(bytes), attempt.error.what);
}

TEST_IN_ARENA(names_the_byte_it_refuses)
{
	static const struct {
		struct ng_text bytes;
		size_t byte;
	} refused[] = {
	    {{"", 0}, 0},           {{"  ", 2}, 2},          {{"nul", 3}, 0},       {{"NaN", 3}, 0},
	    {{"-Infinity", 9}, 1},  {{"True", 4}, 0},        {{"[1,]", 4}, 3},      {{"[,1]", 4}, 1},
	    {{"[1", 2}, 2},         {{"[", 1}, 1},           {{"[1}", 3}, 2},       {{"[1 2]", 5}, 3},
	    {{"{\"a\":1,}", 8}, 7}, {{"{\"a\" 1}", 7}, 5},   {{"{\"a\":}", 6}, 5},  {{"{a:1}", 5}, 1},
	    {{"{1:1}", 5}, 1},      {{"{\"a\":1", 6}, 6},    {{"{} x", 4}, 3},      {{"{}{}", 4}, 2},
	    {{"{}\0", 3}, 2},       {{"\"abc", 4}, 4},       {{"\"abc\\", 5}, 5},   {{"\"abc\\\"", 6}, 6},
	    {{"\"\\x\"", 4}, 2},    {{"\"\\u12g4\"", 8}, 5}, {{"\"\\u12\"", 6}, 5}, {{"\"\\ud800\\u00\"", 12}, 11},
	    {{"'a'", 3}, 0},        {{"[/**/1]", 7}, 1},     {{"01", 2}, 1},        {{"-01", 3}, 2},
	    {{"-", 1}, 1},          {{"1.", 2}, 2},          {{".5", 2}, 0},        {{"1e", 2}, 2},
	    {{"1e+", 3}, 3},        {{"+1", 2}, 0},          {{"1.5.5", 5}, 3},     {{"0x1", 3}, 1},
	    {{"\f1", 2}, 0},        {{"]", 1}, 0},
	};

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		check_refused(arena, refused[i].bytes, refused[i].byte);
}

static bool nests(struct arena *arena, size_t levels, size_t depth, bool closed, struct ng_error *error)
{
	struct buf buf = buf_new(arena, 1 << 26);

	for (size_t i = 0; i < levels; i++)
		buf_puts(&buf, i % 2 ? "{\"a\":" : "[");
	buf_puts(&buf, "1");
	for (size_t i = levels; closed && i-- > 0;)
		buf_byte(&buf, i % 2 ? '}' : ']');
	struct attempt attempt = {.arena = arena, .bytes = buf_text(&buf), .depth = depth};
	bool done = try_parse(&attempt);
	*error = attempt.error;
	return done;
}

TEST_IN_ARENA(keeps_the_limit_of_depth)
{
	struct ng_error error = {0};

	assert_true(nests(arena, 32, 32, true, &error));
	assert_false(nests(arena, 33, 32, true, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "limit of 32"));
	assert_true(nests(arena, 0, 0, true, &error));
	assert_false(nests(arena, 1, 0, true, &error));
	assert_true(nests(arena, 1000000, 1000000, true, &error));
	assert_false(nests(arena, 1000000, 64, false, &error));
	assert_non_null(strstr(error.what, "limit of 64"));
}

static bool referee_takes(struct ng_text bytes)
{
	struct json_tokener *tokener = json_tokener_new();

	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	struct json_object *tree = json_tokener_parse_ex(tokener, bytes.at, (int)bytes.len);
	if (json_tokener_get_error(tokener) == json_tokener_continue)
		tree = json_tokener_parse_ex(tokener, "", 1);
	bool takes = json_tokener_get_error(tokener) == json_tokener_success;
	json_object_put(tree);
	json_tokener_free(tokener);
	return takes;
}

/* json-c's own reading of our writing, against its reading of the original. */
static bool referee_agrees(struct ng_text bytes, struct ng_text again)
{
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *one = json_tokener_parse_ex(tokener, bytes.at, (int)bytes.len);
	json_tokener_reset(tokener);
	struct json_object *other = json_tokener_parse_ex(tokener, again.at, (int)again.len);
	bool agrees = json_object_equal(one, other);

	json_object_put(one);
	json_object_put(other);
	json_tokener_free(tokener);
	return agrees;
}

/* One valid document, one byte of it changed: we take no more than json-c takes, and read the same where both do. */
TEST_IN_ARENA(agrees_with_the_referee_on_damaged_texts)
{
	static const char document[] = "[{\"a\":\"x\\n\\u00e9y\",\"b\":[1,-2.5e3,0],\"c\":{}},null,true,[],\"z\"]";
	static const char bytes[] = "[]{}\",:\\ 01-.eEu/ntx\n";
	struct arena_mark mark = arena_mark(arena);

	for (size_t at = 0; at + 1 < sizeof document; at++) {
		for (size_t i = 0; i + 1 < sizeof bytes; i++) {
			struct attempt attempt = {.arena = arena, .depth = 31};
			char *damaged = arena_string(
			    arena, TEXT("[{\"a\":\"x\\n\\u00e9y\",\"b\":[1,-2.5e3,0],\"c\":{}},null,true,[],\"z\"]"));
			damaged[at] = bytes[i];
			attempt.bytes = text_of(damaged);
			if (try_parse(&attempt)) {
				if (!referee_takes(attempt.bytes))
					fail_msg("json-c refuses %s", damaged);
				if (!referee_agrees(attempt.bytes, rewritten(arena, attempt.json)))
					fail_msg("json-c reads otherwise %s", damaged);
			} else if (referee_takes(attempt.bytes) && !strstr(damaged, "-0") && !strchr("01.", bytes[i])) {
				fail_msg("json-c takes %s", damaged); /* "1." and "-01" apart, which are no JSON */
			}
			arena_reset(arena, mark);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_what_is_written),
	    cmocka_unit_test(resolves_escapes),
	    cmocka_unit_test(repairs_what_is_no_text),
	    cmocka_unit_test(the_last_of_a_name_counts),
	    cmocka_unit_test(names_the_byte_it_refuses),
	    cmocka_unit_test(keeps_the_limit_of_depth),
	    cmocka_unit_test(agrees_with_the_referee_on_damaged_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
