/*
 * The public functions that set an edition up: options, tables, inputs. In: options and paths. Out: an edition, or an
 * error. What is made of the inputs is in edition_lines.c, edition_compose.c, edition_render.c and edition_verify.c.
 */
#include "edition_progress.h"
#include "edition_wish.h"

#include "base/file.h"
#include "clean/reason.h"
#include "render/theme.h"

#include <stdlib.h>
#include <string.h>

const char *ng_version(void)
{
	return NUTGRAF_VERSION;
}

void ng_options_default(struct ng_options *options)
{
	*options = (struct ng_options){
	    .title = "The Daily Briefing",
	    .clean = true,
	    .top_stories = 7,
	    .more_stories = 12,
	    .also_stories = 15,
	    .top_words = 150,
	    .top_sentences = 4,
	    .top_quotes = 6,
	    .tightness = 1,
	    .limits =
		{
		    .input_bytes = (size_t)64 << 20,
		    .record_bytes = (size_t)32 << 20,
		    .articles = 5000000,
		    .article_sentences = 5000,
		    .story_sentences = 2000,
		    .depth = 256,
		    .memory_bytes = (size_t)8 << 30,
		    .output_bytes = (size_t)256 << 20,
		    .mail_bytes = 102400,
		},
	};
}

/* A body under one guard within another's: a jump from any of the arenas comes out at its own. */
struct guarded {
	struct ng_edition *edition;
	void (*run)(void *data);
	void *data;
	bool done;
};

static void guard_stream(void *data)
{
	struct guarded *guarded = data;

	guarded->done = arena_try(guarded->edition->stream, guarded->run, guarded->data, &guarded->edition->error);
}

static void guard_work(void *data)
{
	struct guarded *guarded = data;
	bool done = arena_try(guarded->edition->work, guard_stream, data, &guarded->edition->error);

	guarded->done = guarded->done && done;
}

enum ng_status edition_guard(struct ng_edition *edition, void (*run)(void *data), void *data)
{
	size_t cap = edition->options.limits.memory_bytes;
	struct guarded guarded = {edition, run, data, false};
	struct skipped_list skipped = edition->skipped;
	struct ng_briefing *briefing = edition->briefing;

	edition->error = (struct ng_error){0};
	edition->work = arena_new(cap);
	edition->stream = arena_new(cap);
	if (!edition->work || !edition->stream)
		error_set(&edition->error, NG_INTERNAL, TEXT(""), 0, "out of memory");
	else if (!arena_try(edition->arena, guard_work, &guarded, &edition->error))
		guarded.done = false;
	if (!guarded.done) {
		edition->skipped = skipped;
		edition->briefing = briefing;
	}
	progress_stage(edition, NG_DONE);
	arena_free(edition->work);
	arena_free(edition->stream);
	return guarded.done ? NG_OK : edition->error.status;
}

static void *open_worker(void *shared, struct arena *keep)
{
	struct edition_worker *worker = arena_new_of(keep, struct edition_worker);

	(void)shared;
	worker->keep = keep;
	worker->words = word_reader_new(keep);
	return worker;
}

void edition_pool(struct ng_edition *edition, struct arena *arena, struct pool_job *job)
{
	job->open = open_worker;
	pool_run(arena, edition->options.jobs, edition->options.limits.memory_bytes, job);
}

static const char *own_string(struct arena *arena, const char *string)
{
	return string ? arena_string(arena, text_of(string)) : NULL;
}

static int32_t own_day(struct arena *arena, const char *string, const char *name)
{
	struct stamp stamp;

	if (!string)
		return NG_NO_DAY;
	if (strlen(string) != strlen("YYYY-MM-DD") || !stamp_from_iso(text_of(string), &stamp))
		arena_fail(arena, NG_USAGE, TEXT(""), 0, "%s must be a day, YYYY-MM-DD, not \"%s\"", name, string);
	return stamp.day;
}

static void check_folder(struct arena *arena, const char *folder, const char *name)
{
	if (folder && file_kind(folder) != FILE_FOLDER)
		arena_fail(arena, NG_CONFIG, text_of(folder), 0, "%s is no folder", name);
}

static void keep_warning(void *user, struct ng_text where, const char *what)
{
	struct ng_edition *edition = user;

	error_set(array_add(edition->arena, &edition->warnings), NG_OK, where, 0, "%s", what);
}

