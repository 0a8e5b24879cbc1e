/*
 * In: an article's title, if it has one, and the lines of its text. Out: a whole headline where there is one.
 * Cut off is a headline that ends in dots, in a word no headline ends in ("for", "the"), in a comma or an opening mark,
 * or whose words begin a longer line above the prose. The longer line mends it. Where there is none the headline is
 * cut back to its last word that may end one, so that it stays a verbatim beginning, and stays marked.
 * Without a title the best line above the first prose is taken: no stop at its end, no cue of noise, words that the
 * prose uses, not the outlet's name. A title that a line between paragraphs says is taken for a heading, not for a
 * variant.
 */
#include "clean/headline.h"

enum { LEAST_WORDS = 3, MOST_WORDS = 40, LOOKED_AT = 60, LEAST_OUTLET = 5 };

static bool is_dangling(const struct lexicon *lexicon, uint64_t word)
{
	const struct lexicon_entry *entry = lexicon_find(lexicon, word);

	return entry && entry->alone >> CUE_DANGLING & 1;
}

static uint32_t last_rune(struct ng_text text)
{
	uint32_t rune = 0;

	if (text.len)
		utf8_before(text, text.len, &rune);
	return rune;
}

static bool shows_a_cut(uint32_t rune)
{
	return rune == 0x2026 || rune == ',' || rune == ';' || rune == ':' || rune == '-' || rune == 0x2013 ||
	       rune == 0x2014 || rune == '(' || rune == '[' || rune == '|' || rune == '/' || rune == 0x201c ||
	       rune == 0x3001 || rune == 0xff0c || rune == 0xff1a;
}

/* Cuts dots, blanks and open marks off the end. */
static bool cut_marks(struct ng_text *title)
{
	bool cut = false, dotted = false;

	for (;;) {
		uint32_t rune = last_rune(*title);
		bool dots =
		    text_ends(*title, TEXT("..")) || text_ends(*title, TEXT("[...]")) || (dotted && rune == '.');
		if (!title->len || !(rune_is_space(rune) || dots || shows_a_cut(rune)))
			return cut;
		size_t n = text_ends(*title, TEXT("[...]")) ? 5 : 1;
		while (n < title->len && ((unsigned char)title->at[title->len - n] & 0xc0) == 0x80)
			n++;
		cut = cut || !rune_is_space(rune);
		dotted = dots;
		title->len -= n;
	}
}

/* Cuts the last word off if it may not end a headline. */
static bool cut_word(const struct lexicon *lexicon, struct ng_text *title)
{
	struct token token = {0}, last = {0};
	uint32_t words = 0;

	for (uint32_t at = 0; token_next(*title, at, (uint32_t)title->len, &token); at = token.end) {
		last = token;
		words++;
	}
	/* The "In" of "Drive-In" and the "L" of "time zone L" are parts of names. */
	bool stands_alone = last.start > 0 && title->at[last.start - 1] == ' ';
	bool letter = last.end - last.start == 1 && title->at[last.start] >= 'A' && title->at[last.start] <= 'Z';
	if (words <= LEAST_WORDS || last.end != title->len || !stands_alone || letter ||
	    !is_dangling(lexicon, last.word))
		return false;
	title->len = last.start;
	return true;
}

struct ng_text headline_whole(const struct lexicon *lexicon, struct ng_text title, bool *cut)
{
	*cut = false;
	title = text_trim(title);
	for (;;) {
		struct ng_text shorter = title;
		bool marks = cut_marks(&shorter);
		if (!shorter.len)
			return title;
		title = shorter;
		if (!marks && !cut_word(lexicon, &title))
			return title;
		*cut = true;
	}
}

static struct ng_text text_of_line(const struct page *page, size_t i)
{
	uint32_t start = page->lines[i].start, end = page->lines[i].end;

	start += line_bullet(page->text, start, end);
	return text_slice(page->text, start, end);
}

static bool is_above_prose(const struct page *page, size_t i)
{
	return !page->places[i].prose && page->places[i].last_prose == UINT32_MAX;
}

