/*
 * Words and stems. In: a text, its language. Out: words with stem hashes and flags (document.h).
 * Method: a pass that finds words and hashes their lower case, then look-ups in a cache from that hash to the stem and
 * its flags, so that each form is stemmed (libstemmer) and looked up in the lists of the language once. A slot is 16
 * bytes and the hash alone decides: two of a million forms meet once in 10^5 runs. Nothing is allocated for a word but
 * its place in the array. The cache holds FORMS_MAX forms a language; when full it begins anew.
 */
#include "language/word_cache.h"
#include "language/word_scan.h"

struct word_reader {
	struct word_scanner scanner;
	struct word_caches *caches;
};

struct word_reader *word_reader_new(struct arena *arena)
{
	struct word_reader *reader = arena_new_of(arena, struct word_reader);

	word_scanner_init(&reader->scanner);
	reader->caches = word_caches_new(arena);
	return reader;
}

/* The hashes of forms in words[from, to) become stems. */
static void find_stems(struct word_reader *reader, struct arena *arena, const struct language *language,
		       struct ng_text text, struct words *words, size_t from)
{
	struct word_cache *cache = word_cache_of(reader->caches, arena, language);

	for (size_t i = from; i < words->n; i++) {
		struct word *word = &words->at[i];
		struct word_form form;
		if (word_cache_get(cache, word->stem, &form)) {
			word->stem = form.stem;
			word->flags |= form.flags;
			continue;
		}
		char lower[WORD_FORM_MAX];
		size_t len = word_lower(&reader->scanner, text_slice(text, word->start, word->end), lower);
		form = word_form_of(cache, arena, language, (struct ng_text){lower, len}, word->flags);
		word_cache_put(cache, arena, word->stem, form);
		word->stem = form.stem;
		word->flags |= form.flags;
	}
}

void words_find(struct word_reader *reader, struct arena *arena, const struct language *language, struct ng_text text,
		uint32_t start, uint32_t end, struct words *words)
{
	size_t from = words->n;

	word_scan(&reader->scanner, arena, text, start, end, words);
	find_stems(reader, arena, language, text, words, from);
}

/* Room for the words of so many bytes, so that the array seldom grows. */
static struct words words_for(struct arena *arena, size_t bytes)
{
	struct words words = {.room = bytes / 5 + 8};

	words.at = arena_array(arena, words.room, struct word);
	return words;
}

static size_t sentence_bytes(const struct document *document)
{
	size_t bytes = 0;

	for (size_t i = 0; i < document->n_sentences; i++)
		bytes += document->sentences[i].end - document->sentences[i].start;
	return bytes;
}

void document_words(struct word_reader *reader, struct arena *arena, struct document *document)
{
	struct words words = words_for(arena, sentence_bytes(document)), title = {0};
	struct ng_text text = document->article.text;

	for (size_t i = 0; i < document->n_sentences; i++) {
		struct sentence *sentence = &document->sentences[i];
		sentence->first_word = (uint32_t)words.n;
		word_scan(&reader->scanner, arena, text, sentence->start, sentence->end, &words);
		sentence->n_words = (uint32_t)(words.n - sentence->first_word);
	}
	find_stems(reader, arena, document->language, text, &words, 0);
	words_find(reader, arena, document->language, document->article.title, 0, (uint32_t)document->article.title.len,
		   &title);
	document->words = words.at;
	document->n_words = words.n;
	document->title_words = title.at;
	document->n_title_words = title.n;
}

struct ng_text word_stem(struct word_reader *reader, struct arena *arena, const struct language *language,
			 struct ng_text text, const struct word *word)
{
	char lower[WORD_FORM_MAX];
	size_t len = word_lower(&reader->scanner, text_slice(text, word->start, word->end), lower);

	return arena_copy(arena, word_cache_stem(word_cache_of(reader->caches, arena, language), arena,
						 (struct ng_text){lower, len}, word->flags));
}
