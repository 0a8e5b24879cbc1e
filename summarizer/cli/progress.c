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

size_t progress_line(char *line, size_t room, enum ng_stage stage, uint64_t done, uint64_t total)
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

static void tell(void *user, enum ng_stage stage, uint64_t done, uint64_t total)
{
	struct progress *progress = user;
	char line[80];
	int64_t now = milliseconds();

	if (stage == NG_DONE) {
		if (progress->shown)
			fprintf(stderr, "\r%*s\r", (int)progress->shown, "");
		progress->shown = 0;
		return;
	}
	if (now < progress->next)
		return;
	progress->next = now + NEXT_MS;
	size_t n = progress_line(line, sizeof line, stage, done, total);
	fprintf(stderr, "\r%-*s", (int)progress->shown, line);
	fflush(stderr);
	progress->shown = n > progress->shown ? n : progress->shown;
}

void progress_watch(struct progress *progress, struct ng_options *options, bool quiet)
{
	*progress = (struct progress){.next = milliseconds() + FIRST_MS};
	if (quiet || !isatty(STDERR_FILENO))
		return;
	options->progress = tell;
	options->progress_user = progress;
}
