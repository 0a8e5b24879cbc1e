/*
 * Reasons as a table for people. In: the JSON of edition_reasons.c, so that both forms say the same. Out: its parts,
 * each under a line that says what it answers; figures in columns. Foreign text cannot steer a terminal.
 */
#include "edition_reasons.h"

#include "base/escape.h"

static struct ng_text at(const struct json *json, const char *name)
{
	return json_text(json, name);
}

static const struct json *first_of(const struct json *json, const char *name)
{
	const struct json *list = json_member(json, name);

	return list ? list->first : NULL;
}

static void put_number(struct buf *out, const struct json *json, const char *name)
{
	struct ng_text number = at(json, name);

	buf_format(out, "%8.*s", TEXT_ARGS(number));
}

static void put_importance(struct buf *out, const struct json *json)
{
	buf_puts(out, "\nWhy here: importance = ln(1 + voices) x freshness x wish\n");
	put_number(out, json, "value");
	buf_puts(out, "  importance\n");
	put_number(out, json, "voices");
	buf_format(out, "  voices: outlets %.*s, articles %.*s, copies %.*s (an outlet with a copy alone counts .25)\n",
		   TEXT_ARGS(at(json, "outlets")), TEXT_ARGS(at(json, "articles")), TEXT_ARGS(at(json, "copies")));
	put_number(out, json, "freshness");
	buf_puts(out, "  freshness\n");
	put_number(out, json, "wish");
	buf_puts(out, "  wish: 2 when a followed word stands in it\n");
}

static void put_titles(struct buf *out, const struct json *title)
{
	buf_puts(out, "\nWhy this headline: of the titles with the least faults the one most like the others\n");
	for (; title; title = title->next) {
		const struct json *heads = json_member(title, "heads");
		put_number(out, title, "likeness");
		buf_puts(out, heads->kind == JSON_TRUE ? " * " : "   ");
		escape_terminal(out, at(title, "title"));
		buf_puts(out, " (");
		escape_terminal(out, at(title, "article"));
		for (const struct json *fault = first_of(title, "faults"); fault; fault = fault->next)
			buf_format(out, "; %.*s", TEXT_ARGS(fault->text));
		buf_puts(out, ")\n");
	}
}

static void put_nearest(struct buf *out, const struct json *pair, struct ng_text id)
{
	const struct json *articles = first_of(pair, "articles");
	struct ng_text other = text_equal(articles->text, id) ? articles->next->text : articles->text;
	const char *before = ": ";

	buf_puts(out, "          nearest ");
	escape_terminal(out, other);
	buf_format(out, ", %.*s (cosine %.*s", TEXT_ARGS(at(pair, "likeness")), TEXT_ARGS(at(pair, "cosine")));
	if (at(pair, "days").len)
		buf_format(out, ", days apart %.*s", TEXT_ARGS(at(pair, "days")));
	buf_byte(out, ')');
	for (const struct json *word = first_of(pair, "words"); word; word = word->next) {
		buf_puts(out, before);
		escape_terminal(out, at(word, "words"));
		buf_format(out, " %.*s", TEXT_ARGS(at(word, "part")));
		before = ", ";
	}
	buf_byte(out, '\n');
}

static void put_articles(struct buf *out, const struct json *json)
{
	buf_puts(out, "\nWhy these articles: mean likeness to the others of the story");
	if (at(json, "joined_from").len)
		buf_format(out, "; clusters join from %.*s on", TEXT_ARGS(at(json, "joined_from")));
	buf_byte(out, '\n');
	for (const struct json *article = first_of(json, "articles"); article; article = article->next) {
		const struct json *nearest = json_member(article, "nearest");
		put_number(out, article, "likeness");
		buf_puts(out, "  ");
		escape_terminal(out, at(article, "id"));
		if (at(article, "published").len)
			buf_format(out, ", %.*s", TEXT_ARGS(at(article, "published")));
		if (at(article, "site").len) {
			buf_puts(out, ", ");
			escape_terminal(out, at(article, "site"));
		}
		if (at(article, "copy").len) {
			buf_puts(out, text_equal(at(article, "copy"), TEXT("updated")) ? "; an older version of "
										       : "; carries ");
			escape_terminal(out, at(article, "of"));
		}
		buf_byte(out, '\n');
		if (nearest)
			put_nearest(out, nearest, at(article, "id"));
	}
}

static void put_sentence(struct buf *out, const struct json *sentence, size_t number)
{
	buf_format(out, "%2zu. ", number);
	escape_terminal(out, at(sentence, "text"));
	buf_puts(out, " (");
	escape_terminal(out, at(sentence, "article"));
	buf_format(out, ", bytes %.*s to %.*s)\n", TEXT_ARGS(at(sentence, "start")), TEXT_ARGS(at(sentence, "end")));
	if (!at(sentence, "score").len) {
		buf_puts(out, "    is not among the sentences ranked now\n");
		return;
	}
	put_number(out, sentence, "score");
	buf_format(out, "  score, place %.*s of %.*s", TEXT_ARGS(at(sentence, "place")), TEXT_ARGS(at(sentence, "of")));
	if (at(sentence, "turn").len)
		buf_format(out, "; taken as number %.*s: + news %.*s - repetition %.*s",
			   TEXT_ARGS(at(sentence, "turn")), TEXT_ARGS(at(sentence, "news")),
			   TEXT_ARGS(at(sentence, "repetition")));
	double no_verb;
	if (json_number(json_member(sentence, "no_verb"), &no_verb) && no_verb > 0)
		buf_format(out, " - no verb %.*s", TEXT_ARGS(at(sentence, "no_verb")));
	buf_byte(out, '\n');
	for (const struct json *term = first_of(sentence, "terms"); term; term = term->next) {
		put_number(out, term, "points");
		buf_format(out, "    %.*s (%.*s x %.*s)\n", TEXT_ARGS(at(term, "term")), TEXT_ARGS(at(term, "value")),
			   TEXT_ARGS(at(term, "weight")));
	}
}

static void put_left_out(struct buf *out, const struct json *left)
{
	if (left)
		buf_puts(out, "\nWhy not these: the highest scores that were not taken\n");
	for (; left; left = left->next) {
		put_number(out, left, "score");
		buf_puts(out, "  ");
		escape_terminal(out, at(left, "text"));
		buf_puts(out, " (");
		escape_terminal(out, at(left, "article"));
		buf_format(out, "; %.*s)\n", TEXT_ARGS(at(left, "reason")));
	}
}

void reasons_put_table(struct buf *out, const struct json *json)
{
	size_t number = 1;

	buf_format(out, "Story %.*s: ", TEXT_ARGS(at(json, "story")));
	escape_terminal(out, at(json, "headline"));
	buf_byte(out, '\n');
	for (const struct json *note = first_of(json, "notes"); note; note = note->next)
		buf_format(out, "Note: %.*s\n", TEXT_ARGS(note->text));
	put_importance(out, json_member(json, "importance"));
	put_titles(out, first_of(json, "titles"));
	put_articles(out, json);
	if (first_of(json, "sentences"))
		buf_puts(out, "\nWhy these sentences: score = sum of points (value x weight); taken in turn by the "
			      "most of score + news - repetition - no verb\n");
	for (const struct json *sentence = first_of(json, "sentences"); sentence; sentence = sentence->next)
		put_sentence(out, sentence, number++);
	if (first_of(json, "sentences"))
		put_left_out(out, first_of(json, "left_out"));
}
