/* Header fields of mail (RFC 5322): found in the raw block, decoded (RFC 2047, 2231) by gmime. */
#ifndef READ_MAIL_FIELD_H
#define READ_MAIL_FIELD_H

#include "base/arena.h"

/* Where the header block that starts at `at` ends and its body begins. */
size_t mail_header_end(struct ng_text bytes, size_t at, size_t *body);
/* The first field of that name, raw and folded; false: there is none. */
bool mail_field_raw(struct ng_text header, const char *name, struct ng_text *value);
/* The same as UTF-8: unfolded, encoded words decoded, blanks squeezed; empty when absent. */
struct ng_text mail_field(struct arena *arena, struct ng_text header, const char *name);

/* The first mailbox of an address field. */
struct mail_address {
	struct ng_text name, address;
};
struct mail_address mail_field_address(struct arena *arena, struct ng_text header, const char *name);

/* A content type and those of its parameters that are looked at. */
struct mail_type {
	struct ng_text type, boundary, charset, format, delete_space;
};
struct mail_type mail_field_type(struct arena *arena, struct ng_text header);

/* The transfer encoding of the header (base64, quoted-printable, x-uuencode) undone. */
struct ng_text mail_decode(struct arena *arena, struct ng_text header, struct ng_text body);

#endif
