/*
 * The briefing for Kagi's open news reader ("kite"). In: a briefing. Out: one category's batch, JSON as that program's
 * types have it (kagisearch/kite-public, src/lib/types.ts). Only what stands in sources is filled in; its fields for
 * written-up views stay away. Refuses: stories without a linked article or a sentence, which that reader cannot show.
 */
#include "render/outputs.h"

#include "base/date.h"
#include "base/url.h"
#include "render/theme.h"
#include "render/view.h"

static void set(struct arena *arena, struct json *object, const char *name, struct ng_text text)
{
	json_set(object, name, json_string(arena, text));
}

static void set_number(struct arena *arena, struct json *object, const char *name, size_t number)
{
	json_set(object, name, json_int(arena, (int64_t)number));
}

static void set_articles(struct arena *arena, struct json *cluster, const struct json *story)
{
	struct json *articles = json_set(cluster, "articles", json_new(arena, JSON_LIST));
	struct json *domains = json_new(arena, JSON_LIST);

	for (const struct json *source = json_member(story, "sources")->first; source; source = source->next) {
		struct ng_text url = json_text(source, "url"), host = url_host(url);
		bool known = false;
		if (!host.len)
			continue;
		struct json *article = json_add(articles, json_new(arena, JSON_OBJECT));
		set(arena, article, "title", json_text(source, "title"));
		set(arena, article, "link", url);
		set(arena, article, "domain", host);
		set(arena, article, "date", json_text(source, "datetime"));
		for (const struct json *domain = domains->first; domain; domain = domain->next)
			known |= text_equal(json_text(domain, "name"), host);
		if (!known)
			set(arena, json_add(domains, json_new(arena, JSON_OBJECT)), "name", host);
	}
	set_number(arena, cluster, "number_of_titles", articles->n);
	set_number(arena, cluster, "unique_domains", domains->n);
	json_set(cluster, "domains", domains);
}

static void set_quote(struct arena *arena, struct json *cluster, const struct json *story)
{
	const struct json *quote = json_member(story, "quotes")->first;

	if (!quote)
		return;
	set(arena, cluster, "quote", json_text(quote, "text"));
	set(arena, cluster, "quote_author", json_text(quote, "speaker"));
	set(arena, cluster, "quote_attribution", json_text(quote, "role"));
	set(arena, cluster, "quote_source_url", json_text(quote, "url"));
	set(arena, cluster, "quote_source_domain", url_host(json_text(quote, "url")));
}

static void set_timeline(struct arena *arena, struct json *cluster, const struct json *story)
{
	struct json *timeline = json_set(cluster, "timeline", json_new(arena, JSON_LIST));

	for (const struct json *event = json_member(story, "timeline")->first; event; event = event->next) {
		struct json *entry = json_add(timeline, json_new(arena, JSON_OBJECT));
		set(arena, entry, "date", json_text(event, "label"));
		set(arena, entry, "date_iso", json_text(event, "date"));
		set(arena, entry, "content", json_text(event, "text"));
	}
}

static struct json *cluster_of(struct arena *arena, const struct json *story, struct ng_text category)
{
	struct json *cluster = json_new(arena, JSON_OBJECT), *points;
	struct buf summary = buf_new(arena, SIZE_MAX);

	for (const struct json *sentence = json_member(story, "sentences")->first; sentence;
	     sentence = sentence->next) {
		buf_puts(&summary, summary.len ? " " : "");
		buf_put(&summary, json_text(sentence, "text"));
	}
	set(arena, cluster, "category", category);
	set(arena, cluster, "title", json_text(story, "headline"));
	set(arena, cluster, "short_summary", buf_text(&summary));
	points = json_set(cluster, "talking_points", json_new(arena, JSON_LIST));
	for (const struct json *sentence = json_member(story, "rest")->first; sentence; sentence = sentence->next)
		json_add(points, json_string(arena, json_text(sentence, "text")));
	set_quote(arena, cluster, story);
	set_timeline(arena, cluster, story);
	set_articles(arena, cluster, story);
	return cluster;
}

void output_kite(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	struct arena *arena = out->arena;
	struct theme theme = theme_open(arena, options);
	const struct json *view = theme_view(&theme, briefing);
	struct json *batch = json_new(arena, JSON_OBJECT), *clusters;
	int64_t seconds = briefing->day == NG_NO_DAY ? 0 : stamp_to_unix((struct stamp){briefing->day, 0, 0});

	set(arena, batch, "category", json_text(view, "title"));
	json_set(batch, "timestamp", json_int(arena, seconds));
	set_number(arena, batch, "read", briefing->n_read);
	clusters = json_set(batch, "clusters", json_new(arena, JSON_LIST));
	for (int more = 0; more < 2; more++)
		for (const struct json *story = json_member(view, more ? "more" : "top")->first; story;
		     story = story->next) {
			struct json *cluster = cluster_of(arena, story, json_text(view, "title"));
			bool shown = json_text(cluster, "short_summary").len && json_member(cluster, "articles")->n;
			if (!shown)
				continue;
			json_add(clusters, cluster);
			set_number(arena, cluster, "cluster_number", clusters->n);
		}
	json_put_indented(out, batch);
	buf_byte(out, '\n');
}
