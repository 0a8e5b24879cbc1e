/*
 * The day of publication. In: metadata, elements that hold days, the address, text near the headline. Out: the best of
 * the candidates, each with a rank (the smaller the better): JSON-LD, publication metas, the address, microdata,
 * <time>, classes, text, at last what says "modified", scripts and the address of the picture. Marked-up days lose by
 * their distance from the headline and inside teasers and comments. Names of metas after htmldate's documentation and
 * our own pages. Never a day before 1995 or after the day the file was written (one more is let through: zones).
 */
#include "read/page_date.h"

#include "read/feed_date.h"
#include "read/page_day.h"
#include "read/written_date.h"

#include <libxml/tree.h>
#include <string.h>

static const char published_names[] =
    "article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime cxenseparse:publishtime article.published published-date publish-date publish_date "
    "publication_date pubdate publishdate date.published dcterms.created dcterms.issued dc.date.issued dc.issued "
    "dc.date.created dc.created dcterms.date dc.date dcterms.available article:created article:published "
    "article_date_original article:publicationdate bt:pubdate shareaholic:article_published_time "
    "originalpublicationdate "
    "firstpublished timestamp displaydate weibo:article:create_at mediator_published_time datecreated "
    "citation_publication_date citation_date live:published rnews:datepublished og:pubdate gentime uploaddate "
    "og:regdate "
    "article:post_date prism.publicationdate eprints.date vr:published_time ptime dable:published "
    "iso-8601-publish-date hdl_p pdate";
static const char modified_names[] =
    "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified "
    "last-modified lastmod og:modified_time modified revised article:updated_time "
    "updated_time last_modified";

enum {
	VALUE_LONGEST = 200,
	TEXT_LONGEST = 250,
	TEXT_WORDS = 25,
	LINE_WORDS = 20,
	BEFORE_HEADLINE = 8,
	AFTER_HEADLINE = 25,
	LEVELS = 12
};

struct candidate {
	double rank;
	struct stamp stamp;
	enum published_from from;
};

struct search {
	const struct read_context *context;
	const struct html_page *page;
	const struct metadata *metadata;
	bool day_first;
	struct {
		struct candidate *at;
		size_t n, room;
	} found;
};

static bool is_possible(const struct search *search, const struct stamp *stamp)
{
	int32_t file_day = search->context->file_day;

	return stamp->day >= day_of((struct civil){1995, 1, 1}) &&
	       (file_day == NG_NO_DAY || stamp->day <= file_day + 1);
}

/* Values for machines first as feeds have them (ISO 8601, RFC 5322, Unix time), what is written for readers as text. */
static bool read_date(const struct search *search, struct ng_text text, struct stamp *stamp)
{
	struct arena *arena = search->context->arena;
	size_t from = 0;

	text = text_trim(text_slice(text, 0, VALUE_LONGEST));
	bool machine =
	    text.len > 3 &&
	    ((text.at[0] >= '0' && text.at[0] <= '9' && text.at[3] >= '0' && text.at[3] <= '9') || text.at[3] == ',');
	if (machine && feed_date(arena, text, stamp) && is_possible(search, stamp))
		return true;
	if (written_date(text, search->day_first, &from, stamp) && is_possible(search, stamp))
		return true;
	return !machine && feed_date(arena, text, stamp) && is_possible(search, stamp);
}

static bool add(struct search *search, double rank, struct ng_text text, enum published_from from)
{
	struct stamp stamp;

	if (text.len == 0 || !read_date(search, text, &stamp))
		return false;
	*array_add(search->context->arena, &search->found) = (struct candidate){rank, stamp, from};
	return true;
}

static void add_metas(struct search *search, double rank, const char *names)
{
	struct ng_text rest = text_of(names), name;
	char one[64];

	while (text_cut(&rest, ' ', &name)) {
		memcpy(one, name.at, name.len < sizeof one ? name.len : 0);
		one[name.len < sizeof one ? name.len : 0] = '\0';
		if (add(search, rank, metadata_find(search->metadata, one), FROM_META))
			return;
	}
}

static bool class_has(const xmlNode *element, const char *words)
{
	struct ng_text class = html_attribute(element, "class"), id = html_attribute(element, "id"),
		       rest = text_of(words), word;

	while (text_cut(&rest, ' ', &word))
		if (text_find_fold(class, word, 0) < class.len || text_find_fold(id, word, 0) < id.len)
			return true;
	return false;
}

