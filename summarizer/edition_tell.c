/*
 * Stories told. In: plans. Out: the stories of the briefing and their articles. Each is made ready (edition_story.c)
 * and told; what it goes on from and what is to be remembered of it is noted (edition_recall.c).
 */
#include "edition_progress.h"
#include "edition_story.h"
#include "edition_wish.h"

static struct ng_article describe(const struct ng_edition *edition, struct arena *keep, const struct article *article,
				  bool copy)
{
	struct buf published = buf_new(keep, SIZE_MAX);
	const struct ng_source *source = wish_source(edition, article->host, article->site);

	stamp_put(&published, article->published);
	return (struct ng_article){
	    .id = arena_copy(keep, article->id),
	    .source = arena_copy(keep, article->source),
	    .url = arena_copy(keep, article->url),
	    .title = arena_copy(keep, article->title),
	    .author = arena_copy(keep, article->author),
	    .site = arena_copy(keep, source && source->name ? text_of(source->name) : article->site),
	    .section = arena_copy(keep, article->section),
	    .language = arena_copy(keep, article->language),
	    .published = buf_text(&published),
	    .published_from = text_of(published_from_name(article->published_from)),
	    .day = article->published.day,
	    .copy = copy,
	};
}

static void describe_articles(const struct one_story *one, size_t task, struct arena *keep)
{
	const struct composing *composing = one->composing;

	for (size_t i = 0; i < one->plan->n_items; i++) {
		size_t article = composing->first_article[task] + i;
		composing->briefing->articles[article] =
		    describe(composing->edition, keep, &one->documents[i].article,
			     composing->members[one->plan->items[i]].copy != COPY_NONE);
		composing->hosts[article] = arena_copy(keep, one->documents[i].article.host);
	}
}

/* What is to be remembered of a story's timeline: its entries, with the articles they stand in. */
static void keep_timeline(const struct one_story *one, size_t task, struct telling *telling, struct arena *keep)
{
	const struct ng_story *story = one->story;
	uint32_t first = one->composing->first_article[task];

	telling->entries = arena_array(keep, story->n_timeline, struct entry);
	telling->n_entries = story->n_timeline;
	for (size_t i = 0; i < story->n_timeline; i++) {
		struct ng_origin origin = story->timeline[i].item.origin;
		telling->entries[i].event = story->timeline[i];
		telling->entries[i].text = arena_copy(keep, one->documents[origin.article - first].article.text);
	}
}

static void tell_one(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct composing *composing = shared;
	struct ng_story *story = &composing->briefing->stories[task];
	struct one_story one = {
	    .composing = composing, .plan = &composing->plans.at[composing->shown[task]], .story = story};
	struct telling *telling = &composing->tellings[task];

	edition_story_read(&one, own, scratch);
	describe_articles(&one, task, keep);
	const struct gist *known = edition_story_follow(&one, telling, &composing->followings[task], keep, scratch);
	const struct story_lengths lengths = edition_story_lengths(&one, known);
	story_tell(keep, scratch, one.documents, story->articles, one.told, one.plan->n_items, one.headline,
		   composing->briefing->day, &lengths, story);
	telling->headline = story->headline.text;
	if (composing->edition->options.state)
		keep_timeline(&one, task, telling, keep);
}

void tell_stories(struct composing *composing)
{
	struct pool_job job = {.shared = composing, .run = tell_one, .n_tasks = composing->briefing->n_stories};

	progress_stage(composing->edition, NG_TELLING);
	edition_pool(composing->edition, composing->edition->arena, &job);
}
