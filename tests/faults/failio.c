/*
 * Makes writing fail, or the process die: a shim for LD_PRELOAD. In, from the environment: FAIL_IO_AT=N acts at the
 * N-th call that changes a file (write, pwrite, fsync, fdatasync, ftruncate, rename, unlink, mkdir and their kin),
 * counted from 1 over the whole process; FAIL_IO=kill ends the process there as kill -9 does, of a write with half of
 * its bytes written; FAIL_IO=full fails this and all later writes with ENOSPC. FAIL_IO_COUNT=FILE gets the number of
 * calls at the end. Standard output and error are left alone. The real calls are made with syscall(): dlsym() would
 * allocate.
 */
#undef _FILE_OFFSET_BITS /* it would make one name of pwrite and pwrite64 */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

long syscall(long number, ...);

#define SHARED __attribute__((visibility("default")))

static atomic_ulong calls;
static unsigned long fail_at;
static bool is_kill, is_full;

__attribute__((constructor)) static void read_environment(void)
{
	const char *at = getenv("FAIL_IO_AT"), *how = getenv("FAIL_IO");

	fail_at = at ? strtoul(at, NULL, 10) : 0;
	is_kill = how && strcmp(how, "kill") == 0;
	is_full = how && strcmp(how, "full") == 0;
}

__attribute__((destructor)) static void write_count(void)
{
	const char *path = getenv("FAIL_IO_COUNT");
	unsigned long n = calls;
	FILE *file = path ? fopen(path, "w") : NULL;

	if (!file)
		return;
	fprintf(file, "%lu\n", n);
	fclose(file);
}

static _Noreturn void die(void)
{
	kill(getpid(), SIGKILL);
	_exit(1);
}

/* Is it this call's turn to fail? */
static bool now(void)
{
	unsigned long call = ++calls;

	return fail_at && (is_full ? call >= fail_at : call == fail_at);
}

/* A call that writes no bytes. */
static void pass(void)
{
	if (now() && is_kill)
		die();
}

static ssize_t put(int descriptor, const void *bytes, size_t size, off_t offset, bool at_offset)
{
	bool turn = descriptor > STDERR_FILENO && now();

	if (turn && is_full) {
		errno = ENOSPC;
		return -1;
	}
	if (turn && is_kill)
		size /= 2;
	ssize_t done = at_offset ? syscall(SYS_pwrite64, descriptor, bytes, size, offset)
				 : syscall(SYS_write, descriptor, bytes, size);
	if (turn && is_kill)
		die();
	return done;
}

SHARED ssize_t write(int descriptor, const void *bytes, size_t size)
{
	return put(descriptor, bytes, size, 0, false);
}

SHARED ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
	return put(descriptor, bytes, size, offset, true);
}

SHARED ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off_t offset);
ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off_t offset)
{
	return put(descriptor, bytes, size, offset, true);
}

SHARED int fsync(int descriptor)
{
	pass();
	return (int)syscall(SYS_fsync, descriptor);
}

SHARED int fdatasync(int descriptor)
{
	pass();
	return (int)syscall(SYS_fdatasync, descriptor);
}

SHARED int ftruncate(int descriptor, off_t size)
{
	pass();
	return (int)syscall(SYS_ftruncate, descriptor, size);
}

SHARED int ftruncate64(int descriptor, off_t size);
int ftruncate64(int descriptor, off_t size)
{
	return ftruncate(descriptor, size);
}

SHARED int renameat(int from, const char *old, int to, const char *name)
{
	pass();
	return (int)syscall(SYS_renameat2, from, old, to, name, 0);
}

SHARED int rename(const char *old, const char *name)
{
	return renameat(AT_FDCWD, old, AT_FDCWD, name);
}

SHARED int unlinkat(int folder, const char *name, int flags)
{
	pass();
	return (int)syscall(SYS_unlinkat, folder, name, flags);
}

SHARED int unlink(const char *name)
{
	return unlinkat(AT_FDCWD, name, 0);
}

SHARED int mkdir(const char *name, mode_t mode)
{
	pass();
	return (int)syscall(SYS_mkdirat, AT_FDCWD, name, mode);
}
