/*
 * Patterns met by tokens. In: the trie and tokens. Out: all patterns that match from the first token on, the longest
 * first, of equal length the one that stands first in the file; and which token stands for which class. Walking is
 * bounded by the longest pattern, whatever the text.
 */
#include "language/date_match.h"

static bool stands_for(const struct date_node *node, const struct date_token *token)
{
	if (node->symbol < DATE_CLASSES)
		return token->classes & CLASS_BIT(node->symbol);
	return token->word != NULL && token->word->literal == node->symbol;
}

static bool before(const struct date_tables *tables, uint32_t a, uint32_t b)
{
	const struct date_node *x = &tables->nodes.at[a], *y = &tables->nodes.at[b];
	return x->depth != y->depth ? x->depth > y->depth : x->order < y->order;
}

static void found_put(const struct date_tables *tables, struct date_found *found, uint32_t node)
{
	size_t at = found->n < DATE_FOUND_MAX ? found->n++ : DATE_FOUND_MAX - 1;
	for (; at > 0 && before(tables, node, found->at[at - 1]); at--)
		found->at[at] = found->at[at - 1];
	found->at[at] = node;
}

struct walk {
	const struct date_tables *tables;
	struct date_found *found;
	uint32_t stack[DATE_FOUND_MAX * 4];
	size_t depth;
};

static void reach(struct walk *walk, uint32_t at)
{
	const struct date_node *node = &walk->tables->nodes.at[at];
	if (node->order != 0)
		found_put(walk->tables, walk->found, at);
	if (node->child != 0 && walk->depth < sizeof walk->stack / sizeof *walk->stack)
		walk->stack[walk->depth++] = at;
}

static void reach_first(struct walk *walk, uint32_t symbol)
{
	uint32_t node = symbol < walk->tables->first.n ? walk->tables->first.at[symbol] : 0;
	for (; node != 0; node = walk->tables->nodes.at[node].same)
		reach(walk, node);
}

void date_patterns_at(const struct date_tables *tables, const struct date_token *tokens, size_t n,
		      struct date_found *found)
{
	struct walk walk = {.tables = tables, .found = found};
	found->n = 0;
	uint64_t classes = n == 0 ? 0 : tokens->classes & tables->first_classes;
	for (uint32_t class = 0; classes != 0; class ++, classes >>= 1)
		if (classes & 1)
			reach_first(&walk, class);
	if (n > 0 && tokens->word != NULL && tokens->word->literal > 0)
		reach_first(&walk, tokens->word->literal);
	while (walk.depth > 0) {
		const struct date_node *node = &tables->nodes.at[walk.stack[--walk.depth]];
		if (node->depth == n)
			continue;
		const struct date_token *token = &tokens[node->depth];
		for (uint32_t i = node->child; i != 0; i = tables->nodes.at[i].sibling)
			if ((tables->nodes.at[i].joins & token->join) && stands_for(&tables->nodes.at[i], token))
				reach(&walk, i);
	}
}

void date_match_of(const struct date_tables *tables, const struct date_token *tokens, uint32_t node,
		   struct date_match *match)
{
	size_t depth = tables->nodes.at[node].depth;
	*match = (struct date_match){.tokens = tokens, .last = depth, .argument = tables->nodes.at[node].argument};
	for (size_t i = depth; i > 0; i--, node = tables->nodes.at[node].parent) {
		const struct date_node *step = &tables->nodes.at[node];
		if (step->context && i == match->last)
			match->last--;
		else if (!step->context)
			match->first = i - 1;
		if (step->symbol >= DATE_CLASSES)
			continue;
		match->has |= CLASS_BIT(step->symbol);
		match->at[step->symbol] = &tokens[i - 1];
	}
}
