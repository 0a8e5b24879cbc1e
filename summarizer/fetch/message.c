/* Messages of nutgraf-fetch. */
#include "cli/message.h"
#include "fetch/fetch.h"

void fetch_say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	message_say("nutgraf-fetch", format, args);
	va_end(args);
}

void fetch_complain(const struct ng_error *error)
{
	message_complain(fetch_say, error);
}