/* The rank of a marked-up element by what it says it holds; 0: no day. */
static double element_rank(const struct html_note *note)
{
	const xmlNode *element = note->element;
	struct ng_text property = html_attribute(element, "itemprop");
	bool modified = class_has(element, "updat modif") || text_find_fold(property, TEXT("modif"), 0) < property.len;

	if (property.len == 0)
		property = html_attribute(element, "property");
	if (text_find_fold(property, TEXT("datepublished"), 0) < property.len || html_has_attribute(element, "pubdate"))
		return 4;
	if (strcmp((const char *)element->name, "time") == 0)
		return modified ? 7 : class_has(element, "publi post entry creat") ? 5 : 5.5;
	if (strcmp((const char *)element->name, "abbr") == 0 && class_has(element, "publish date"))
		return 5;
	if (class_has(element, "date time publi posted fecha datum tarih dato"))
		return modified ? 6.6 : 6;
	return note->classes & (CLASS_BIT(CLASS_META) | CLASS_BIT(CLASS_AUTHOR)) ? 6.6 : 0;
}

static struct ng_text machine_value(const xmlNode *element)
{
	static const char *const names[] = {"datetime",       "content",   "data-utime",
					    "data-timestamp", "data-time", "data-date"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct ng_text value = text_trim(html_attribute(element, names[i]));
		if (value.len)
			return value;
	}
	return strcmp((const char *)element->name, "abbr") == 0 ? html_attribute(element, "title") : TEXT("");
}

/* Days of teasers and comments: in an aside, a footer, or a list of other articles. */
static bool is_aside(const struct html_page *page, uint32_t frame)
{
	for (int level = 0; level < LEVELS && frame; level++, frame = page->frames.at[frame].parent) {
		const struct html_frame *here = &page->frames.at[frame];
		if (here->marks & (MARK_ASIDE | MARK_FOOTER | MARK_NAV))
			return true;
		if (level && (here->classes & (CLASS_BIT(CLASS_RELATED) | CLASS_BIT(CLASS_COMMENT))) &&
		    !(here->classes & CLASS_BIT(CLASS_CONTENT)))
			return true;
	}
	return false;
}

static double distance(double order, double headline)
{
	double far = order >= headline ? (order - headline) / 400 : .3 + (headline - order) / 200;

	return headline == 0 ? 0 : far < 1.5 ? far : 1.5;
}

static void add_elements(struct search *search)
{
	const struct html_page *page = search->page;
	double headline = 0;

	for (size_t i = 0; i < page->notes.n && headline == 0; i++)
		if (strcmp((const char *)page->notes.at[i].element->name, "h1") == 0)
			headline = page->notes.at[i].order;
	for (size_t i = 0; i < page->notes.n; i++) {
		const struct html_note *note = &page->notes.at[i];
		double rank = element_rank(note);
		if (rank == 0)
			continue;
		rank += distance(note->order, headline) + (is_aside(page, note->frame) ? 1.2 : 0);
		if (add(search, rank, machine_value(note->element), FROM_TIME))
			continue;
		if (note->end > note->start && note->end - note->start <= TEXT_LONGEST)
			add(search, rank, text_slice(buf_text(&page->text), note->start, note->end),
			    rank < 6 ? FROM_TIME : FROM_TEXT);
	}
}

static void add_text_near(struct search *search, size_t headline)
{
	const struct html_page *page = search->page;
	size_t first = headline == SIZE_MAX ? 0 : headline;

	for (size_t i = first > BEFORE_HEADLINE ? first - BEFORE_HEADLINE : 0;
	     i < page->blocks.n && i < first + AFTER_HEADLINE; i++) {
		const struct html_block *block = &page->blocks.at[i];
		double off = i >= first ? (double)(i - first) : (double)(first - i) + 2;
		if (block->words <= TEXT_WORDS)
			add(search, 6.3 + off / 100, text_slice(buf_text(&page->text), block->start, block->end),
			    FROM_TEXT);
	}
}

/* A day in a sentence far from the headline is one that the story tells of. */
static void add_text_far(struct search *search)
{
	const struct html_page *page = search->page;

	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		if (block->words <= LINE_WORDS &&
		    add(search, 9, text_slice(buf_text(&page->text), block->start, block->end), FROM_TEXT))
			return;
	}
}

