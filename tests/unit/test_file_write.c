/* Writing files: whole or not at all, through no link, without leavings, and not at all when nothing changes. */
#include "test_folder.h"

#include "base/file.h"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>

struct attempt {
	struct arena *arena;
	const char *path;
	struct ng_text bytes;
	struct ng_error error;
};

static void write_attempt(void *data)
{
	struct attempt *attempt = data;

	file_write(attempt->arena, attempt->path, attempt->bytes);
}

static void check_refused(struct arena *arena, const char *path, enum ng_status status, const char *what)
{
	struct attempt attempt = {.arena = arena, .path = path, .bytes = TEXT("new")};

	assert_false(arena_try(arena, write_attempt, &attempt, &attempt.error));
	assert_int_equal(attempt.error.status, status);
	assert_string_equal(attempt.error.what, what);
}

static void check_holds(struct arena *arena, const char *path, const char *expected)
{
	assert_text(file_read(arena, path, 1 << 20), text_of(expected), __FILE__, __LINE__);
}

static ino_t inode_of(const char *path)
{
	struct stat about;

	assert_int_equal(stat(path, &about), 0);
	return about.st_ino;
}

/* Files in a folder, hidden ones too. */
static int count_all(const char *folder)
{
	char command[64];

	snprintf(command, sizeof command, "exit $(ls -A %s | wc -l)", folder);
	return WEXITSTATUS(system(command));
}

TEST_IN_ARENA(writes_and_replaces)
{
	assert_int_equal(mkdir("plain", 0777), 0);
	file_write(arena, "plain/a", TEXT("one"));
	check_holds(arena, "plain/a", "one");
	file_write(arena, "plain/a", TEXT("two and more"));
	check_holds(arena, "plain/a", "two and more");
	file_write(arena, "plain/a", TEXT(""));
	check_holds(arena, "plain/a", "");
	file_write(arena, "here", TEXT("x"));
	check_holds(arena, "here", "x");
	assert_int_equal(count_all("plain"), 1);
}

TEST_IN_ARENA(makes_missing_folders)
{
	char absolute[4096];

	file_write(arena, "x/y//z/a", TEXT("deep"));
	check_holds(arena, "x/y/z/a", "deep");
	assert_non_null(getcwd(absolute, sizeof absolute));
	file_write(arena, arena_format(arena, "%s/p/../q/a", absolute).at, TEXT("q"));
	check_holds(arena, "q/a", "q");
}

TEST_IN_ARENA(leaves_the_same_bytes_alone)
{
	file_write(arena, "same", TEXT("bytes"));
	ino_t before = inode_of("same");
	file_write(arena, "same", TEXT("bytes"));
	assert_true(inode_of("same") == before);
	assert_int_equal(link("same", "held"), 0); /* so that the inode is not used again */
	file_write(arena, "same", TEXT("byte"));
	assert_true(inode_of("same") != before);
	check_holds(arena, "held", "bytes");
	check_holds(arena, "same", "byte");
	file_write(arena, "same", TEXT("bytes and"));
	check_holds(arena, "same", "bytes and");
}

