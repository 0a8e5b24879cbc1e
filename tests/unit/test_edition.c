/* The public functions over small inputs in memory. */
#include "test.h"

#include "base/buf.h"

static const char day[] =
    "{\"id\":\"a\",\"site\":\"Harbour Post\",\"title\":\"Ferry late after storm at "
    "Orlen\",\"published\":\"2026-03-17\",\"text\":"
    "\"The ferry to Orlen was late on Monday after a storm, the port of Orlen said. Nobody was hurt on board.\"}\n"
    "{\"id\":\"b\",\"site\":\"Orlen Times\",\"title\":\"Storm makes ferry to Orlen "
    "late\",\"published\":\"2026-03-17\",\"text\":"
    "\"A storm delayed the ferry to Orlen on Monday. The port of Orlen said that nobody was hurt on the ferry.\"}\n"
    "\n"
    "{\"id\":\"bad\"}\n"
    "{\"id\":\"c\",\"site\":\"Orlen Times\",\"title\":\"Library opens\",\"published\":\"2026-03-16\",\"text\":"
    "\"The new library opened its doors on Saturday. Children read aloud.\"}\n";

struct gathered {
	char at[1 << 16];
	size_t len;
	size_t room; /* the write after it fails */
};

static bool gather(void *user, struct ng_text bytes)
{
	struct gathered *gathered = user;

	if (gathered->len + bytes.len > gathered->room)
		return false;
	memcpy(gathered->at + gathered->len, bytes.at, bytes.len);
	gathered->len += bytes.len;
	gathered->at[gathered->len] = '\0';
	return true;
}

static struct ng_options default_options(void)
{
	struct ng_options options;

	ng_options_default(&options);
	options.jobs = 1;
	return options;
}

static ng_edition *edition_of(const struct ng_options *options, struct ng_text bytes)
{
	struct ng_error error;
	ng_edition *edition = ng_edition_new(options, &error);

	assert_non_null(edition);
	assert_int_equal(ng_edition_add_bytes(edition, "day.jsonl", bytes), NG_OK);
	return edition;
}

static struct ng_text day_text(void)
{
	return (struct ng_text){day, sizeof day - 1};
}

static enum ng_status lines(const struct ng_options *options, enum ng_lines stage, struct gathered *out)
{
	ng_edition *edition = edition_of(options, day_text());

	*out = (struct gathered){.room = sizeof out->at - 1};
	enum ng_status status = ng_edition_lines(edition, stage, (struct ng_sink){gather, out});
	ng_edition_free(edition);
	return status;
}

static void a_line_for_a_line(void **state)
{
	static struct gathered out;
	struct ng_options options = default_options();

	(void)state;
	options.clean = false;
	assert_int_equal(lines(&options, NG_SENTENCES, &out), NG_OK);
	assert_string_equal(out.at, "{\"id\":\"a\",\"sentences\":[{\"start\":0,\"end\":76,\"block\":0},{\"start\":77,"
				    "\"end\":102,\"block\":0}]}\n"
				    "{\"id\":\"b\",\"sentences\":[{\"start\":0,\"end\":45,\"block\":0},{\"start\":46,"
				    "\"end\":103,\"block\":0}]}\n"
				    "{\"id\":\"day.jsonl\",\"error\":\"has neither \\\"text\\\" nor \\\"html\\\"\"}\n"
				    "{\"id\":\"c\",\"sentences\":[{\"start\":0,\"end\":45,\"block\":0},{\"start\":46,"
				    "\"end\":66,\"block\":0}]}\n");
}

static void skipped_inputs_are_named(void **state)
{
	static struct gathered out = {.room = sizeof out.at - 1};
	struct ng_options options = default_options();
	ng_edition *edition = edition_of(&options, day_text());
	size_t n;

	(void)state;
	assert_int_equal(ng_edition_lines(edition, NG_CLUSTER, (struct ng_sink){gather, &out}), NG_OK);
	const struct ng_skipped *skipped = ng_edition_skipped(edition, &n);
	assert_int_equal(n, 1);
	assert_text_equal(skipped->where, "day.jsonl");
	assert_int_equal(skipped->line, 4);
	ng_edition_free(edition);
}

static void strict_fails(void **state)
{
	static struct gathered out = {.room = sizeof out.at - 1};
	struct ng_options options = default_options();

	(void)state;
	options.strict = true;
	ng_edition *edition = edition_of(&options, day_text());
	assert_int_equal(ng_edition_lines(edition, NG_EXTRACT, (struct ng_sink){gather, &out}), NG_BAD_INPUT);
	assert_int_equal(ng_edition_error(edition)->line, 4);
	assert_int_equal(ng_edition_compose(edition), NG_BAD_INPUT);
	assert_null(ng_edition_briefing(edition));
	ng_edition_free(edition);
}

