/*
 * Reading files. In: paths. Out: bytes in the arena, blocks of a stream, names in byte order.
 * Interrupted and short reads are gone on with; the descriptor belongs to the arena from the moment it is open.
 * Refuses: a folder read as a file, more bytes than the limit. Writing is in file_write.c.
 */
#include "base/file.h"

#include "base/file_error.h"
#include "base/sort.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_READ = 1 << 16 };

struct file_stream {
	int descriptor;
	const char *path;
};

enum file_kind file_kind(const char *path)
{
	struct stat about;

	if (strcmp(path, "-") == 0)
		return FILE_STREAM;
	if (stat(path, &about))
		return FILE_ABSENT;
	if (S_ISDIR(about.st_mode))
		return FILE_FOLDER;
	return S_ISREG(about.st_mode) ? FILE_REGULAR : FILE_STREAM;
}

uint64_t file_size(struct arena *arena, const char *path)
{
	struct stat about;

	if (stat(path, &about))
		arena_fail(arena, NG_NO_INPUT, text_of(path), 0, "%s", file_error(errno));
	if (!S_ISREG(about.st_mode))
		arena_fail(arena, NG_NO_INPUT, text_of(path), 0, "is no regular file");
	return (uint64_t)about.st_size;
}

uint64_t file_size_known(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
}

int32_t file_day(const char *path)
{
	enum { DAY_SECONDS = 86400 };
	struct stat about;

	if (stat(path, &about) || !S_ISREG(about.st_mode) || about.st_mtime < DAY_SECONDS)
		return NG_NO_DAY;
	return (int32_t)(about.st_mtime / DAY_SECONDS);
}

static void close_stream(void *object)
{
	struct file_stream *stream = object;

	if (stream->descriptor > STDIN_FILENO)
		close(stream->descriptor);
}

static _Noreturn void fail_read(struct arena *arena, const char *path, int code)
{
	enum ng_status status = code == EIO ? NG_IO : NG_NO_INPUT;

	arena_fail(arena, status, text_of(path), 0, "%s", file_error(code));
}

struct file_stream *file_open(struct arena *arena, const char *path)
{
	struct file_stream *stream = arena_new_of(arena, struct file_stream);
	struct stat about;

	stream->path = arena_string(arena, text_of(path));
	if (strcmp(path, "-") == 0) {
		stream->path = "standard input";
		return stream;
	}
	do
		stream->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (stream->descriptor < 0 && errno == EINTR);
	if (stream->descriptor < 0)
		fail_read(arena, path, errno);
	arena_adopt(arena, stream, close_stream);
	if (fstat(stream->descriptor, &about) == 0 && S_ISDIR(about.st_mode))
		fail_read(arena, path, EISDIR);
	return stream;
}

size_t file_next(struct arena *arena, struct file_stream *stream, char *into, size_t size)
{
	size_t filled = 0;

	while (filled < size) {
		ssize_t got = read(stream->descriptor, into + filled, size - filled);
		if (got == 0)
			break;
		if (got > 0)
			filled += (size_t)got;
		else if (errno != EINTR)
			arena_fail(arena, NG_IO, text_of(stream->path), 0, "%s", file_error(errno));
	}
	return filled;
}

void file_close(struct arena *arena, struct file_stream *stream)
{
	arena_release(arena, stream);
}

size_t file_room(const struct file_stream *stream, size_t limit)
{
	struct stat about;
	size_t room = FIRST_READ;

	if (fstat(stream->descriptor, &about) == 0 && S_ISREG(about.st_mode) && about.st_size >= 0)
		room = (uintmax_t)about.st_size < limit ? (size_t)about.st_size + 1 : limit;
	return room <= limit ? room : limit;
}

struct ng_text file_read(struct arena *arena, const char *path, size_t limit)
{
	struct file_stream *stream = file_open(arena, path);
	size_t room = file_room(stream, limit), len = 0;
	char *at = arena_alloc(arena, room, 1), extra;

	for (;;) {
		len += file_next(arena, stream, at + len, room - len);
		if (len < room)
			break;
		if (room == limit) {
			if (file_next(arena, stream, &extra, 1) == 0)
				break;
			arena_fail(arena, NG_BAD_INPUT, text_of(stream->path), 0,
				   "is over the limit of %zu bytes an input", limit);
		}
		size_t more = room < limit / 2 ? room * 2 : limit;
		at = memcpy(arena_alloc(arena, more, 1), at, len);
		room = more;
	}
	file_close(arena, stream);
	return (struct ng_text){at, len};
}

struct ng_text file_read_range(struct arena *arena, const char *path, uint64_t offset, size_t size)
{
	struct file_stream *stream = file_open(arena, path);
	char *at = arena_alloc(arena, size, 1);

	if (offset > INT64_MAX || lseek(stream->descriptor, (off_t)offset, SEEK_SET) < 0)
		fail_read(arena, path, errno);
	size_t len = file_next(arena, stream, at, size);
	file_close(arena, stream);
	return (struct ng_text){at, len};
}

static void close_folder(void *object)
{
	closedir(object);
}

static int order_names(const void *a, const void *b, void *context)
{
	(void)context;
	return strcmp(*(char *const *)a, *(char *const *)b);
}

struct file_names file_list(struct arena *arena, const char *folder)
{
	struct file_names names = {0};
	DIR *open_folder = opendir(folder);

	if (!open_folder && errno != ENOMEM)
		fail_read(arena, folder, errno);
	arena_adopt(arena, open_folder, close_folder);
	for (;;) {
		errno = 0;
		struct dirent *entry = readdir(open_folder);
		if (!entry && errno)
			fail_read(arena, folder, errno);
		if (!entry)
			break;
		if (entry->d_name[0] != '.')
			*array_add(arena, &names) = arena_string(arena, text_of(entry->d_name));
	}
	arena_release(arena, open_folder);
	sort_stable(arena, names.at, names.n, sizeof *names.at, order_names, NULL);
	return names;
}
