/*
 * Verifying. In: a briefing's JSON and the inputs it was made from. Out: the number of printed items, all of which
 * stand in their articles: headlines and titles are the article's title, sentences, quotes and entries of timelines are
 * its bytes [start, end) with white space folded, and each word of a speaker's name and role stands in its text.
 * Articles are found by id: among the inputs, and those of earlier days, which a growing timeline prints from, in the
 * state where there is one. Refuses: a briefing that is none; the first item that differs, or whose article is nowhere.
 */
#include "edition_article.h"

#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "render/render.h"

enum check_kind { CHECK_TITLE, CHECK_SPAN, CHECK_NAME };

struct check {
	struct check *next; /* of the same article */
	enum check_kind kind;
	const char *what;
	struct ng_origin origin;
	struct ng_text text;
	bool seen, good;
};

struct verifying {
	struct ng_edition *edition;
	const char *path;
	size_t *items;
	const struct ng_briefing *briefing;
	struct {
		struct check **at; /* in the briefing's order */
		size_t n, room;
	} checks;
	struct check **of_article;
	struct table articles; /* id -> the briefing's article + 1; several of one id: the last, see `same` */
	uint32_t *same;        /* the one before it of the same id, + 1 */
};

static void add_check(struct verifying *this, enum check_kind kind, const char *what, struct ng_origin origin,
		      struct ng_text text)
{
	struct arena *arena = this->edition->work;
	struct check *check = arena_new_of(arena, struct check);

	if (!text.len)
		return;
	if (origin.article >= this->briefing->n_articles)
		arena_fail(arena, NG_BAD_INPUT, text_of(this->path), 0, "a %s names article %lu, which is not listed",
			   what, (unsigned long)origin.article);
	*check = (struct check){this->of_article[origin.article], kind, what, origin, text, false, false};
	this->of_article[origin.article] = check;
	*array_add(arena, &this->checks) = check;
}

static void add_item(struct verifying *this, const char *what, const struct ng_item *item)
{
	enum check_kind kind = item->origin.start == item->origin.end ? CHECK_TITLE : CHECK_SPAN;

	add_check(this, kind, what, item->origin, item->text);
}

static void add_story(struct verifying *this, const struct ng_story *story)
{
	add_item(this, "headline", &story->headline);
	for (size_t i = 0; i < story->n_sentences; i++)
		add_item(this, "sentence", &story->sentences[i]);
	for (size_t i = 0; i < story->n_quotes; i++) {
		const struct ng_quote *quote = &story->quotes[i];
		add_check(this, CHECK_SPAN, "quote", quote->origin, quote->text);
		add_check(this, CHECK_NAME, "speaker", quote->origin, quote->speaker);
		add_check(this, CHECK_NAME, "role", quote->origin, quote->role);
	}
	for (size_t i = 0; i < story->n_timeline; i++)
		add_item(this, "timeline entry", &story->timeline[i].item);
}

static void list_checks(struct verifying *this)
{
	struct arena *arena = this->edition->work;
	const struct ng_briefing *briefing = this->briefing;

	this->of_article = arena_array(arena, briefing->n_articles, struct check *);
	this->same = arena_array(arena, briefing->n_articles, uint32_t);
	this->articles = table_new(arena);
	for (size_t i = 0; i < briefing->n_articles; i++) {
		struct table_entry *entry = table_put(&this->articles, briefing->articles[i].id);
		this->same[i] = (uint32_t)entry->value;
		entry->value = i + 1;
	}
	for (size_t i = 0; i < briefing->n_stories; i++)
		add_story(this, &briefing->stories[i]);
	for (size_t i = 0; i < briefing->n_articles; i++)
		add_check(this, CHECK_TITLE, "title", (struct ng_origin){(uint32_t)i, 0, 0},
			  briefing->articles[i].title);
}

static struct ng_text folded(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	utf8_squeeze(&buf, text);
	return buf_text(&buf);
}

static bool has_words(struct ng_text text, struct ng_text words)
{
	struct ng_text word;

	while (text_cut(&words, ' ', &word))
		if (text_find(text, word, 0) == text.len)
			return false;
	return true;
}

