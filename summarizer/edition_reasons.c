/*
 * Reasons gathered. In: a story of a briefing and what the same inputs give now. Out: a JSON object with the importance
 * and its factors, the titles and their faults, the articles with what each is most like, all pairs of them, the
 * printed sentences with the terms of their scores, and notes on what differs from the briefing.
 */
#include "edition_reasons.h"

#include "base/utf8.h"
#include "story/cluster_why.h"
#include "story/rank.h"
#include "story/reader.h"

#include <math.h>

enum { COMPARED_MOST = 30, DECIMALS = 4 };

static struct json *real(const struct reasons *reasons, double value)
{
	return json_real(reasons->arena, value, DECIMALS);
}

static struct json *count(const struct reasons *reasons, size_t value)
{
	return json_int(reasons->arena, (int64_t)value);
}

static struct json *id_of(const struct reasons *reasons, uint32_t item)
{
	return json_string(reasons->arena, reasons->composing->readings.at[item]->id);
}

static struct json *importance_of(const struct reasons *reasons)
{
	const struct story_plan *plan = reasons->one->plan;
	struct json *json = json_new(reasons->arena, JSON_OBJECT);

	json_set(json, "value", real(reasons, plan->importance));
	json_set(json, "voices", real(reasons, plan->voices));
	json_set(json, "freshness", real(reasons, plan->freshness));
	json_set(json, "wish", real(reasons, plan->wish));
	json_set(json, "articles", count(reasons, plan->n_items));
	json_set(json, "outlets", count(reasons, plan->n_outlets));
	json_set(json, "copies", count(reasons, plan->n_copies));
	return json;
}

static struct json *faults_of(const struct reasons *reasons, unsigned faults)
{
	static const struct {
		enum headline_fault fault;
		const char *name;
	} names[] = {
	    {HEADLINE_EMPTY, "empty"},
	    {HEADLINE_CUT, "cut or a masthead"},
	    {HEADLINE_SHORT, "under four words"},
	    {HEADLINE_SHOUTS, "shouts"},
	    {HEADLINE_SUFFIX, "ends in a name"},
	    {HEADLINE_FEATURE, "a feature's"},
	    {HEADLINE_OLD, "of an earlier day"},
	};
	struct json *list = json_new(reasons->arena, JSON_LIST);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (faults & names[i].fault)
			json_add(list, json_string(reasons->arena, text_of(names[i].name)));
	return list;
}

/* Those of the originals, which are the plan's first items. */
static struct json *titles_of(const struct reasons *reasons)
{
	const struct story_plan *plan = reasons->one->plan;
	size_t n = plan->n_items - plan->n_copies;
	const struct headline_title *titles = headline_titles(reasons->arena, reasons->composing->items, plan);
	struct headline_look *looks = arena_array(reasons->arena, n, struct headline_look);
	struct json *list = json_new(reasons->arena, JSON_LIST);

	size_t looked_at = headline_look(reasons->arena, titles, n, looks);
	for (size_t i = 0; i < looked_at; i++) {
		struct json *json = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		json_set(json, "article", id_of(reasons, plan->items[i]));
		json_set(json, "title", json_string(reasons->arena, titles[i].text));
		json_set(json, "likeness", real(reasons, n > 1 ? looks[i].likeness / (double)(n - 1) : 0));
		json_set(json, "faults", faults_of(reasons, looks[i].faults));
		json_set(json, "heads", json_boolean(reasons->arena, plan->items[i] == plan->headline));
	}
	return list;
}

static struct json *pair_of(const struct reasons *reasons, const struct why_pair *pair)
{
	const struct one_story *one = reasons->one;
	struct json *json = json_new(reasons->arena, JSON_OBJECT), *list;

