/*
 * One story told. In: its documents, read and cut into sentences, words, dates and quotes. Out: headline, summary, key
 * quotes and timeline, each item with its origin. Copies have no vote: only originals are ranked, quoted and dated. A
 * quote that the summary already prints is left out. A story without any title is headed by its best sentence.
 */
#include "story/story.h"

#include "base/escape.h"
#include "base/sort.h"
#include "base/table.h"
#include "base/utf8.h"
#include "story/key_quote.h"
#include "story/reader.h"
#include "story/timeline.h"

enum { SLUG_MAX = 60, SENTENCE_BYTES_MOST = 1000 /* what is longer is no sentence that a reader wants */ };

struct telling {
	struct arena *arena, *scratch;
	const struct document *documents; /* those that vote */
	const uint32_t *articles;         /* of each */
	size_t n;
	int32_t today;
	const struct story_lengths *lengths;
	struct ng_story *story;
	struct {
		uint64_t *at; /* document << 32 | sentence: printed already, in the summary or as a quotation */
		size_t n, room;
	} told;
};

static void note_told(struct telling *telling, uint32_t document, uint32_t sentence)
{
	*array_add(telling->scratch, &telling->told) = (uint64_t)document << 32 | sentence;
}

static struct ng_text fold_space(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	utf8_squeeze(&buf, text);
	return buf_text(&buf);
}

static struct ng_item item_of(const struct telling *telling, uint32_t document, uint32_t start, uint32_t end,
			      double score)
{
	struct ng_text text = text_slice(telling->documents[document].article.text, start, end);

	return (struct ng_item){fold_space(telling->arena, text), {telling->articles[document], start, end}, score};
}

static struct ng_item sentence_item(const struct telling *telling, uint32_t document, uint32_t index, double score)
{
	const struct sentence *sentence = &telling->documents[document].sentences[index];

	uint32_t start = reader_start(&telling->documents[document], sentence);

	return item_of(telling, document, start, sentence->end, score);
}

static int32_t newest_day(const struct document *documents, size_t n)
{
	int32_t newest = NG_NO_DAY;

	for (size_t i = 0; i < n; i++)
		if (documents[i].article.published.day > newest)
			newest = documents[i].article.published.day;
	return newest;
}

/* A briefing tells the last day of a story; what was before stands in its timeline. */
static const bool *find_skipped(struct arena *arena, const struct document *documents, size_t n,
				const struct story_lengths *lengths, const struct ranking *ranking)
{
	bool *skipped = arena_array(arena, ranking->n, bool);
	int32_t newest = newest_day(documents, n);

	for (size_t i = 0; i < ranking->n; i++) {
		const struct document *document = &documents[ranking->at[i].document];
		const struct sentence *sentence = &document->sentences[ranking->at[i].sentence];
		int32_t day = document->article.published.day;
		skipped[i] = sentence->end - sentence->start > SENTENCE_BYTES_MOST ||
			     (day != NG_NO_DAY && day < newest) ||
			     (lengths->may && !lengths->may(lengths->user, document, sentence));
	}
	return skipped;
}

struct summary story_summary(struct arena *arena, const struct document *documents, size_t n,
			     const struct story_lengths *lengths)
{
	struct rank_budget budget = {.words = lengths->words, .sentences = lengths->sentences, .reader = true};
	struct summary summary = {.ranking = rank_sentences(arena, documents, n, lengths->ranked)};

	budget.skip = find_skipped(arena, documents, n, lengths, &summary.ranking);
	summary.choice = rank_select(arena, documents, &summary.ranking, &budget);
	return summary;
}

static void tell_summary(struct telling *telling)
{
	struct ng_story *story = telling->story;
	struct choice choice = story_summary(telling->scratch, telling->documents, telling->n, telling->lengths).choice;

	story->sentences = arena_array(telling->arena, choice.n, struct ng_item);
	for (size_t i = 0; i < choice.n; i++) {
		const struct chosen *chosen = &choice.at[i];
		note_told(telling, chosen->document, chosen->sentence);
		story->sentences[story->n_sentences++] =
		    sentence_item(telling, chosen->document, chosen->sentence, chosen->score);
	}
}

