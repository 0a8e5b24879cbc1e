/*
 * The progress of long work, on a terminal. In: what the library tells. Out: one line on standard error that is written
 * over and gone at the end. Shown after two seconds, and ten times a second at most; never where standard error is no
 * terminal, nor with --quiet. It has no colour, so NO_COLOR has nothing to say.
 */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 24, FIRST_MS = 2000, NEXT_MS = 100 };

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Without an end of line; total 0: it is not known. Returns its bytes. */
static size_t format_line(char *line, size_t room, enum ng_stage stage, uint64_t done, uint64_t total)
{
	static const char *const names[] = {
	    [NG_READING] = "reading", [NG_GROUPING] = "grouping", [NG_TELLING] = "telling", [NG_DONE] = ""};
	char bar[WIDTH + 1];
	uint64_t filled = total ? (done < total ? done : total) * WIDTH / total : 0;
	int n;

	for (size_t i = 0; i < WIDTH; i++)
		bar[i] = i < filled ? '#' : '.';
	bar[WIDTH] = '\0';
	if (total)
		n = snprintf(line, room, "%s [%s] %3u %%", names[stage], bar,
			     (unsigned)((done < total ? done : total) * 100 / total));
	else if (done)
		n = snprintf(line, room, "%s, %llu MB", names[stage], (unsigned long long)(done / 1000000));
	else
		n = snprintf(line, room, "%s", names[stage]);
	return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}

size_t progress_put(struct progress *progress, char *text, size_t room, int64_t now, enum ng_stage stage, uint64_t done,
		    uint64_t total)
{
	char line[80];
	size_t shown = progress->shown;
	int n;

	if (stage == NG_DONE) {
		*progress = (struct progress){.next = progress->next};
		n = shown ? snprintf(text, room, "\r%*s\r", (int)shown, "") : 0;
	} else {
		/* A stage may tell no more than that it began: where a line stands, that one is not left out. */
		if (now < progress->next && !(shown && stage != progress->stage))
			return 0;
		size_t len = format_line(line, sizeof line, stage, done, total);
		*progress = (struct progress){now + NEXT_MS, len > shown ? len : shown, stage};
		n = snprintf(text, room, "\r%-*s", (int)shown, line);
	}
	return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}

static void tell(void *user, enum ng_stage stage, uint64_t done, uint64_t total)
{
	char text[128];
	size_t n = progress_put(user, text, sizeof text, milliseconds(), stage, done, total);

	if (!n)
		return;
	fwrite(text, 1, n, stderr);
	fflush(stderr);
}

void progress_watch(struct progress *progress, struct ng_options *options, bool quiet)
{
	*progress = (struct progress){.next = milliseconds() + FIRST_MS};
	if (quiet || !isatty(STDERR_FILENO))
		return;
	options->progress = tell;
	options->progress_user = progress;
}
