/* Key quotes of a story: gate, one a speaker, the same quotation once with all its articles, what comes first. */
#include "test.h"

#include "story.h"
#include "story/key_quote.h"

/* A document whose quotations are the sentences given, said by the speakers given, all past the gate. */
static struct document said(struct arena *arena, const char *site, const char *const *speakers,
			    const char *const *sentences, size_t n)
{
	struct document document = test_document(arena, "The bridge of Walton", sentences, n);

	document.article.site = text_of(site);
	document.quotes = arena_array(arena, n, struct quote);
	document.n_quotes = n;
	for (size_t i = 0; i < n; i++)
		document.quotes[i] = (struct quote){
		    .start = document.sentences[i].start,
		    .end = document.sentences[i].end,
		    .speaker = text_of(speakers[i]),
		    .how = "right",
		    .confidence = .98,
		    .key = speakers[i][0] != 0,
		};
	return document;
}

#define SAID(arena, site, speaker, sentence)                                                                           \
	said((arena), (site), (const char *const[]){speaker}, (const char *const[]){sentence}, 1)

static struct ng_text printed(const struct document *documents, const struct key_quotes *quotes, size_t i)
{
	const struct document *document = &documents[quotes->at[i].document];
	const struct quote *quote = &document->quotes[quotes->at[i].quote];
	return text_slice(document->article.text, quote->start, quote->end);
}

TEST_IN_ARENA(the_same_quotation_counts_once)
{
	struct document documents[] = {
	    SAID(arena, "a.example", "Ann Lee", "The bridge will open by the end of May."),
	    SAID(arena, "b.example", "Ann Lee", "The bridge will open by the end of May, and the old road will close."),
	    SAID(arena, "c.example", "Tom Reed", "Nobody asked the farmers about their fields."),
	};
	struct key_quotes quotes = key_quotes_choose(arena, documents, 3, 5);

	assert_int_equal(quotes.n, 2);
	assert_text_equal(printed(documents, &quotes, 0),
			  "The bridge will open by the end of May, and the old road will close.");
	assert_int_equal(quotes.at[0].n_documents, 2);
	assert_int_equal(quotes.at[0].documents[0], 1);
	assert_int_equal(quotes.at[0].documents[1], 0);
	assert_int_equal(quotes.at[1].n_documents, 1);
	assert_true(quotes.at[0].score > quotes.at[1].score);
}

TEST_IN_ARENA(a_carrier_need_not_pass_the_gate)
{
	struct document documents[] = {
	    SAID(arena, "a.example", "", "The bridge will open by the end of May, and that is a promise."),
	    SAID(arena, "b.example", "Ann Lee", "The bridge will open by the end of May."),
	};
	struct key_quotes quotes = key_quotes_choose(arena, documents, 2, 5);

	assert_int_equal(quotes.n, 1);
	assert_int_equal(quotes.at[0].document, 1);
	assert_int_equal(quotes.at[0].n_documents, 2);
}

TEST_IN_ARENA(one_a_speaker)
{
	static const char *const speakers[] = {"Ann Lee", "Lee", "Tom Reed"};
	static const char *const sentences[] = {"The bridge of Walton is safe.",
						"Every bolt of the bridge was tested twice.", "Cats are fine animals."};
	struct document document = said(arena, "a.example", speakers, sentences, 3);
	struct key_quotes quotes = key_quotes_choose(arena, &document, 1, 5);

	assert_int_equal(quotes.n, 2);
	assert_text_equal(document.quotes[quotes.at[1].quote].speaker, "Tom Reed");
}

TEST_IN_ARENA(says_nothing_twice)
{
	struct document documents[] = {
	    SAID(arena, "a.example", "Ann Lee", "The bridge will open in May."),
	    SAID(arena, "b.example", "Tom Reed", "In May the bridge will open."),
	};

	assert_int_equal(key_quotes_choose(arena, documents, 2, 5).n, 1);
}

TEST_IN_ARENA(outlets_count_more_than_articles)
{
	static const char first[] = "The bridge will open by the end of May.",
			  second[] = "Nobody asked farmers about fields or cows.";
	struct document documents[] = {
	    SAID(arena, "a.example", "Ann Lee", first),
	    SAID(arena, "a.example", "Ann Lee", first),
	    SAID(arena, "b.example", "Tom Reed", second),
	    SAID(arena, "c.example", "Tom Reed", second),
	};
	struct key_quotes quotes = key_quotes_choose(arena, documents, 4, 1);

	assert_int_equal(quotes.n, 1);
	assert_text_equal(printed(documents, &quotes, 0), "Nobody asked farmers about fields or cows.");
}

TEST_IN_ARENA(whole_sentences_go_first)
{
	struct document documents[] = {
	    SAID(arena, "a.example", "Ann Lee", "the bridge will open by the end of May"),
	    SAID(arena, "b.example", "Tom Reed", "The bridge opens late, as bridges do."),
	};
	struct key_quotes quotes = key_quotes_choose(arena, documents, 2, 2);

	assert_int_equal(quotes.n, 2);
	assert_int_equal(quotes.at[0].document, 1);
}

TEST_IN_ARENA(long_ones_come_later)
{
	/* As many words that mean something; the rest is padding. */
	static const char long_one[] =
	    "Bridge of the town, and of the hill, and of it, and in it, and by it, and on it, and of it, and in it, "
	    "and by it, and on it, and of it, and in it, and by it, and on it, and of it, and in it, and by it, and on "
	    "it, was for the river people.";
	struct document documents[] = {
	    SAID(arena, "a.example", "Ann Lee", long_one),
	    SAID(arena, "b.example", "Tom Reed", "Cattle herds trampled neighbours gardens."),
	};
	struct key_quotes quotes = key_quotes_choose(arena, documents, 2, 2);

	assert_int_equal(quotes.n, 2);
	assert_int_equal(quotes.at[0].document, 1);
}

TEST_IN_ARENA(the_gate_holds)
{
	struct document documents[] = {
	    SAID(arena, "a.example", "", "The bridge will open by the end of May."),
	    SAID(arena, "b.example", "", ""),
	};

	assert_int_equal(key_quotes_choose(arena, documents, 2, 5).n, 0);
	assert_int_equal(key_quotes_choose(arena, documents, 0, 5).n, 0);
	documents[0].quotes[0].key = true;
	assert_int_equal(key_quotes_choose(arena, documents, 2, 0).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_quotation_counts_once),
	    cmocka_unit_test(a_carrier_need_not_pass_the_gate),
	    cmocka_unit_test(one_a_speaker),
	    cmocka_unit_test(says_nothing_twice),
	    cmocka_unit_test(outlets_count_more_than_articles),
	    cmocka_unit_test(whole_sentences_go_first),
	    cmocka_unit_test(the_gate_holds),
	    cmocka_unit_test(long_ones_come_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
