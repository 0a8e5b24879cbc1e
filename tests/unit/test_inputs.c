/* Inputs as chunks of whole records. */
#include "test.h"

#include "read/inputs.h"
#include "test_folder.h"

static struct ng_limits limits = {
    .input_bytes = 1 << 23, .record_bytes = 1 << 23, .memory_bytes = 1 << 26, .depth = 16};

/* `lines` JSON lines of `size` bytes each; line i holds the letter 'a' + i % 26. */
static struct ng_text lines_of(struct arena *arena, size_t lines, size_t size)
{
	char *at = arena_alloc(arena, lines, size);

	for (size_t i = 0; i < lines; i++) {
		memset(at + i * size, 'a' + (int)(i % 26), size);
		at[i * size] = '{';
		at[(i + 1) * size - 1] = '\n';
	}
	return (struct ng_text){at, lines * size};
}

struct seen {
	size_t records, chunks, errors;
	unsigned long last_line;
	struct ng_error error;
};

static struct seen walk(struct arena *arena, struct inputs *inputs, struct ng_text whole)
{
	struct arena *reading = arena;
	struct input_cursor *cursor = inputs_open(reading, inputs, &limits);
	struct seen seen = {0};
	struct chunk chunk;

	while (inputs_next(cursor, arena, &chunk)) {
		struct record record;
		struct ng_text bytes;
		size_t at = 0;
		unsigned long line;
		seen.chunks++;
		if (chunk.error.status) {
			seen.errors++;
			seen.error = chunk.error;
			continue;
		}
		while (chunk_next(inputs, &chunk, &at, &line, &record, &bytes)) {
			seen.records++;
			seen.last_line = record.line;
			if (whole.len) /* it stands where it says, and can be read again */
				assert_memory_equal(bytes.at, whole.at + record.offset, record.length);
			assert_true(text_equal(record_bytes(arena, inputs, &record), bytes));
		}
	}
	return seen;
}

TEST_IN_ARENA(records_over_several_chunks)
{
	struct inputs inputs = {.arena = arena};
	struct ng_text whole = lines_of(arena, 3000, 4321);

	inputs_add_bytes(&inputs, TEXT("memory"), whole);
	struct seen seen = walk(arena, &inputs, whole);
	assert_int_equal(seen.records, 3000);
	assert_int_equal(seen.last_line, 3000);
	assert_true(seen.chunks > 2);
	assert_int_equal(seen.errors, 0);
}

TEST_IN_ARENA(a_record_over_the_limit_is_passed_over)
{
	struct inputs inputs = {.arena = arena};
	struct ng_text small = lines_of(arena, 2, 100),
		       large = lines_of(arena, 1, ((size_t)1 << 23) + ((size_t)1 << 22));
	struct buf whole = buf_new(arena, SIZE_MAX);

	buf_put(&whole, small);
	buf_put(&whole, large);
	buf_put(&whole, small);
	inputs_add_bytes(&inputs, TEXT("memory"), buf_text(&whole));
	struct seen seen = walk(arena, &inputs, buf_text(&whole));
	assert_int_equal(seen.records, 4);
	assert_int_equal(seen.last_line, 5);
	assert_int_equal(seen.errors, 1);
	assert_int_equal(seen.error.line, 3);
	assert_non_null(strstr(seen.error.what, "record_bytes"));
}

TEST_IN_ARENA(an_input_over_the_limit_is_skipped)
{
	struct inputs inputs = {.arena = arena};
	size_t size = ((size_t)1 << 23) + 1;
	char *text = arena_alloc(arena, size, 1);

	memset(text, 'x', size);
	inputs_add_bytes(&inputs, TEXT("large"), (struct ng_text){text, size});
	inputs_add_bytes(&inputs, TEXT("exact"), (struct ng_text){text, size - 1});
	inputs_add_bytes(&inputs, TEXT("empty"), TEXT(""));
	struct seen seen = walk(arena, &inputs, TEXT(""));
	assert_int_equal(seen.records, 1);
	assert_int_equal(seen.errors, 2);
	assert_string_equal(seen.error.where, "empty");
	assert_string_equal(seen.error.what, "is empty");
}

TEST_IN_ARENA(folders_in_byte_order)
{
	struct inputs inputs = {.arena = arena};

	assert_int_equal(mkdir("order", 0700), 0);
	assert_int_equal(mkdir("order/a", 0700), 0);
	make_file("order/b.txt", TEXT("two"));
	make_file("order/a/z.txt", TEXT("one"));
	make_file("order/a.txt", TEXT("zero"));
	make_file("order/.hidden", TEXT("none"));
	inputs_add(&inputs, "order/");
	assert_int_equal(inputs.n, 3);
	assert_text_equal(inputs.at[0].name, "order/a/z.txt");
	assert_text_equal(inputs.at[0].folder, "order/a");
	assert_text_equal(inputs.at[1].name, "order/a.txt");
	assert_text_equal(inputs.at[2].name, "order/b.txt");
	assert_text_equal(inputs.at[2].folder, "order");
	struct seen seen = walk(arena, &inputs, TEXT(""));
	assert_int_equal(seen.records, 3);
}

struct adding {
	struct inputs *inputs;
	const char *path;
};

static void add(void *data)
{
	struct adding *adding = data;

	inputs_add(adding->inputs, adding->path);
}

TEST_IN_ARENA(what_is_not_there)
{
	struct inputs inputs = {.arena = arena};
	struct adding adding = {&inputs, "/no/such/place"};
	struct ng_error error;

	assert_false(arena_try(arena, add, &adding, &error));
	assert_int_equal(error.status, NG_NO_INPUT);
	assert_string_equal(error.where, "/no/such/place");
}

/* A file that goes away between the listing and the reading is one error; the next is read. */
TEST_IN_ARENA(a_file_that_vanishes)
{
	struct inputs inputs = {.arena = arena};

	assert_int_equal(mkdir("vanish", 0700), 0);
	make_file("vanish/a.txt", TEXT("one"));
	make_file("vanish/b.txt", TEXT("two"));
	inputs_add(&inputs, "vanish");
	remove(inputs.at[0].path);
	struct seen seen = walk(arena, &inputs, TEXT(""));
	assert_int_equal(seen.records, 1);
	assert_int_equal(seen.errors, 1);
	assert_int_equal(seen.error.status, NG_NO_INPUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(records_over_several_chunks),
	    cmocka_unit_test(a_record_over_the_limit_is_passed_over),
	    cmocka_unit_test(an_input_over_the_limit_is_skipped),
	    cmocka_unit_test(folders_in_byte_order),
	    cmocka_unit_test(what_is_not_there),
	    cmocka_unit_test(a_file_that_vanishes),
	};

	return cmocka_run_group_tests_name("inputs", tests, enter_folder, leave_folder);
}