static void stories_in_input_order(void **state)
{
	static struct gathered out;
	struct ng_options options = default_options();

	(void)state;
	assert_int_equal(lines(&options, NG_CLUSTER, &out), NG_OK);
	assert_string_equal(out.at,
			    "{\"id\":\"a\",\"story\":0}\n{\"id\":\"b\",\"story\":0}\n{\"id\":\"c\",\"story\":1}\n");
}

static void jobs_change_no_byte(void **state)
{
	static struct gathered one, four;
	struct ng_options options = default_options();

	(void)state;
	for (enum ng_lines stage = NG_EXTRACT; stage <= NG_EXPLAIN; stage++) {
		options.jobs = 1;
		assert_int_equal(lines(&options, stage, &one), NG_OK);
		options.jobs = 4;
		assert_int_equal(lines(&options, stage, &four), NG_OK);
		assert_string_equal(one.at, four.at);
	}
}

static void a_sink_that_stops(void **state)
{
	static struct gathered out = {.room = 10};
	struct ng_options options = default_options();
	ng_edition *edition = edition_of(&options, day_text());

	(void)state;
	assert_int_equal(ng_edition_lines(edition, NG_EXTRACT, (struct ng_sink){gather, &out}), NG_IO);
	ng_edition_free(edition);
}

static void briefing(void **state)
{
	struct ng_options options = default_options();
	ng_edition *edition = edition_of(&options, day_text());

	(void)state;
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	const struct ng_briefing *made = ng_edition_briefing(edition);
	assert_int_equal(made->day, 20529); /* 2026-03-17, the newest of the articles */
	assert_int_equal(made->n_read, 3);
	assert_int_equal(made->n_outlets, 2);
	assert_int_equal(made->n_stories_found, 2);
	assert_int_equal(made->n_skipped, 1);
	assert_int_equal(made->n_stories, 2);
	assert_int_equal(made->stories[0].n_articles, 2);
	assert_int_equal(made->stories[0].kind, NG_STORY_TOP);
	/* Each item stands where it says. */
	for (size_t i = 0; i < made->stories[0].n_sentences; i++) {
		const struct ng_item *item = &made->stories[0].sentences[i];
		assert_true(item->origin.article < made->n_articles);
		struct ng_text id = made->articles[item->origin.article].id;
		const char *text = strstr(day, text_equal(id, TEXT("a")) ? "The ferry" : "A storm");
		assert_true(text_equal(
		    item->text, (struct ng_text){text + item->origin.start, item->origin.end - item->origin.start}));
	}
	ng_edition_free(edition);
}

/* The same articles in another order and in other files make the same stories. */
static void input_order_changes_nothing(void **state)
{
	struct ng_options options = default_options();
	struct ng_error error;
	static struct gathered first = {.room = sizeof first.at - 1}, second = {.room = sizeof second.at - 1};
	ng_edition *edition = edition_of(&options, day_text());
	const char *line_b = strchr(day, '\n') + 1, *line_c = strstr(day, "{\"id\":\"c\"");

	(void)state;
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	for (size_t i = 0; i < ng_edition_briefing(edition)->n_stories; i++)
		gather(&first, ng_edition_briefing(edition)->stories[i].headline.text);
	ng_edition_free(edition);
	edition = ng_edition_new(&options, &error);
	assert_non_null(edition);
	ng_edition_add_bytes(edition, "3", text_of(line_c));
	ng_edition_add_bytes(edition, "2", (struct ng_text){line_b, (size_t)(strchr(line_b, '\n') - line_b)});
	ng_edition_add_bytes(edition, "1", (struct ng_text){day, (size_t)(line_b - day)});
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	for (size_t i = 0; i < ng_edition_briefing(edition)->n_stories; i++)
		gather(&second, ng_edition_briefing(edition)->stories[i].headline.text);
	ng_edition_free(edition);
	assert_true(first.len > 0);
	assert_string_equal(first.at, second.at);
}

/* The item of a feed and its page, in either order, and what has no address or another one. */
static void an_address_is_one_article(void **state)
{
	static const char *const orders[] = {"tpno", "ptno", "nopt"};
	static char lines[4][512];
	struct ng_options options = default_options();
	struct ng_error error;

	(void)state;
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		ng_edition *edition = ng_edition_new(&options, &error);
		assert_non_null(edition);
		for (const char *which = orders[i]; *which; which++) {
			bool has = *which != 'n', other = *which == 'o';
			char *line = lines[which - orders[i]];
			snprintf(
			    line, sizeof lines[0],
			    "{\"id\":\"%c\",\"title\":\"Ferry late after storm at Orlen\",\"published\":"
			    "\"2026-03-17\",\"url\":\"%s%s%s\",\"text\":\"A storm delayed the ferry to Orlen.%s\"}\n",
			    *which, has ? "https://orlen.example/ferry" : "", other ? "?page=2" : "",
			    *which == 'p' ? "#top" : "", *which == 'p' ? " Nobody was hurt on board." : "");
			ng_edition_add_bytes(edition, line, text_of(line));
		}
		assert_int_equal(ng_edition_compose(edition), NG_OK);
		const struct ng_briefing *made = ng_edition_briefing(edition);
		assert_int_equal(made->n_read, 3);
		for (size_t k = 0; k < made->n_articles; k++)
			assert_false(text_equal(made->articles[k].id, TEXT("t")));
		ng_edition_free(edition);
	}
}

