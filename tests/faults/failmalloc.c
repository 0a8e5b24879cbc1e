/*
 * Makes allocations fail: a shim for LD_PRELOAD, or linked to a test (failmalloc.h). In, from the environment:
 * FAIL_AT=N fails the N-th call of malloc, calloc, realloc, aligned_alloc and posix_memalign, counted from 1 over the
 * whole process; FAIL_FOREVER=1 fails all after it too; FAIL_COUNT=FILE gets the number of calls at the end. Counts the
 * blocks that live, too. The real functions are glibc's own (__libc_malloc ...): dlsym() would allocate.
 */
#include "failmalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *old);

static atomic_ulong calls, fail_at;
static atomic_bool fail_forever;
static atomic_long live;

void failmalloc_arm(unsigned long at, bool forever)
{
	calls = 0;
	fail_at = at;
	fail_forever = forever;
}

unsigned long failmalloc_calls(void)
{
	return calls;
}

long failmalloc_live(void)
{
	return live;
}

__attribute__((constructor)) static void read_environment(void)
{
	const char *at = getenv("FAIL_AT"), *forever = getenv("FAIL_FOREVER");

	failmalloc_arm(at ? strtoul(at, NULL, 10) : 0, forever && strcmp(forever, "1") == 0);
}

__attribute__((destructor)) static void write_count(void)
{
	const char *path = getenv("FAIL_COUNT");
	char number[32];
	int descriptor = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;

	if (descriptor < 0)
		return;
	int length = snprintf(number, sizeof number, "%lu\n", (unsigned long)calls);
	if (write(descriptor, number, (size_t)length) != length)
		_exit(1);
	close(descriptor);
}

static bool fails(void)
{
	unsigned long call = ++calls, at = fail_at;

	if (at == 0 || call < at || (call > at && !fail_forever))
		return false;
	errno = ENOMEM;
	return true;
}

static void *count_live(void *block)
{
	if (block)
		live++;
	return block;
}

FAILMALLOC_SHARED void *malloc(size_t size)
{
	return fails() ? NULL : count_live(__libc_malloc(size));
}

FAILMALLOC_SHARED void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : count_live(__libc_calloc(count, size));
}

FAILMALLOC_SHARED void *realloc(void *old, size_t size)
{
	if (fails())
		return NULL;
	void *block = __libc_realloc(old, size);
	if (!old)
		count_live(block);
	else if (!block && size == 0)
		live--;
	return block;
}

FAILMALLOC_SHARED void *aligned_alloc(size_t alignment, size_t size)
{
	return fails() ? NULL : count_live(__libc_memalign(alignment, size));
}

FAILMALLOC_SHARED int posix_memalign(void **block, size_t alignment, size_t size)
{
	*block = fails() ? NULL : count_live(__libc_memalign(alignment, size));
	return *block ? 0 : ENOMEM;
}

FAILMALLOC_SHARED void free(void *old)
{
	if (old)
		live--;
	__libc_free(old);
}
