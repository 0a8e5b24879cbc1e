/* Words: where they are, their flags, equal stems, the cache, hostile text. */
#include "test.h"

#include "base/buf.h"
#include "language/word.h"
#include "language/word_cache.h"

static const struct resources shipped = {.built_in = resource_data};

static struct ng_text listed(struct arena *arena, const char *code, struct ng_text text, struct words *words)
{
	struct languages *languages = languages_load(arena, &shipped);
	struct word_reader *reader = word_reader_new(arena);
	struct buf out = buf_new(arena, SIZE_MAX);

	*words = (struct words){0};
	words_find(reader, arena, language_of(languages, text_of(code)), text, 0, (uint32_t)text.len, words);
	for (size_t i = 0; i < words->n; i++) {
		buf_puts(&out, i ? "|" : "");
		buf_put(&out, text_slice(text, words->at[i].start, words->at[i].end));
	}
	return buf_text(&out);
}

TEST_IN_ARENA(finds_words)
{
	static const struct {
		const char *code, *text, *words;
	} rows[] = {
	    {"en", "The mill's 3rd fire, a well-known one.", "The|mill|s|3rd|fire|a|well|known|one"},
	    {"en", "", ""},
	    {"en", " .,;- ", ""},
	    {"en", "don’t “stop”", "don|t|stop"},
	    {"en", "naïve café—Ærø", "naïve|café|Ærø"},
	    {"en", "a_b/c@d.e", "a|b|c|d|e"},
	    {"de", "Straße, Ölmühle", "Straße|Ölmühle"},
	    {"ru", "Мельница сгорела.", "Мельница|сгорела"},
	    {"el", "Ο μύλος κάηκε", "Ο|μύλος|κάηκε"},
	    {"hi", "मिल में आग", "मिल|में|आग"},
	    {"vi", "cối xay gió", "cối|xay|gió"},
	    {"zh", "磨坊着火。火", "磨坊|坊着|着火|火"},
	    {"zh", "在2020年ABC公司", "在|2020|年|ABC|公司"},
	    {"ja", "カタカナとMill", "カタ|タカ|カナ|ナと|Mill"},
	    {"ko", "방앗간이 불탔다", "방앗간이|불탔다"},
	    {"th", "ไฟไหม้", "ไฟ|ฟไ|ไห|หม้"},
	    {"en", "磨坊 burned", "磨坊|burned"},
	    {"fa", "می\u200cشود", "می\u200cشود"},
	    {"de", "Wind\u00admühle", "Wind\u00admühle"},
	};
	unsigned wrong = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct words words;
		struct ng_text got = listed(arena, rows[i].code, text_of(rows[i].text), &words);
		if (text_equal(got, text_of(rows[i].words)))
			continue;
		wrong++;
		print_error("row %zu: got \"%.*s\", expected \"%s\"\n", i, TEXT_ARGS(got), rows[i].words);
	}
	assert_int_equal(wrong, 0);
}

TEST_IN_ARENA(a_stretch_is_read_to_its_bounds)
{
	struct ng_text text = TEXT("windmill house");
	struct words words = {0};
	struct languages *languages = languages_load(arena, &shipped);

	words_find(word_reader_new(arena), arena, language_of(languages, TEXT("en")), text, 4, 12, &words);
	assert_int_equal(words.n, 2);
	assert_int_equal(words.at[0].start, 4);
	assert_int_equal(words.at[1].end, 12);
}

TEST_IN_ARENA(flags_tell_how_a_word_is_written_and_what_lists_say)
{
	static const struct {
		const char *word;
		uint8_t flags;
	} rows[] = {
	    {"mill", 0},
	    {"Mill", WORD_CAPITAL},
	    {"MILL", WORD_CAPITAL | WORD_SHOUT},
	    {"K", WORD_CAPITAL},
	    {"MiLL", WORD_CAPITAL},
	    {"G7", WORD_CAPITAL | WORD_NUMBER},
	    {"3rd", WORD_NUMBER},
	    {"the", WORD_STOP},
	    {"THE", WORD_STOP | WORD_CAPITAL | WORD_SHOUT},
	    {"Élan", WORD_CAPITAL},
	    {"ÉÀ", WORD_CAPITAL | WORD_SHOUT},
	    {"élan", 0},
	    {"٣", WORD_NUMBER},
	    {"he", WORD_STOP | WORD_LEANS},
	    {"we", WORD_STOP | WORD_FIRST_PERSON},
	    {"added", WORD_SAYS},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct words words;
		listed(arena, "en", text_of(rows[i].word), &words);
		assert_int_equal(words.n, 1);
		if (words.at[0].flags != rows[i].flags)
			fail_msg("%s: flags %d, expected %d", rows[i].word, words.at[0].flags, rows[i].flags);
	}
}

