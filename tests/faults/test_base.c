/*
 * The rooms of base/ with each of their allocations failing, once and for good: they say "out of memory" or give the
 * very same result, never a shortened one; they do not crash, and no block of memory is left.
 */
#include "test_folder.h"

#include "failmalloc.h"

#include "base/cmark_memory.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/json.h"
#include "base/pool.h"
#include "base/sort.h"
#include "base/table.h"
#include "base/utf8.h"
#include "base/wordlist.h"

enum { CAP = 1 << 26 };

/* One piece of work; what it returns must not depend on whether memory was short. */
struct work {
	const char *name;
	struct ng_text (*run)(struct arena *arena);
	bool can_do_without; /* a failed allocation may be harmless: one thread less, one block less */
};

static struct ng_text work_json(struct arena *arena)
{
	struct buf text = buf_new(arena, CAP), out = buf_new(arena, CAP);

	buf_puts(&text, "[");
	for (int i = 0; i < 300; i++)
		buf_puts(&text, "{\"id\":\"\\u00e9 \\n\",\"n\":[1.5,true,null,{}]},");
	buf_puts(&text, "\"caf\xe9\"]");
	struct json *json = json_parse(arena, buf_text(&text), 8);
	json_add(json, json_real(arena, .5, 3));
	json_put_indented(&out, json);
	return buf_text(&out);
}

static struct ng_text work_files(struct arena *arena)
{
	file_write(arena, "f/g/a", TEXT("first"));
	file_write(arena, "f/g/a", TEXT("second"));
	file_write(arena, "f/g/b", TEXT("third"));
	struct file_names names = file_list(arena, "f/g");
	struct ng_text a = file_read(arena, "f/g/a", 100), b = file_read_range(arena, "f/g/b", 1, 3);
	return arena_format(arena, "%zu %s %.*s %.*s", names.n, names.at[0], TEXT_ARGS(a), TEXT_ARGS(b));
}

static struct ng_text work_cmark(struct arena *arena)
{
	static const char line[] =
	    "# Head *line*\n\n> A [link](http://x \"t\") & `code` &amp;\n\n1. one\n2. two\n\n[a]: /b\n\n<p>\n";
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory(arena));

	for (int i = 0; i < 50; i++)
		cmark_parser_feed(parser, line, sizeof line - 1);
	return text_of(cmark_render_html(cmark_parser_finish(parser), CMARK_OPT_DEFAULT));
}

static struct ng_text work_text(struct arena *arena)
{
	struct buf buf = buf_new(arena, CAP);

	for (int i = 0; i < 200; i++) {
		escape_markdown(&buf, TEXT("1. *caf\xc3\xa9* {{x}}"));
		slug_put(&buf, utf8_repair(arena, TEXT("\xc3\x89t\xe9 & so on")), 20);
		utf8_squeeze(&buf, TEXT(" a  b "));
	}
	return buf_text(&buf);
}

static int order_entries(const void *a, const void *b, void *context)
{
	(void)context;
	return text_compare(((const struct table_entry *)a)->key, ((const struct table_entry *)b)->key);
}

static struct ng_text work_tables(struct arena *arena)
{
	struct table table = table_new(arena);
	struct wordlist words = wordlist_read(arena, TEXT("[a]\none two three\n[b]\nfour\n"), "w", WORDLIST_WORDS);

	for (size_t i = 0; i < 2000; i++)
		table_put(&table, arena_format(arena, "%s%zu", words.at[i % words.n].entry.len > 3 ? "x" : "y", i));
	sort_stable(arena, table.at, table.n, sizeof *table.at, order_entries, NULL);
	return arena_format(arena, "%.*s %.*s", TEXT_ARGS(table.at[0].key), TEXT_ARGS(table.at[1999].key));
}

static void format_task(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct ng_text *slots = shared;

	(void)own;
	arena_alloc(scratch, 20000, 1);
	slots[task] = arena_format(keep, "%zu;", task);
}

static struct ng_text work_pool(struct arena *arena)
{
	struct ng_text *slots = arena_array(arena, 20, struct ng_text);
	struct pool_job job = {.shared = slots, .run = format_task, .n_tasks = 20};
	struct buf buf = buf_new(arena, CAP);

	pool_run(arena, 2, CAP, &job);
	for (size_t i = 0; i < 20; i++)
		buf_put(&buf, slots[i]);
	return buf_text(&buf);
}

static const struct work works[] = {
    {"json", work_json, false}, {"files", work_files, false},   {"cmark", work_cmark, false},
    {"text", work_text, false}, {"tables", work_tables, false}, {"pool", work_pool, true},
};
enum { WORKS = sizeof works / sizeof *works };

/* A run of one work in an arena of its own. The result is kept as its hash, so that nothing of the run lives on. */
struct outcome {
	const struct work *work;
	struct arena *arena;
	bool done;
	uint64_t result;
	struct ng_error error;
	unsigned long calls;
	long left;
};

static void run_work(void *data)
{
	struct outcome *outcome = data;

	outcome->result = text_hash(outcome->work->run(outcome->arena));
}

static struct outcome run_failing(const struct work *work, unsigned long at, bool forever)
{
	struct outcome outcome = {.work = work, .error = {.status = NG_INTERNAL}};
	long live = failmalloc_live();

	failmalloc_arm(at, forever);
	outcome.arena = arena_new(CAP);
	outcome.done = outcome.arena && arena_try(outcome.arena, run_work, &outcome, &outcome.error);
	arena_free(outcome.arena);
	outcome.calls = failmalloc_calls();
	failmalloc_arm(0, false);
	outcome.left = failmalloc_live() - live;
	return outcome;
}

/* The files a work makes are not there when it starts. */
static void remove_leavings(void)
{
	assert_int_equal(system("rm -rf f"), 0);
}

static void check(const struct work *work, bool forever)
{
	run_failing(work, 0, false); /* what the C library keeps from the first time on */
	remove_leavings();
	struct outcome whole = run_failing(work, 0, false), outcome;
	unsigned long at = 0;

	assert_true(whole.done);
	assert_int_equal(whole.left, 0);
	do {
		remove_leavings();
		outcome = run_failing(work, ++at, forever);
		if (outcome.left)
			fail_msg("%s: allocation %lu failed and %ld blocks are left", work->name, at, outcome.left);
		if (outcome.done && outcome.result != whole.result)
			fail_msg("%s: allocation %lu failed and the result is another", work->name, at);
		if (outcome.done && outcome.calls >= at && !work->can_do_without)
			fail_msg("%s: allocation %lu failed and nothing was said", work->name, at);
		if (!outcome.done && outcome.error.status != NG_INTERNAL)
			fail_msg("%s: allocation %lu: %s", work->name, at, outcome.error.what);
	} while (outcome.calls >= at);
	assert_true(outcome.done);
	print_message("%s: %lu allocations, each failed%s\n", work->name, at - 1, forever ? " with all after it" : "");
}

static void test_each_allocation_fails_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < WORKS; i++)
		check(&works[i], false);
}

static void test_each_allocation_fails_with_all_after_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < WORKS; i++)
		check(&works[i], true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_allocation_fails_once),
	    cmocka_unit_test(test_each_allocation_fails_with_all_after_it),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
