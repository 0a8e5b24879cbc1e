/*
 * In: an article as its reader left it. Out: the article with blocks, a title, and a publication day if its text says
 * one. The steps and their rooms: lines (line), their looks and places (look, page), odds of noise (terms, weights),
 * roles and reasons (role).
 */
#include "clean/clean.h"

#include "clean/headline.h"
#include "clean/published.h"
#include "clean/reason.h"
#include "clean/role.h"

struct clean_tables {
	struct lexicon lexicon;
};

struct clean_tables *clean_tables_load(struct arena *arena, const struct resources *data)
{
	struct clean_tables *tables = arena_new_of(arena, struct clean_tables);

	tables->lexicon = lexicon_load(arena, data);
	return tables;
}

static void keep_reasons(struct article *article, struct ng_text keep)
{
	for (size_t i = 0; i < article->blocks.n; i++) {
		struct block *block = &article->blocks.at[i];
		if (block->reason && reason_is_kept(keep, block->reason)) {
			block->kind = BLOCK_BODY;
			block->reason = NULL;
		}
	}
}

/* The blocks a reader gave, as lines. */
static struct lines lines_of_blocks(struct arena *arena, const struct blocks *blocks)
{
	struct lines lines = {arena_array(arena, blocks->n, struct line), blocks->n, blocks->n};

	for (size_t i = 0; i < blocks->n; i++)
		lines.at[i] = (struct line){blocks->at[i].start, blocks->at[i].end, i > 0};
	return lines;
}

void clean_article(struct arena *arena, const struct clean_tables *tables, struct article *article, struct ng_text keep)
{
	const struct lexicon *lexicon = &tables->lexicon;
	bool given = article->blocks.n > 0;
	struct lines lines = given ? lines_of_blocks(arena, &article->blocks) : lines_find(arena, article->text);
	struct page page = page_read(arena, lexicon, article->text, &lines);
	size_t title = headline_find(lexicon, &page, article);

	page_title(arena, lexicon, &page, article->title);
	if (given)
		roles_again(&page, title, &article->blocks);
	else
		article->blocks = roles_of(arena, &page, title);
	published_find(lexicon, &page, article);
	keep_reasons(article, keep);
}

void clean_nothing(struct arena *arena, struct article *article)
{
	struct blocks blocks = {0};
	struct lines lines = lines_find(arena, article->text);

	for (size_t i = 0; i < lines.n; i++) {
		if (!i || lines.at[i].gap)
			*array_add(arena, &blocks) =
			    (struct block){lines.at[i].start, lines.at[i].end, BLOCK_BODY, NULL};
		else
			blocks.at[blocks.n - 1].end = lines.at[i].end;
	}
	article->blocks = blocks;
}