TEST_IN_ARENA(a_pair_with_a_particle_is_a_stop_word)
{
	struct words words;

	listed(arena, "zh", TEXT("磨坊的火"), &words);
	assert_int_equal(words.n, 3);
	assert_int_equal(words.at[0].flags & WORD_STOP, 0);
	assert_int_equal(words.at[1].flags & WORD_STOP, WORD_STOP);
	assert_int_equal(words.at[2].flags & WORD_STOP, WORD_STOP);
}

/* All of a row's words have one stem, and no two rows have the same. */
TEST_IN_ARENA(equal_stems_are_equal_everywhere)
{
	static const struct {
		const char *code, *text;
	} rows[] = {
	    {"en", "burning Burned BURNS burn"},
	    {"en", "running runs"},
	    {"de", "Mühlen Mühle MÜHLE"},
	    {"ru", "мельница Мельницы МЕЛЬНИЦУ"},
	    {"fr", "moulins Moulin"},
	    {"en", "2020 2020"},
	    {"sv", "kvarnar Kvarnarna"},
	    {"de", "Windmühle Wind\u00admühle"},
	    {"ar", "حكومة الحكومة"},
	    {"zh", "磨坊"},
	    {"fr", "\u00e9lan e\u0301lan E\u0301LAN"},
	};
	uint64_t stems[sizeof rows / sizeof *rows];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct words words;
		listed(arena, rows[i].code, text_of(rows[i].text), &words);
		stems[i] = words.at[0].stem;
		for (size_t w = 1; w < words.n; w++)
			if (words.at[w].stem != stems[i])
				fail_msg("row %zu: word %zu has another stem", i, w);
		for (size_t k = 0; k < i; k++)
			assert_true(stems[k] != stems[i]);
	}
	assert_true(stems[0] == text_hash(TEXT("burn")));
}

TEST_IN_ARENA(a_reader_gives_the_same_the_second_time_and_in_any_language)
{
	struct languages *languages = languages_load(arena, &shipped);
	const struct language *en = language_of(languages, TEXT("en")), *de = language_of(languages, TEXT("de"));
	struct word_reader *reader = word_reader_new(arena);
	struct ng_text text = TEXT("die mills");
	struct words first = {0}, other = {0}, again = {0};

	words_find(reader, arena, en, text, 0, 9, &first);
	words_find(reader, arena, de, text, 0, 9, &other);
	words_find(reader, arena, en, text, 0, 9, &again);
	assert_int_equal(first.at[0].flags & WORD_STOP, 0);
	assert_int_equal(other.at[0].flags & WORD_STOP, WORD_STOP);
	for (size_t i = 0; i < 2; i++) {
		assert_true(first.at[i].stem == again.at[i].stem);
		assert_int_equal(first.at[i].flags, again.at[i].flags);
	}
}

