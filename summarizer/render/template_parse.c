/*
 * Reading a Mustache template. In: its source. Out: a flat list of operations with the ends of sections, parents and
 * blocks found. Method: one pass, a line at a time, after mustache/spec 1.4 (comments, delimiters, interpolation,
 * sections, inverted sections, partials, inheritance, dynamic names). A line that holds white space and one tag that
 * writes nothing itself, or parent and block tags only, is standalone: the tags stay, the line goes.
 * Refuses, with line and column: tags and sections that do not end, ends of something else, names that are none.
 */
#include "render/template_parse.h"

#include "base/utf8.h"

#include <string.h>

struct parser {
	struct arena *arena;
	struct template *template;
	struct ng_text source, open, close; /* the delimiters in force */
	size_t at;
	struct open_ops {
		size_t *at;
		size_t n, room;
	} open_ops;
	/* Of the line being read: */
	size_t line_op;       /* its first operation */
	bool visible;         /* it has text, or a tag that writes a value */
	size_t n_tags, n_kin; /* tags that write nothing; those of them that belong to parents and blocks */
};

void template_fail(struct arena *arena, const struct template *template, size_t at, const char *what,
		   struct ng_text name)
{
	unsigned long line = 1;
	size_t start = 0;

	for (size_t i = 0; i < at && i < template->source.len; i++)
		if (template->source.at[i] == '\n') {
			line++;
			start = i + 1;
		}
	size_t column = utf8_width(text_slice(template->source, start, at)) + 1;
	if (name.len)
		arena_fail(arena, NG_CONFIG, template->name, line, "column %zu: %s \"%.*s\"", column, what,
			   name.len > 80 ? 80 : (int)name.len, name.at);
	arena_fail(arena, NG_CONFIG, template->name, line, "column %zu: %s", column, what);
}

static _Noreturn void fail(const struct parser *parser, size_t at, const char *what, struct ng_text name)
{
	template_fail(parser->arena, parser->template, at, what, name);
}

static struct template_op *add(struct parser *parser, enum template_kind kind, struct ng_text text, size_t at)
{
	struct template_op *op = array_add(parser->arena, parser->template);

	op->kind = kind;
	op->text = text;
	op->at = at;
	if (kind != TEMPLATE_TEXT) {
		struct ng_text head = TEXT("");
		op->tail = text;
		text_cut(&op->tail, '.', &head);
		op->head = template_name(head);
	}
	return op;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t skip_blanks(struct ng_text text, size_t at)
{
	while (at < text.len && is_blank(text.at[at]))
		at++;
	return at;
}

static bool is_kin(const struct template_op *op)
{
	return op->kind == TEMPLATE_PARENT || op->kind == TEMPLATE_BLOCK;
}

/* White space at the start of a standalone block's lines: that of its first line, or the tag's own if there is none. */
static struct ng_text block_indent(const struct parser *parser, const struct template_op *block, struct ng_text own)
{
	size_t start = parser->at, end = skip_blanks(parser->source, start);
	struct ng_text rest = text_slice(parser->source, end, parser->source.len);

