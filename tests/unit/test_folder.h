/* A folder of the test's own, which is the working folder while the tests run and is removed after them. */
#ifndef TEST_FOLDER_H
#define TEST_FOLDER_H

#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char test_folder[] = "test-folder-XXXXXX";

static inline int enter_folder(void **state)
{
	(void)state;
	return mkdtemp(test_folder) && chdir(test_folder) == 0 ? 0 : -1;
}

static inline int leave_folder(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof command, "rm -rf ./%s", test_folder);
	return chdir("..") == 0 ? system(command) : -1;
}

static inline void make_file(const char *path, struct ng_text bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
	assert_int_equal(fclose(file), 0);
}

#endif
