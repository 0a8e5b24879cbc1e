/* Messages: one line on standard error, "program: where:line: what", safe to show on a terminal. */
#include "cli/message.h"

#include "base/buf.h"
#include "base/escape.h"
#include "cli/cli.h"

#include <stdio.h>

enum { LONGEST = 1024 };

struct message {
	struct arena *arena;
	const char *program;
	struct ng_text text;
};

static void print_safe(void *data)
{
	const struct message *message = data;
	struct buf line = buf_new(message->arena, (size_t)8 * LONGEST);

	escape_terminal(&line, message->text);
	fprintf(stderr, "%s: %.*s\n", message->program, TEXT_ARGS(buf_text(&line)));
}

void message_say(const char *program, const char *format, va_list args)
{
	char line[LONGEST];
	struct ng_error error;

	vsnprintf(line, sizeof line, format, args);
	struct message message = {arena_new((size_t)1 << 20), program, text_of(line)};
	if (!message.arena || !arena_try(message.arena, print_safe, &message, &error))
		fprintf(stderr, "%s: out of memory\n", program);
	arena_free(message.arena);
}

void message_complain(void (*say)(const char *format, ...), const struct ng_error *error)
{
	if (error->where[0] && error->line)
		say("%s:%lu: %s", error->where, error->line, error->what);
	else if (error->where[0])
		say("%s: %s", error->where, error->what);
	else
		say("%s", error->what);
}

void cli_say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	message_say("nutgraf", format, args);
	va_end(args);
}

void cli_complain(const struct ng_error *error)
{
	message_complain(cli_say, error);
}
