/*
 * Wishes. In: options, and articles one by one. Out: articles of muted sources, other languages and other sections left
 * out; stories with muted words left out, those with followed words marked. A word is looked for as the article's
 * language stems it ("election" finds "elections"), a phrase as such words in a row, in the title and the lead: what is
 * only mentioned further down is not what a story is about. A story is muted when at least half of its articles are.
 */
#include "edition_wish.h"

#include "base/utf8.h"

enum { LEAD_SENTENCES = 3 };

/* The phrases of a list as one language stems them; a worker keeps them for the languages it met. */
struct phrases {
	struct phrase {
		struct word *at;
		size_t n;
	} * at;
	size_t n, room;
};

struct wish_stems {
	struct wish_stems *next;
	const struct language *language;
	struct phrases mute, follow;
};

void wish_open(struct ng_edition *edition)
{
	struct ng_options *options = &edition->options;
	struct ng_source *sources = arena_array(edition->arena, options->n_sources, struct ng_source);
	const char **lists[] = {&options->languages, &options->sections, &options->mute, &options->follow,
				&options->theme_settings};

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i] = *lists[i] ? arena_string(edition->arena, text_of(*lists[i])) : NULL;
	for (size_t i = 0; i < options->n_sources; i++) {
		sources[i] = options->sources[i];
		sources[i].host = arena_string(edition->arena, text_of(sources[i].host));
		sources[i].name = sources[i].name ? arena_string(edition->arena, text_of(sources[i].name)) : NULL;
		if (!(sources[i].weight > 0))
			arena_fail(edition->arena, NG_USAGE, text_of(sources[i].host), 0,
				   "a source's weight must be above 0");
	}
	options->sources = sources;
}

/* "example.org" is of "www.example.org" and "news.example.org". */
static bool is_of_host(struct ng_text host, struct ng_text source)
{
	size_t more = host.len - source.len;

	return host.len >= source.len && text_equal_fold(text_slice(host, more, host.len), source) &&
	       (more == 0 || host.at[more - 1] == '.');
}

const struct ng_source *wish_source(const struct ng_edition *edition, struct ng_text host, struct ng_text site)
{
	const struct ng_source *found = NULL;

	for (size_t i = 0; i < edition->options.n_sources; i++) {
		const struct ng_source *source = &edition->options.sources[i];
		struct ng_text name = text_of(source->host);
		bool hit = name.len && (is_of_host(host, name) || text_equal_fold(site, name));
		if (hit && (!found || name.len > text_of(found->host).len)) /* the most special one */
			found = source;
	}
	return found;
}

static struct ng_text folded(struct arena *scratch, struct ng_text text)
{
	struct buf out = buf_new(scratch, SIZE_MAX);

	utf8_fold(&out, text_trim(text));
	return buf_text(&out);
}

static bool lists(struct arena *scratch, const char *list, struct ng_text name)
{
	struct ng_text rest = text_of(list), entry;

	while (rest.len && text_cut(&rest, ',', &entry))
		if (text_equal(folded(scratch, entry), folded(scratch, name)))
			return true;
	return false;
}

/* "en-GB" is "en". */
static struct ng_text main_language(struct ng_text code)
{
	size_t len = 0;

	while (len < code.len && code.at[len] != '-' && code.at[len] != '_')
		len++;
	return text_slice(code, 0, len);
}

static bool is_unwanted(const struct ng_edition *edition, struct arena *scratch, const struct article *article,
			const struct ng_source *source)
{
	const struct ng_options *options = &edition->options;

	return (source && source->mute) ||
	       (options->languages && !lists(scratch, options->languages, main_language(article->language))) ||
	       (options->sections && article->section.len && !lists(scratch, options->sections, article->section));
}

static struct phrases stem(struct edition_worker *worker, const struct language *language, const char *list)
{
	struct phrases phrases = {0};
	struct ng_text rest = text_of(list), entry;

	while (rest.len && text_cut(&rest, ',', &entry)) {
		struct words words = {0};
		words_find(worker->words, worker->keep, language, entry, 0, (uint32_t)entry.len, &words);
		if (words.n)
			*(struct phrase *)array_add(worker->keep, &phrases) = (struct phrase){words.at, words.n};
	}
	return phrases;
}

static const struct wish_stems *stems_of(const struct ng_edition *edition, struct edition_worker *worker,
					 const struct language *language)
{
	struct wish_stems *stems = worker->stems;

	while (stems && stems->language != language)
		stems = stems->next;
	if (stems)
		return stems;
	stems = arena_new_of(worker->keep, struct wish_stems);
	*stems = (struct wish_stems){worker->stems, language, stem(worker, language, edition->options.mute),
				     stem(worker, language, edition->options.follow)};
	worker->stems = stems;
	return stems;
}

static bool has_phrase(const struct word *words, size_t n, const struct phrase *phrase)
{
	for (size_t i = 0; i + phrase->n <= n; i++) {
		size_t k = 0;
		while (k < phrase->n && words[i + k].stem == phrase->at[k].stem)
			k++;
		if (k == phrase->n)
			return true;
	}
	return false;
}

static bool has_any(const struct document *document, const struct phrases *phrases)
{
	size_t n = document->n_sentences < LEAD_SENTENCES ? document->n_sentences : LEAD_SENTENCES;
	const struct sentence *last = n ? &document->sentences[n - 1] : NULL;
	size_t n_words = last ? last->first_word + last->n_words : 0;

	for (size_t i = 0; i < phrases->n; i++)
		if (has_phrase(document->title_words, document->n_title_words, &phrases->at[i]) ||
		    has_phrase(document->words, n_words, &phrases->at[i]))
			return true;
	return false;
}

void wish_mark(const struct ng_edition *edition, struct edition_worker *worker, struct arena *scratch,
	       const struct document *document, struct item *item)
{
	const struct article *article = &document->article;
	const struct ng_source *source = wish_source(edition, article->host, article->site);

	item->weight = source ? source->weight : 1;
	item->unwanted = is_unwanted(edition, scratch, article, source);
	if (!edition->options.mute && !edition->options.follow)
		return;
	const struct wish_stems *stems = stems_of(edition, worker, document->language);
	item->muted = has_any(document, &stems->mute);
	item->followed = has_any(document, &stems->follow);
}

size_t wish_leave_out(struct readings *readings)
{
	size_t n = 0, all = readings->n;

	for (size_t i = 0; i < all; i++)
		if (!readings->at[i]->item.unwanted)
			readings->at[n++] = readings->at[i];
	readings->n = n;
	return all - n;
}

static bool is_muted(const struct item *items, const struct story_plan *plan)
{
	size_t muted = 0;

	for (size_t i = 0; i < plan->n_items; i++) {
		muted += items[plan->items[i]].muted;
		if (items[plan->items[i]].followed)
			return false;
	}
	return muted && muted * 2 >= plan->n_items;
}

size_t wish_mute(const struct item *items, struct story_plans *plans)
{
	size_t n = 0, all = plans->n;

	for (size_t i = 0; i < all; i++)
		if (!is_muted(items, &plans->at[i]))
			plans->at[n++] = plans->at[i];
	plans->n = n;
	return all - n;
}
