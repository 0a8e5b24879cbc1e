/*
 * Fuzzing the reader of pages: any bytes as a page and as a fragment. What must hold: no fault, and blocks in order,
 * inside the text, on valid UTF-8. A first byte of 'f' makes the rest a fragment (repaired first: fragments are valid
 * UTF-8).
 */
#include "base/utf8.h"
#include "read/html.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CAP = 256 << 20 };

struct input {
	struct arena *arena;
	struct ng_text bytes;
};

static void check(const struct article *article)
{
	size_t end = 0;

	if (!utf8_valid(article->text))
		abort();
	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		if (block->start < end || block->end <= block->start || block->end > article->text.len)
			abort();
		end = block->end;
	}
}

static void read_input(void *data)
{
	static const struct ng_limits limits = {.depth = 64, .record_bytes = 1 << 20};
	struct input *input = data;
	struct read_context context = {input->arena, TEXT("fuzz"), 1, NG_NO_DAY, &limits, NULL, NULL};
	struct articles articles = {0};
	struct article fragment = {0};

	if (input->bytes.len && input->bytes.at[0] == 'f') {
		struct ng_text rest = text_slice(input->bytes, 1, input->bytes.len);
		html_read_fragment(&context, utf8_repair(input->arena, rest), &fragment);
		check(&fragment);
		return;
	}
	read_record(&html_reader, &context, input->bytes, &articles);
	for (size_t i = 0; i < articles.n; i++)
		check(&articles.at[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input input = {arena_new(CAP), {(const char *)data, size}};
	struct ng_error error;

	if (!input.arena)
		return 0;
	arena_try(input.arena, read_input, &input, &error);
	arena_free(input.arena);
	return 0;
}
