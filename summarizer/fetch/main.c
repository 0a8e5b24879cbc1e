/* The program nutgraf-fetch: reads its arguments and runs. Exit codes are those of enum ng_status, and FETCH_NO_ANSWER.
 */
#include "fetch/fetch.h"

#include <stdio.h>
#include <time.h>

static int64_t now(void)
{
	return (int64_t)time(NULL);
}

static int64_t elapsed(void)
{
	struct timespec moment;

	clock_gettime(CLOCK_MONOTONIC, &moment);
	return (int64_t)moment.tv_sec * 1000 + moment.tv_nsec / 1000000;
}

int main(int argc, char **argv)
{
	static const struct fetch_clock clock = {now, elapsed};
	struct fetch_options options;

	if (!options_parse(&options, argc - 1, argv + 1))
		return NG_USAGE;
	if (!options.help && !options.version)
		return fetch_run(&options, &clock);
	if (options.help)
		options_help();
	else
		printf("nutgraf-fetch %s\n", ng_version());
	if (fflush(stdout) == 0 && !ferror(stdout))
		return NG_OK;
	fetch_say("cannot write to standard output");
	return NG_IO;
}
