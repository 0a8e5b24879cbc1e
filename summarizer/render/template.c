/*
 * Running Mustache templates (mustache/spec 1.4, lambdas left out). In: a source, a JSON tree. Out: text.
 * Operations run one after another; what is open (sections, partials, parents, filled blocks) lies on an explicit
 * stack, so nothing recurses. A block is filled by the outermost parent tag that names it; text given to it sees the
 * parents around the template it stands in, no others.
 * Refuses: nesting deeper than `depth`, more than MOST_STEPS steps (partials can double at each level), output over
 * the buffer's cap; under `strict` names that are not there.
 */
#include "render/template.h"

#include "base/table.h"
#include "render/template_parse.h"

#include <string.h>

enum { DEFAULT_DEPTH = 64, MOST_STEPS = 10000000 };

/* The blocks given inside a parent tag. */
struct arguments {
	const struct template *template;
	size_t parent;                 /* the tag */
	const struct arguments *outer; /* those of the template the tag stands in */
};

struct template_cache {
	struct arena *arena;
	struct templates {
		struct template **at;
		size_t n, room;
	} templates;
	struct table names; /* number in `templates` + 1; 0: there is none of that name */
};

/* How lines and blocks are written. */
struct scope {
	struct ng_text indent; /* put before each line */
	size_t dedent;         /* bytes of white space taken off each line */
	const struct arguments *arguments;
};

/* Something open: its operations [next, end) are still to be run. */
struct frame {
	const struct template *template;
	size_t next, end;
	struct scope scope;
	const struct json *item; /* of a section of a list: the value it is run for */
	size_t first;            /* and where its content starts */
	struct ng_text newline;  /* of a block that fills whole lines: what must end the last */
	size_t from, lead;       /* where its output starts; how much of it is mere indentation */
};

struct run {
	struct buf *out;
	struct arena *arena;
	const struct template_options *options;
	size_t depth, steps;
	struct frames {
		struct frame *at;
		size_t n, room;
	} frames;
	struct template_contexts contexts;
	struct template_cache *cache;
};

static const struct json *member(const struct json *object, struct ng_text name)
{
	const struct json *found = NULL;

	if (object->kind != JSON_OBJECT)
		return NULL;
	for (const struct json *child = object->first; child; child = child->next)
		if (child->name.len == name.len && !memcmp(child->name.at, name.at, name.len))
			found = child;
	return found;
}

/* The value of a name, dotted or not, seen from the innermost context; NULL: there is none. */
static const struct json *look_up(const struct run *run, struct template_op *op)
{
	struct ng_text tail = op->tail, part;

	if (op->text.len == 1 && op->text.at[0] == '.')
		return run->contexts.at[run->contexts.n - 1].value;
	const struct json *value = template_context_find(&run->contexts, &op->head);
	while (value && tail.len && text_cut(&tail, '.', &part))
		value = member(value, part);
	return value;
}

static const struct json *value_of(const struct run *run, const struct frame *frame, struct template_op *op)
{
	const struct json *value = look_up(run, op);

	if (!value && run->options->strict)
		template_fail(run->arena, frame->template, op->at, "nothing here has the name", op->text);
	return value;
}

/* False, null, nothing, the empty text, the empty list and zero. */
static bool is_falsy(const struct json *value)
{
	double number;

	if (!value || value->kind == JSON_NULL || value->kind == JSON_FALSE)
		return true;
	if (value->kind == JSON_NUMBER)
		return json_number(value, &number) && number >= 0 && number <= 0;
	return (value->kind == JSON_LIST && !value->n) || (value->kind == JSON_STRING && !value->text.len);
}

/* Opens operations [next, end) of a template; the rest of the frame is zero. */
static struct frame *push(struct run *run, const struct frame *from, const struct template_op *op,
			  const struct template *template, size_t next, size_t end)
{
	if (run->frames.n >= run->depth)
		template_fail(run->arena, from->template, op->at, "sections and partials nest too deep at", op->text);
	struct frame *added = array_add(run->arena, &run->frames);
	memset(added, 0, sizeof *added);
	added->template = template;
	added->next = next;
	added->end = end;
	return added;
}

static struct ng_text without(struct ng_text blanks, size_t dedent)
{
	return text_slice(blanks, dedent < blanks.len ? dedent : blanks.len, blanks.len);
}

/* The indentation of what stands where `op` stands. */
static struct ng_text indent_at(const struct run *run, const struct scope *scope, const struct template_op *op)
{
	struct ng_text more = without(op->indent, scope->dedent);