/* "datePublished": "2026-03-17..." and its like in a script. */
static void add_scripts(struct search *search, const struct html_scripts *scripts)
{
	static const char *const names[] = {"publi", "dateCreated", "createDate", "creationDate"};

	for (size_t i = 0; i < scripts->n; i++) {
		struct ng_text script = text_slice(scripts->at[i].text, 0, 1 << 18);
		for (size_t name = 0; name < sizeof names / sizeof *names; name++)
			for (size_t at = text_find(script, text_of(names[name]), 0); at < script.len;
			     at = text_find(script, text_of(names[name]), at + 1)) {
				struct ng_text near = text_slice(script, at, at + 80);
				size_t quote = text_find(near, TEXT("\"20"), 0);
				if (quote == near.len)
					quote = text_find(near, TEXT("'20"), 0);
				struct ng_text value = text_slice(near, quote + 1, near.len);
				value = text_slice(value, 0, text_find(value, text_slice(near, quote, quote + 1), 0));
				if (quote < 40 && add(search, 10, value, FROM_TEXT))
					return;
			}
	}
}

static const struct candidate *best_of(const struct search *search)
{
	const struct candidate *best = NULL;

	for (size_t i = 0; i < search->found.n; i++)
		if (!best || search->found.at[i].rank < best->rank)
			best = &search->found.at[i];
	return best;
}

static bool is_midnight(const struct stamp *stamp)
{
	return stamp->second <= 0;
}

/* Hour and zone from another candidate of the same day, when the best has none. */
static void borrow_time(const struct search *search, struct page_date *date)
{
	const struct candidate *lender = NULL;

	if (!is_midnight(&date->stamp))
		return;
	for (size_t i = 0; i < search->found.n; i++) {
		const struct candidate *one = &search->found.at[i];
		if (one->stamp.day == date->stamp.day && !is_midnight(&one->stamp) &&
		    (!lender || one->rank < lender->rank))
			lender = one;
	}
	if (lender)
		date->stamp = lender->stamp;
}

/* The day a reader is shown, and whether any is: for stamps in UTC. */
static struct stamp shown_to_readers(const struct search *search)
{
	const struct candidate *best = NULL;

	for (size_t i = 0; i < search->found.n; i++) {
		const struct candidate *one = &search->found.at[i];
		if (one->rank >= 4 && one->rank < 7 && one->stamp.zone != 0 && (!best || one->rank < best->rank))
			best = one;
	}
	return best ? best->stamp : STAMP_NONE;
}

struct page_date page_date_find(const struct read_context *context, const struct html_source *source,
				const struct html_page *page, const struct metadata *metadata, struct ng_text url,
				size_t headline)
{
	const struct linked_data *linked = &metadata->linked;
	struct search search = {context, page, metadata, !page_month_first(metadata->language, url), {0}};
	struct stamp in_url = page_day_of_url(url);

	add(&search, 1, linked->published, FROM_JSON_LD);
	add_metas(&search, 2, published_names);
	add_metas(&search, 2.5, "date");
	add(&search, 3, linked->created, FROM_JSON_LD);
	if (is_possible(&search, &in_url))
		*array_add(context->arena, &search.found) = (struct candidate){3.2, in_url, FROM_URL};
	else
		in_url = STAMP_NONE;
	add(&search, 3.5, linked->other_published, FROM_JSON_LD);
	add_metas(&search, 6.35, "created cdate cre_date createdate creation_date");
	add_elements(&search);
	const struct candidate *best = best_of(&search);
	if (!best || best->rank > 6.4 || best->stamp.zone == 0)
		add_text_near(&search, headline);
	if (search.found.n == 0) {
		add_metas(&search, 8, modified_names);
		add(&search, 8.1, linked->modified.len ? linked->modified : linked->other_modified, FROM_JSON_LD);
		add_text_far(&search);
	}
	if (search.found.n == 0)
		add_scripts(&search, &source->scripts);
	if (search.found.n == 0) {
		struct stamp picture = page_day_of_url(metadata_find(metadata, "og:image twitter:image"));
		if (is_possible(&search, &picture))
			return (struct page_date){picture, FROM_URL};
		return (struct page_date){STAMP_NONE, FROM_NOWHERE};
	}
	best = best_of(&search);
	struct page_date date = {best->stamp, best->from};
	borrow_time(&search, &date);
	date.stamp = page_day_at_publisher(date.stamp, in_url, shown_to_readers(&search));
	return date;
}
