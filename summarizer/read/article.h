/* What one article is, once read: its text, what its source says of it, and the roles of its blocks. */
#ifndef READ_ARTICLE_H
#define READ_ARTICLE_H

#include "base/date.h"

enum block_kind { BLOCK_BODY, BLOCK_HEADING, BLOCK_LIST, BLOCK_QUOTE, BLOCK_CAPTION, BLOCK_NOTE, BLOCK_NOISE };
const char *block_kind_name(enum block_kind kind);

/* Bytes [start, end) of the text, trimmed of white space; blocks are in order and do not overlap. */
struct block {
	uint32_t start, end;
	enum block_kind kind;
	const char
	    *reason; /* why it is noise, a note or a caption: a static word ("widget", "credit", "repeat"); NULL */
};

struct blocks {
	struct block *at;
	size_t n, room;
};

/* Where `published` was found, best first. */
enum published_from {
	FROM_NOWHERE,
	FROM_JSON_LD,
	FROM_META,
	FROM_TIME,
	FROM_URL,
	FROM_FEED,
	FROM_HEADER,
	FROM_TEXT,
	FROM_CLUSTER,
	FROM_FILE,
	FROM_ASSUMED,
	FROM_RECORD /* a JSON Lines field or front matter */
};
const char *published_from_name(enum published_from from);

struct article {
	struct ng_text id;     /* the record's, else the input's name */
	struct ng_text source; /* the input's name */
	struct ng_text url, title, author, site, section, language, story;
	struct ng_text host; /* of its URL, else of a folder named like one; what tells outlets apart. Empty: unknown */
	struct ng_text text; /* valid UTF-8, newlines \n, never changed once read; at most UINT32_MAX bytes */
	struct blocks blocks; /* from a reader that knows the markup; empty: clean/ finds them */
	struct stamp published;
	enum published_from published_from;
	int32_t file_day; /* the input file's own day, NG_NO_DAY: none; never after it is `published` believed */
	bool title_cut;   /* the headline was cut off by its source and no whole form was found */
};

struct articles {
	struct article *at;
	size_t n, room;
};

#endif
