/* The batch for Kagi's reader. */
#include "briefing.h"

#include "render/outputs.h"

static const struct json *batch(struct arena *arena)
{
	struct buf out = buf_new(arena, 1 << 20);

	output_kite(&out, &plain_theme, day_briefing(arena));
	return json_parse(arena, buf_text(&out), 16);
}

TEST_IN_ARENA(stories_with_links_and_sentences)
{
	const struct json *kite = batch(arena), *clusters = json_member(kite, "clusters");

	assert_text_equal(json_text(kite, "category"), "The Morning Sheet");
	assert_text_equal(json_text(kite, "timestamp"), "1773705600");
	assert_text_equal(json_text(kite, "read"), "43");
	assert_int_equal(clusters->n, 4);
	assert_text_equal(json_text(clusters->last, "title"), "Old mint to become a school of music");
	assert_text_equal(json_text(clusters->last, "cluster_number"), "4");
	assert_int_equal(json_member(clusters->last, "articles")->n, 1); /* the other has no address */
}

TEST_IN_ARENA(a_story)
{
	const struct json *story = json_member(batch(arena), "clusters")->first, *article, *event;

	assert_true(text_starts(json_text(story, "short_summary"), TEXT("The harbour of Larkhaven was closed")));
	assert_true(text_ends(json_text(story, "short_summary"), TEXT("Eleven ships are waiting in the roads.")));
	assert_int_equal(json_member(story, "talking_points")->n, 2);
	assert_text_equal(json_text(story, "quote_author"), "Ida Marsh");
	assert_text_equal(json_text(story, "quote_attribution"), "crane foreman");
	assert_text_equal(json_text(story, "quote_source_domain"), "coast-courier.example");
	assert_text_equal(json_text(story, "number_of_titles"), "4");
	assert_text_equal(json_text(story, "unique_domains"), "4");
	event = json_member(story, "timeline")->first;
	assert_text_equal(json_text(event, "date_iso"), "2019");
	assert_text_equal(json_text(event, "content"), "The quay was built in 2019.");
	article = json_member(story, "articles")->first;
	assert_text_equal(json_text(article, "domain"), "harbour-wire.example");
	assert_true(text_starts(json_text(article, "date"), TEXT("2026-03-16T21:10")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(stories_with_links_and_sentences),
					   cmocka_unit_test(a_story)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