	list = json_set(json, "articles", json_new(reasons->arena, JSON_LIST));
	json_add(list, id_of(reasons, one->plan->items[pair->one]));
	json_add(list, id_of(reasons, one->plan->items[pair->other]));
	json_set(json, "likeness", real(reasons, pair->likeness));
	json_set(json, "cosine", real(reasons, pair->cosine));
	json_set(json, "days",
		 pair->days == NG_NO_DAY ? json_new(reasons->arena, JSON_NULL) : json_int(reasons->arena, pair->days));
	list = json_set(json, "words", json_new(reasons->arena, JSON_LIST));
	for (size_t i = 0; i < pair->n_words; i++) {
		struct ng_text words = item_feature_words(&one->documents[pair->one], pair->words[i].feature);
		if (!words.len) /* a title has words of others too */
			words = item_feature_words(&one->documents[pair->other], pair->words[i].feature);
		if (!words.len)
			continue;
		struct json *word = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		struct buf folded = buf_new(reasons->arena, SIZE_MAX);
		utf8_squeeze(&folded, words);
		json_set(word, "words", json_string(reasons->arena, buf_text(&folded)));
		json_set(word, "part", real(reasons, pair->words[i].part));
	}
	return json;
}

/* The pair of original `place` that is most alike; NULL: there is no other. The sum of all its pairs goes to *sum. */
static const struct why_pair *nearest_of(const struct why_pairs *pairs, uint32_t place, double *sum)
{
	const struct why_pair *nearest = NULL;

	*sum = 0;
	for (size_t i = 0; i < pairs->n; i++) {
		const struct why_pair *pair = &pairs->at[i];
		if (pair->one != place && pair->other != place)
			continue;
		*sum += pair->likeness;
		if (!nearest || pair->likeness > nearest->likeness)
			nearest = pair;
	}
	return nearest;
}

static void set_copy(const struct reasons *reasons, uint32_t item, struct json *json)
{
	const struct membership *member = &reasons->composing->members[item];

	json_set(json, "copy",
		 json_string(reasons->arena, member->copy == COPY_UPDATED ? TEXT("updated") : TEXT("carried")));
	json_set(json, "of", id_of(reasons, member->original));
}

/* How many originals are compared: the newest, as long as their words were read. */
static size_t compared_of(const struct reasons *reasons)
{
	const struct one_story *one = reasons->one;
	size_t originals = one->plan->n_items - one->plan->n_copies, n = 0;

	while (n < originals && n < COMPARED_MOST && (one->documents[n].n_words || one->documents[n].n_title_words))
		n++;
	return n;
}

static void set_articles(const struct reasons *reasons, struct json *json)
{
	const struct story_plan *plan = reasons->one->plan;
	size_t compared = compared_of(reasons);
	struct why_pairs pairs = cluster_why(reasons->arena, reasons->clustering, plan->items, compared);
	struct json *list = json_set(json, "articles", json_new(reasons->arena, JSON_LIST));
	double sum;

	for (uint32_t i = 0; i < plan->n_items; i++) {
		const struct article *article = &reasons->one->documents[i].article;
		struct json *entry = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		struct buf published = buf_new(reasons->arena, SIZE_MAX);
		stamp_put(&published, article->published);
		json_set(entry, "id", id_of(reasons, plan->items[i]));
		json_set(entry, "site", json_string(reasons->arena, article->site));
		json_set(entry, "published", json_string(reasons->arena, buf_text(&published)));
		json_set(entry, "votes", json_boolean(reasons->arena, reasons->one->told[i]));
		if (reasons->composing->members[plan->items[i]].copy != COPY_NONE)
			set_copy(reasons, plan->items[i], entry);
		const struct why_pair *nearest = i < compared ? nearest_of(&pairs, i, &sum) : NULL;
		if (!nearest)
			continue;
		json_set(entry, "likeness", real(reasons, sum / (double)(compared - 1)));
		json_set(entry, "nearest", pair_of(reasons, nearest));
	}
	list = json_set(json, "pairs", json_new(reasons->arena, JSON_LIST));
	for (size_t i = 0; i < pairs.n; i++)
		json_add(list, pair_of(reasons, &pairs.at[i]));
}

/* A sentence the briefing prints, in the ranking; SIZE_MAX: it is not there. */
static size_t find_ranked(const struct reasons *reasons, const struct ng_item *item, const struct document *documents,
			  const struct summary *summary)
{
	struct ng_text id = reasons->briefing->articles[item->origin.article].id;

	for (size_t r = 0; r < summary->ranking.n; r++) {
		const struct document *document = &documents[summary->ranking.at[r].document];
		const struct sentence *sentence = &document->sentences[summary->ranking.at[r].sentence];
		if (sentence->end == item->origin.end && text_equal(document->article.id, id) &&
		    reader_start(document, sentence) == item->origin.start)
			return r;
	}
	return SIZE_MAX;
}

