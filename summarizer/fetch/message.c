/* Messages: one line on standard error, "nutgraf-fetch: where:line: what", safe to show on a terminal. */
#include "fetch/fetch.h"

#include "base/escape.h"

#include <stdarg.h>
#include <stdio.h>

enum { LONGEST = 1024 };

struct message {
	struct arena *arena;
	struct ng_text text;
};

static void print_safe(void *data)
{
	const struct message *message = data;
	struct buf line = buf_new(message->arena, (size_t)8 * LONGEST);

	escape_terminal(&line, message->text);
	fprintf(stderr, "nutgraf-fetch: %.*s\n", TEXT_ARGS(buf_text(&line)));
}

void fetch_say(const char *format, ...)
{
	char line[LONGEST];
	struct ng_error error;
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	struct message message = {arena_new((size_t)1 << 20), text_of(line)};
	if (!message.arena || !arena_try(message.arena, print_safe, &message, &error))
		fputs("nutgraf-fetch: out of memory\n", stderr);
	arena_free(message.arena);
}

void fetch_complain(const struct ng_error *error)
{
	if (error->where[0] && error->line)
		fetch_say("%s:%lu: %s", error->where, error->line, error->what);
	else if (error->where[0])
		fetch_say("%s: %s", error->where, error->what);
	else
		fetch_say("%s", error->what);
}
