/*
 * Inputs as a stream of chunks. In: paths and bytes. Out: runs of whole records of some 4 MiB, each with its place, in
 * the order of the inputs. An input of one record (no record_end in its reader's row) is one chunk. What cannot be read
 * comes out as a chunk with an error, and the stream goes on: with the next record where one was over the limit, else
 * with the next input. Refuses: an input over input_bytes, a record over record_bytes.
 */
#include "read/inputs.h"

#include "base/file.h"

#include <string.h>

enum { CHUNK = 1 << 22, HEAD = 1 << 14, TAIL = 16 /* may hold the start of a record's mark */ };

struct input_cursor {
	struct arena *arena;
	struct inputs *inputs;
	const struct ng_limits *limits;
	size_t next; /* the input after the current one */
	bool open;
	struct file_stream *stream; /* NULL: bytes in memory */
	struct ng_text left;        /* of bytes in memory */
	char *carry;                /* read, in no chunk yet */
	size_t n_carry, carry_room;
	uint64_t offset; /* of the carry in its input */
	unsigned long line;
	bool ended;    /* the stream has no more */
	bool skipping; /* inside a record over the limit */
};

/* A file or folder to look at, on a stack instead of recursion. */
struct visit {
	char *path;
	struct ng_text folder;
};
struct visits {
	struct visit *at;
	size_t n, room;
};

static void add_file(struct inputs *inputs, const struct visit *visit)
{
	struct input *input = array_add(inputs->arena, inputs);

	input->path = visit->path;
	input->name = text_of(strcmp(visit->path, "-") == 0 ? "standard input" : visit->path);
	input->folder = visit->folder;
	input->file_day = file_day(visit->path);
}

static void add_folder(struct inputs *inputs, struct visits *visits, const char *path)
{
	struct file_names names = file_list(inputs->arena, path);
	struct ng_text folder = text_of(path);

	while (folder.len > 1 && folder.at[folder.len - 1] == '/')
		folder.len--;
	for (size_t i = names.n; i-- > 0;) {
		struct ng_text name = arena_format(inputs->arena, "%.*s/%s", TEXT_ARGS(folder), names.at[i]);
		*array_add(inputs->arena, visits) = (struct visit){arena_string(inputs->arena, name), folder};
	}
}

void inputs_add(struct inputs *inputs, const char *path)
{
	struct visits visits = {0};

	if (file_kind(path) == FILE_ABSENT)
		arena_fail(inputs->arena, NG_NO_INPUT, text_of(path), 0, "no such file or folder");
	array_add(inputs->arena, &visits)->path = arena_string(inputs->arena, text_of(path));
	while (visits.n) {
		struct visit visit = visits.at[--visits.n];
		if (file_kind(visit.path) == FILE_FOLDER)
			add_folder(inputs, &visits, visit.path);
		else
			add_file(inputs, &visit);
	}
}

void inputs_add_bytes(struct inputs *inputs, struct ng_text name, struct ng_text bytes)
{
	struct input *input = array_add(inputs->arena, inputs);

	input->name = arena_copy(inputs->arena, name);
	input->bytes = bytes;
	input->file_day = NG_NO_DAY;
}

void inputs_hold(struct inputs *inputs, const struct ng_limits *limits)
{
	for (size_t i = 0; i < inputs->n; i++) {
		struct input *input = &inputs->at[i];
		if (!input->path || file_kind(input->path) != FILE_STREAM)
			continue;
		input->bytes = file_read(inputs->arena, input->path, limits->memory_bytes);
		input->path = NULL;
	}
}

struct input_cursor *inputs_open(struct arena *arena, struct inputs *inputs, const struct ng_limits *limits)
{
	struct input_cursor *cursor = arena_new_of(arena, struct input_cursor);

	cursor->arena = arena;
	cursor->inputs = inputs;
	cursor->limits = limits;
	return cursor;
}

static struct input *current(const struct input_cursor *cursor)
{
	return &cursor->inputs->at[cursor->next - 1];
}

