/*
 * briefing FILE|FOLDER...: a day's stories as plain text, each sentence with the address it was taken from.
 *
 *	cc briefing.c -o briefing $(pkg-config --cflags --libs nutgraf)
 */
#include <nutgraf.h>

#include <stdio.h>

/* Text is a slice: it does not end in NUL. */
#define SLICE(text) (int)(text).len, (text).at

static int fail(const struct ng_error *error)
{
	fprintf(stderr, "briefing: %s%s%s\n", error->where, *error->where ? ": " : "", error->what);
	return (int)error->status;
}

/* Every item carries its origin: the number of an article, and bytes of its text. */
static void print_sentence(const struct ng_briefing *briefing, const struct ng_item *sentence)
{
	const struct ng_article *article = &briefing->articles[sentence->origin.article];
	struct ng_text source = article->url.len ? article->url : article->source;

	printf("  %.*s <%.*s>\n", SLICE(sentence->text), SLICE(source));
}

static void print_story(const struct ng_briefing *briefing, const struct ng_story *story)
{
	printf("%.*s (%zu outlets)\n", SLICE(story->headline.text), story->n_outlets);
	for (size_t i = 0; i < story->n_sentences; i++)
		print_sentence(briefing, &story->sentences[i]);
	for (size_t i = 0; i < story->n_quotes; i++)
		printf("  \"%.*s\" (%.*s)\n", SLICE(story->quotes[i].text), SLICE(story->quotes[i].speaker));
	putchar('\n');
}

int main(int argc, char **argv)
{
	struct ng_options options;
	struct ng_error error;
	enum ng_status status = NG_OK;

	ng_options_default(&options);
	options.top_stories = 5;
	options.more_stories = options.also_stories = 0;
	ng_edition *edition = ng_edition_new(&options, &error);
	if (!edition)
		return fail(&error);
	for (int i = 1; i < argc && status == NG_OK; i++)
		status = ng_edition_add(edition, argv[i]);
	if (status == NG_OK)
		status = ng_edition_compose(edition);
	int code = status == NG_OK ? 0 : fail(ng_edition_error(edition));
	const struct ng_briefing *briefing = ng_edition_briefing(edition);
	for (size_t i = 0; code == 0 && i < briefing->n_stories; i++)
		print_story(briefing, &briefing->stories[i]);
	ng_edition_free(edition);
	return code;
}
