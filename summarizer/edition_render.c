/* Output. In: the composed briefing, a briefing's JSON, or any template and data. Out: bytes through a sink, or files.
 */
#include "edition.h"

#include "base/escape.h"
#include "base/file.h"
#include "base/json.h"
#include "render/names.h"
#include "render/render.h"
#include "render/site.h"
#include "render/template.h"

struct rendering {
	struct ng_edition *edition;
	const struct ng_briefing *briefing;
	enum ng_output output;
	const char *path, *data, *partials;
	struct ng_sink sink;
};

static void write_out(struct rendering *rendering, const struct buf *out)
{
	if (!rendering->sink.write(rendering->sink.user, buf_text(out)))
		arena_fail(rendering->edition->arena, NG_IO, TEXT(""), 0, "cannot write the output");
}

static struct buf new_output(struct ng_edition *edition)
{
	return buf_new(edition->work, edition->options.limits.output_bytes);
}

bool ng_output_named(const char *name, enum ng_output *output)
{
	for (const struct output *row = outputs; row->name; row++)
		if (text_equal(text_of(row->name), text_of(name))) {
			*output = row->output;
			return true;
		}
	return false;
}

static void render(struct rendering *rendering)
{
	struct buf out = new_output(rendering->edition);

	output_of(rendering->output)->render(&out, &rendering->edition->render, rendering->briefing);
	write_out(rendering, &out);
}

static void render_composed(void *data)
{
	struct rendering *rendering = data;

	if (!rendering->briefing)
		arena_fail(rendering->edition->arena, NG_USAGE, TEXT(""), 0, "no briefing was composed");
	render(rendering);
}

enum ng_status ng_edition_render(ng_edition *edition, enum ng_output output, struct ng_sink sink)
{
	struct rendering rendering = {
	    .edition = edition, .briefing = edition->briefing, .output = output, .sink = sink};

	return edition_guard(edition, render_composed, &rendering);
}

static void render_file(void *data)
{
	struct rendering *rendering = data;
	struct arena *arena = rendering->edition->work;
	const struct ng_limits *limits = &rendering->edition->options.limits;
	struct ng_text bytes = file_read(arena, rendering->path, limits->input_bytes);

	rendering->briefing = briefing_from_json(arena, json_parse(arena, bytes, limits->depth));
	render(rendering);
}

enum ng_status ng_edition_render_file(ng_edition *edition, const char *path, enum ng_output output, struct ng_sink sink)
{
	struct rendering rendering = {.edition = edition, .path = path, .output = output, .sink = sink};

	return edition_guard(edition, render_file, &rendering);
}

/* Only what was published is remembered: a run that is killed before has said nothing. */
static void remember(struct ng_edition *edition)
{
	archive_commit(edition->archive);
	archive_close(edition->archive);
	edition->archive = NULL;
}

static void publish(void *data)
{
	struct rendering *rendering = data;

	if (!rendering->briefing)
		arena_fail(rendering->edition->arena, NG_USAGE, TEXT(""), 0, "no briefing was composed");
	bool dated = rendering->briefing->day != NG_NO_DAY;
	size_t most = rendering->edition->options.limits.output_bytes;
	/* First, so that a damaged state is found before anything is published. */
	if (rendering->edition->archive)
		archive_put(rendering->edition->archive, rendering->briefing->day, &rendering->edition->tellings);
	if (dated)
		site_write(rendering->edition->work, rendering->path, &rendering->edition->render, rendering->briefing,
			   most);
	if (rendering->edition->archive)
		remember(rendering->edition);
	if (dated)
		site_write_mail(rendering->edition->work, rendering->path, &rendering->edition->render,
				rendering->briefing, most);
}

enum ng_status ng_edition_publish(ng_edition *edition, const char *out)
{
	struct rendering rendering = {.edition = edition, .briefing = edition->briefing, .path = out};

	return edition_guard(edition, publish, &rendering);
}

static void put_names(void *data)
{
	struct rendering *rendering = data;
	struct buf out = new_output(rendering->edition);

	for (const struct view_name *name = view_names; name->path; name++)
		buf_format(&out, "%s\t%s\n", name->path, name->what);
	write_out(rendering, &out);
}

enum ng_status ng_edition_names(ng_edition *edition, struct ng_sink sink)
{
	struct rendering rendering = {.edition = edition, .sink = sink};

	return edition_guard(edition, put_names, &rendering);
}

struct partials {
	struct ng_edition *edition;
	const char *folder;
};

/* name -> folder/name.mustache; a name that would leave the folder is no partial. */
static struct ng_text find_partial(void *user, struct ng_text name)
{
	const struct partials *partials = user;
	struct arena *arena = partials->edition->work;
	const struct ng_text none = {NULL, 0};

	if (!partials->folder || !name.len || name.at[0] == '/' || name.at[0] == '.' ||
	    text_find(name, TEXT("/."), 0) < name.len)
		return none;
	const char *path =
	    arena_string(arena, arena_format(arena, "%s/%.*s.mustache", partials->folder, TEXT_ARGS(name)));
	if (file_kind(path) != FILE_REGULAR)
		return none;
	return file_read(arena, path, partials->edition->options.limits.input_bytes);
}

static void render_template(void *data)
{
	struct rendering *rendering = data;
	struct ng_edition *edition = rendering->edition;
	const struct ng_limits *limits = &edition->options.limits;
	struct partials partials = {edition, rendering->partials};
	struct template_options options = {
	    .escape = escape_xml, /* as the spec asks: braces stay */
	    .partial = find_partial,
	    .user = &partials,
	    .name = rendering->path,
	    .strict = edition->options.strict,
	};
	struct ng_text source = file_read(edition->work, rendering->path, limits->input_bytes);
	struct ng_text bytes = file_read(edition->work, rendering->data, limits->input_bytes);
	struct buf out = new_output(edition);

	template_render(&out, source, json_parse(edition->work, bytes, limits->depth), &options);
	write_out(rendering, &out);
}

enum ng_status ng_edition_render_template(ng_edition *edition, const char *template_path, const char *data_path,
					  const char *partials_dir, struct ng_sink sink)
{
	struct rendering rendering = {
	    .edition = edition, .path = template_path, .data = data_path, .partials = partials_dir, .sink = sink};

	return edition_guard(edition, render_template, &rendering);
}
