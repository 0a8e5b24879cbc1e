/*
 * The trie of patterns. In: entries of [patterns], then tokens. Out: all patterns that match at a token, the longest
 * first, of equal length the one that stands first in the file. Optional parts and alternatives are written out when a
 * pattern is added, so that matching is walking: bounded by the longest pattern, whatever the text.
 */
#include "language/date_match.h"
#include "language/date_resolve.h"

enum { FRONT_MAX = 256, SYMBOLS_MAX = UINT16_MAX };

/* The nodes a pattern has reached so far, in all its readings. */
struct front {
	uint32_t at[FRONT_MAX];
	size_t n;
};

struct element {
	struct ng_text names; /* "a|b" */
	uint8_t joins;
	bool context, opens, closes;
};

static uint16_t symbol_of(struct date_tables *tables, struct ng_text name, const struct wordlist_entry *entry,
			  const char *file)
{
	enum date_class class;
	if (name.len > 0 && name.at[0] >= 'A' && name.at[0] <= 'Z') {
		if (!date_class_named(name, &class))
			arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line, "unknown class \"%.*s\"",
				   TEXT_ARGS(name));
		return (uint16_t) class;
	}
	struct date_word *word = date_word_put(tables, name);
	if (word->literal == 0)
		word->literal = ++tables->literals;
	return word->literal;
}

static uint32_t child_of(struct date_tables *tables, uint32_t parent, uint16_t symbol, const struct element *element)
{
	uint32_t child = tables->nodes.at[parent].child;
	for (; child != 0; child = tables->nodes.at[child].sibling) {
		const struct date_node *node = &tables->nodes.at[child];
		if (node->symbol == symbol && node->joins == element->joins && node->context == element->context)
			return child;
	}
	child = (uint32_t)tables->nodes.n;
	struct date_node *node = array_add(tables->arena, &tables->nodes);
	*node = (struct date_node){
	    .symbol = symbol, .joins = element->joins, .context = element->context, .parent = parent};
	node->depth = (uint8_t)(tables->nodes.at[parent].depth + 1);
	node->sibling = tables->nodes.at[parent].child;
	tables->nodes.at[parent].child = child;
	if (parent == 0 && symbol < DATE_CLASSES)
		tables->first_classes |= CLASS_BIT(symbol);
	return child;
}

static void front_put(struct date_tables *tables, struct front *front, uint32_t node,
		      const struct wordlist_entry *entry, const char *file)
{
	for (size_t i = 0; i < front->n; i++)
		if (front->at[i] == node)
			return;
	if (front->n == FRONT_MAX)
		arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line, "pattern has more than %d readings",
			   FRONT_MAX);
	front->at[front->n++] = node;
}

static struct element read_element(struct ng_text word)
{
	struct element element = {.joins = JOIN_BLANK};
	if (text_starts(word, TEXT("(")))
		element.opens = true, word = text_slice(word, 1, word.len);
	if (text_ends(word, TEXT(")")))
		element.closes = true, word.len--;
	for (; word.len > 1; word = text_slice(word, 1, word.len)) {
		if (word.at[0] == '-')
			element.joins |= JOIN_HYPHEN;
		else if (word.at[0] == ',')
			element.joins |= JOIN_COMMA;
		else if (word.at[0] == '^')
			element.context = true;
		else
			break;
	}
	element.names = word;
	return element;
}

static void extend(struct date_tables *tables, struct front *front, const struct element *element,
		   const struct wordlist_entry *entry, const char *file)
{
	struct front next = {.n = 0};
	for (size_t i = 0; i < front->n; i++) {
		struct ng_text names = element->names, name;
		while (text_cut(&names, '|', &name))
			front_put(tables, &next,
				  child_of(tables, front->at[i], symbol_of(tables, name, entry, file), element), entry,
				  file);
	}
	*front = next;
}

void date_pattern_add(struct date_tables *tables, const struct wordlist_entry *entry, const char *file)
{
	struct front front = {.n = 1}, skipped = {.n = 0};
	struct ng_text pattern = entry->entry, rest = entry->value, word, name = {0};
	while (text_cut(&pattern, ' ', &word)) {
		struct element element = read_element(word);
		if (element.opens)
			skipped = front;
		extend(tables, &front, &element, entry, file);
		for (size_t i = 0; element.closes && i < skipped.n; i++)
			front_put(tables, &front, skipped.at[i], entry, file);
	}
	text_cut(&rest, ' ', &name);
	uint8_t resolver = date_resolver_named(name);
	if (resolver == 0)
		arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line, "unknown resolver \"%.*s\"",
			   TEXT_ARGS(name));
	tables->patterns++;
	for (size_t i = 0; i < front.n; i++) {
		struct date_node *node = &tables->nodes.at[front.at[i]];
		if (node->order != 0 || front.at[i] == 0)
			continue;
		node->order = tables->patterns;
		node->resolver = resolver;
		node->argument = rest;
	}
}

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

void date_patterns_at(const struct date_tables *tables, const struct date_token *tokens, size_t n,
		      struct date_found *found)
{
	uint32_t stack[DATE_FOUND_MAX * 4];
	size_t depth = 0;
	found->n = 0;
	if (n == 0 ||
	    !((tokens->classes & tables->first_classes) || (tokens->word != NULL && tokens->word->literal > 0)))
		return;
	stack[depth++] = 0;
	while (depth > 0) {
		const struct date_node *node = &tables->nodes.at[stack[--depth]];
		if (node->depth == n)
			continue;
		const struct date_token *token = &tokens[node->depth];
		for (uint32_t i = node->child; i != 0; i = tables->nodes.at[i].sibling) {
			const struct date_node *child = &tables->nodes.at[i];
			if (!stands_for(child, token) || (node->depth > 0 && !(child->joins & token->join)))
				continue;
			if (child->order != 0)
				found_put(tables, found, i);
			if (child->child != 0 && depth < sizeof stack / sizeof *stack)
				stack[depth++] = i;
		}
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