	if (!scope->indent.len || !more.len)
		return scope->indent.len ? scope->indent : more;
	return arena_format(run->arena, "%.*s%.*s", TEXT_ARGS(scope->indent), TEXT_ARGS(more));
}

static void put_text(struct run *run, const struct scope *scope, const struct template_op *op)
{
	struct ng_text text = op->text;

	if (op->line_start && (scope->indent.len || scope->dedent)) {
		size_t blanks = 0;
		while (blanks < text.len && blanks < scope->dedent &&
		       (text.at[blanks] == ' ' || text.at[blanks] == '\t'))
			blanks++;
		text = text_slice(text, blanks, text.len);
		bool empty = text_equal(text, TEXT("\n")) || text_equal(text, TEXT("\r\n"));
		if (!empty)
			buf_put(run->out, scope->indent);
	}
	buf_put(run->out, text);
}

static void put_value(struct run *run, const struct json *value, bool escaped)
{
	if (!value || value->kind == JSON_NULL || value->kind == JSON_LIST || value->kind == JSON_OBJECT)
		return;
	if (value->kind == JSON_TRUE || value->kind == JSON_FALSE)
		buf_puts(run->out, value->kind == JSON_TRUE ? "true" : "false");
	else if (escaped && value->kind == JSON_STRING)
		run->options->escape(run->out, value->text);
	else
		buf_put(run->out, value->text);
}

/* A list is run for each of its values in a frame of its own; any other value just lies on top until the end tag. */
static void open_section(struct run *run, struct frame *frame, struct template_op *op)
{
	const struct json *value = value_of(run, frame, op);
	size_t first = frame->next;

	if (is_falsy(value)) {
		frame->next = op->pair + 1;
		return;
	}
	if (value->kind != JSON_LIST) {
		template_context_push(&run->contexts, value);
		return;
	}
	struct scope scope = frame->scope;
	frame->next = op->pair + 1;
	struct frame *loop = push(run, frame, op, frame->template, first, op->pair);
	loop->scope = scope;
	loop->first = first;
	loop->item = value->first;
	template_context_push(&run->contexts, value->first);
}

static struct table_entry *remember(struct template_cache *cache, struct ng_text name, struct ng_text source)
{
	if (source.at)
		*array_add(cache->arena, &cache->templates) = template_parse(cache->arena, name, source);
	struct table_entry *entry = table_put(&cache->names, name);
	entry->value = source.at ? cache->templates.n : 0;
	return entry;
}

struct template_cache *template_cache_new(struct arena *arena)
{
	struct template_cache *cache = arena_new_of(arena, struct template_cache);

	cache->arena = arena;
	cache->names = table_new(arena);
	return cache;
}

bool template_is_cached(const struct template_cache *cache, struct ng_text name)
{
	return table_get(&cache->names, name) != NULL;
}

/* The template of a partial; NULL: there is none. */
static const struct template *find_partial(struct run *run, const struct frame *frame, struct template_op *op)
{
	struct ng_text name = op->text;

	if (op->dynamic) {
		const struct json *value = value_of(run, frame, op);
		if (!value || value->kind != JSON_STRING)
			return NULL;
		name = value->text;
	}
	struct template_cache *cache = run->cache;
	struct table_entry *entry = table_get(&cache->names, name);
	if (!entry) {
		struct ng_text source = {NULL, 0};
		if (run->options->partial)
			source = run->options->partial(run->options->user, name);
		entry = remember(cache, name, source);
	}
	if (!entry->value && run->options->strict)
		template_fail(run->arena, frame->template, op->at, "there is no template", name);
	return entry->value ? cache->templates.at[entry->value - 1] : NULL;
}

static void open_partial(struct run *run, struct frame *frame, struct template_op *op)
{
	const struct template *template = find_partial(run, frame, op);
	struct scope scope = {.indent = TEXT(""), .arguments = frame->scope.arguments};

	if (op->standalone)
		scope.indent = indent_at(run, &frame->scope, op);
	if (op->kind == TEMPLATE_PARENT) {
		struct arguments *arguments = arena_new_of(run->arena, struct arguments);
		*arguments = (struct arguments){frame->template, frame->next - 1, frame->scope.arguments};
		scope.arguments = arguments;
		frame->next = op->pair + 1;
	}
	if (template)
		push(run, frame, op, template, 0, template->n)->scope = scope;
}