struct term {
	enum rank_term term;
	double value, weight;
};

/* Terms of a score, those that weigh most first. */
static struct json *terms_of(const struct reasons *reasons, const struct summary *summary, size_t r)
{
	struct json *list = json_new(reasons->arena, JSON_LIST);
	struct term terms[RANK_TERMS];
	size_t n = 0;

	for (enum rank_term t = 0; t < RANK_TERMS; t++) {
		struct term term = {t, summary->ranking.at[r].terms[t], rank_term_weight(&summary->ranking, t)};
		size_t at = n;
		if (term.value * term.weight == 0)
			continue;
		for (; at > 0 && fabs(terms[at - 1].value * terms[at - 1].weight) < fabs(term.value * term.weight);
		     at--)
			terms[at] = terms[at - 1];
		terms[at] = term;
		n++;
	}
	for (size_t i = 0; i < n; i++) {
		struct json *json = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		json_set(json, "term", json_string(reasons->arena, text_of(rank_term_name(terms[i].term))));
		json_set(json, "value", real(reasons, terms[i].value));
		json_set(json, "weight", real(reasons, terms[i].weight));
		json_set(json, "points", real(reasons, terms[i].value * terms[i].weight));
	}
	return list;
}

static void set_scores(const struct reasons *reasons, const struct summary *summary, size_t r, struct json *json)
{
	const struct ranked *ranked = &summary->ranking.at[r];
	size_t better = 0;

	for (size_t i = 0; i < summary->ranking.n; i++)
		better += summary->ranking.at[i].score > ranked->score;
	for (size_t i = 0; i < summary->choice.n; i++) {
		const struct chosen *chosen = &summary->choice.at[i];
		if (chosen->document != ranked->document || chosen->sentence != ranked->sentence)
			continue;
		json_set(json, "turn", count(reasons, chosen->turn + (size_t)1));
		json_set(json, "news", real(reasons, chosen->news));
		json_set(json, "repetition", real(reasons, chosen->repetition));
		json_set(json, "no_verb", real(reasons, chosen->no_verb));
	}
	json_set(json, "score", real(reasons, ranked->score));
	json_set(json, "place", count(reasons, better + 1));
	json_set(json, "of", count(reasons, summary->ranking.n));
	json_set(json, "terms", terms_of(reasons, summary, r));
}

static const char *left_name(const struct reasons *reasons, enum left_for left, const struct document *document,
			     const struct sentence *sentence)
{
	const struct story_lengths *lengths = &reasons->lengths;

	switch (left) {
	case LEFT_SKIPPED:
		if (lengths->may && !lengths->may(lengths->user, document, sentence))
			return "tells nothing that earlier briefings did not";
		return "of an earlier day, or overlong";
	case LEFT_UNREADABLE:
		return "cannot be read alone";
	case LEFT_LEANS:
		return "points back to a sentence that was not taken";
	case LEFT_REPEATS:
		return "says what is said";
	case LEFT_TOO_LONG:
		return "too long for what was left";
	default:
		return "worth less than those taken";
	}
}

static bool is_better(const struct summary *summary, size_t r, size_t than)
{
	const struct ranked *at = summary->ranking.at;

	return than == SIZE_MAX || at[r].score > at[than].score || (at[r].score == at[than].score && r < than);
}

/* The sentences with the highest scores that were not taken. */
static void set_left_out(const struct reasons *reasons, const struct document *documents, const struct summary *summary,
			 struct json *json)
{
	enum { SHOWN = 3 };
	struct json *list = json_set(json, "left_out", json_new(reasons->arena, JSON_LIST));
	size_t last = SIZE_MAX, next;

