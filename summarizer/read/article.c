/* Names of what article.h numbers, as the program prints them. */
#include "read/article.h"

const char *published_from_name(enum published_from from)
{
	static const char *const names[] = {
	    [FROM_NOWHERE] = "",      [FROM_JSON_LD] = "json-ld", [FROM_META] = "meta",
	    [FROM_TIME] = "time",     [FROM_URL] = "url",         [FROM_FEED] = "feed",
	    [FROM_HEADER] = "header", [FROM_TEXT] = "text",       [FROM_CLUSTER] = "cluster",
	    [FROM_FILE] = "file",     [FROM_ASSUMED] = "assumed", [FROM_RECORD] = "record",
	};

	return names[from];
}

const char *block_kind_name(enum block_kind kind)
{
	static const char *const names[] = {
	    [BLOCK_BODY] = "body",       [BLOCK_HEADING] = "heading", [BLOCK_LIST] = "list",   [BLOCK_QUOTE] = "quote",
	    [BLOCK_CAPTION] = "caption", [BLOCK_NOTE] = "note",       [BLOCK_NOISE] = "noise",
	};

	return names[kind];
}
