/*
 * Brotli undone. In: a body as a crawler stored it. Out: what it holds, taken in steps, so that no length the bytes
 * state is trusted. The decoder's memory is its own (a window of 16 MiB at most), so that no jump crosses it. Refuses:
 * more than the caller's limit.
 */
#include "read/warc_brotli.h"

#include "base/buf.h"

#include <brotli/decode.h>

enum { STEP = 1 << 15 };

static void drop_decoder(void *decoder)
{
	BrotliDecoderDestroyInstance(decoder);
}

struct ng_text warc_brotli(struct arena *arena, struct ng_text bytes, size_t most)
{
	BrotliDecoderState *decoder = arena_adopt(arena, BrotliDecoderCreateInstance(NULL, NULL, NULL), drop_decoder);
	struct buf buf = buf_new(arena, SIZE_MAX);
	const uint8_t *in = (const uint8_t *)bytes.at;
	size_t left = bytes.len;
	BrotliDecoderResult result;
	uint8_t into[STEP];

	do {
		uint8_t *out = into;
		size_t room = sizeof into;
		result = BrotliDecoderDecompressStream(decoder, &left, &in, &room, &out, NULL);
		if (sizeof into - room > most - buf.len)
			arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0,
				   "inflates to more than the limit of %zu bytes (record_bytes)", most);
		buf_put(&buf, (struct ng_text){(const char *)into, sizeof into - room});
	} while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
	BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(decoder);
	if (code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES && code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES)
		arena_fail(arena, NG_INTERNAL, TEXT(""), 0, "out of memory");
	arena_release(arena, decoder);
	return buf_text(&buf);
}