struct watched {
	enum ng_stage last;
	uint64_t done, total;
	size_t calls, backwards;
};

static void watch(void *user, enum ng_stage stage, uint64_t done, uint64_t total)
{
	struct watched *watched = user;

	watched->backwards += stage < watched->last || (stage == watched->last && done < watched->done);
	*watched =
	    (struct watched){stage, done, total ? total : watched->total, watched->calls + 1, watched->backwards};
}

static void somebody_watches(void **state)
{
	struct watched watched = {0};
	struct ng_options options = default_options();

	(void)state;
	options.progress = watch;
	options.progress_user = &watched;
	ng_edition *edition = edition_of(&options, day_text());
	watched = (struct watched){0};
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	assert_int_equal(watched.backwards, 0);
	assert_int_equal(watched.last, NG_DONE);
	assert_int_equal(watched.total, sizeof day - 1);
	assert_int_equal(watched.calls, 5); /* begin, one chunk, grouping, telling, done */
	ng_edition_free(edition);
}

/* What one input tells under one address, that of a page which lists all. */
static void an_address_of_several_titles_is_none(void **state)
{
	static const char alerts[] =
	    "{\"id\":\"a\",\"title\":\"Flood warning at Orlen\",\"published\":\"2026-03-17\",\"url\":"
	    "\"https://orlen.example/\",\"text\":\"The river will rise above its banks on Thursday.\"}\n"
	    "{\"id\":\"b\",\"title\":\"Boil your water\",\"published\":\"2026-03-17\",\"url\":"
	    "\"https://orlen.example/#2\",\"text\":\"Water of the old town must be boiled.\"}\n"
	    "{\"id\":\"c\",\"title\":\"boil your water\",\"published\":\"2026-03-17\",\"url\":"
	    "\"https://orlen.example/ferry\",\"text\":\"Water of the ferry must be boiled.\"}\n"
	    "{\"id\":\"d\",\"title\":\"Boil your water\",\"published\":\"2026-03-17\",\"url\":"
	    "\"https://orlen.example/ferry\",\"text\":\"Water of the ferry must be boiled until May.\"}\n";
	struct ng_options options = default_options();
	ng_edition *edition = edition_of(&options, text_of(alerts));

	(void)state;
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	assert_int_equal(ng_edition_briefing(edition)->n_read, 3);
	ng_edition_free(edition);
}

/* What an outlet sets above every page heads none of its stories when another title is there. */
static void a_masthead_heads_no_story(void **state)
{
	static const char articles[] =
	    "{\"story\":\"1\",\"site\":\"Mercury\",\"title\":\"Mercury, news of the "
	    "harbour\",\"published\":\"2026-03-17\",\"text\":"
	    "\"The ferry Morning Star sank off Orlen in a storm on Monday, and divers saved its crew of nine.\"}\n"
	    "{\"story\":\"1\",\"site\":\"Times\",\"title\":\"Divers save nine as ferry Morning Star "
	    "sinks\",\"published\":\"2026-03-17\",\"text\":"
	    "\"Divers saved nine when the ferry Morning Star sank off Orlen in the storm of Monday.\"}\n"
	    "{\"story\":\"2\",\"site\":\"Mercury\",\"title\":\"Mercury, news of the "
	    "harbour\",\"published\":\"2026-03-17\",\"text\":"
	    "\"Council taxes rise by a tenth next year after a budget vote that split both parties of Halden.\"}\n";
	struct ng_options options = default_options();

	(void)state;
	options.stories_given = true;
	ng_edition *edition = edition_of(&options, (struct ng_text){articles, sizeof articles - 1});

	assert_int_equal(ng_edition_compose(edition), NG_OK);
	const struct ng_briefing *made = ng_edition_briefing(edition);
	assert_int_equal(made->n_stories, 2);
	assert_text_equal(made->stories[0].headline.text, "Divers save nine as ferry Morning Star sinks");
	ng_edition_free(edition);
}

/* The number of quotations of the first story of a day with `stories` stories of ten speakers, each told by two
 * outlets. */
