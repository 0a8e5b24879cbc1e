/* A stored HTTP response: its status, type, and body with chunks and compression undone. */
#ifndef READ_WARC_HTTP_H
#define READ_WARC_HTTP_H

#include "base/arena.h"

struct warc_http {
	int status;
	struct ng_text type;    /* "text/html"; as written, without parameters */
	struct ng_text charset; /* as declared; empty: not */
	struct ng_text body;    /* empty when it is coded in a way that is not read */
	struct ng_text unread;  /* that coding's name (zstd); empty: all were undone */
};

/* False: no HTTP response. Jumps with NG_BAD_INPUT when the body inflates to more than `most` bytes. */
bool warc_http_read(struct arena *arena, struct ng_text bytes, size_t most, struct warc_http *http);

/* Where the block of fields that starts the bytes ends, and its body begins; bytes.len: it does not end. */
size_t warc_header_end(struct ng_text bytes, size_t *body);
/* The value of a field in a block of "Name: value" lines; empty when it is absent. */
struct ng_text warc_field(struct ng_text header, const char *name);
/* "text/html; charset=utf-8" to its two parts. */
void warc_type(struct ng_text value, struct ng_text *type, struct ng_text *charset);

#endif
