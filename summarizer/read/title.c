/*
 * Headlines. In: a title as a page or feed gives it. Out: slices of it without the site's name. Separators are
 * | - – — / \ > » : · • ~ between blanks, | and » also without, a colon before a blank.
 */
#include "read/title.h"

#include "read/html_lexicon.h"

#include <string.h>

enum { SEPARATORS = 64, SHORTEST = 3 /* words of a headline that a guess may leave */ };

/* Bytes [start, end) around a separator, its blanks included. */
struct separator {
	size_t start, end;
	char sign; /* ASCII, or '-' for dashes, '.' for dots */
};

static const struct sign {
	const char *text;
	char sign;
	bool bare; /* also without blanks around */
} signs[] = {
    {"|", '|', true},
    {"-", '-', false},
    {"\xe2\x80\x93", '-', false},
    {"\xe2\x80\x94", '-', false},
    {"/", '/', false},
    {"\\", '/', false},
    {">", '>', false},
    {"\xc2\xbb", '>', true},
    {"\xc2\xb7", '.', false},
    {"\xe2\x80\xa2", '.', false},
    {"~", '~', false},
    {"::", ':', false},
    {"\xef\xbd\x9c", '|', true},
    {"\xe2\x80\xba", '>', false},
    {"_", '_', false},
};

static bool is_blank_at(struct ng_text text, size_t at)
{
	return at < text.len && (text.at[at] == ' ' || text.at[at] == '\n' || text.at[at] == '\t');
}

static bool separator_at(struct ng_text title, size_t at, struct separator *separator)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i].text);
		if (!text_starts(text_slice(title, at, title.len), text_of(signs[i].text)))
			continue;
		bool before = at > 0 && is_blank_at(title, at - 1), after = is_blank_at(title, at + n);
		if (!signs[i].bare && !(before && after))
			return false;
		*separator = (struct separator){at - before, at + n + after, signs[i].sign};
		return true;
	}
	if (title.at[at] == ':' && is_blank_at(title, at + 1)) {
		*separator = (struct separator){at, at + 2, ':'};
		return true;
	}
	return false;
}

static size_t separators_of(struct ng_text title, struct separator *list)
{
	size_t n = 0;

	for (size_t at = 0; at < title.len && n < SEPARATORS; at++)
		if (separator_at(title, at, &list[n])) {
			at = list[n].end - 1;
			n++;
		}
	return n;
}

static bool same_words(struct arena *arena, struct ng_text a, struct ng_text b)
{
	struct word_hashes x = words_of(arena, a), y = words_of(arena, b);

	return x.n && x.n == y.n && memcmp(x.at, y.at, x.n * sizeof *x.at) == 0;
}

static bool holds_words(struct arena *arena, struct ng_text text, struct ng_text part)
{
	struct word_hashes x = words_of(arena, text), y = words_of(arena, part);

	for (size_t i = 0; y.n && i + y.n <= x.n; i++)
		if (memcmp(x.at + i, y.at, y.n * sizeof *y.at) == 0)
			return true;
	return false;
}

static size_t count_words(struct arena *arena, struct ng_text text)
{
	return words_of(arena, text).n;
}

/* "Reuters" names "Reuters.com" and "reuters.com": the words of one start the other, but for www and a top-level
 * domain. */
static bool names_site(struct arena *arena, struct ng_text part, struct ng_text site)
{
	struct word_hashes x = words_of(arena, part), y = words_of(arena, site);

	if (x.n == 0 || y.n == 0)
		return false;
	size_t shorter = x.n < y.n ? x.n : y.n, longer = x.n < y.n ? y.n : x.n;
	return memcmp(x.at, y.at, shorter * sizeof *x.at) == 0 && longer - shorter <= (shorter > 1 ? 2u : 1u);
}

struct ng_text title_without_site(struct arena *arena, struct ng_text title, struct ng_text site)
{
	struct separator list[SEPARATORS];
	size_t n = site.len ? separators_of(title, list) : 0;

	for (size_t i = n; i-- > 0;) {
		struct ng_text last = text_trim(text_slice(title, list[i].end, title.len));
		if (list[i].start > 0 && list[i].sign != ':' && names_site(arena, last, site))
			return title_without_site(arena, text_trim(text_slice(title, 0, list[i].start)),
						  (struct ng_text){0});
	}
	if (n && names_site(arena, text_slice(title, 0, list[0].start), site) && list[0].end < title.len)
		return text_trim(text_slice(title, list[0].end, title.len));
	return title;
}

struct ng_text title_of_document(struct arena *arena, struct ng_text document, struct ng_text site,
				 const struct ng_text *headings, size_t n_headings)
{
	struct separator list[SEPARATORS];
	struct ng_text cut = title_without_site(arena, document, site);

	if (cut.len != document.len)
		return cut;
	for (size_t i = 0; i < n_headings; i++)
		if (same_words(arena, headings[i], document))
			return document;
	if (n_headings == 1 && count_words(arena, headings[0]) >= SHORTEST && holds_words(arena, document, headings[0]))
		return headings[0];
	size_t n = separators_of(document, list);
	for (size_t i = 0; i < n; i++)
		for (size_t h = 0; h < n_headings; h++)
			if (same_words(arena, headings[h], text_slice(document, 0, list[i].start)))
				return text_trim(text_slice(document, 0, list[i].start));
	for (size_t i = n; i-- > 0;) {
		if (list[i].sign == ':')
			continue;
		struct ng_text before = text_trim(text_slice(document, 0, list[i].start));
		struct ng_text after = text_trim(text_slice(document, list[0].end, document.len));
		if (count_words(arena, before) >= SHORTEST)
			return before;
		if (count_words(arena, after) >= SHORTEST)
			return after;
		return document;
	}
	return document;
}

bool title_is_cut(struct ng_text title)
{
	return text_ends(title, TEXT("...")) || text_ends(title, TEXT("\xe2\x80\xa6"));
}

bool title_completes(struct arena *arena, struct ng_text cut, struct ng_text whole)
{
	struct word_hashes x = words_of(arena, cut), y = words_of(arena, whole);

	/* the last word may be cut itself */
	return x.n >= 2 && y.n >= x.n && memcmp(x.at, y.at, (x.n - 1) * sizeof *x.at) == 0 && whole.len + 3 > cut.len &&
	       !title_is_cut(whole);
}