/* The summary already prints these words. */
static bool is_told(const struct telling *telling, struct ng_text words)
{
	for (size_t i = 0; i < telling->story->n_sentences; i++) {
		struct ng_text told = telling->story->sentences[i].text;
		if (text_find(told, words, 0) < told.len || text_find(words, told, 0) < words.len)
			return true;
	}
	return false;
}

/* A quotation's own comma belongs to the sentence around it ("...," she said). */
static uint32_t quote_end(const struct document *document, const struct quote *quote)
{
	uint32_t end = quote->end;

	while (end > quote->start + 1 &&
	       (document->article.text.at[end - 1] == ',' || document->article.text.at[end - 1] == ' '))
		end--;
	return end;
}

static void tell_quote(const struct telling *telling, const struct key_quote *key, struct ng_quote *told)
{
	const struct quote *quote = &telling->documents[key->document].quotes[key->quote];
	uint32_t end = quote_end(&telling->documents[key->document], quote);
	struct ng_item item = item_of(telling, key->document, quote->start, end, key->score);

	told->text = item.text;
	told->origin = item.origin;
	told->score = key->score;
	told->speaker = fold_space(telling->arena, quote->speaker);
	told->role = fold_space(telling->arena, quote->role);
	told->cue = fold_space(telling->arena, quote->cue);
	told->how = text_of(quote->how);
	told->articles = arena_array(telling->arena, key->n_documents, uint32_t);
	told->n_articles = key->n_documents;
	for (size_t i = 0; i < key->n_documents; i++)
		told->articles[i] = telling->articles[key->documents[i]];
}

static bool may_quote(const struct telling *telling, const struct key_quote *key)
{
	const struct story_lengths *lengths = telling->lengths;
	const struct document *document = &telling->documents[key->document];

	return !lengths->may_quote || lengths->may_quote(lengths->user, document, &document->quotes[key->quote]);
}

static void tell_quotes(struct telling *telling)
{
	size_t most = telling->lengths->quotes;
	struct ng_story *story = telling->story;

	if (!most)
		return;
	/* As many again, for those that the summary already prints. */
	struct key_quotes keys =
	    key_quotes_choose(telling->scratch, telling->documents, telling->n, most + story->n_sentences);
	story->quotes = arena_array(telling->arena, most, struct ng_quote);
	for (size_t i = 0; i < keys.n && story->n_quotes < most; i++) {
		struct ng_quote quote = {0};
		tell_quote(telling, &keys.at[i], &quote);
		if (quote.text.len > SENTENCE_BYTES_MOST || is_told(telling, quote.text) ||
		    !may_quote(telling, &keys.at[i]))
			continue;
		story->quotes[story->n_quotes++] = quote;
		uint32_t document = keys.at[i].document;
		note_told(telling, document, telling->documents[document].quotes[keys.at[i].quote].sentence);
	}
}

static int order_told(const void *a, const void *b, void *context)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	(void)context;
	return left < right ? -1 : left > right;
}

static bool is_overlong(const struct telling *telling, const struct timeline_entry *entry)
{
	const struct document *document = &telling->documents[entry->sentences[0].document];
	const struct sentence *sentence = &document->sentences[entry->sentences[0].sentence];

	return sentence->end - sentence->start > SENTENCE_BYTES_MOST;
}

