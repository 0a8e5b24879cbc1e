/*
 * The trie of patterns. In: entries of [patterns]. Out: nodes. Optional parts and alternatives are written out when a
 * pattern is added, so that matching is mere walking. An unknown class or resolver is refused with its line.
 */
#include "language/date_pattern.h"
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

/* Brackets stand first and last, before and after all marks; inside of a name one is a slip of the pen. */
static bool holds_bracket(struct ng_text name)
{
	return text_find(name, TEXT("("), 0) < name.len || text_find(name, TEXT(")"), 0) < name.len;
}

static uint16_t symbol_of(struct date_tables *tables, struct ng_text name, const struct wordlist_entry *entry,
			  const char *file)
{
	enum date_class class;
	if (name.len == 0 || holds_bracket(name))
		arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line,
			   "misplaced bracket or blank in a pattern");
	if (name.at[0] >= 'A' && name.at[0] <= 'Z') {
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

/* The root has hundreds of children: they are found by symbol. */
static void put_first(struct date_tables *tables, uint32_t child)
{
	uint16_t symbol = tables->nodes.at[child].symbol;
	while (tables->first.n <= symbol)
		*(uint32_t *)array_add(tables->arena, &tables->first) = 0;
	tables->nodes.at[child].same = tables->first.at[symbol];
	tables->first.at[symbol] = child;
	if (symbol < DATE_CLASSES)
		tables->first_classes |= CLASS_BIT(symbol);
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
	if (parent == 0)
		put_first(tables, child);
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
