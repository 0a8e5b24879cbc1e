/*
 * Temporal expressions of a document. In: text, blocks, sentences, the anchor day. Out: document->dates, in order. Each
 * stretch of text between blank lines is scanned into tokens; at each token the longest pattern wins whose resolver
 * accepts. Noise is not read. Values follow TIMEX3; without an anchor what depends on it stays open (XXXX-WXX-5,
 * PRESENT_REF) and has no day.
 */
#include "language/date_join.h"

struct dates {
	struct date *at;
	size_t n, room;
};

struct finder {
	struct arena *arena;
	const struct document *document;
	struct date_context context;
	struct date_tokens tokens;
	struct dates dates;
	struct date_hit last; /* found last in this stretch of text, if any */
	bool any;
	size_t sentence; /* the first that does not end before the token at hand */
};

/* Where the match stands: its sentence, or the stretch of text when no sentence holds it. */
static void enter_sentence(struct finder *f, uint32_t at, uint32_t from, uint32_t to)
{
	const struct document *document = f->document;
	while (f->sentence < document->n_sentences && document->sentences[f->sentence].end <= at)
		f->sentence++;
	f->context.from = from;
	f->context.to = to;
	if (f->sentence < document->n_sentences && document->sentences[f->sentence].start <= at) {
		f->context.from = document->sentences[f->sentence].start;
		f->context.to = document->sentences[f->sentence].end;
	}
}

static void remember(struct date_context *context, const struct date_value *value)
{
	if (value->type != DATE_DATE && value->type != DATE_TIME)
		return;
	context->deictics += value->deictic;
	if (!value->relative && date_value_first(value) != NG_NO_DAY &&
	    civil_of(date_value_first(value)).year < context->today.year - 1)
		context->histories++;
	if (value->aside)
		return;
	if (value->kind == KIND_DAY)
		context->reference_day = value->day;
	if (value->kind == KIND_DAY || value->kind == KIND_MONTH || value->kind == KIND_YEAR)
		context->reference = date_value_first(value);
}

static void add(struct finder *f, const struct date_hit *hit)
{
	struct date *date = array_add(f->arena, &f->dates);
	date->start = hit->start;
	date->end = hit->end;
	date_value_write(&hit->value, date);
	bool inside =
	    f->sentence < f->document->n_sentences && f->document->sentences[f->sentence].start <= date->start;
	date->sentence = inside ? (uint32_t)f->sentence : UINT32_MAX;
	remember(&f->context, &hit->value);
}

/* What was found, with the time after it and what stands before it and belongs to it. */
static size_t take(struct finder *f, size_t i, const struct date_match *match, const struct date_value *value)
{
	const struct date_token *tokens = match->tokens;
	struct date_hit hit = {*value, i + match->first, i + match->last, tokens[match->first].start,
			       tokens[match->last - 1].end};
	date_join_clock(&f->context, &hit);
	if (date_join(&f->context, f->any ? &f->last : NULL, &hit))
		f->dates.n--;
	add(f, &hit);
	f->last = hit;
	f->any = true;
	return hit.last;
}

/* Context gives way to an expression that begins after it and is longer. */
static bool longer_inside(const struct finder *f, size_t i, const struct date_match *match)
{
	const struct date_tables *tables = f->context.tables;
	struct date_found inside;
	date_patterns_at(tables, f->tokens.at + i + match->first, f->tokens.n - i - match->first, &inside);
	return inside.n > 0 && tables->nodes.at[inside.at[0]].depth > match->last - match->first;
}

/* Tries the patterns at token i; the token to go on with. */
static size_t find_at(struct finder *f, size_t i, uint32_t from, uint32_t to)
{
	struct date_context *context = &f->context;
	struct date_found found;
	struct date_match match;
	date_patterns_at(context->tables, f->tokens.at + i, f->tokens.n - i, &found);
	if (found.n > 0)
		enter_sentence(f, f->tokens.at[i].start, from, to);
	for (size_t k = 0; k < found.n; k++) {
		struct date_value value = {.hour = -1};
		date_match_of(context->tables, f->tokens.at + i, found.at[k], &match);
		if (match.first > 0 && longer_inside(f, i, &match))
			continue;
		if (!date_resolve(context->tables->nodes.at[found.at[k]].resolver, context, &match, &value))
			continue;
		if (value.kind > KIND_CLOCK && !value.nothing && date_value_first(&value) == NG_NO_DAY)
			continue;
		return value.nothing ? i + match.last : take(f, i, &match, &value);
	}
	return i + 1;
}

static void find_in(struct finder *f, uint32_t from, uint32_t to)
{
	f->tokens.n = 0;
	f->any = false;
	date_scan(f->arena, f->context.tables, f->context.text, from, to, &f->tokens);
	f->context.tokens = f->tokens.at;
	f->context.n_tokens = f->tokens.n;
	for (size_t i = 0; i < f->tokens.n;)
		i = find_at(f, i, from, to);
}

/* Stretches between blank lines. */
static void find_stretches(struct finder *f, uint32_t from, uint32_t to)
{
	struct ng_text text = text_slice(f->context.text, 0, to);
	while (from < to) {
		uint32_t gap = (uint32_t)text_find(text, TEXT("\n\n"), from);
		if (gap > from)
			find_in(f, from, gap);
		from = gap + 2;
	}
}

/* "GB" of the language "en-GB", else the last part of the site's name ("uk"); in lower case. */
static struct ng_text region_of(struct arena *arena, const struct article *article)
{
	struct ng_text code = article->language, site = article->site, part = {0};
	struct buf region = buf_new(arena, SIZE_MAX);
	if (code.len == 5)
		part = text_slice(code, 3, 5);
	else if (text_find(site, TEXT("."), 0) < site.len)
		while (text_cut(&site, '.', &part))
			;
	utf8_lower(&region, part);
	return buf_text(&region);
}

void document_dates(struct arena *arena, struct document *document)
{
	const struct date_tables *tables = document->language->dates;
	const struct blocks *blocks = &document->article.blocks;
	struct finder f = {.arena = arena, .document = document};
	f.context.tables = tables;
	f.context.text = document->article.text;
	f.context.anchor = document->anchor;
	f.context.reference = f.context.reference_day = NG_NO_DAY;
	f.context.today = document->anchor == NG_NO_DAY ? (struct civil){9999, 1, 1} : civil_of(document->anchor);
	f.context.days_first =
	    tables->days_first || date_list_has(tables->days_first_regions, region_of(arena, &document->article));
	if (tables->patterns == 0)
		return;
	for (size_t i = 0; i < blocks->n; i++)
		if (blocks->at[i].kind != BLOCK_NOISE)
			find_stretches(&f, blocks->at[i].start, blocks->at[i].end);
	if (blocks->n == 0)
		find_stretches(&f, 0, (uint32_t)document->article.text.len);
	document->dates = f.dates.at;
	document->n_dates = f.dates.n;
}
