/*
 * Documents to rows: which sentences compete, their words as numbers, counts of each stem over rows, documents and
 * titles, and the tf-idf vector of each row with idf over the story's own sentences. Where a story has more sentences
 * than the limit, every document keeps its first ones, as many for all; where it has more documents, the first
 * documents keep one. Only content stems (no stop words) make vectors.
 */
#include "story/rows.h"

#include <math.h>

#include "base/utf8.h"
#include "story/ids.h"

static size_t sentences_up_to(const struct document *documents, size_t n, size_t places)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += documents[i].n_sentences < places ? documents[i].n_sentences : places;
	return sum;
}

/* How many sentences of each document fit under the limit, 1 at least; by halving. */
static size_t places_within(const struct document *documents, size_t n, size_t limit)
{
	size_t low = 1, high = limit;

	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		if (sentences_up_to(documents, n, middle) <= limit)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static uint32_t words_between_blanks(const struct document *document, const struct sentence *sentence)
{
	struct ng_text text = document->article.text;
	bool inside = false;
	uint32_t n = 0, rune;

	if (document->language && !document->language->segmented)
		return sentence->n_words;
	for (size_t at = sentence->start; at < sentence->end;) {
		at += utf8_decode(text, at, &rune);
		bool blank = rune_is_space(rune);
		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

static uint8_t letters_of(struct ng_text text, const struct word *word)
{
	uint32_t n = 0;

	for (uint32_t at = word->start; at < word->end && n < UINT8_MAX; at++)
		n += ((unsigned char)text.at[at] & 0xc0) != 0x80;
	return (uint8_t)n;
}

/* What is known while rows are made. */
struct making {
	struct arena *arena;
	struct ids ids;
	struct rows *rows;
	size_t room;       /* of rows->stems */
	uint32_t *row_of;  /* for each stem, the last row that counted it, plus 1 */
	uint32_t *cell_of; /* and its cell there */
	size_t row_of_room, cell_of_room;
	uint32_t *document_of;
	size_t document_of_room;
};

static uint32_t stem_number(struct making *making, struct ng_text text, const struct word *word)
{
	struct rows *rows = making->rows;
	uint32_t id = ids_put(making->arena, &making->ids, word->stem);

	if (id < rows->n_stems)
		return id;
	rows->stems = arena_room(making->arena, rows->stems, id, &making->room, sizeof *rows->stems);
	making->row_of = arena_room(making->arena, making->row_of, id, &making->row_of_room, sizeof *making->row_of);
	making->cell_of =
	    arena_room(making->arena, making->cell_of, id, &making->cell_of_room, sizeof *making->cell_of);
	making->document_of =
	    arena_room(making->arena, making->document_of, id, &making->document_of_room, sizeof *making->document_of);
	rows->stems[id] = (struct stem){
	    .letters = letters_of(text, word),
	    .stop = word->flags & WORD_STOP,
	    .number = word->flags & WORD_NUMBER,
	};
	making->row_of[id] = making->document_of[id] = 0;
	rows->n_stems++;
	return id;
}

static void count_stem(struct making *making, struct row *row, uint32_t id)
{
	struct stem *stem = &making->rows->stems[id];
	uint32_t row_number = (uint32_t)making->rows->n + 1;

	stem->count++;
	row->n_content++;
	if (making->row_of[id] == row_number) {
		row->cells[making->cell_of[id]].count++;
		return;
	}
	making->row_of[id] = row_number;
	making->cell_of[id] = (uint32_t)row->n_cells;
	row->cells[row->n_cells++] = (struct cell){.stem = id, .count = 1};
	stem->n_rows++;
	stem->n_documents += making->document_of[id] != row->document + 1;
	making->document_of[id] = row->document + 1;
}

static void add_row(struct making *making, const struct document *document, uint32_t number, uint32_t place)
{
	const struct sentence *sentence = &document->sentences[place];
	const struct word *words = document->words + sentence->first_word;
	struct row *row = &making->rows->at[making->rows->n];
	uint32_t *stems = arena_array(making->arena, sentence->n_words, uint32_t);

	*row = (struct row){
	    .document = number,
	    .sentence = place,
	    .place = place,
	    .places = (uint32_t)document->n_sentences,
	    .n_words = words_between_blanks(document, sentence),
	    .stems = stems,
	    .n_stems = sentence->n_words,
	    .cells = arena_array(making->arena, sentence->n_words, struct cell),
	};
	for (size_t i = 0; i < row->n_stems; i++) {
		stems[i] = stem_number(making, document->article.text, &words[i]);
		making->rows->stems[stems[i]].capital |= i > 0 && words[i].flags & WORD_CAPITAL;
		if (!making->rows->stems[stems[i]].stop)
			count_stem(making, row, stems[i]);
	}
	making->rows->n++;
}

static void add_title(struct making *making, const struct document *document, uint32_t number)
{
	struct title *title = &making->rows->titles[number];
	uint32_t *stems = arena_array(making->arena, document->n_title_words, uint32_t);
	uint32_t mark = (uint32_t)making->rows->n + 1 + number; /* past any row's */

	title->stems = stems;
	for (size_t i = 0; i < document->n_title_words; i++) {
		uint32_t id = ids_get(&making->ids, document->title_words[i].stem);
		if (id == IDS_NONE || making->row_of[id] == mark)
			continue;
		making->row_of[id] = mark;
		stems[title->n_stems++] = id;
		making->rows->stems[id].n_titles++;
	}
}

static void weigh(struct rows *rows)
{
	for (size_t i = 0; i < rows->n_stems; i++)
		rows->stems[i].idf = log(((double)rows->n + 1) / (rows->stems[i].n_rows + .5));
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->at[i];
		double sum = 0;
		for (size_t j = 0; j < row->n_cells; j++) {
			row->cells[j].weight = row->cells[j].count * rows->stems[row->cells[j].stem].idf;
			sum += row->cells[j].weight * row->cells[j].weight;
		}
		row->norm = sqrt(sum);
		for (size_t j = 0; j < row->n_cells && row->norm > 0; j++)
			row->cells[j].weight /= row->norm;
	}
}

struct rows *rows_collect(struct arena *arena, const struct document *documents, size_t n, size_t limit)
{
	struct making making = {.arena = arena, .rows = arena_new_of(arena, struct rows)};
	struct rows *rows = making.rows;
	size_t places = places_within(documents, n, limit), all = sentences_up_to(documents, n, places);

	rows->at = arena_array(arena, all < limit ? all : limit, struct row);
	rows->titles = arena_array(arena, n, struct title);
	rows->n_documents = n;
	for (size_t d = 0; d < n; d++)
		for (size_t place = 0; place < places && place < documents[d].n_sentences && rows->n < limit; place++)
			add_row(&making, &documents[d], (uint32_t)d, (uint32_t)place);
	for (size_t d = 0; d < n; d++)
		add_title(&making, &documents[d], (uint32_t)d);
	weigh(rows);
	return rows;
}