	for (int shown = 0; shown < SHOWN; shown++, last = next) {
		next = SIZE_MAX;
		for (size_t r = 0; r < summary->ranking.n; r++)
			if (summary->choice.left[r] != LEFT_NOT && (last == SIZE_MAX || is_better(summary, last, r)) &&
			    r != last && is_better(summary, r, next))
				next = r;
		if (next == SIZE_MAX)
			return;
		const struct ranked *ranked = &summary->ranking.at[next];
		const struct document *document = &documents[ranked->document];
		const struct sentence *sentence = &document->sentences[ranked->sentence];
		struct buf text = buf_new(reasons->arena, SIZE_MAX);
		struct json *entry = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		utf8_squeeze(&text, text_slice(document->article.text, sentence->start, sentence->end));
		json_set(entry, "article", json_string(reasons->arena, document->article.id));
		json_set(entry, "start", count(reasons, sentence->start));
		json_set(entry, "end", count(reasons, sentence->end));
		json_set(entry, "text", json_string(reasons->arena, buf_text(&text)));
		json_set(entry, "score", real(reasons, ranked->score));
		json_set(entry, "reason",
			 json_string(reasons->arena,
				     text_of(left_name(reasons, summary->choice.left[next], document, sentence))));
	}
}

/* Returns how many printed sentences are not chosen now. */
static size_t set_sentences(const struct reasons *reasons, struct json *json)
{
	const struct one_story *one = reasons->one;
	struct document *documents = arena_array(reasons->arena, one->plan->n_items, struct document);
	struct json *list = json_set(json, "sentences", json_new(reasons->arena, JSON_LIST));
	size_t n = 0, strange = 0;

	for (size_t i = 0; i < one->plan->n_items; i++)
		if (one->told[i])
			documents[n++] = one->documents[i];
	struct summary summary = story_summary(reasons->arena, documents, n, &reasons->lengths);
	for (size_t i = 0; i < reasons->story->n_sentences; i++) {
		const struct ng_item *item = &reasons->story->sentences[i];
		struct json *entry = json_add(list, json_new(reasons->arena, JSON_OBJECT));
		size_t r = find_ranked(reasons, item, documents, &summary);
		json_set(entry, "article",
			 json_string(reasons->arena, reasons->briefing->articles[item->origin.article].id));
		json_set(entry, "start", count(reasons, item->origin.start));
		json_set(entry, "end", count(reasons, item->origin.end));
		json_set(entry, "text", json_string(reasons->arena, item->text));
		if (r != SIZE_MAX)
			set_scores(reasons, &summary, r, entry);
		strange += !json_member(entry, "turn");
	}
	set_left_out(reasons, documents, &summary, json);
	return strange;
}

static void add_note(const struct reasons *reasons, struct json *notes, bool holds, const char *note)
{
	if (holds)
		json_add(notes, json_string(reasons->arena, text_of(note)));
}

struct json *reasons_to_json(const struct reasons *reasons)
{
	struct json *json = json_new(reasons->arena, JSON_OBJECT);
	const struct ng_options *options = &reasons->composing->edition->options;

	json_set(json, "story", count(reasons, reasons->number));
	json_set(json, "headline", json_string(reasons->arena, reasons->story->headline.text));
	json_set(json, "importance", importance_of(reasons));
	json_set(json, "titles", titles_of(reasons));
	if (!options->stories_given)
		json_set(json, "joined_from", real(reasons, reasons->clustering->likeness->least));
	set_articles(reasons, json);
	size_t strange = set_sentences(reasons, json);
	struct json *notes = json_set(json, "notes", json_new(reasons->arena, JSON_LIST));
	add_note(reasons, notes, reasons->n_missing || reasons->n_more,
		 "With these inputs and options the story has other articles than in the briefing.");
	add_note(reasons, notes, strange > 0,
		 "With these inputs and options other sentences would be taken: were all inputs, --state and the other "
		 "options of the build given?");
	add_note(reasons, notes, reasons->story->headline.origin.start < reasons->story->headline.origin.end,
		 "No article has a title to head the story, so its best sentence does.");
	add_note(reasons, notes, options->stories_given, "Its articles were given as one story.");
	add_note(reasons, notes, compared_of(reasons) + reasons->one->plan->n_copies < reasons->one->plan->n_items,
		 "Only the newest articles were compared, those the story is told from.");
	return json;
}
