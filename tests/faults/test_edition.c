/*
 * A whole edition with each of its allocations failing, once and for good: it says "out of memory", or gives the very
 * same lines and briefing; no article is lost on the way, and no block of memory is left.
 */
#include "test.h"

#include "failmalloc.h"

#include "base/buf.h"

#include <stdlib.h>

static const char articles[] =
    "{\"id\":\"a\",\"site\":\"Harbour Post\",\"title\":\"Ferry late after "
    "storm\",\"published\":\"2026-03-17\",\"text\":"
    "\"The ferry to Orlen was late on Monday after a storm, the port of Orlen said.\\n\\n"
    "\\u201cNobody was hurt on board the ferry, and we are glad of that,\\u201d said Captain Mara Lund on Monday "
    "evening.\"}\n"
    "{\"id\":\"b\",\"site\":\"Orlen Times\",\"title\":\"Storm delays ferry\",\"published\":\"2026-03-17\",\"text\":"
    "\"A storm delayed the ferry to Orlen on Monday. The port said nobody was hurt. It sails again on Tuesday.\"}\n"
    "not json\n"
    "{\"id\":\"c\",\"site\":\"Orlen Times\",\"title\":\"Library opens\",\"published\":\"2026-03-16\",\"text\":"
    "\"The new library of Orlen opened its doors on Saturday with a reading for children.\"}\n";

/* What came out, as a hash; memory of the run's own must not be needed for it. */
struct outcome {
	enum ng_status status;
	struct ng_error error;
	uint64_t result;
	size_t bytes;
	unsigned long calls;
	long left;
};

static bool take(void *user, struct ng_text bytes)
{
	struct outcome *outcome = user;

	outcome->result = hash_mix(outcome->result, text_hash(bytes));
	outcome->bytes += bytes.len;
	return true;
}

static void run_lines(ng_edition *edition, struct outcome *outcome)
{
	outcome->status = ng_edition_lines(edition, NG_QUOTES, (struct ng_sink){take, outcome});
}

static void run_clusters(ng_edition *edition, struct outcome *outcome)
{
	outcome->status = ng_edition_lines(edition, NG_CLUSTER, (struct ng_sink){take, outcome});
}

static void run_briefing(ng_edition *edition, struct outcome *outcome)
{
	outcome->status = ng_edition_compose(edition);
	if (outcome->status == NG_OK)
		outcome->status = ng_edition_render(edition, NG_TO_JSON, (struct ng_sink){take, outcome});
}

static char briefing_path[] = "/tmp/nutgraf-briefing-XXXXXX";

static bool write_file(void *user, struct ng_text bytes)
{
	return fwrite(bytes.at, 1, bytes.len, user) == bytes.len;
}

/* Writes the briefing of the articles to a file, for those who explain it. */
static void write_briefing(void)
{
	struct ng_options options;
	struct ng_error error;
	FILE *file = fdopen(mkstemp(briefing_path), "w");

	assert_non_null(file);
	ng_options_default(&options);
	ng_edition *edition = ng_edition_new(&options, &error);
	assert_non_null(edition);
	ng_edition_add_bytes(edition, "day.jsonl", (struct ng_text){articles, sizeof articles - 1});
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	assert_int_equal(ng_edition_render(edition, NG_TO_JSON, (struct ng_sink){write_file, file}), NG_OK);
	assert_int_equal(fclose(file), 0);
	ng_edition_free(edition);
}

static void run_reasons(ng_edition *edition, struct outcome *outcome)
{
	outcome->status = ng_edition_explain_file(edition, briefing_path, "1", false, (struct ng_sink){take, outcome});
}

static struct outcome run_failing(void (*run)(ng_edition *, struct outcome *), unsigned long at, bool forever)
{
	struct outcome outcome = {0};
	struct ng_options options;
	long live = failmalloc_live();

	ng_options_default(&options);
	options.jobs = 1;
	failmalloc_arm(at, forever);
	ng_edition *edition = ng_edition_new(&options, &outcome.error);
	outcome.status = edition ? NG_OK : outcome.error.status;
	if (edition)
		outcome.status =
		    ng_edition_add_bytes(edition, "day.jsonl", (struct ng_text){articles, sizeof articles - 1});
	if (edition && outcome.status == NG_OK)
		run(edition, &outcome);
	if (edition)
		outcome.error = *ng_edition_error(edition);
	ng_edition_free(edition);
	outcome.calls = failmalloc_calls();
	failmalloc_arm(0, false);
	outcome.left = failmalloc_live() - live;
	return outcome;
}

static void check(const char *name, void (*run)(ng_edition *, struct outcome *), bool forever)
{
	run_failing(run, 0, false); /* what the C library keeps from the first time on */
	struct outcome whole = run_failing(run, 0, false), outcome;
	unsigned long at = 0;

	assert_int_equal(whole.status, NG_OK);
	assert_true(whole.bytes > 0);
	assert_int_equal(whole.left, 0);
	do {
		outcome = run_failing(run, ++at, forever);
		if (outcome.left)
			fail_msg("%s: allocation %lu failed and %ld blocks are left", name, at, outcome.left);
		if (outcome.status == NG_OK && outcome.result != whole.result)
			fail_msg("%s: allocation %lu failed and the result is another", name, at);
		if (outcome.status != NG_OK && outcome.status != NG_INTERNAL)
			fail_msg("%s: allocation %lu: %s", name, at, outcome.error.what);
	} while (outcome.calls >= at);
	assert_int_equal(outcome.status, NG_OK);
	print_message("%s: %lu allocations, each failed%s\n", name, at - 1, forever ? " with all after it" : "");
}

static void each_allocation_fails(void **state)
{
	(void)state;
	write_briefing();
	for (int forever = 0; forever < 2; forever++) {
		check("quotes", run_lines, forever);
		check("cluster", run_clusters, forever);
		check("build", run_briefing, forever);
		check("explain", run_reasons, forever);
	}
	remove(briefing_path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_fails)};

	return cmocka_run_group_tests_name("edition", tests, NULL, NULL);
}