/* The cache outlives what its caller throws away between articles. */
TEST_IN_ARENA(a_reader_survives_the_reset_of_its_arena)
{
	struct languages *languages = languages_load(arena, &shipped);
	const struct language *en = language_of(languages, TEXT("en"));
	struct word_reader *reader = word_reader_new(arena);
	uint64_t stem = 0;

	for (int round = 0; round < 3; round++) {
		struct arena_mark mark = arena_mark(arena);
		struct buf text = buf_new(arena, SIZE_MAX);
		struct words words = {0};
		for (int i = 0; i < 20000; i++)
			buf_format(&text, "word%c%c%c ", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
		words_find(reader, arena, en, buf_text(&text), 0, (uint32_t)text.len, &words);
		assert_int_equal(words.n, 20000);
		if (round == 0)
			stem = words.at[19999].stem;
		assert_true(words.at[19999].stem == stem);
		arena_reset(arena, mark);
	}
}

TEST_IN_ARENA(a_full_cache_begins_anew)
{
	struct languages *languages = languages_load(arena, &shipped);
	struct word_caches *caches = word_caches_new(arena);
	struct word_cache *cache = word_cache_of(caches, arena, language_of(languages, TEXT("und")));
	struct word_form form = {.stem = 5, .flags = WORD_STOP}, got;

	assert_ptr_equal(cache, word_cache_of(caches, arena, language_of(languages, TEXT("und"))));
	for (uint64_t i = 0; i <= FORMS_MAX; i++)
		word_cache_put(cache, arena, hash_mix(1, i), form);
	assert_int_equal(cache->n, 1);
	assert_false(word_cache_get(cache, hash_mix(1, 0), &got));
	assert_true(word_cache_get(cache, hash_mix(1, FORMS_MAX), &got));
	assert_int_equal(got.stem, 5);
	assert_int_equal(got.flags, WORD_STOP);
}

/* Forms made to meet in one slot are not all kept, so that none is looked for long. */
TEST_IN_ARENA(hashes_that_meet_cost_no_more)
{
	struct languages *languages = languages_load(arena, &shipped);
	struct word_cache *cache = word_cache_of(word_caches_new(arena), arena, language_of(languages, TEXT("und")));
	struct word_form form = {.stem = 7}, got;

	for (uint64_t i = 0; i < 100000; i++)
		word_cache_put(cache, arena, (uint64_t)5 << 32 | i << 8, form);
	assert_int_equal(cache->n, PROBES_MAX);
	assert_true(word_cache_get(cache, (uint64_t)5 << 32, &got));
	assert_false(word_cache_get(cache, (uint64_t)5 << 32 | (uint64_t)99999 << 8, &got));
}

TEST_IN_ARENA(a_documents_sentences_know_their_words)
{
	struct languages *languages = languages_load(arena, &shipped);
	struct sentence sentences[] = {{.start = 0, .end = 9}, {.start = 10, .end = 13}, {.start = 14, .end = 23}};
	struct document document = {
	    .language = language_of(languages, TEXT("en")), .sentences = sentences, .n_sentences = 3};

	document.article.text = TEXT("The mill. ... It burned.");
	document.article.title = TEXT("Mill burns");
	document_words(word_reader_new(arena), arena, &document);
	assert_int_equal(document.n_words, 4);
	assert_int_equal(sentences[0].n_words, 2);
	assert_int_equal(sentences[1].n_words, 0);
	assert_int_equal(sentences[2].first_word, 2);
	assert_int_equal(sentences[2].n_words, 2);
	assert_int_equal(document.n_title_words, 2);
	assert_true(document.title_words[0].stem == document.words[1].stem);
	assert_true(document.title_words[1].stem == document.words[3].stem);
}

TEST_IN_ARENA(odd_bytes_and_endless_words_are_read)
{
	static const char *const pieces[] = {"a", "A", "1", "é", "磨", "\xff", "\xe7\xa3", "\xcc\x81", "\xe2\x80\x8d",
					     "ไ", "'", "ﬁ", "İ", "𝔸"};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct arena_mark mark = arena_mark(arena);
		struct buf text = buf_new(arena, SIZE_MAX);
		struct words words;
		while (text.len < 1 << 20)
			buf_puts(&text, pieces[i]);
		listed(arena, "en", buf_text(&text), &words);
		for (size_t w = 0; w < words.n; w++)
			assert_true(words.at[w].start < words.at[w].end && words.at[w].end <= text.len);
		if (i < 4)
			assert_int_equal(words.n, 1);
		arena_reset(arena, mark);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_words),
	    cmocka_unit_test(a_stretch_is_read_to_its_bounds),
	    cmocka_unit_test(flags_tell_how_a_word_is_written_and_what_lists_say),
	    cmocka_unit_test(a_pair_with_a_particle_is_a_stop_word),
	    cmocka_unit_test(equal_stems_are_equal_everywhere),
	    cmocka_unit_test(a_reader_gives_the_same_the_second_time_and_in_any_language),
	    cmocka_unit_test(a_reader_survives_the_reset_of_its_arena),
	    cmocka_unit_test(a_full_cache_begins_anew),
	    cmocka_unit_test(hashes_that_meet_cost_no_more),
	    cmocka_unit_test(a_documents_sentences_know_their_words),
	    cmocka_unit_test(odd_bytes_and_endless_words_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