/* Reads on until the carry holds `size` bytes or the input ends. */
static void fill(struct input_cursor *cursor, size_t size)
{
	if (cursor->n_carry >= size || cursor->ended)
		return;
	if (cursor->carry_room < size) {
		char *bigger = arena_alloc(cursor->arena, size, 1);
		if (cursor->n_carry)
			memcpy(bigger, cursor->carry, cursor->n_carry);
		cursor->carry = bigger;
		cursor->carry_room = size;
	}
	size_t want = size - cursor->n_carry, got;
	if (cursor->stream) {
		got = file_next(cursor->arena, cursor->stream, cursor->carry + cursor->n_carry, want);
	} else {
		got = cursor->left.len < want ? cursor->left.len : want;
		if (got)
			memcpy(cursor->carry + cursor->n_carry, cursor->left.at, got);
		cursor->left = text_slice(cursor->left, got, cursor->left.len);
	}
	cursor->n_carry += got;
	cursor->ended = got < want;
}

static void open_next(struct input_cursor *cursor)
{
	struct input *input = &cursor->inputs->at[cursor->next++];

	cursor->open = true;
	cursor->ended = cursor->skipping = false;
	cursor->n_carry = 0;
	cursor->offset = 0;
	cursor->line = 1;
	cursor->left = input->bytes;
	cursor->stream = input->path ? file_open(cursor->arena, input->path) : NULL;
	fill(cursor, HEAD);
	if (!input->reader)
		input->reader = cursor->inputs->format == NG_FORMAT_SNIFF
				    ? reader_sniff((struct ng_text){cursor->carry, cursor->n_carry}, input->name)
				    : reader_of(cursor->inputs->format);
}

static void close_current(struct input_cursor *cursor)
{
	if (cursor->stream)
		file_close(cursor->arena, cursor->stream);
	cursor->stream = NULL;
	cursor->open = false;
}

