/* Brotli (RFC 7932) by libbrotlidec, bounded. */
#ifndef READ_WARC_BROTLI_H
#define READ_WARC_BROTLI_H

#include "base/arena.h"

/* What the bytes hold; cut or broken in the middle: what came before. Jumps with NG_BAD_INPUT past `most` bytes. */
struct ng_text warc_brotli(struct arena *arena, struct ng_text bytes, size_t most);

#endif