	if (block->pair || !rest.len || rest.at[0] == '\n' || rest.at[0] == '\r')
		return own;
	if (text_starts(rest, parser->open)) {
		rest = text_slice(rest, parser->open.len, rest.len);
		size_t name = skip_blanks(rest, 0);
		if (name < rest.len && rest.at[name] == '/')
			return own;
	}
	return text_slice(parser->source, start, end);
}

/* Takes the white space out of a standalone line, and gives it to the tags that want it. */
static void clear_line(struct parser *parser, struct ng_text newline)
{
	struct template *template = parser->template;
	struct ng_text own = TEXT("");

	for (size_t i = parser->line_op; i < template->n; i++) {
		struct template_op *op = &template->at[i];
		bool first = i == parser->line_op + 1;
		if (op->kind == TEMPLATE_TEXT) {
			if (i == parser->line_op)
				own = op->text;
			op->text.len = 0;
			op->line_start = false;
		} else if (op->kind == TEMPLATE_PARTIAL || op->kind == TEMPLATE_PARENT) {
			op->standalone = true;
			op->indent = first ? own : TEXT("");
		} else if (op->kind == TEMPLATE_BLOCK) {
			op->standalone = true;
			op->indent = block_indent(parser, op, own);
		} else if (op->kind == TEMPLATE_END) {
			struct template_op *opener = &template->at[op->pair];
			if (opener->kind == TEMPLATE_BLOCK && opener->standalone)
				opener->newline = newline;
		}
	}
}

/* Ends the line; `newline` is empty at the end of the source. */
static void end_line(struct parser *parser, struct ng_text newline)
{
	struct template *template = parser->template;
	struct template_op *last = template->n > parser->line_op ? &template->at[template->n - 1] : NULL;

	if (!parser->visible && parser->n_tags > 0 && (parser->n_tags == 1 || parser->n_kin == parser->n_tags))
		clear_line(parser, newline);
	else if (last && last->kind == TEMPLATE_TEXT && last->text.at + last->text.len == newline.at)
		last->text.len += newline.len;
	else if (newline.len)
		add(parser, TEMPLATE_TEXT, newline, parser->at - newline.len);
	parser->line_op = parser->template->n;
	parser->visible = false;
	parser->n_tags = parser->n_kin = 0;
}

/* The text up to the next tag or line end; each line starts with one, be it empty. */
static void read_text(struct parser *parser)
{
	struct ng_text source = parser->source;
	size_t start = parser->at, end = start;

	for (; end < source.len && source.at[end] != '\n'; end++) {
		if (source.at[end] == parser->open.at[0] &&
		    text_starts(text_slice(source, end, source.len), parser->open))
			break;
		parser->visible |= !is_blank(source.at[end]) &&
				   !(source.at[end] == '\r' && end + 1 < source.len && source.at[end + 1] == '\n');
	}
	size_t cut =
	    end < source.len && source.at[end] == '\n' && end > start && source.at[end - 1] == '\r' ? end - 1 : end;
	bool line_start = parser->line_op == parser->template->n;
	if (line_start || cut > start)
		add(parser, TEMPLATE_TEXT, text_slice(source, start, cut), start)->line_start = line_start;
	parser->at = end;
	if (end < source.len && source.at[end] == '\n') {
		parser->at = end + 1;
		end_line(parser, text_slice(source, cut, end + 1));
	}
}

/* The text up to `end`, which is taken too. */
static struct ng_text read_until(struct parser *parser, size_t tag, struct ng_text end)
{
	size_t at = text_find(parser->source, end, parser->at);

	if (at == parser->source.len)
		fail(parser, tag, "this tag does not end with", end);
	struct ng_text inside = text_slice(parser->source, parser->at, at);
	parser->at = at + end.len;
	return inside;
}

static struct ng_text read_name(struct parser *parser, size_t tag, struct ng_text inside)
{
	struct ng_text name = text_trim(inside);

	if (!name.len)
		fail(parser, tag, "this tag has no name", TEXT(""));
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] <= ' ')
			fail(parser, tag, "a name has no blank in it:", name);
	return name;
}

static void read_delimiters(struct parser *parser, size_t tag)
{
	struct ng_text end = arena_format(parser->arena, "=%.*s", TEXT_ARGS(parser->close));
	struct ng_text both = text_trim(read_until(parser, tag, end));
	size_t first = 0, second;

	while (first < both.len && (unsigned char)both.at[first] > ' ')
		first++;
	struct ng_text close = text_trim(text_slice(both, first, both.len));
	for (second = 0; second < close.len && (unsigned char)close.at[second] > ' ';)
		second++;
	if (!first || !close.len || second < close.len || memchr(both.at, '=', both.len))
		fail(parser, tag, "two delimiters are wanted, not", both);
	parser->open = text_slice(both, 0, first);
	parser->close = close;
	parser->n_tags++;
}

