/* Reading files, streams and folders: limits, pipes, what cannot be read. */
#include "test_folder.h"

#include "base/file.h"

struct attempt {
	struct arena *arena;
	const char *path;
	size_t limit;
	struct ng_text bytes;
	struct ng_error error;
};

static void read_attempt(void *data)
{
	struct attempt *attempt = data;

	attempt->bytes = file_read(attempt->arena, attempt->path, attempt->limit);
}

static bool try_read(struct attempt *attempt)
{
	return arena_try(attempt->arena, read_attempt, attempt, &attempt->error);
}

static void test_kinds(void **state)
{
	(void)state;
	make_file("kind", TEXT("x"));
	assert_int_equal(symlink("kind", "kind-link"), 0);
	assert_int_equal(file_kind("kind"), FILE_REGULAR);
	assert_int_equal(file_kind("kind-link"), FILE_REGULAR);
	assert_int_equal(file_kind("."), FILE_FOLDER);
	assert_int_equal(file_kind("/dev/null"), FILE_STREAM);
	assert_int_equal(file_kind("-"), FILE_STREAM);
	assert_int_equal(file_kind("absent"), FILE_ABSENT);
	assert_int_equal(file_kind("kind/below"), FILE_ABSENT);
	assert_int_equal(file_kind(""), FILE_ABSENT);
}

TEST_IN_ARENA(reads_whole_files)
{
	char *large = arena_alloc(arena, 300000, 1);

	memset(large, 'q', 300000);
	make_file("empty", TEXT(""));
	make_file("small", TEXT("a\0b\n"));
	make_file("large", (struct ng_text){large, 300000});
	assert_text_equal(file_read(arena, "empty", 100), "");
	assert_text_equal(file_read(arena, "small", 100), "a\0b\n");
	assert_true(text_equal(file_read(arena, "large", 1 << 20), (struct ng_text){large, 300000}));
	assert_true(text_equal(file_read(arena, "large", SIZE_MAX), (struct ng_text){large, 300000}));
	assert_true(file_read(arena, "/proc/self/status", 1 << 20).len > 100); /* says it has no bytes */
}

TEST_IN_ARENA(keeps_the_limit)
{
	struct attempt attempt = {.arena = arena, .path = "four", .limit = 4};

	make_file("four", TEXT("1234"));
	assert_true(try_read(&attempt));
	assert_text_equal(attempt.bytes, "1234");
	attempt.limit = 3;
	assert_false(try_read(&attempt));
	assert_int_equal(attempt.error.status, NG_BAD_INPUT);
	assert_string_equal(attempt.error.where, "four");
	assert_non_null(strstr(attempt.error.what, "limit of 3 bytes"));
	attempt.limit = 0;
	assert_false(try_read(&attempt));
	attempt.path = "/dev/null";
	assert_true(try_read(&attempt));
	attempt.path = "/dev/zero";
	attempt.limit = 200000;
	assert_false(try_read(&attempt));
	assert_int_equal(attempt.error.status, NG_BAD_INPUT);
}

static void check_refused(struct arena *arena, const char *path, enum ng_status status, const char *what)
{
	struct attempt attempt = {.arena = arena, .path = path, .limit = 100};

	assert_false(try_read(&attempt));
	assert_int_equal(attempt.error.status, status);
	assert_string_equal(attempt.error.where, path);
	assert_string_equal(attempt.error.what, what);
}

TEST_IN_ARENA(says_why_a_file_cannot_be_read)
{
	make_file("plain", TEXT(""));
	assert_int_equal(symlink("loop", "loop"), 0);
	check_refused(arena, "absent", NG_NO_INPUT, "does not exist");
	check_refused(arena, "", NG_NO_INPUT, "does not exist");
	check_refused(arena, ".", NG_NO_INPUT, "is a folder");
	check_refused(arena, "plain/below", NG_NO_INPUT, "part of the path is not a folder");
	check_refused(arena, "loop", NG_NO_INPUT, "is a symbolic link, or goes through too many");
}

static int count_descriptors(void)
{
	int n = 0;

	for (int i = 0; i < 256; i++)
		n += fcntl(i, F_GETFD) >= 0;
	return n;
}

