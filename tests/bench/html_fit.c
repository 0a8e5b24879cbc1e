/*
 * html_fit LABELS FOLDS: fits html_model.c's forests to labelled pages. LABELS (html_labels.py writes it): for each
 * page "P PATH BLOCKS", then for each of its blocks "LABEL WEIGHT", the label 1 of the article, 0 not, -1 unknown.
 * FOLDS 0: prints the trees as C. FOLDS 2 and more: cross-validates by pages and prints what would be kept ("P PATH",
 * then "T TEXT" a block), for html_labels.py to score. The second forest learns on scores the first gave to pages it
 * had not seen.
 */
#include "html_boost.h"

#include "base/file.h"
#include "read/charset.h"
#include "read/html_choose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INNER_FOLDS = 5, PAGE_BYTES = 64 << 20 };

struct page {
	const char *path;
	struct html_page *page;
	const struct html_terms *terms;
	size_t n;
	int *label;
	float *weight, *first, *second;
};

struct fit {
	struct arena *arena;
	const char *labels;
	size_t folds;
	struct {
		struct page *at;
		size_t n, room;
	} pages;
	uint64_t seed;
};

static const struct boosting first_options = {120, .12, 4, 4, .8, .5}, second_options = {120, .1, 4, 4, .8, .5};

/* What is known of a term before any page is seen. */
static void set_signs(signed char *first, signed char *second)
{
	static const int fewer[] = {TERM_LINK,      TERM_PROMO,      TERM_PITCHES,    TERM_LEGAL,      TERM_CREDIT,
				    TERM_DATE,      TERM_BYLINE,     TERM_IS_TITLE,   TERM_DUPLICATES, TERM_SEEN,
				    TERM_NEAR_LINK, TERM_ABOVE_LINK, TERM_FRAME_LINK, TERM_ORDER,      TERM_ELSEWHERE};
	static const int more[] = {TERM_TERMINAL, TERM_SINCE, TERM_NEAR_PROSE, TERM_PROSE_INSIDE};
	static const int outside[] = {CLASS_NAV,   CLASS_FOOT,   CLASS_AD,    CLASS_RELATED,    CLASS_COMMENT,
				      CLASS_SHARE, CLASS_AUTHOR, CLASS_META,  CLASS_NEWSLETTER, CLASS_TAGS,
				      CLASS_SIDE,  CLASS_POPUP,  CLASS_HIDDEN};
	static const int around[] = {CONTEXT_SCORE,        CONTEXT_INSIDE,     CONTEXT_PATTERN,    CONTEXT_SIBLINGS,
				     CONTEXT_BRANCH_TAKEN, CONTEXT_NEAR,       CONTEXT_SCORES,     CONTEXT_SCORES + 1,
				     CONTEXT_SCORES + 2,   CONTEXT_SCORES + 3, CONTEXT_SCORES + 4, CONTEXT_SCORES + 5};
	static const unsigned marks[] = {MARK_ASIDE, MARK_FOOTER, MARK_NAV, MARK_HIDDEN};

	for (size_t i = 0; i < sizeof fewer / sizeof *fewer; i++)
		first[fewer[i]] = second[CONTEXT_OWN + fewer[i]] = -1;
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		first[more[i]] = second[CONTEXT_OWN + more[i]] = 1;
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		first[TERM_CLASS + outside[i]] = second[CONTEXT_CLASS + outside[i]] = -1;
	for (unsigned mark = 0; mark < HTML_MARKS; mark++)
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
			if (marks[i] == 1u << mark)
				first[TERM_MARK + mark] = second[CONTEXT_MARK + mark] = -1;
	for (size_t i = 0; i < sizeof around / sizeof *around; i++)
		second[around[i]] = 1;
	first[TERM_CLASS + CLASS_BODY] = 1;
	second[CONTEXT_OUT] = second[CONTEXT_BRANCH_LINK] = -1;
}