static unsigned long count_lines(struct ng_text text)
{
	unsigned long lines = 0;
	const char *end = text.at + text.len;

	for (const char *at = text.at; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		lines++;
	return lines;
}

static void drop_carry(struct input_cursor *cursor, size_t n)
{
	cursor->line += count_lines((struct ng_text){cursor->carry, n});
	memmove(cursor->carry, cursor->carry + n, cursor->n_carry - n);
	cursor->n_carry -= n;
	cursor->offset += n;
}

/* Where the last whole record of the carry ends; 0: none does. */
static size_t whole_records(const struct input_cursor *cursor)
{
	struct ng_text carry = {cursor->carry, cursor->n_carry};
	size_t whole = 0;

	if (cursor->ended)
		return carry.len;
	while (whole < carry.len) {
		size_t end = current(cursor)->reader->record_end(carry, whole);
		if (end >= carry.len)
			break;
		whole = end;
	}
	return whole;
}

/* A pipe may have nothing to say; a file that holds nothing is a mistake. */
static bool is_pipe(const struct input *input)
{
	return input->path && file_kind(input->path) == FILE_STREAM;
}

static size_t whole_input(struct input_cursor *cursor)
{
	size_t limit = cursor->limits->input_bytes;

	size_t size = cursor->stream ? file_room(cursor->stream, limit + 1) : cursor->n_carry + cursor->left.len + 1;

	for (; !cursor->ended && cursor->n_carry <= limit; size = size > CHUNK ? size * 2 : CHUNK)
		fill(cursor, size <= limit ? size : limit + 1);
	if (cursor->n_carry > limit)
		arena_fail(cursor->arena, NG_BAD_INPUT, current(cursor)->name, 0,
			   "is over the limit of %zu bytes an input (input_bytes)", limit);
	if (!cursor->n_carry && !is_pipe(current(cursor)))
		arena_fail(cursor->arena, NG_BAD_INPUT, current(cursor)->name, 0, "is empty");
	return cursor->n_carry;
}

/* Passes over the rest of a record that is over the limit. */
static void skip_record(struct input_cursor *cursor)
{
	while (cursor->skipping) {
		fill(cursor, CHUNK);
		struct ng_text carry = {cursor->carry, cursor->n_carry};
		size_t end = current(cursor)->reader->record_end(carry, 0);
		cursor->skipping = end >= carry.len && !cursor->ended;
		drop_carry(cursor, !cursor->skipping ? end : carry.len > TAIL ? carry.len - TAIL : 0);
	}
}

/* 0: the first record is over the limit, or there is none. */
static size_t some_records(struct input_cursor *cursor)
{
	size_t limit = cursor->limits->record_bytes, whole;

	skip_record(cursor);
	fill(cursor, CHUNK);
	for (size_t size = CHUNK; !(whole = whole_records(cursor)) && !cursor->ended && cursor->n_carry <= limit;) {
		size = size <= limit / 2 ? size * 2 : limit + 1;
		fill(cursor, size);
	}
	cursor->skipping = !whole && !cursor->ended;
	return whole;
}

struct step {
	struct input_cursor *cursor;
	size_t ready; /* bytes of the carry that are whole records */
};

static void open_step(void *data)
{
	open_next(((struct step *)data)->cursor);
}

static void read_step(void *data)
{
	struct step *this = data;

	this->ready =
	    current(this->cursor)->reader->record_end ? some_records(this->cursor) : whole_input(this->cursor);
}

/* What a failed step took of the arena is gone, the carry with it. */
static void give_up(struct input_cursor *cursor)
{
	close_current(cursor);
	cursor->carry = NULL;
	cursor->n_carry = cursor->carry_room = 0;
}

static bool ready_chunk(struct input_cursor *cursor, struct step *step, struct ng_error *error)
{
	if (!cursor->open && !arena_try(cursor->arena, open_step, step, error)) {
		cursor->stream = NULL; /* the jump closed it */
		give_up(cursor);
		return false;
	}
	if (!arena_try(cursor->arena, read_step, step, error)) {
		give_up(cursor);
		return false;
	}
	if (!cursor->skipping)
		return true;
	error_set(error, NG_BAD_INPUT, current(cursor)->name, cursor->line,
		  "a record is over the limit of %zu bytes (record_bytes)", cursor->limits->record_bytes);
	return false;
}

bool inputs_next(struct input_cursor *cursor, struct arena *arena, struct chunk *chunk)
{
	struct step step = {.cursor = cursor};

	*chunk = (struct chunk){0};
	if (!cursor->open && cursor->next == cursor->inputs->n)
		return false;
	bool ready = ready_chunk(cursor, &step, &chunk->error);
	chunk->input = (uint32_t)(cursor->next - 1);
	if (!ready)
		return true;
	chunk->offset = cursor->offset;
	chunk->line = cursor->line;
	chunk->bytes = arena_copy(arena, (struct ng_text){cursor->carry, step.ready});
	drop_carry(cursor, step.ready);
	if (cursor->ended && !cursor->n_carry)
		close_current(cursor);
	return true;
}

bool chunk_next(const struct inputs *inputs, const struct chunk *chunk, size_t *at, unsigned long *line,
		struct record *record, struct ng_text *bytes)
{
	const struct reader *reader = inputs->at[chunk->input].reader;

	if (*at == 0)
		*line = chunk->line;
	if (*at >= chunk->bytes.len)
		return false;
	size_t end = reader->record_end ? reader->record_end(chunk->bytes, *at) : chunk->bytes.len;
	*record = (struct record){chunk->input, chunk->offset + *at, end - *at, *line};
	*bytes = text_slice(chunk->bytes, *at, end);
	if (reader->record_end)
		*line += count_lines(*bytes);
	*at = end;
	return true;
}

struct ng_text record_bytes(struct arena *arena, const struct inputs *inputs, const struct record *record)
{
	const struct input *input = &inputs->at[record->input];

	if (!input->path)
		return text_slice(input->bytes, (size_t)record->offset, (size_t)record->offset + record->length);
	struct ng_text bytes = file_read_range(arena, input->path, record->offset, record->length);
	if (bytes.len < record->length)
		arena_fail(arena, NG_IO, input->name, record->line, "has become shorter while it was read");
	return bytes;
}
