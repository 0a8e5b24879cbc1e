/*
 * A main() for compilers without libFuzzer: every file of the folders given, whole and cut at 64 places. What the
 * fuzzer found once stays in the corpus as a test.
 */
#include "fuzz.h"

#include "base/file.h"

#include <stdio.h>

enum { CUTS = 64, LARGEST = 1 << 24 };

struct replay {
	struct arena *arena;
	const char *folder;
	size_t files;
};

/* In memory of exactly that size, so that a sanitizer sees a read beyond it. */
static void run_cut(struct arena *arena, struct ng_text bytes, size_t len)
{
	struct arena_mark mark = arena_mark(arena);
	struct ng_text copy = arena_copy(arena, text_slice(bytes, 0, len));

	LLVMFuzzerTestOneInput((const uint8_t *)copy.at, copy.len);
	arena_reset(arena, mark);
}

static void run_folder(void *data)
{
	struct replay *replay = data;
	struct file_names names = file_list(replay->arena, replay->folder);

	for (size_t i = 0; i < names.n; i++, replay->files++) {
		struct ng_text path = arena_format(replay->arena, "%s/%s", replay->folder, names.at[i]);
		struct ng_text bytes = file_read(replay->arena, path.at, LARGEST);
		for (size_t cut = 0; cut <= CUTS; cut++)
			run_cut(replay->arena, bytes, bytes.len * cut / CUTS);
	}
}

int main(int count, char **folders)
{
	for (int i = 1; i < count; i++) {
		struct replay replay = {arena_new((size_t)1 << 30), folders[i], 0};
		struct ng_error error;
		if (!replay.arena || !arena_try(replay.arena, run_folder, &replay, &error) || !replay.files) {
			fprintf(stderr, "%s: %s\n", folders[i], replay.files ? error.what : "no files");
			return 1;
		}
		printf("%s: %zu files\n", folders[i], replay.files);
		arena_free(replay.arena);
	}
	return 0;
}
