/* Documents for tests of story rooms, made from sentences by a plain tokeniser (ASCII letters and digits, no stemming).
 */
#ifndef TEST_STORY_H
#define TEST_STORY_H

#include "base/buf.h"
#include "language/word.h"

static const struct language test_language = {.segmented = true};

static inline bool test_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static inline uint8_t test_flags(struct ng_text lower, char first)
{
	static const char *const stop[] = {"a",  "and", "at", "by", "for", "he", "in",
					   "is", "it",  "of", "on", "the", "to", "was"};
	uint8_t flags = 0;

	for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
		flags |= text_equal(lower, text_of(stop[i])) ? WORD_STOP : 0;
	flags |= first >= 'A' && first <= 'Z' ? WORD_CAPITAL : 0;
	flags |= first >= '0' && first <= '9' ? WORD_NUMBER : 0;
	flags |= text_equal(lower, TEXT("he")) || text_equal(lower, TEXT("but")) ? WORD_LEANS : 0;
	flags |= text_equal(lower, TEXT("we")) ? WORD_FIRST_PERSON : 0;
	return flags;
}

static inline void test_words(struct arena *arena, struct ng_text text, uint32_t start, uint32_t end,
			      struct words *words)
{
	for (uint32_t at = start; at < end;) {
		uint32_t from = at;
		while (at < end && test_letter(text.at[at]))
			at++;
		if (at == from) {
			at++;
			continue;
		}
		char *lower = arena_string(arena, text_slice(text, from, at));
		for (char *c = lower; *c; c++)
			*c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
		*array_add(arena, words) = (struct word){
		    .start = from,
		    .end = at,
		    .stem = text_hash(text_of(lower)),
		    .flags = test_flags(text_of(lower), text.at[from]),
		};
	}
}

/* A document of `n` sentences, each a line of its text. */
static inline struct document test_document(struct arena *arena, const char *title, const char *const *sentences,
					    size_t n)
{
	struct document document = {.language = &test_language, .n_sentences = n};
	struct buf text = buf_new(arena, (size_t)1 << 28);
	struct words words = {0}, title_words = {0};

	document.sentences = arena_array(arena, n, struct sentence);
	for (size_t i = 0; i < n; i++) {
		document.sentences[i].start = (uint32_t)text.len;
		buf_puts(&text, sentences[i]);
		document.sentences[i].end = (uint32_t)text.len;
		buf_byte(&text, '\n');
	}
	document.article.text = buf_text(&text);
	document.article.title = text_of(title);
	for (size_t i = 0; i < n; i++) {
		struct sentence *sentence = &document.sentences[i];
		sentence->first_word = (uint32_t)words.n;
		test_words(arena, document.article.text, sentence->start, sentence->end, &words);
		sentence->n_words = (uint32_t)(words.n - sentence->first_word);
	}
	test_words(arena, document.article.title, 0, (uint32_t)document.article.title.len, &title_words);
	document.words = words.at;
	document.n_words = words.n;
	document.title_words = title_words.at;
	document.n_title_words = title_words.n;
	return document;
}

#define TEST_DOCUMENT(arena, title, ...)                                                                               \
	test_document((arena), (title), (const char *const[]){__VA_ARGS__},                                            \
		      sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

#endif
