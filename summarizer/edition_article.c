/*
 * One article through the stages. In: a chunk's records. Out: articles read, cleaned, and taken as far as a command
 * needs. The order is that of the folders: read, clean, language, story.
 */
#include "edition_article.h"

#include "clean/repeat.h"
#include "language/date_find.h"
#include "language/publication.h"
#include "language/sentence.h"

/* A text of few words tells its language together with its title. */
static const struct language *identify(const struct ng_edition *edition, struct arena *arena,
				       const struct article *article)
{
	enum { FEW_BYTES = 400 };

	if (article->text.len >= FEW_BYTES)
		return language_identify(edition->languages, article->text);
	return language_identify(
	    edition->languages, arena_format(arena, "%.*s\n%.*s", TEXT_ARGS(article->title), TEXT_ARGS(article->text)));
}

static const struct language *choose_language(const struct ng_edition *edition, struct arena *arena,
					      const struct article *article)
{
	if (article->language.len)
		return language_of(edition->languages, article->language);
	if (edition->options.language)
		return language_of(edition->languages, text_of(edition->options.language));
	return identify(edition, arena, article);
}

/* Nothing that was only found is published after the briefing's day; a publisher's clock may be a zone ahead. */
static void disbelieve_future(const struct ng_edition *edition, struct article *article)
{
	if (edition->date == NG_NO_DAY || article->published_from == FROM_RECORD ||
	    article->published.day == NG_NO_DAY || article->published.day <= edition->date + 1)
		return;
	article->published = STAMP_NONE;
	article->published_from = FROM_NOWHERE;
}

void edition_document(const struct ng_edition *edition, struct word_reader *words, struct arena *arena,
		      const struct article *article, unsigned stages, struct document *document)
{
	*document = (struct document){.article = *article, .anchor = NG_NO_DAY};
	if (edition->options.clean)
		clean_article(arena, edition->clean, &document->article, edition->keep);
	else
		clean_nothing(arena, &document->article);
	if (edition->repeats)
		repeats_mark(edition->repeats, &document->article, edition->keep);
	document->language = choose_language(edition, arena, article);
	if (!document->article.language.len)
		document->article.language = document->language->code;
	bool undated = stages && document->article.published.day == NG_NO_DAY;
	if (undated || stages & ~(unsigned)STAGE_DAY)
		document_sentences(arena, document, edition->options.limits.article_sentences);
	if (undated)
		document_publication(arena, document);
	disbelieve_future(edition, &document->article);
	document->anchor =
	    document->article.published.day != NG_NO_DAY ? document->article.published.day : edition->date;
	if (stages & STAGE_WORDS)
		document_words(words, arena, document);
	if (stages & STAGE_DATES)
		document_dates(arena, document);
	if (stages & STAGE_QUOTES)
		document_quotes(arena, edition->quotes, document);
}

struct one_record {
	const struct walk *walk;
	struct arena *scratch;
	struct record record;
	struct ng_text bytes;
	struct articles articles;
};

static void tell_fault(void *user, const struct ng_error *error)
{
	const struct walk *walk = user;

	walk->failed(walk->user, text_of(error->where), error);
}

static void read_one(void *data)
{
	struct one_record *one = data;
	const struct ng_edition *edition = one->walk->edition;
	const struct input *input = &edition->inputs.at[one->record.input];
	struct read_context context = {
	    .arena = one->scratch,
	    .name = input->name,
	    .line = one->record.line,
	    .file_day = input->file_day,
	    .limits = &edition->options.limits,
	    .fault = tell_fault,
	    .user = (void *)one->walk,
	};

	if (input->reader->record_end && one->bytes.len > context.limits->record_bytes)
		arena_fail(one->scratch, NG_BAD_INPUT, input->name, one->record.line,
			   "a record is over the limit of %zu bytes (record_bytes)", context.limits->record_bytes);
	read_record(input->reader, &context, one->bytes, &one->articles);
}

static bool is_blank(struct ng_text bytes)
{
	return text_trim(bytes).len == 0;
}

void edition_walk(const struct walk *walk, const struct chunk *chunk, struct arena *scratch)
{
	const struct inputs *inputs = &walk->edition->inputs;
	struct arena_mark mark = arena_mark(scratch);
	struct one_record one = {.walk = walk, .scratch = scratch};
	struct ng_error error;
	unsigned long line = 0;
	size_t at = 0;

	if (chunk->error.status == NG_INTERNAL) /* no memory: not the input's fault, and nothing may be lost */
		arena_throw(scratch, &chunk->error);
	if (chunk->error.status != NG_OK) {
		walk->failed(walk->user, inputs->at[chunk->input].name, &chunk->error);
		return;
	}
	while (chunk_next(inputs, chunk, &at, &line, &one.record, &one.bytes)) {
		one.articles = (struct articles){0};
		if (inputs->at[chunk->input].reader->record_end && is_blank(one.bytes))
			continue;
		bool read = arena_try(scratch, read_one, &one, &error);
		if (!read && error.status == NG_INTERNAL)
			arena_throw(scratch, &error);
		if (!read)
			walk->failed(walk->user, inputs->at[chunk->input].name, &error);
		struct arena_mark read_mark = arena_mark(scratch);
		for (size_t i = 0; read && i < one.articles.n; i++) {
			if (walk->edition->options.stories_given && !one.articles.at[i].story.len)
				one.articles.at[i].story = inputs->at[chunk->input].folder;
			walk->found(walk->user, scratch, &one.articles.at[i], &(struct place){one.record, (uint32_t)i});
			arena_reset(scratch, read_mark);
		}
		arena_reset(scratch, mark);
	}
}