static void tell_timeline(struct telling *telling)
{
	struct ng_story *story = telling->story;
	uint64_t *told = telling->told.at;

	if (!telling->lengths->timeline)
		return;
	sort_stable(telling->scratch, told, telling->told.n, sizeof *told, order_told, NULL);
	struct timeline_options options = {
	    .from = NG_NO_DAY,
	    .to = NG_NO_DAY,
	    .today = telling->today,
	    .per_day = 1,
	    .digest = true,
	    .lone_date = telling->lengths->lone_date,
	    .told = told,
	    .n_told = telling->told.n,
	};
	struct timeline timeline = timeline_make(telling->scratch, telling->documents, telling->n, &options);
	story->timeline = arena_array(telling->arena, timeline.n, struct ng_event);
	for (size_t i = 0; i < timeline.n; i++) {
		const struct timeline_entry *entry = &timeline.at[i];
		if (!entry->n_sentences || is_overlong(telling, entry))
			continue;
		story->timeline[story->n_timeline++] = (struct ng_event){
		    .date = arena_copy(telling->arena, text_of(entry->value)),
		    .granularity = entry->granularity,
		    .day = entry->day,
		    .ahead = entry->ahead,
		    .item = sentence_item(telling, entry->sentences[0].document, entry->sentences[0].sentence,
					  entry->salience),
		};
	}
}

/* The value most documents have, the smallest of equals; empty when none has one. */
static struct ng_text majority(struct arena *scratch, const struct document *documents, size_t n, size_t field)
{
	struct table counts = table_new(scratch);
	struct ng_text best = TEXT("");
	uint64_t most = 0;

	for (size_t i = 0; i < n; i++) {
		struct ng_text value = *(const struct ng_text *)((const char *)&documents[i].article + field);
		if (value.len)
			table_put(&counts, value)->value++;
	}
	for (size_t i = 0; i < counts.n; i++) {
		const struct table_entry *entry = &counts.at[i];
		if (entry->value > most || (entry->value == most && text_compare(entry->key, best) < 0)) {
			most = entry->value;
			best = entry->key;
		}
	}
	return best;
}

/* The first words of a text that has neither a title nor a sentence to head it. */
static struct ng_item first_words(const struct telling *telling, struct ng_text text, uint32_t article)
{
	enum { MOST = 160 };
	size_t start = 0, end;
	uint32_t rune;

	while (start < text.len && (unsigned char)text.at[start] <= ' ')
		start++;
	for (end = start; end < text.len && end < start + MOST && text.at[end] != '\n';)
		end += utf8_decode(text, end, &rune);
	for (size_t blank = end; end < text.len && text.at[end] != '\n' && blank > start; blank--)
		if (text.at[blank] == ' ') {
			end = blank;
			break;
		}
	return (struct ng_item){
	    fold_space(telling->arena, text_slice(text, start, end)), {article, (uint32_t)start, (uint32_t)end}, 0};
}

static void tell_headline(struct telling *telling, const struct document *document, uint32_t article)
{
	struct ng_story *story = telling->story;
	struct buf slug = buf_new(telling->arena, SIZE_MAX);

	if (document->article.title.len) {
		story->headline.text = fold_space(telling->arena, document->article.title);
		story->headline.origin.article = article;
	} else if (story->n_sentences) {
		story->headline = story->sentences[0];
		story->sentences++;
		story->n_sentences--;
	} else {
		story->headline = first_words(telling, document->article.text, article);
	}
	slug_put(&slug, story->headline.text, SLUG_MAX);
	story->slug = buf_text(&slug);
}

void story_tell(struct arena *arena, struct arena *scratch, const struct document *documents, const uint32_t *articles,
		const bool *vote, size_t n, size_t headline, int32_t today, const struct story_lengths *lengths,
		struct ng_story *story)
{
	struct document *voting = arena_array(scratch, n, struct document);
	uint32_t *voting_articles = arena_array(scratch, n, uint32_t);
	struct telling telling = {arena, scratch, voting, voting_articles, 0, today, lengths, story, {0}};

	for (size_t i = 0; i < n; i++) {
		if (!vote[i])
			continue;
		voting[telling.n] = documents[i];
		voting_articles[telling.n++] = articles[i];
	}
	story->section = arena_copy(arena, majority(scratch, documents, n, offsetof(struct article, section)));
	story->language = arena_copy(arena, majority(scratch, documents, n, offsetof(struct article, language)));
	tell_summary(&telling);
	tell_quotes(&telling);
	tell_timeline(&telling);
	tell_headline(&telling, &documents[headline], articles[headline]);
}