TEST_IN_ARENA(keeps_the_mode_of_what_it_replaces)
{
	struct stat about;

	file_write(arena, "private", TEXT("1"));
	assert_int_equal(chmod("private", 0600), 0);
	file_write(arena, "private", TEXT("2"));
	assert_int_equal(stat("private", &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
}

TEST_IN_ARENA(follows_no_link_at_the_end)
{
	make_file("victim", TEXT("old"));
	assert_int_equal(mkdir("real", 0777), 0);
	assert_int_equal(symlink("victim", "link"), 0);
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_int_equal(symlink("real", "folder-link"), 0);
	check_refused(arena, "link", NG_CANNOT_CREATE, "is a symbolic link, or goes through too many");
	check_refused(arena, "dangling", NG_CANNOT_CREATE, "is a symbolic link, or goes through too many");
	check_holds(arena, "victim", "old");
	assert_int_equal(file_kind("nowhere"), FILE_ABSENT);
	file_write(arena, "folder-link/a", TEXT("through"));
	check_holds(arena, "real/a", "through");
}

TEST_IN_ARENA(a_trap_at_the_temporary_name_catches_nothing)
{
	const char *trap = arena_format(arena, "trap/.nutgraf-%ld-0.tmp", (long)getpid()).at;

	assert_int_equal(mkdir("trap", 0777), 0);
	make_file("bait", TEXT("old"));
	assert_int_equal(symlink("../bait", trap), 0);
	file_write(arena, "trap/a", TEXT("new"));
	check_holds(arena, "trap/a", "new");
	check_holds(arena, "bait", "old");
}

TEST_IN_ARENA(says_why_it_cannot_write)
{
	make_file("file", TEXT("old"));
	assert_int_equal(mkdir("folder", 0777), 0);
	check_refused(arena, "folder", NG_CANNOT_CREATE, "is a folder");
	check_refused(arena, "folder/", NG_CANNOT_CREATE, "is a folder");
	check_refused(arena, "file/below", NG_CANNOT_CREATE, "part of the path is not a folder");
	check_refused(arena, "file/below/more", NG_CANNOT_CREATE, "part of the path is not a folder");
	check_refused(arena, "", NG_CANNOT_CREATE, "is a folder");
	check_refused(arena, "/dev/full", NG_IO, "no space is left");
	check_holds(arena, "file", "old");
}

/* The disk fills up half-way: the old file stays whole and nothing else is left. */
TEST_IN_ARENA(a_failure_half_way_leaves_the_old_file)
{
	struct rlimit old, small;
	char *large = arena_alloc(arena, 100000, 1);
	struct attempt attempt = {.arena = arena, .path = "full/a", .bytes = {large, 100000}};

	file_write(arena, "full/a", TEXT("old"));
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = (struct rlimit){50000, old.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool done = arena_try(arena, write_attempt, &attempt, &attempt.error);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_false(done);
	assert_int_equal(attempt.error.status, NG_IO);
	assert_string_equal(attempt.error.what, "the file would be too large");
	check_holds(arena, "full/a", "old");
	assert_int_equal(count_all("full"), 1);
}

TEST_IN_ARENA(writes_straight_to_pipes_and_devices)
{
	char got[8] = "";

	file_write(arena, "/dev/null", TEXT("gone"));
	assert_int_equal(file_kind("/dev/null"), FILE_STREAM);
	assert_int_equal(mkfifo("fifo", 0666), 0);
	int end = open("fifo", O_RDONLY | O_NONBLOCK);
	assert_true(end >= 0);
	file_write(arena, "fifo", TEXT("passed"));
	assert_int_equal(read(end, got, sizeof got - 1), 6);
	assert_string_equal(got, "passed");
	close(end);
	assert_int_equal(file_kind("fifo"), FILE_STREAM);
}

/* A reader slower than the writer, at a descriptor that does not wait. */
TEST_IN_ARENA(puts_all_bytes_where_writes_are_short)
{
	int ends[2], status;
	char *bytes = arena_alloc(arena, 1000000, 1);

	memset(bytes, 'z', 1000000);
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		char block[4099];
		size_t total = 0;
		ssize_t got;
		close(ends[1]);
		while ((got = read(ends[0], block, sizeof block)) > 0)
			total += (size_t)got;
		_exit(total == 1000000 ? 0 : 1);
	}
	close(ends[0]);
	assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
	assert_true(file_put(ends[1], (struct ng_text){bytes, 1000000}));
	close(ends[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void test_put_says_that_it_failed(void **state)
{
	int full = open("/dev/full", O_WRONLY);

	(void)state;
	assert_true(full >= 0);
	assert_true(file_put(full, TEXT("")));
	assert_false(file_put(full, TEXT("x")));
	assert_int_equal(errno, ENOSPC);
	close(full);
	assert_false(file_put(full, TEXT("x")));
}

static void removes_files_and_nothing_else(void **state)
{
	(void)state;
	make_file("gone", TEXT("x"));
	make_file("kept", TEXT("x"));
	assert_int_equal(symlink("kept", "kept-link") | mkdir("kept-folder", 0777), 0);
	file_remove("gone");
	file_remove("gone");
	file_remove("kept-link");
	file_remove("kept-folder");
	assert_int_equal(file_kind("gone"), FILE_ABSENT);
	assert_int_equal(file_kind("kept-link"), FILE_REGULAR);
	assert_int_equal(file_kind("kept-folder"), FILE_FOLDER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(writes_and_replaces),
	    cmocka_unit_test(makes_missing_folders),
	    cmocka_unit_test(leaves_the_same_bytes_alone),
	    cmocka_unit_test(keeps_the_mode_of_what_it_replaces),
	    cmocka_unit_test(follows_no_link_at_the_end),
	    cmocka_unit_test(a_trap_at_the_temporary_name_catches_nothing),
	    cmocka_unit_test(says_why_it_cannot_write),
	    cmocka_unit_test(a_failure_half_way_leaves_the_old_file),
	    cmocka_unit_test(writes_straight_to_pipes_and_devices),
	    cmocka_unit_test(puts_all_bytes_where_writes_are_short),
	    cmocka_unit_test(test_put_says_that_it_failed),
	    cmocka_unit_test(removes_files_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