static void load(struct fit *fit, struct page *page)
{
	static const struct ng_limits limits = {.depth = 256, .record_bytes = PAGE_BYTES};
	struct read_context context = {fit->arena, text_of(page->path), 1, NG_NO_DAY, &limits, NULL, NULL};
	struct ng_text bytes = file_read(fit->arena, page->path, PAGE_BYTES);
	struct html_source source =
	    html_guard(&context, charset_to_utf8(fit->arena, bytes, html_declared_charset(bytes), false));

	page->page = html_walk(&context, html_tree(&context, source.markup));
	html_scan(page->page, html_lexicon_new(fit->arena));
	page->terms = html_terms_new(page->page, metadata_read(&context, &source, page->page));
	page->first = arena_array(fit->arena, page->n, float);
	page->second = arena_array(fit->arena, page->n, float);
	if (page->n != page->page->blocks.n)
		arena_fail(fit->arena, NG_BAD_INPUT, text_of(page->path), 0, "%zu labels for %zu blocks", page->n,
			   page->page->blocks.n);
}

static void load_all(struct fit *fit)
{
	struct ng_text rest = file_read(fit->arena, fit->labels, PAGE_BYTES), line;
	char path[1024];
	size_t n;

	while (text_cut(&rest, '\n', &line)) {
		if (sscanf(arena_string(fit->arena, line), "P %1023s %zu", path, &n) != 2)
			continue;
		struct page page = {.path = arena_string(fit->arena, text_of(path)),
				    .n = n,
				    .label = arena_array(fit->arena, n, int),
				    .weight = arena_array(fit->arena, n, float)};
		for (size_t i = 0; i < n && text_cut(&rest, '\n', &line); i++)
			if (sscanf(arena_string(fit->arena, line), "%d %f", &page.label[i], &page.weight[i]) != 2)
				arena_fail(fit->arena, NG_BAD_INPUT, text_of(fit->labels), 0, "no label: %.*s",
					   TEXT_ARGS(line));
		load(fit, &page);
		*array_add(fit->arena, &fit->pages) = page;
	}
}

static struct html_forest learn(struct fit *fit, const bool *used, int stage, const signed char *signs)
{
	struct rows rows = {.terms = stage == 1 ? HTML_TERMS : HTML_CONTEXT_TERMS, .sign = signs};
	double sum = 0;

	for (size_t p = 0; p < fit->pages.n; p++)
		rows.n += used[p] ? fit->pages.at[p].n : 0;
	rows.at = arena_array(fit->arena, rows.n * rows.terms, float);
	rows.label = arena_array(fit->arena, rows.n, float);
	rows.weight = arena_array(fit->arena, rows.n, float);
	rows.n = 0;
	for (size_t p = 0; p < fit->pages.n; p++) {
		const struct page *page = &fit->pages.at[p];
		if (!used[p])
			continue;
		const struct html_context *context =
		    stage == 2 ? html_context_new(page->page, page->terms, page->first) : NULL;
		for (size_t i = 0; i < page->n; i++) {
			if (page->label[i] < 0 || page->weight[i] <= 0)
				continue;
			if (stage == 1)
				html_terms_row(page->terms, i, rows.at + rows.n * rows.terms);
			else
				html_context_row(context, i, rows.at + rows.n * rows.terms);
			rows.label[rows.n] = (float)page->label[i];
			rows.weight[rows.n] = page->weight[i];
			sum += page->weight[i];
			rows.n++;
		}
	}
	for (size_t i = 0; i < rows.n; i++)
		rows.weight[i] *= (float)((double)rows.n / sum);
	return boost(fit->arena, &rows, stage == 1 ? &first_options : &second_options, &fit->seed);
}

static void score(struct page *page, const struct html_forest *forest, int stage)
{
	float row[HTML_CONTEXT_TERMS];
	const struct html_context *context = stage == 2 ? html_context_new(page->page, page->terms, page->first) : NULL;

	for (size_t i = 0; i < page->n; i++) {
		if (stage == 1)
			html_terms_row(page->terms, i, row);
		else
			html_context_row(context, i, row);
		(stage == 1 ? page->first : page->second)[i] = html_forest_score(forest, row);
	}
}

