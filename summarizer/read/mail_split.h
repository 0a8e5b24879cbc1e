/* The structure of a message (RFC 2045, 2046) as a flat list of its entities. */
#ifndef READ_MAIL_SPLIT_H
#define READ_MAIL_SPLIT_H

#include "base/arena.h"

enum mail_kind { MAIL_LEAF, MAIL_MULTIPART, MAIL_ALTERNATIVE, MAIL_MESSAGE /* message/rfc822: one entity inside */ };

struct mail_entity {
	enum mail_kind kind;
	size_t parent;               /* index; MAIL_NO_PARENT: the message itself */
	struct ng_text header, body; /* raw; the body of a leaf only */
	struct ng_text type;         /* "text/html", in lower case */
	struct ng_text charset;      /* as declared */
	struct ng_text format;       /* RFC 3676: "flowed" */
	bool delete_space;           /* RFC 3676: DelSp=yes */
};
#define MAIL_NO_PARENT SIZE_MAX

struct mail_entities {
	struct mail_entity *at; /* parents before children, in the order of the bytes */
	size_t n, room;
};

/* Jumps with NG_BAD_INPUT: nested deeper than `depth`, more than 1,000 parts, a boundary longer than 200 bytes. */
struct mail_entities mail_split(struct arena *arena, struct ng_text bytes, size_t depth);

#endif