static void read_end(struct parser *parser, size_t tag, struct ng_text name)
{
	struct template *template = parser->template;

	if (!parser->open_ops.n)
		fail(parser, tag, "nothing is open here to be closed by", name);
	size_t opener = parser->open_ops.at[--parser->open_ops.n];
	struct ng_text wanted = template->at[opener].text;
	if (template->at[opener].dynamic && name.len && name.at[0] == '*')
		name = text_trim(text_slice(name, 1, name.len));
	if (!text_equal(wanted, name))
		fail(parser, tag, "what is to be closed first is", wanted);
	parser->n_kin += is_kin(&template->at[opener]);
	template->at[opener].pair = template->n;
	add(parser, TEMPLATE_END, name, tag)->pair = opener;
}

/* {{>name}}, {{>*name}}, {{<name}}, {{<*name}} */
static struct template_op *read_inclusion(struct parser *parser, enum template_kind kind, size_t tag,
					  struct ng_text inside)
{
	struct ng_text name = text_trim(inside);
	bool dynamic = name.len && name.at[0] == '*';

	struct template_op *op = add(parser, kind, read_name(parser, tag, text_slice(name, dynamic, name.len)), tag);
	op->dynamic = dynamic;
	return op;
}

static void read_opener(struct parser *parser, enum template_kind kind, size_t tag, struct ng_text inside)
{
	*array_add(parser->arena, &parser->open_ops) = parser->template->n;
	if (kind == TEMPLATE_PARENT)
		read_inclusion(parser, kind, tag, inside);
	else
		add(parser, kind, read_name(parser, tag, inside), tag);
	parser->n_kin += kind == TEMPLATE_PARENT || kind == TEMPLATE_BLOCK;
}

static void read_value(struct parser *parser, enum template_kind kind, size_t tag, struct ng_text inside)
{
	parser->visible = true;
	add(parser, kind, read_name(parser, tag, inside), tag);
}

static void read_tag(struct parser *parser)
{
	size_t tag = parser->at, sigil = skip_blanks(parser->source, tag + parser->open.len);
	char c = sigil < parser->source.len ? parser->source.at[sigil] : '\0';
	bool is_sigil = c && strchr("!=#^>$</&{", c);

	if (parser->line_op == parser->template->n)
		add(parser, TEMPLATE_TEXT, TEXT(""), tag)->line_start = true;
	parser->at = is_sigil ? sigil + 1 : tag + parser->open.len;
	if (c == '=') {
		read_delimiters(parser, tag);
		return;
	}
	if (c == '{') {
		struct ng_text end = arena_format(parser->arena, "}%.*s", TEXT_ARGS(parser->close));
		read_value(parser, TEMPLATE_RAW, tag, read_until(parser, tag, end));
		return;
	}
	struct ng_text inside = read_until(parser, tag, parser->close);
	if (!is_sigil || c == '&') {
		read_value(parser, is_sigil ? TEMPLATE_RAW : TEMPLATE_VALUE, tag, inside);
		return;
	}
	parser->n_tags++;
	switch (c) {
	case '#':
		read_opener(parser, TEMPLATE_SECTION, tag, inside);
		break;
	case '^':
		read_opener(parser, TEMPLATE_INVERTED, tag, inside);
		break;
	case '<':
		read_opener(parser, TEMPLATE_PARENT, tag, inside);
		break;
	case '$':
		read_opener(parser, TEMPLATE_BLOCK, tag, inside);
		break;
	case '>':
		read_inclusion(parser, TEMPLATE_PARTIAL, tag, inside);
		break;
	case '/':
		read_end(parser, tag, text_trim(inside));
		break;
	default: /* a comment */
		break;
	}
}

struct template *template_parse(struct arena *arena, struct ng_text name, struct ng_text source)
{
	struct template *template = arena_new_of(arena, struct template);
	struct parser parser = {
	    .arena = arena, .template = template, .source = source, .open = TEXT("{{"), .close = TEXT("}}")};

	template->name = name;
	template->source = source;
	while (parser.at < source.len) {
		if (text_starts(text_slice(source, parser.at, source.len), parser.open))
			read_tag(&parser);
		else
			read_text(&parser);
	}
	end_line(&parser, TEXT(""));
	if (parser.open_ops.n) {
		const struct template_op *op = &template->at[parser.open_ops.at[parser.open_ops.n - 1]];
		fail(&parser, op->at, "nothing closes", op->text);
	}
	return template;
}