static size_t voices_of_a_day(size_t stories)
{
	static const char *const names[] = {"Ann Lee",  "Tom Reed", "Mia Holt", "Jon Vail",  "Eva Roth",
					    "Max Dunn", "Ida Falk", "Uma Best", "Leo Quinn", "Amy Stone"};
	static const char *const words[] = {"granite quarry workers walked home before noon today",
					    "nobody asked farmers about fields or meadows here",
					    "every second lantern along this promenade was broken",
					    "our choir needs younger voices than mine by spring",
					    "two engines failed while nine passengers were asleep",
					    "snow closed mountain passes earlier than ever known",
					    "taxes on timber rose without anyone being consulted",
					    "children painted sixty benches in bright colours alone",
					    "old letters were found behind a loose kitchen tile",
					    "trains skipped our platform eleven times this winter"};
	static const char *const topics[] = {"Quarry", "Harbour", "Lantern", "Choir", "Engine", "Snow", "Timber"};
	struct ng_options options = default_options();
	static char bytes[1 << 15];
	size_t len = 0;

	for (size_t a = 0; a < 2 * stories; a++) {
		size_t s = a / 2;
		len +=
		    (size_t)snprintf(bytes + len, sizeof bytes - len,
				     "{\"id\":\"%zu\",\"story\":\"%zu\",\"site\":\"%s\",\"title\":\"%s opens in town\","
				     "\"published\":\"2026-03-17\",\"text\":\"The %s was opened.",
				     a, s, a % 2 ? "Orlen Times" : "Harbour Post", topics[s], topics[s]);
		for (size_t i = 0; a % 2 && i < sizeof names / sizeof *names; i++)
			len +=
			    (size_t)snprintf(bytes + len, sizeof bytes - len, "\\n\\n\\\"%c%s in the %s,\\\" said %s.",
					     words[i][0] - 32, words[i] + 1, topics[s], names[i]);
		len += (size_t)snprintf(bytes + len, sizeof bytes - len, "\"}\n");
	}
	options.stories_given = true;
	ng_edition *edition = edition_of(&options, (struct ng_text){bytes, len});
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	const struct ng_briefing *briefing = ng_edition_briefing(edition);
	assert_int_equal(briefing->n_stories, stories);
	size_t n = briefing->stories[0].n_quotes;
	ng_edition_free(edition);
	return n;
}

static void a_thin_day_has_more_voices(void **state)
{
	(void)state;
	assert_int_equal(voices_of_a_day(1), 6);
	assert_int_equal(voices_of_a_day(3), 4);
	assert_int_equal(voices_of_a_day(7), 2);
}

static void nothing_to_publish(void **state)
{
	struct ng_options options = default_options();
	ng_edition *edition = edition_of(&options, TEXT("\n"));

	(void)state;
	assert_int_equal(ng_edition_compose(edition), NG_NOTHING);
	assert_int_equal(ng_edition_briefing(edition)->n_read, 0);
	ng_edition_free(edition);
}

static void a_day_must_be_known(void **state)
{
	struct ng_options options = default_options();
	struct ng_text undated = TEXT("{\"title\":\"Ferry late\",\"text\":\"The ferry was late. Nobody knew why.\"}");
	ng_edition *edition = edition_of(&options, undated);

	(void)state;
	assert_int_equal(ng_edition_compose(edition), NG_USAGE);
	ng_edition_free(edition);
	options.date = "2026-03-17";
	edition = edition_of(&options, undated);
	assert_int_equal(ng_edition_compose(edition), NG_OK);
	ng_edition_free(edition);
}

static void bad_options(void **state)
{
	struct ng_options options = default_options();
	struct ng_error error;

	(void)state;
	options.date = "17 March";
	assert_null(ng_edition_new(&options, &error));
	assert_int_equal(error.status, NG_USAGE);
	options = default_options();
	options.data_dir = "/no/such/folder";
	assert_null(ng_edition_new(&options, &error));
	assert_int_equal(error.status, NG_CONFIG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_for_a_line),
	    cmocka_unit_test(skipped_inputs_are_named),
	    cmocka_unit_test(strict_fails),
	    cmocka_unit_test(stories_in_input_order),
	    cmocka_unit_test(jobs_change_no_byte),
	    cmocka_unit_test(a_sink_that_stops),
	    cmocka_unit_test(briefing),
	    cmocka_unit_test(input_order_changes_nothing),
	    cmocka_unit_test(an_address_is_one_article),
	    cmocka_unit_test(an_address_of_several_titles_is_none),
	    cmocka_unit_test(somebody_watches),
	    cmocka_unit_test(a_masthead_heads_no_story),
	    cmocka_unit_test(a_thin_day_has_more_voices),
	    cmocka_unit_test(nothing_to_publish),
	    cmocka_unit_test(a_day_must_be_known),
	    cmocka_unit_test(bad_options),
	};

	return cmocka_run_group_tests_name("edition", tests, NULL, NULL);
}