/* The block of that name directly inside a parent tag; the tag's own number: there is none. */
static size_t find_argument(const struct arguments *arguments, struct ng_text name)
{
	const struct template_op *ops = arguments->template->at;
	size_t end = ops[arguments->parent].pair;

	for (size_t i = arguments->parent + 1; i < end; i++) {
		if (ops[i].kind == TEMPLATE_BLOCK && text_equal(ops[i].text, name))
			return i;
		bool opens = ops[i].pair > i;
		if (opens)
			i = ops[i].pair;
	}
	return arguments->parent;
}

/* Content given from outside takes the place of the default; else the default just follows. */
static void open_block(struct run *run, struct frame *frame, const struct template_op *op)
{
	const struct arguments *giver = NULL;
	size_t given = 0;

	for (const struct arguments *a = frame->scope.arguments; a; a = a->outer) {
		size_t i = find_argument(a, op->text);
		if (i != a->parent) {
			giver = a;
			given = i;
		}
	}
	if (!giver)
		return;
	const struct template_op *content = &giver->template->at[given];
	struct scope scope = {.indent = frame->scope.indent, .arguments = giver->outer};
	if (op->standalone)
		scope.indent = indent_at(run, &frame->scope, op);
	if (content->standalone)
		scope.dedent = content->indent.len;
	size_t from = run->out->len;
	if (op->standalone && !content->standalone) /* "{{$a}}text{{/a}}" does not start a line, but fills one */
		buf_put(run->out, scope.indent);
	frame->next = op->pair + 1;
	struct frame *filled = push(run, frame, op, giver->template, given + 1, content->pair);
	filled->scope = scope;
	filled->newline = op->newline;
	filled->from = from;
	filled->lead = run->out->len - from;
}

/* Ends the innermost thing open, or runs it for the next value of its list. */
static void leave(struct run *run, struct frame *frame)
{
	if (frame->item) {
		template_context_pop(&run->contexts);
		if (frame->item->next) {
			frame->item = frame->item->next;
			frame->next = frame->first;
			template_context_push(&run->contexts, frame->item);
			return;
		}
	}
	if (frame->lead && run->out->len == frame->from + frame->lead)
		buf_cut(run->out, frame->from);
	if (frame->newline.len && run->out->len > frame->from && run->out->at[run->out->len - 1] != '\n')
		buf_put(run->out, frame->newline);
	run->frames.n--;
}

static void step(struct run *run, struct frame *frame)
{
	struct template_op *op = &frame->template->at[frame->next++];

	if (++run->steps > MOST_STEPS)
		template_fail(run->arena, frame->template, op->at, "this template takes too many steps", TEXT(""));
	switch (op->kind) {
	case TEMPLATE_TEXT:
		put_text(run, &frame->scope, op);
		break;
	case TEMPLATE_VALUE:
	case TEMPLATE_RAW:
		put_value(run, value_of(run, frame, op), op->kind == TEMPLATE_VALUE);
		break;
	case TEMPLATE_SECTION:
		open_section(run, frame, op);
		break;
	case TEMPLATE_INVERTED:
		if (!is_falsy(value_of(run, frame, op)))
			frame->next = op->pair + 1;
		break;
	case TEMPLATE_PARTIAL:
	case TEMPLATE_PARENT:
		open_partial(run, frame, op);
		break;
	case TEMPLATE_BLOCK:
		open_block(run, frame, op);
		break;
	case TEMPLATE_END: /* that of a list's section is not run: it ends a frame */
		if (frame->template->at[op->pair].kind == TEMPLATE_SECTION)
			template_context_pop(&run->contexts);
		break;
	}
}

void template_render(struct buf *out, struct ng_text source, const struct json *data,
		     const struct template_options *options)
{
	struct arena *arena = out->arena;
	struct run run = {.out = out, .arena = arena, .options = options, .cache = options->cache};
	struct ng_text name = text_of(options->name);
	struct template *template;

	if (!run.cache)
		run.cache = template_cache_new(arena);
	if (options->cache) {
		struct table_entry *entry = table_get(&run.cache->names, name);
		if (!entry)
			entry = remember(run.cache, name, source);
		template = run.cache->templates.at[entry->value - 1];
	} else {
		template = template_parse(arena, name, source);
	}
	run.depth = options->depth ? options->depth : DEFAULT_DEPTH;
	run.contexts.arena = arena;
	template_context_push(&run.contexts, data);
	*array_add(arena, &run.frames) = (struct frame){.template = template, .end = template->n};
	while (run.frames.n) {
		struct frame *frame = &run.frames.at[run.frames.n - 1];
		if (frame->next < frame->end)
			step(&run, frame);
		else
			leave(&run, frame);
	}
}