static bool stands(struct arena *scratch, const struct check *check, const struct article *article)
{
	switch (check->kind) {
	case CHECK_TITLE:
		return text_equal(folded(scratch, article->title), check->text);
	case CHECK_NAME:
		return has_words(article->text, check->text) || has_words(article->title, check->text);
	case CHECK_SPAN:
		break;
	}
	return check->origin.end <= article->text.len && check->origin.start < check->origin.end &&
	       text_equal(folded(scratch, text_slice(article->text, check->origin.start, check->origin.end)),
			  check->text);
}

static void verify_found(void *user, struct arena *scratch, const struct article *article, const struct place *place)
{
	struct verifying *this = user;
	const struct table_entry *entry = table_get(&this->articles, article->id);
	struct document document;

	(void)place;
	if (!entry)
		return;
	edition_document(this->edition, NULL, scratch, article, 0, &document);
	for (uint64_t i = entry->value; i; i = this->same[i - 1])
		for (struct check *check = this->of_article[i - 1]; check; check = check->next) {
			check->seen = true;
			check->good = check->good || stands(scratch, check, &document.article);
		}
}

static void verify_failed(void *user, struct ng_text id, const struct ng_error *error)
{
	struct verifying *this = user;

	(void)id;
	edition_skip(this->edition, error);
}

struct recalled {
	struct verifying *this;
	struct check *checks; /* of the article */
};

static void verify_recalled(void *user, struct ng_text title, struct ng_text text)
{
	struct recalled *recalled = user;
	struct article article = {.title = title, .text = text};

	for (struct check *check = recalled->checks; check; check = check->next) {
		check->seen = true;
		check->good = check->good || stands(recalled->this->edition->work, check, &article);
	}
}

/* What no input holds may stand in an article that the state keeps. */
static void verify_from_state(struct verifying *this)
{
	struct ng_edition *edition = this->edition;

	if (!edition->options.state)
		return;
	struct archive *archive = archive_open(edition->work, edition->options.state, ARCHIVE_READ);
	for (size_t i = 0; i < this->briefing->n_articles; i++) {
		struct recalled recalled = {this, this->of_article[i]};
		bool good = true;
		for (const struct check *check = recalled.checks; check; check = check->next)
			good = good && check->good;
		if (!good)
			archive_articles(edition->work, archive, this->briefing->articles[i].id, verify_recalled,
					 &recalled);
	}
	archive_close(archive);
}

static void report(const struct verifying *this)
{
	enum { SHOWN = 100 };

	for (size_t i = 0; i < this->checks.n; i++) {
		const struct check *check = this->checks.at[i];
		struct ng_text id = this->briefing->articles[check->origin.article].id;
		struct ng_text text = text_slice(check->text, 0, SHOWN);
		if (!check->seen)
			arena_fail(this->edition->work, NG_DIFFERENT, id, 0,
				   "is not among the inputs%s, but a %s is from it: \"%.*s\"",
				   this->edition->options.state ? " and not in the state" : "", check->what,
				   TEXT_ARGS(text));
		if (!check->good)
			arena_fail(this->edition->work, NG_DIFFERENT, id, 0,
				   "%s does not stand at bytes %lu to %lu: \"%.*s\"", check->what,
				   (unsigned long)check->origin.start, (unsigned long)check->origin.end,
				   TEXT_ARGS(text));
	}
}

static void verify(void *data)
{
	struct verifying *this = data;
	struct ng_edition *edition = this->edition;
	const struct ng_limits *limits = &edition->options.limits;
	struct input_cursor *cursor = inputs_open(edition->stream, &edition->inputs, limits);
	struct ng_text bytes = file_read(edition->work, this->path, limits->input_bytes);
	struct chunk chunk;

	this->briefing = briefing_from_json(edition->work, json_parse(edition->work, bytes, limits->depth));
	list_checks(this);
	for (;;) {
		struct arena_mark mark = arena_mark(edition->work);
		if (!inputs_next(cursor, edition->work, &chunk))
			break;
		edition_walk(&(struct walk){edition, this, verify_found, verify_failed}, &chunk, edition->work);
		arena_reset(edition->work, mark);
	}
	verify_from_state(this);
	report(this);
	*this->items = this->checks.n;
}

enum ng_status ng_edition_verify_file(ng_edition *edition, const char *path, size_t *items)
{
	struct verifying this = {.edition = edition, .path = path, .items = items};

	return edition_guard(edition, verify, &this);
}
