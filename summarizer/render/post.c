/*
 * Posts for Hugo, Jekyll and Eleventy, and for Buttondown, which sends them. In: a briefing. Out: front matter and the
 * theme's post.md. Strings of the front matter are YAML 1.2 double-quoted scalars, which JSON's strings are
 * (YAML 1.2, 1.3); braces are written as \u007b there and as entities in the text, so no template engine finds anything
 * to do.
 */
#include "render/post.h"

#include "base/escape.h"
#include "render/outputs.h"
#include "render/view.h"

static const struct post_generator generators[] = {{"hugo", "content/posts/%s.md", false},
						   {"jekyll", "_posts/%s-briefing.md", false},
						   {"eleventy", "posts/%s.md", false},
						   {"buttondown", "emails/%s.md", true}};

const struct post_generator *post_generator(const struct theme *theme)
{
	struct ng_text name = theme_setting(theme, "site", "front-matter");

	for (size_t i = 0; i < sizeof generators / sizeof *generators; i++)
		if (text_equal(name, text_of(generators[i].name)))
			return &generators[i];
	if (name.len)
		arena_fail(theme->arena, NG_CONFIG, TEXT("theme.conf"), 0,
			   "[site] front-matter: hugo, jekyll, eleventy or buttondown are wanted");
	return NULL;
}

/* Would a typographer make something else of it? Hugo's, kramdown's: quotes, "--", "...", "<<", ">>"; and "$$". */
static bool is_dressed_up(struct ng_text text, size_t at)
{
	char c = text.at[at];

	if (c == '-' || c == '.')
		return (at > 0 && text.at[at - 1] == c) || (at + 1 < text.len && text.at[at + 1] == c);
	return c == '"' || c == '\'' || c == '$' || c == '>';
}

void post_escape(struct buf *out, struct ng_text text)
{
	struct buf markdown = buf_new(out->arena, SIZE_MAX);

	if (text_equal_fold(text, TEXT("x"))) { /* "[x](...)" in a list is a ticked box to some */
		buf_format(out, "&#%d;", text.at[0]);
		return;
	}
	escape_markdown(&markdown, text);
	text = buf_text(&markdown);
	size_t run = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool escaped =
		    text.at[i] == '\\' && i + 1 < text.len; /* kramdown knows fewer backslashes than CommonMark */
		if (!escaped && !is_dressed_up(text, i))
			continue;
		buf_put(out, text_slice(text, run, i));
		i += escaped;
		buf_format(out, "&#%d;", text.at[i]);
		run = i + 1;
	}
	buf_put(out, text_slice(text, run, text.len));
}

static void put_string(struct buf *out, const char *name, struct ng_text text)
{
	struct buf quoted = buf_new(out->arena, SIZE_MAX);

	json_put_string(&quoted, text);
	buf_format(out, "%s: ", name);
	for (size_t i = 0; i < quoted.len; i++) {
		if (quoted.at[i] == '{')
			buf_puts(out, "\\u007b");
		else
			buf_byte(out, quoted.at[i]);
	}
	buf_byte(out, '\n');
}

/* For Buttondown (buttondown/cli, src/sync/emails.ts): what its editor must know is a comment before the body. */
static void put_mail_matter(struct buf *out, const struct theme *theme, const struct json *view, bool html)
{
	const struct json *date = json_member(view, "date"), *lead = json_member(view, "top")->first;
	struct ng_text base = view_url(out->arena, theme_setting(theme, "site", "base"))->text;
	struct ng_text subject = lead ? json_text(lead, "headline") : json_text(view, "title");

	put_string(out, "subject", subject);
	put_string(out, "status", TEXT("draft"));
	put_string(out, "slug", json_text(date, "iso"));
	put_string(out, "description",
		   arena_format(out->arena, "%.*s, %.*s", TEXT_ARGS(json_text(view, "title")),
				TEXT_ARGS(json_text(date, "words"))));
	put_string(out, "canonical_url",
		   arena_format(out->arena, "%.*s/%.*s/", TEXT_ARGS(base), TEXT_ARGS(json_text(date, "path"))));
	buf_format(out, "---\n\n<!-- buttondown-editor-mode: %s -->\n", html ? "fancy" : "plaintext");
}

static void put_page_matter(struct buf *out, const struct json *view)
{
	const struct json *date = json_member(view, "date"), *lead = json_member(view, "top")->first;
	struct ng_text title = json_text(view, "title"), words = json_text(date, "words");

	put_string(out, "title", arena_format(out->arena, "%.*s, %.*s", TEXT_ARGS(title), TEXT_ARGS(words)));
	buf_format(out, "date: %.*s\n", TEXT_ARGS(json_text(date, "rfc3339")));
	put_string(out, "slug", json_text(date, "iso")); /* unquoted, YAML takes it for a date */
	put_string(out, "lang", json_text(view, "lang"));
	put_string(out, "description", lead ? json_text(lead, "headline") : json_text(view, "reason"));
	buf_puts(out, "---\n\n");
}

void post_put_front_matter(struct buf *out, const struct theme *theme, const struct json *view, bool html)
{
	const struct post_generator *generator = post_generator(theme);

	buf_puts(out, "---\n");
	if (generator && generator->mail)
		put_mail_matter(out, theme, view, html);
	else
		put_page_matter(out, view);
}

void post_put(struct buf *out, const struct theme *theme, const struct ng_briefing *briefing)
{
	const struct json *view = theme_view(theme, briefing);

	post_put_front_matter(out, theme, view, false);
	theme_render(theme, out, "post.md", view);
}

void output_post(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	struct theme theme = theme_open(out->arena, options);

	if (briefing->day == NG_NO_DAY)
		arena_fail(out->arena, NG_BAD_INPUT, TEXT(""), 0, "a briefing without a day is no post");
	post_put(out, &theme, briefing);
}
