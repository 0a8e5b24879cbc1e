/*
 * In: paragraphs. Out: the label a paragraph of a transcript begins with, and the name of a signature. A label is a
 * name of at most LABEL_MAX words, in capitals or not, before a colon; what is said goes to the paragraph's end. One
 * label makes no transcript: datelines and headings look like that too.
 */
#include "story/quote_label.h"

enum { LABEL_MAX = 4, SIGNATURE_MAX = 12, SPEECHES_MIN = 3, LIST_MIN = 4 /* words */ };

static const struct quote_token *token_at(const struct quote_text *text, uint32_t i)
{
	return &text->tokens.at[i];
}

static struct ng_text words_of(const struct quote_text *text, uint32_t first, uint32_t last)
{
	return text_slice(text->text, token_at(text, first)->start, token_at(text, last - 1)->end);
}

/* "Rovers: Finch; Garrity, Stone, Hale": names and no word in lower case, so nothing is said. */
static bool lists_names(const struct quote_text *text, uint32_t first, uint32_t last)
{
	uint32_t names = 0;

	for (uint32_t i = first; i < last; i++) {
		if (is(token_at(text, i), QB_LOWER) && !is(token_at(text, i), QB_PARTICLE))
			return false;
		names += is(token_at(text, i), QB_CAPITAL);
	}
	return names >= LIST_MIN;
}

/* The tokens [*first, *colon) of the label; false: the paragraph has none. */
static bool find_label(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t *first,
		       uint32_t *colon)
{
	uint32_t i = paragraph->first;

	if (is(token_at(text, i), QB_MARK))
		i++;
	*first = i;
	for (; i < paragraph->last && i - *first <= LABEL_MAX; i++) {
		const struct quote_token *token = token_at(text, i);
		if (token->rune == ':' && !is(token, QB_WORD)) {
			*colon = i;
			return i > *first && i + 1 < paragraph->last && !lists_names(text, i + 1, paragraph->last);
		}
		if (!is(token, QB_CAPITAL) ||
		    (!is(token, QB_SHOUT) && is_any(token, QUOTE_BIT(QB_NOT_A_NAME) | QUOTE_BIT(QB_DAY))))
			return false;
	}
	return false;
}

struct quote_labels quote_labels_find(const struct quote_text *text)
{
	struct quote_labels labels = {.counts = table_new(text->arena)};
	uint32_t first, colon;
	size_t speeches = 0;

	for (size_t p = 1; p < text->paragraphs.n; p++) /* the first is a headline */
		if (find_label(text, &text->paragraphs.at[p], &first, &colon)) {
			table_put(&labels.counts, words_of(text, first, colon))->value++;
			speeches++;
		}
	labels.transcript = speeches >= SPEECHES_MIN && labels.counts.n >= 2;
	return labels;
}

static struct ng_text lower(const struct quote_text *text, struct ng_text name)
{
	struct buf buf = buf_new(text->arena, SIZE_MAX);
	utf8_lower(&buf, name);
	return buf_text(&buf);
}

static void note_name(const struct quote_text *text, struct quote_labels *labels, struct ng_text name, size_t person)
{
	struct table_entry *entry = table_put(&labels->names, lower(text, name));
	if (!entry->value)
		entry->value = person + 1;
}

void quote_labels_name(const struct quote_text *text, struct quote_labels *labels, const struct persons *persons)
{
	labels->names = table_new(text->arena);
	for (size_t i = 0; i < persons->list.n; i++) {
		const struct person *person = &persons->list.at[i];
		if (person->words < 2)
			continue;
		note_name(text, labels, person->surname, i);
		note_name(text, labels, person->full, i);
	}
}

struct quote_label quote_label_of(const struct quote_text *text, const struct quote_labels *labels,
				  const struct persons *persons, const struct quote_paragraph *paragraph)
{
	struct quote_label label = {0};
	uint32_t first, colon;

	if (!find_label(text, paragraph, &first, &colon))
		return label;
	const struct table_entry *entry = table_get(&labels->counts, words_of(text, first, colon));
	bool again = entry != NULL && entry->value >= 2;
	while (first + 1 < colon && is(token_at(text, first), QB_TITLE))
		first++;
	struct ng_text name = words_of(text, first, colon);
	label.after = colon + 1;
	label.name = again ? name : label.name;
	const struct table_entry *known = table_get(&labels->names, lower(text, name));
	if (known != NULL)
		label.name = persons->list.at[known->value - 1].full;
	return label;
}

struct ng_text quote_signature(const struct quote_text *text, const struct quote_paragraph *paragraph)
{
	uint32_t i = paragraph->first, dash = token_at(text, i)->rune, first;

	if ((dash != '-' && dash != 0x2013 && dash != 0x2014) || paragraph->last - i > SIGNATURE_MAX)
		return TEXT("");
	for (i++; i + 1 < paragraph->last && token_at(text, i)->rune == dash; i++)
		;
	for (first = i; i < paragraph->last && name_word(token_at(text, i)); i++)
		;
	while (first + 1 < i && is(token_at(text, first), QB_TITLE))
		first++;
	return i - first >= 2 ? words_of(text, first, i) : TEXT("");
}