/* The longest line that begins with the title's words and is no sentence; page->n: none. */
static size_t fuller_line(const struct lexicon *lexicon, const struct page *page, struct ng_text title)
{
	size_t best = page->n, longest = title.len;

	for (size_t i = 0; i < page->n && i < LOOKED_AT; i++) {
		struct ng_text line = text_of_line(page, i);
		bool cut;
		if (page->looks[i].words > MOST_WORDS || page->looks[i].flags & LOOK_STOPPED || line.len <= longest ||
		    headline_match(line, title) != HEADLINE_LONGER)
			continue;
		headline_whole(lexicon, line, &cut);
		if (cut)
			continue;
		best = i;
		longest = line.len;
	}
	return best;
}

static bool says_noise(const struct look *look)
{
	for (size_t cue = 0; cue < CUES; cue++)
		if (cue <= CUE_NOTE &&
		    (look->cue[cue] == CUE_WHOLE || (look->cue[cue] >= CUE_START && cue >= CUE_CREDIT) ||
		     (look->cue[cue] == CUE_LABEL && cue == CUE_CAPTION)))
			return true;
	return look->flags & (LOOK_BULLET | LOOK_MARKUP | LOOK_ADDRESS | LOOK_BAR | LOOK_COPYRIGHT | LOOK_ALL_DATE);
}

/* The first label of a host name, "www" passed over: outlets are called like it. */
static struct ng_text outlet_of(struct ng_text host)
{
	if (text_starts(host, TEXT("www.")))
		host = text_slice(host, 4, host.len);
	return text_slice(host, 0, text_find(host, TEXT("."), 0));
}

static char lower_letter(char c)
{
	c = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* True of the outlet's name, perhaps with what it says of itself: "Tide Post - news from the coast". */
static bool is_masthead(struct ng_text line, struct ng_text outlet)
{
	size_t at = 0, same = 0;

	if (text_starts(outlet, TEXT("the")) && !text_starts(line, TEXT("The")))
		outlet = text_slice(outlet, 3, outlet.len);
	else if (!text_starts(outlet, TEXT("the")) && text_starts(line, TEXT("The ")))
		at = 4;
	for (; at < line.len && same < outlet.len; at++) {
		char c = lower_letter(line.at[at]), expected = lower_letter(outlet.at[same]);
		if (!expected)
			same++, at--;
		else if (c && c != expected)
			return false;
		else if (c)
			same++;
	}
	if (outlet.len < LEAST_OUTLET || same < outlet.len)
		return false;
	while (at < line.len && line.at[at] == ' ')
		at++;
	uint32_t rune = 0;
	if (at < line.len)
		utf8_decode(line, at, &rune);
	return at == line.len || rune == '|' || rune == '-' || rune == ':' || rune == ',' || rune == 0xb7 ||
	       rune == 0x2013 || rune == 0x2014 || rune == 0x2022;
}

/*
 * The line above the prose that is most like a headline; page->n: none. What stands right below it is rather its deck,
 * though that often says more in the article's words.
 */
static size_t headline_line(const struct page *page, struct ng_text outlet)
{
	size_t best = page->n;
	double most = 0;

	for (size_t i = 0; i < page->n && i < LOOKED_AT && is_above_prose(page, i); i++) {
		const struct look *look = &page->looks[i];
		const struct place *place = &page->places[i];
		bool stopped = look->flags & LOOK_STOPPED && !(look->flags & LOOK_QUESTION);
		if (look->words < LEAST_WORDS || look->words > MOST_WORDS || stopped || says_noise(look) ||
		    is_masthead(text_of_line(page, i), outlet))
			continue;
		double known = place->known_share < 0 ? .3 : place->known_share;
		double score = .2 + known + (look->words > 5 ? .3 : 0) - (look->words > 22 ? .3 : 0);
		bool deck = i == best + 1 && page->looks[best].words > 5 && page->looks[best].words <= 22 && most > .75;
		if (score > most + (deck ? .4 : 0)) {
			most = score;
			best = i;
		}
	}
	return best;
}

size_t headline_find(const struct lexicon *lexicon, struct page *page, struct article *article)
{
	struct ng_text title = text_trim(article->title);
	size_t line = page->n;
	bool cut;

	if (!title.len) {
		line = headline_line(page, outlet_of(article->host));
		if (line == page->n)
			return line;
		title = text_of_line(page, line);
	}
	struct ng_text whole = headline_whole(lexicon, title, &cut);
	size_t fuller = fuller_line(lexicon, page, whole);
	if (fuller < page->n && (cut || is_above_prose(page, fuller))) {
		article->title = text_of_line(page, fuller);
		return fuller;
	}
	article->title = whole;
	article->title_cut = article->title_cut || cut;
	return line;
}