static void learn_both(struct fit *fit, const bool *used, struct html_forest *first, struct html_forest *second)
{
	signed char signs[HTML_TERMS] = {0}, context_signs[HTML_CONTEXT_TERMS] = {0};
	bool *some = arena_array(fit->arena, fit->pages.n, bool);

	set_signs(signs, context_signs);
	for (size_t fold = 0; fold < INNER_FOLDS; fold++) {
		for (size_t p = 0; p < fit->pages.n; p++)
			some[p] = used[p] && p % INNER_FOLDS != fold;
		*first = learn(fit, some, 1, signs);
		for (size_t p = 0; p < fit->pages.n; p++)
			if (used[p] && !some[p])
				score(&fit->pages.at[p], first, 1);
	}
	*second = learn(fit, used, 2, context_signs);
	*first = learn(fit, used, 1, signs);
}

static void print_page(struct page *page, const struct html_forest *first, const struct html_forest *second)
{
	score(page, first, 1);
	score(page, second, 2);
	struct blocks blocks = html_choose_scored(page->page, page->terms, page->second);
	printf("P %s\n", page->path);
	for (size_t i = 0; i < blocks.n; i++)
		if (blocks.at[i].kind != BLOCK_NOISE && blocks.at[i].kind != BLOCK_CAPTION &&
		    blocks.at[i].kind != BLOCK_NOTE)
			printf("T %.*s\n", (int)(blocks.at[i].end - blocks.at[i].start),
			       page->page->text.at + blocks.at[i].start);
}

static void print_forest(const char *name, const struct html_forest *forest)
{
	printf("static const struct html_decision %s_trees[] = {\n", name);
	for (size_t i = 0; i < forest->n; i++) {
		const struct html_decision *tree = &forest->at[i];
		printf("\t{{%d, %d, %d}, {%#.5gf, %#.5gf, %#.5gf}, {", tree->term[0], tree->term[1], tree->term[2],
		       (double)tree->over[0], (double)tree->over[1], (double)tree->over[2]);
		for (size_t leaf = 0; leaf < 1 << HTML_TREE_DEPTH; leaf++)
			printf("%s%.3ff", leaf ? ", " : "", (double)tree->leaf[leaf]);
		printf("}},\n");
	}
	printf("};\n\nconst struct html_forest html_forest_%s = {%.4ff, sizeof %s_trees / sizeof *%s_trees, "
	       "%s_trees};\n\n",
	       name, (double)forest->bias, name, name, name);
}

static void run(void *data)
{
	struct fit *fit = data;
	struct html_forest first, second;

	load_all(fit);
	bool *used = arena_array(fit->arena, fit->pages.n + 1, bool);
	for (size_t fold = 0; fold < (fit->folds ? fit->folds : 1); fold++) {
		/* pages come sorted by set and name: a hash spreads them */
		for (size_t p = 0; p < fit->pages.n; p++)
			used[p] = fit->folds == 0 || text_hash(text_of(fit->pages.at[p].path)) % fit->folds != fold;
		learn_both(fit, used, &first, &second);
		for (size_t p = 0; p < fit->pages.n; p++)
			if (!used[p])
				print_page(&fit->pages.at[p], &first, &second);
	}
	if (fit->folds == 0) {
		print_forest("first", &first);
		print_forest("second", &second);
	}
}

int main(int argc, char **argv)
{
	struct fit fit = {.arena = arena_new((size_t)8 << 30), .labels = argc == 3 ? argv[1] : NULL, .seed = 1};
	struct ng_error error;

	if (argc != 3 || !fit.arena) {
		fprintf(stderr, "usage: html_fit LABELS FOLDS\n");
		return 2;
	}
	fit.folds = strtoul(argv[2], NULL, 10);
	if (!arena_try(fit.arena, run, &fit, &error)) {
		fprintf(stderr, "%s: %s\n", error.where, error.what);
		return 1;
	}
	arena_free(fit.arena);
	return 0;
}
