/*
 * Digests. In: a newsletter's HTML. Out: its items. The tags are looked at as they stand, without a tree: newsletters
 * nest tables at will, and a slice that begins or ends inside one reads the same. The level (h1 to h4) with most
 * headings that are links decides. Refuses: fewer than three of them, or most with less than eight words after them.
 */
#include "read/mail_digest.h"

#include "base/url.h"
#include "read/feed_text.h"

enum { FEWEST_ITEMS = 3, FEWEST_WORDS = 8, LEVELS = 4, MOST_HEADINGS = 500, LONGEST_HEADING = 4096 };

/* A heading that is a link: where its element, or the link around it, starts and ends. */
struct heading {
	struct ng_text title, url;
	size_t start, end;
	int level;
};

struct headings {
	struct heading *at;
	size_t n, room;
};

/* Where the first link of the piece leads; empty: to no page. */
static struct ng_text link_in(struct arena *arena, struct ng_text piece)
{
	size_t tag = text_find_fold(piece, TEXT("<a "), 0);
	struct ng_text inside = text_slice(piece, tag, text_find(piece, TEXT(">"), tag));
	size_t href = text_find_fold(inside, TEXT("href="), 0);
	struct ng_text value = text_slice(inside, href + 5, inside.len);
	bool quoted = value.len && (value.at[0] == '"' || value.at[0] == '\'');
	char quote = quoted ? value.at[0] : ' ';

	value = text_slice(value, quoted, value.len);
	value = text_slice(value, 0, text_find(value, (struct ng_text){&quote, 1}, 0));
	value = text_trim(feed_unescaped(arena, value));
	return url_is_safe(value) && text_starts(value, TEXT("http")) ? value : TEXT("");
}

/* The start of the tag that ends right before `at`, blanks between; `at` itself: there is none. */
static size_t tag_before(struct ng_text html, size_t at)
{
	size_t end = at, from = at > LONGEST_HEADING ? at - LONGEST_HEADING : 0;

	while (end > from && (html.at[end - 1] == ' ' || html.at[end - 1] == '\n' || html.at[end - 1] == '\r'))
		end--;
	if (end == from || html.at[end - 1] != '>')
		return at;
	for (size_t tag = end - 1; tag > from; tag--)
		if (html.at[tag - 1] == '<')
			return tag - 1;
	return at;
}

/* The heading whose start tag stands at `at`; false: it is none, or no link. */
static bool read_heading(struct arena *arena, struct ng_text html, size_t at, struct heading *heading)
{
	char level = at + 3 < html.len ? html.at[at + 2] : '\0';

	if (level < '1' || level > '0' + LEVELS || (html.at[at + 3] != '>' && html.at[at + 3] != ' '))
		return false;
	struct ng_text window = text_slice(html, at, at + LONGEST_HEADING);
	const char close[] = {'<', '/', 'h', level, '\0'};
	size_t end = text_find_fold(window, text_of(close), 0);
	struct ng_text piece = text_slice(window, 0, end);
	*heading =
	    (struct heading){.start = at, .end = at + text_find(window, TEXT(">"), end) + 1, .level = level - '0'};
	heading->url = link_in(arena, piece);
	if (!heading->url.len) {
		heading->start = tag_before(html, at);
		heading->url = link_in(arena, text_slice(html, heading->start, at));
	}
	heading->title = feed_line(arena, piece, FEED_HTML);
	return end < window.len && heading->url.len && heading->title.len;
}

static struct headings find_headings(struct arena *arena, struct ng_text html)
{
	struct headings headings = {0};
	struct heading heading;
	size_t seen = 0;

	for (size_t at = 0; (at = text_find_fold(html, TEXT("<h"), at)) < html.len && seen < MOST_HEADINGS;
	     at++, seen++)
		if (read_heading(arena, html, at, &heading))
			*array_add(arena, &headings) = heading;
	return headings;
}

/* The level with most headings; of equals the higher one. */
static int level_of(const struct headings *headings)
{
	size_t counts[LEVELS + 1] = {0};
	int best = 1;

	for (size_t i = 0; i < headings->n; i++)
		counts[headings->at[i].level]++;
	for (int level = 2; level <= LEVELS; level++)
		if (counts[level] > counts[best])
			best = level;
	return best;
}

static bool has_words(struct arena *arena, struct ng_text html)
{
	enum { ENOUGH = 4096 };
	struct ng_text line = feed_line(arena, text_slice(html, 0, ENOUGH), FEED_HTML);
	size_t blanks = 0;

	for (size_t i = 0; i < line.len; i++)
		blanks += line.at[i] == ' ';
	return blanks + 1 >= FEWEST_WORDS;
}

struct mail_items mail_digest(struct arena *arena, struct ng_text html)
{
	struct headings headings = find_headings(arena, html);
	struct mail_items items = {0};
	int level = level_of(&headings);
	size_t told = 0;

	for (size_t i = 0; i < headings.n; i++) {
		const struct heading *heading = &headings.at[i];
		if (heading->level != level)
			continue;
		if (items.n) {
			struct ng_text *before = &items.at[items.n - 1].html;
			*before = text_slice(html, (size_t)(before->at - html.at), heading->start);
		}
		*array_add(arena, &items) =
		    (struct mail_item){heading->title, heading->url, text_slice(html, heading->end, html.len)};
	}
	for (size_t i = 0; i < items.n; i++)
		told += has_words(arena, items.at[i].html);
	if (items.n < FEWEST_ITEMS || told * 2 < items.n)
		items.n = 0;
	return items;
}
