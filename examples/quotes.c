/*
 * quotes FILE...: who said what in articles, a JSON line an article.
 *
 *	cc quotes.c -o quotes $(pkg-config --cflags --libs nutgraf)
 */
#include <nutgraf.h>

#include <stdio.h>

/* A sink receives output piece by piece; false would end the run with NG_IO. */
static bool print(void *user, struct ng_text bytes)
{
	return fwrite(bytes.at, 1, bytes.len, user) == bytes.len;
}

static int fail(const struct ng_error *error)
{
	fprintf(stderr, "quotes: %s%s%s\n", error->where, *error->where ? ": " : "", error->what);
	return (int)error->status;
}

int main(int argc, char **argv)
{
	struct ng_options options;
	struct ng_error error;
	enum ng_status status = NG_OK;

	ng_options_default(&options);
	options.all_quotes = true; /* not only those a briefing would print */
	ng_edition *edition = ng_edition_new(&options, &error);
	if (!edition)
		return fail(&error);
	for (int i = 1; i < argc && status == NG_OK; i++)
		status = ng_edition_add(edition, argv[i]);
	if (status == NG_OK)
		status = ng_edition_lines(edition, NG_QUOTES, (struct ng_sink){print, stdout});
	int code = status == NG_OK ? 0 : fail(ng_edition_error(edition));
	ng_edition_free(edition);
	return code;
}
