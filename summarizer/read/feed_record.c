/*
 * Entries of feeds. In: values with their ranks. Out: articles. Full text wins over a summary unless nothing readable
 * is left of it; a feed's title is the site unless the entry names its source; links are resolved against the feed's.
 * Refuses: links that are not http or https.
 */
#include "read/feed_record.h"

#include "base/url.h"
#include "base/utf8.h"
#include "read/feed_date.h"
#include "read/html.h"

static struct ng_text value_of(struct arena *arena, enum feed_slot slot, const struct feed_value *value)
{
	struct stamp stamp;

	switch (slot) {
	case FEED_TEXT:
	case FEED_SUMMARY:
	case FEED_URL:
	case FEED_ID:
		return text_trim(value->text);
	case FEED_DATE:
		return feed_date(arena, value->text, &stamp) ? value->text : TEXT("");
	case FEED_AUTHOR:
		return feed_person(arena, value->text);
	default:
		return feed_line(arena, value->text, value->markup);
	}
}

void feed_record_put(struct arena *arena, struct feed_record *record, enum feed_slot slot, struct feed_value value)
{
	struct feed_value *kept = &record->at[slot];

	if (value.rank < kept->rank || (value.rank == kept->rank && slot != FEED_AUTHOR))
		return;
	value.text = value_of(arena, slot, &value);
	if (!value.text.len)
		return;
	if (value.rank == kept->rank)
		value.text = arena_format(arena, "%.*s, %.*s", TEXT_ARGS(kept->text), TEXT_ARGS(value.text));
	*kept = value;
}

struct fragment {
	const struct read_context *context;
	struct ng_text html;
	struct article *article;
};

static void read_fragment(void *data)
{
	struct fragment *fragment = data;

	html_read_fragment(fragment->context, fragment->html, fragment->article);
}

/* A text over a limit of HTML's costs the entry its text, not the feed its other entries. */
static void try_fragment(const struct read_context *context, struct ng_text html, struct article *article)
{
	struct article read = *article;
	struct fragment fragment = {context, html, &read};
	struct ng_error error;

	if (arena_try(context->arena, read_fragment, &fragment, &error))
		*article = read;
	else if (error.status != NG_BAD_INPUT)
		arena_throw(context->arena, &error);
}

static void read_body(const struct read_context *context, const struct feed_value *value, struct article *article)
{
	struct ng_text text = value->text;

	if (!value->rank)
		return;
	if (value->markup == FEED_GUESS || value->markup == FEED_HTML)
		text = feed_html(context->arena, text);
	if (value->markup >= FEED_HTML || (value->markup == FEED_GUESS && feed_has_tags(text)))
		try_fragment(context, text, article);
	else
		article->text = value->markup == FEED_GUESS ? feed_unescaped(context->arena, text) : text;
}

/* The link, made absolute; empty: none to a page. */
static struct ng_text page_url(struct arena *arena, struct ng_text url, struct ng_text feed_url)
{
	struct url parts;

	if (url.len && !url_split(url, &parts))
		url = url_resolve(arena, feed_url, url);
	bool to_page = url_is_safe(url) && url_split(url, &parts);
	return to_page ? url : TEXT("");
}

static struct ng_text first_of(const struct feed_record *entry, const struct feed_record *feed, enum feed_slot slot)
{
	return entry->at[slot].rank ? entry->at[slot].text : feed->at[slot].text;
}

void feed_record_article(const struct read_context *context, const struct feed_record *entry,
			 const struct feed_record *feed, struct articles *articles)
{
	struct article article = {.published = STAMP_NONE, .file_day = context->file_day};

	article.title = entry->at[FEED_TITLE].text;
	article.url = page_url(context->arena, entry->at[FEED_URL].text, feed->at[FEED_URL].text);
	article.id = entry->at[FEED_ID].rank ? entry->at[FEED_ID].text : article.url;
	if (!article.id.len)
		article.id = arena_format(context->arena, "%.*s#%zu", TEXT_ARGS(context->name), articles->n + 1);
	article.author = first_of(entry, feed, FEED_AUTHOR);
	article.section = first_of(entry, feed, FEED_SECTION);
	article.language = first_of(entry, feed, FEED_LANGUAGE);
	article.site = entry->at[FEED_SITE].rank ? entry->at[FEED_SITE].text : feed->at[FEED_TITLE].text;
	if (entry->at[FEED_DATE].rank && feed_date(context->arena, entry->at[FEED_DATE].text, &article.published))
		article.published_from = FROM_FEED;
	read_body(context, &entry->at[FEED_TEXT], &article);
	if (!text_trim(article.text).len)
		read_body(context, &entry->at[FEED_SUMMARY], &article);
	*array_add(context->arena, articles) = article;
}
