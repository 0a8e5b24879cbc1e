/* Messages of a program on standard error, one line each, escaped for a terminal. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "nutgraf.h"

#include <stdarg.h>

void message_say(const char *program, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/* "where:line: what" of an error, by the program's own way to say it. */
void message_complain(void (*say)(const char *format, ...), const struct ng_error *error);

#endif