static void set_render_options(struct ng_edition *edition)
{
	const struct ng_options *options = &edition->options;

	edition->render =
	    (struct render_options){.theme = {resource_templates, options->theme_dir, options->theme_settings},
				    .mail_bytes = options->limits.mail_bytes,
				    .fragment = options->fragment,
				    .warn = keep_warning,
				    .user = edition};
}

static void open_edition(void *data)
{
	struct ng_edition *edition = data;
	struct ng_options *options = &edition->options;
	struct arena *arena = edition->arena;
	struct ng_text unknown;

	edition->date = own_day(arena, options->date, "the date");
	edition->from = own_day(arena, options->from, "from");
	edition->to = own_day(arena, options->to, "to");
	options->date = own_string(arena, options->date);
	options->language = own_string(arena, options->language);
	options->data_dir = own_string(arena, options->data_dir);
	options->theme_dir = own_string(arena, options->theme_dir);
	options->title = own_string(arena, options->title);
	options->keep = own_string(arena, options->keep);
	options->state = own_string(arena, options->state);
	options->frequencies = own_string(arena, options->frequencies);
	edition->keep = text_of(options->keep);
	wish_open(edition);
	check_folder(arena, options->data_dir, "the data folder");
	edition->data = (struct resources){resource_data, options->data_dir, NULL};
	set_render_options(edition);
	if (!theme_known(arena, &edition->render.theme))
		arena_fail(arena, NG_CONFIG, text_of(options->theme_dir), 0,
			   "is neither a folder nor a theme that is built in");
	unknown = reason_unknown(edition->keep);
	if (unknown.len)
		arena_fail(arena, NG_USAGE, TEXT(""), 0, "\"%.*s\" is no reason of noise: see nutgraf(1)",
			   TEXT_ARGS(unknown));
	edition->languages = languages_load(arena, &edition->data);
	edition->clean = clean_tables_load(arena, &edition->data);
	edition->quotes = quote_tables_load(arena, &edition->data);
	edition->idf = idf_tables_load(arena, &edition->data);
	if (options->frequencies)
		idf_tables_take(arena, edition->idf, options->frequencies,
				file_read(arena, options->frequencies, options->limits.memory_bytes));
	edition->inputs.arena = arena;
	edition->inputs.format = options->format;
}

ng_edition *ng_edition_new(const struct ng_options *options, struct ng_error *error)
{
	struct ng_edition *edition = calloc(1, sizeof *edition);

	if (edition)
		edition->arena = arena_new(options->limits.memory_bytes);
	if (!edition || !edition->arena) {
		free(edition);
		error_set(error, NG_INTERNAL, TEXT(""), 0, "out of memory");
		return NULL;
	}
	edition->options = *options;
	if (edition_guard(edition, open_edition, edition) == NG_OK)
		return edition;
	*error = edition->error;
	ng_edition_free(edition);
	return NULL;
}

void ng_edition_free(ng_edition *edition)
{
	if (edition)
		arena_free(edition->arena);
	free(edition);
}

const struct ng_error *ng_edition_warnings(const ng_edition *edition, size_t *count)
{
	*count = edition->warnings.n;
	return edition->warnings.at;
}

const struct ng_error *ng_edition_error(const ng_edition *edition)
{
	return &edition->error;
}

const struct ng_skipped *ng_edition_skipped(const ng_edition *edition, size_t *count)
{
	*count = edition->skipped.n;
	return edition->skipped.at;
}

struct adding {
	struct ng_edition *edition;
	const char *name;
	struct ng_text bytes;
};

static void add_path(void *data)
{
	const struct adding *adding = data;

	inputs_add(&adding->edition->inputs, adding->name);
}

static void add_bytes(void *data)
{
	const struct adding *adding = data;

	inputs_add_bytes(&adding->edition->inputs, text_of(adding->name), adding->bytes);
}

/* A failed addition leaves the inputs as they were: what the jump took back is in no list. */
static enum ng_status add(struct adding *adding, void (*run)(void *data))
{
	struct inputs before = adding->edition->inputs;
	enum ng_status status = edition_guard(adding->edition, run, adding);

	if (status != NG_OK)
		adding->edition->inputs = before;
	return status;
}

enum ng_status ng_edition_add(ng_edition *edition, const char *path)
{
	return add(&(struct adding){.edition = edition, .name = path}, add_path);
}

enum ng_status ng_edition_add_bytes(ng_edition *edition, const char *name, struct ng_text bytes)
{
	return add(&(struct adding){.edition = edition, .name = name, .bytes = bytes}, add_bytes);
}