TEST_IN_ARENA(leaves_no_descriptor_open)
{
	int before = count_descriptors();
	struct attempt attempt = {.arena = arena, .path = "some", .limit = 2};

	make_file("some", TEXT("1234"));
	assert_false(try_read(&attempt));
	file_read(arena, "some", 10);
	file_read_range(arena, "some", 0, 2);
	file_list(arena, ".");
	assert_int_equal(count_descriptors(), before);
}

/* A child process that writes `total` bytes in small pieces; returns the reading end. */
static int start_writer(size_t total, pid_t *child)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	*child = fork();
	assert_true(*child >= 0);
	if (*child == 0) {
		close(ends[0]);
		for (size_t i = 0; i < total; i += 7)
			if (!file_put(ends[1], text_slice(TEXT("abcdefg"), 0, total - i)))
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	return ends[0];
}

TEST_IN_ARENA(reads_standard_input_to_its_end)
{
	pid_t child;
	int saved = dup(STDIN_FILENO), end = start_writer(200001, &child), status;

	assert_int_equal(dup2(end, STDIN_FILENO), STDIN_FILENO);
	close(end);
	struct ng_text bytes = file_read(arena, "-", 1 << 20);
	assert_int_equal(bytes.len, 200001);
	for (size_t i = 0; i < bytes.len; i++)
		assert_int_equal(bytes.at[i], 'a' + (int)(i % 7));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(dup2(saved, STDIN_FILENO), STDIN_FILENO);
	close(saved);
}

TEST_IN_ARENA(reads_blocks_and_ranges)
{
	char block[4];

	make_file("ten", TEXT("0123456789"));
	struct file_stream *stream = file_open(arena, "ten");
	assert_int_equal(file_next(arena, stream, block, 4), 4);
	assert_memory_equal(block, "0123", 4);
	assert_int_equal(file_next(arena, stream, block, 4), 4);
	assert_int_equal(file_next(arena, stream, block, 4), 2);
	assert_memory_equal(block, "89", 2);
	assert_int_equal(file_next(arena, stream, block, 4), 0);
	file_close(arena, stream);
	assert_text_equal(file_read_range(arena, "ten", 0, 3), "012");
	assert_text_equal(file_read_range(arena, "ten", 8, 5), "89");
	assert_text_equal(file_read_range(arena, "ten", 99, 5), "");
	assert_text_equal(file_read_range(arena, "ten", 3, 0), "");
}

TEST_IN_ARENA(lists_a_folder_in_byte_order)
{
	static const char *const made[] = {"list/b",       "list/\xc3\xa9", "list/a1", "list/B",
					   "list/.hidden", "list/a",        "list/a-"};
	static const char *const expected[] = {"B", "a", "a-", "a1", "b", "c", "\xc3\xa9"};

	assert_int_equal(mkdir("list", 0777), 0);
	assert_int_equal(mkdir("list/c", 0777), 0);
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		make_file(made[i], TEXT(""));
	struct file_names names = file_list(arena, "list");
	assert_int_equal(names.n, 7);
	for (size_t i = 0; i < names.n; i++)
		assert_string_equal(names.at[i], expected[i]);
	assert_int_equal(mkdir("void", 0777), 0);
	assert_int_equal(file_list(arena, "void").n, 0);
}

static void list_attempt(void *data)
{
	file_list(data, "absent");
}

TEST_IN_ARENA(says_why_a_folder_cannot_be_listed)
{
	struct ng_error error = {0};

	assert_false(arena_try(arena, list_attempt, arena, &error));
	assert_int_equal(error.status, NG_NO_INPUT);
	assert_string_equal(error.where, "absent");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(reads_whole_files),
	    cmocka_unit_test(keeps_the_limit),
	    cmocka_unit_test(says_why_a_file_cannot_be_read),
	    cmocka_unit_test(leaves_no_descriptor_open),
	    cmocka_unit_test(reads_standard_input_to_its_end),
	    cmocka_unit_test(reads_blocks_and_ranges),
	    cmocka_unit_test(lists_a_folder_in_byte_order),
	    cmocka_unit_test(says_why_a_folder_cannot_be_listed),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
