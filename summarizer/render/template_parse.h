/* A Mustache template as a list of operations: what template.c runs. */
#ifndef RENDER_TEMPLATE_PARSE_H
#define RENDER_TEMPLATE_PARSE_H

#include "render/template_context.h"

enum template_kind {
	TEMPLATE_TEXT,     /* `text` as it is */
	TEMPLATE_VALUE,    /* {{name}} */
	TEMPLATE_RAW,      /* {{{name}}}, {{&name}} */
	TEMPLATE_SECTION,  /* {{#name}} */
	TEMPLATE_INVERTED, /* {{^name}} */
	TEMPLATE_PARTIAL,  /* {{>name}} */
	TEMPLATE_PARENT,   /* {{<name}} */
	TEMPLATE_BLOCK,    /* {{$name}} */
	TEMPLATE_END       /* {{/name}} */
};

struct template_op {
	enum template_kind kind;
	bool line_start;           /* text: a line of the source starts here */
	bool dynamic;              /* partial, parent: {{>*name}} */
	bool standalone;           /* partial, parent, block: its opening tag has the line for itself */
	struct ng_text text;       /* text; or the name */
	struct template_name head; /* of a name: what stands before its first dot */
	struct ng_text tail;       /* and what stands after it */
	struct ng_text indent;  /* standalone partial, parent: white space before; block: that of its content's lines */
	struct ng_text newline; /* block whose two tags are standalone: what ended the closing tag's line */
	size_t at;              /* offset in the source, for messages */
	size_t pair;            /* what opens: its TEMPLATE_END; an end: what it ends */
};

struct template
{
	struct ng_text name, source;
	struct template_op *at;
	size_t n, room;
};

/* Jumps with NG_CONFIG, the name, line and column: a tag or section that does not end, ends wrongly or has no name. */
struct template *template_parse(struct arena *arena, struct ng_text name, struct ng_text source);
_Noreturn void template_fail(struct arena *arena, const struct template *template, size_t at, const char *what,
			     struct ng_text name);

#endif
