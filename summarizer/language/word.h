/* Words and stems. A reader is one thread's: stemmers and a cache from surface form to stem. */
#ifndef LANGUAGE_WORD_H
#define LANGUAGE_WORD_H

#include "language/document.h"

struct words {
	struct word *at;
	size_t n, room;
};

struct word_reader;
struct word_reader *word_reader_new(struct arena *arena);

/* Appends the words of text[start, end). */
void words_find(struct word_reader *reader, struct arena *arena, const struct language *language, struct ng_text text,
		uint32_t start, uint32_t end, struct words *words);
/* Fills document->words, each sentence's first_word and n_words, and document->title_words. */
void document_words(struct word_reader *reader, struct arena *arena, struct document *document);
/* The stem of a word of `text`, as it is spelled; a copy. */
struct ng_text word_stem(struct word_reader *reader, struct arena *arena, const struct language *language,
			 struct ng_text text, const struct word *word);

#endif
