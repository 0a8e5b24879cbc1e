/*
 * Writing files whole or not at all. In: a path and all its bytes. Out: the file, with its folders.
 * A temporary file in the same folder, opened with O_EXCL, is written, synced and renamed over the name; then the
 * folder is synced (as in POSIX rename(), rationale). It is the arena's meanwhile, so a jump removes it.
 * Refuses: a symbolic link or a folder at the last component. Devices and pipes are written straight to.
 */
#include "base/file.h"

#include "base/file_error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMPORARY_TRIES = 1000, COMPARE_BLOCK = 1 << 14 };

/* A file being written. */
struct draft {
	int folder, descriptor; /* -1: not open */
	char temporary[64];     /* empty: none to remove */
};

bool file_put(int descriptor, struct ng_text bytes)
{
	while (bytes.len) {
		ssize_t put = write(descriptor, bytes.at, bytes.len);
		if (put >= 0) {
			bytes = text_slice(bytes, (size_t)put, bytes.len);
		} else if (errno == EAGAIN) {
			struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
			poll(&wait, 1, -1);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

static void drop_draft(void *object)
{
	struct draft *draft = object;

	if (draft->descriptor >= 0)
		close(draft->descriptor);
	if (draft->temporary[0])
		unlinkat(draft->folder, draft->temporary, 0);
	if (draft->folder >= 0)
		close(draft->folder);
}

static _Noreturn void fail_write(struct arena *arena, const char *path, int code)
{
	bool full = code == ENOSPC || code == EDQUOT || code == EFBIG || code == EIO || code == EPIPE;

	arena_fail(arena, full ? NG_IO : NG_CANNOT_CREATE, text_of(path), 0, "%s", file_error(code));
}

/* Some file systems cannot sync a folder or a pipe; that is no failure of ours. */
static bool sync_all(int descriptor)
{
	int result;

	do
		result = fsync(descriptor);
	while (result && errno == EINTR);
	return result == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
}

void file_make_folders(struct arena *arena, const char *path)
{
	char *prefix = arena_string(arena, text_of(path));

	for (char *slash = prefix + 1; slash[-1]; slash++) {
		char kept = *slash;
		if (kept != '/' && kept)
			continue;
		*slash = '\0';
		if (mkdir(prefix, 0777) && errno != EEXIST && errno != EISDIR && file_kind(prefix) != FILE_FOLDER)
			fail_write(arena, prefix, errno);
		*slash = kept;
	}
}

static int open_folder(struct arena *arena, const char *path)
{
	int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (descriptor < 0 && errno == ENOENT) {
		file_make_folders(arena, path);
		descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	}
	if (descriptor < 0)
		fail_write(arena, path, errno);
	return descriptor;
}

/* Does the file hold these bytes already? */
static bool is_same(const struct draft *draft, const char *name, struct ng_text bytes)
{
	char block[COMPARE_BLOCK];
	ssize_t got;
	int descriptor = openat(draft->folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (descriptor < 0)
		return false;
	while ((got = read(descriptor, block, sizeof block)) > 0) {
		struct ng_text read_now = {block, (size_t)got};
		if (!text_starts(bytes, read_now))
			break;
		bytes = text_slice(bytes, read_now.len, bytes.len);
	}
	close(descriptor);
	return got == 0 && bytes.len == 0;
}

static void open_temporary(struct arena *arena, struct draft *draft, const char *path, mode_t mode)
{
	for (int i = 0; i < TEMPORARY_TRIES; i++) {
		char name[sizeof draft->temporary];
		snprintf(name, sizeof name, ".nutgraf-%ld-%d.tmp", (long)getpid(), i);
		draft->descriptor =
		    openat(draft->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (draft->descriptor >= 0) {
			memcpy(draft->temporary, name, sizeof name);
			return;
		}
		if (errno != EEXIST && errno != EINTR)
			break;
	}
	fail_write(arena, path, errno);
}

static bool finish(struct draft *draft, struct ng_text bytes)
{
	if (!file_put(draft->descriptor, bytes) || !sync_all(draft->descriptor))
		return false;
	int closed = close(draft->descriptor);
	draft->descriptor = -1;
	return closed == 0 || errno == EINTR;
}

static void write_straight(struct arena *arena, struct draft *draft, const char *name, const char *path,
			   struct ng_text bytes)
{
	draft->descriptor = openat(draft->folder, name, O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
	if (draft->descriptor < 0 || !finish(draft, bytes))
		fail_write(arena, path, errno);
}

static void replace(struct arena *arena, struct draft *draft, const char *name, const char *path, struct ng_text bytes,
		    mode_t mode)
{
	open_temporary(arena, draft, path, mode);
	if (!finish(draft, bytes))
		arena_fail(arena, NG_IO, text_of(path), 0, "%s", file_error(errno));
	if (renameat(draft->folder, draft->temporary, draft->folder, name))
		fail_write(arena, path, errno);
	draft->temporary[0] = '\0';
	if (!sync_all(draft->folder))
		arena_fail(arena, NG_IO, text_of(path), 0, "%s", file_error(errno));
}

void file_write(struct arena *arena, const char *path, struct ng_text bytes)
{
	struct draft *draft = arena_new_of(arena, struct draft);
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *folder = slash ? arena_string(arena, (struct ng_text){path, (size_t)(slash - path) + 1}) : ".";
	struct stat there;

	if (!*name)
		fail_write(arena, path, EISDIR);
	draft->descriptor = -1;
	draft->folder = open_folder(arena, folder);
	arena_adopt(arena, draft, drop_draft);
	bool exists = fstatat(draft->folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0;
	if (exists && S_ISLNK(there.st_mode))
		fail_write(arena, path, ELOOP);
	if (exists && S_ISDIR(there.st_mode))
		fail_write(arena, path, EISDIR);
	if (exists && !S_ISREG(there.st_mode))
		write_straight(arena, draft, name, path, bytes);
	else if (!exists || !is_same(draft, name, bytes))
		replace(arena, draft, name, path, bytes, exists ? there.st_mode & 0777 : 0666);
	arena_release(arena, draft);
}

void file_remove(const char *path)
{
	struct stat there;

	if (lstat(path, &there) == 0 && S_ISREG(there.st_mode))
		unlink(path);
}
