/*
 * The table of settings, and values for them. In: a row and a value as text, whatever it came from: an option, the
 * environment, nutgraf.conf. Out: the value in its place; and the place as text again. Refuses: a value that is none of
 * the row's kind, by returning false.
 */
#include "cli/setting.h"

#include <stdlib.h>
#include <string.h>

#define AT(member)   offsetof(struct cli, member)
#define OF(member)   offsetof(struct cli, options.member)
#define THEME(field) offsetof(struct cli, theme.field)
const struct setting settings[] = {
    {"output", 'o', true, SETTING_PATH, AT(output), false, "output", "FILE",
     "where to write; build: the folder of the site"},
    {"format", 0, true, SETTING_FORMAT, OF(format), false, "format", "F",
     "plain html markdown json jsonl feed mail warc"},
    {"date", 0, true, SETTING_STRING, OF(date), false, NULL, "DAY", "the day to work for, YYYY-MM-DD"},
    {"language", 0, true, SETTING_STRING, OF(language), false, "language", "CODE",
     "of articles that do not say (identified)"},
    {"no-clean", 0, true, SETTING_FLAG, OF(clean), false, "clean", NULL, "all text is body"},
    {"keep", 0, true, SETTING_LIST, OF(keep), false, "keep", "LIST", "noise to keep as body, by its reasons"},
    {"data", 0, true, SETTING_PATH, OF(data_dir), false, "data", "DIR", "word tables instead of those built in"},
    {"theme", 0, true, SETTING_THEME, OF(theme_dir), false, "theme", "NAME",
     "plain, broadsheet or wire; or a folder, with a slash"},
    {"jobs", 'j', true, SETTING_JOBS, OF(jobs), false, "jobs", "N",
     "threads; never changes a byte (0: one a processor)"},
    {"strict", 0, true, SETTING_FLAG, OF(strict), true, "strict", NULL,
     "an input that cannot be used makes the run fail"},
    {"limit", 0, true, SETTING_LIMIT, OF(limits), false, NULL, "NAME=N", "see nutgraf(1), LIMITS"},
    {"config", 0, true, SETTING_STRING, AT(config), false, NULL, "FILE", "settings from FILE, not from ./nutgraf.conf"},
    {"no-config", 0, true, SETTING_FLAG, AT(no_config), true, NULL, NULL, "neither nutgraf.conf nor the environment"},
    {"quiet", 'q', true, SETTING_FLAG, AT(quiet), true, NULL, NULL, "no messages but errors"},
    {"verbose", 'v', true, SETTING_FLAG, AT(verbose), true, NULL, NULL, "more messages"},
    {"help", 'h', true, SETTING_FLAG, AT(help), true, NULL, NULL, "this text"},
    {"version", 'V', true, SETTING_FLAG, AT(version), true, NULL, NULL, "the version"},
    {"frequencies", 0, false, SETTING_PATH, OF(frequencies), false, "frequencies", "FILE",
     "a table of stats or merge, for what words weigh"},
    {"state", 0, false, SETTING_PATH, OF(state), false, "state", "FILE", "remembers what was told; told stories go on"},
    {"title", 0, false, SETTING_STRING, OF(title), false, "title", "TITLE", "the briefing's name"},
    {"top", 0, false, SETTING_COUNT, OF(top_stories), false, "top", "N", "stories told in full"},
    {"more", 0, false, SETTING_COUNT, OF(more_stories), false, "more", "N", "stories told in one sentence"},
    {"also", 0, false, SETTING_COUNT, OF(also_stories), false, "also", "N", "stories of one line"},
    {"top-words", 0, false, SETTING_COUNT, OF(top_words), false, "top-words", "N", "words of a story told in full"},
    {"top-sentences", 0, false, SETTING_COUNT, OF(top_sentences), false, "top-sentences", "N",
     "sentences of a story told in full"},
    {"top-quotes", 0, false, SETTING_COUNT, OF(top_quotes), false, "top-quotes", "N", "quotes of a story told in full"},
    {"stories", 0, false, SETTING_STORIES, OF(stories_given), true, "stories", "HOW",
     "given: as `story` fields and folders have them"},
    {"tightness", 0, false, SETTING_REAL, OF(tightness), false, "tightness", "X",
     "of stories: above 1 splits more, below joins more"},
    {"languages", 0, false, SETTING_LIST, OF(languages), false, "languages", "LIST",
     "only articles in these languages, as en,de"},
    {"sections", 0, false, SETTING_LIST, OF(sections), false, "sections", "LIST",
     "only articles of these sections, or of none (all)"},
    {"mute", 0, false, SETTING_LIST, OF(mute), false, "mute", "LIST", "leave out stories with these words"},
    {"follow", 0, false, SETTING_LIST, OF(follow), false, "follow", "LIST", "lift stories with these words"},
    {"all", 0, false, SETTING_FLAG, OF(all_quotes), true, NULL, NULL, "also those under the gate for key quotes"},
    {"explain", 0, false, SETTING_FLAG, AT(explain), true, NULL, NULL, "instead of JSON: what was dropped, and why"},
    {"words", 0, false, SETTING_COUNT, OF(words), false, NULL, "N", "at most N words"},
    {"sentences", 0, false, SETTING_COUNT, OF(sentences), false, NULL, "N",
     "at most N sentences (5 when neither is given)"},
    {"json", 0, false, SETTING_FLAG, AT(json), true, NULL, NULL, "as JSON, with all that is known"},
    {"days", 0, false, SETTING_COUNT, OF(days), false, NULL, "N", "days at most (chosen by salience)"},
    {"per-day", 0, false, SETTING_COUNT, OF(per_day), false, NULL, "N", "sentences a day (1)"},
    {"from", 0, false, SETTING_STRING, OF(from), false, NULL, "DAY", "first day"},
    {"to", 0, false, SETTING_STRING, AT(to), false, NULL, "TO", "last day; or what to render to"},
    {"fragment", 0, false, SETTING_FLAG, OF(fragment), true, NULL, NULL, "of mail, the HTML body alone"},
    {"list-names", 0, false, SETTING_FLAG, AT(list_names), true, NULL, NULL, "what templates may name"},
    {"partials", 0, false, SETTING_STRING, AT(partials), false, NULL, "DIR", "where {{>name}} finds name.mustache"},
    {NULL, 0, false, SETTING_PATHS, AT(inputs), false, "inputs", NULL, "what build reads when no input is named"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(mail_from), false, "mail.from", NULL, "whom the mail is from"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(mail_to), false, "mail.to", NULL, "whom it is to (the sender)"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(mail_subject), false, "mail.subject", NULL,
     "a template (the first headline)"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(mail_list_id), false, "mail.list-id", NULL,
     "List-Id: a domain you own (RFC 2919)"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(mail_unsubscribe), false, "mail.unsubscribe", NULL,
     "List-Unsubscribe: mailto: or https: address, or both, parted by a blank"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(site_base), false, "site.base", NULL,
     "where the pages will be, without a slash at its end"},
    {"front-matter", 0, false, SETTING_TEMPLATE, THEME(site_front_matter), false, "site.front-matter", "HOST",
     "also a post, for hugo jekyll eleventy buttondown"},
    {NULL, 0, false, SETTING_TEMPLATE, THEME(site_outputs), false, "site.outputs", NULL,
     "besides pages: markdown mail feeds kite"},
    {"entries", 0, false, SETTING_TEMPLATE, THEME(feed_entries), false, "feed.entries", "KIND",
     "of feeds: briefings, or stories (each told one)"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.input_bytes), false, "limits.input_bytes", NULL,
     "one input that must be held whole"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.record_bytes), false, "limits.record_bytes", NULL,
     "one JSON line, message or page"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.articles), false, "limits.articles", NULL, "articles in one run"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.article_sentences), false, "limits.article_sentences", NULL,
     "sentences looked at in one article"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.story_sentences), false, "limits.story_sentences", NULL,
     "sentences ranked in one story"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.depth), false, "limits.depth", NULL,
     "nesting of HTML, JSON, MIME, Markdown"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.memory_bytes), false, "limits.memory_bytes", NULL, "one arena"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.output_bytes), false, "limits.output_bytes", NULL, "one file written"},
    {NULL, 0, false, SETTING_SIZE, OF(limits.mail_bytes), false, "limits.mail_bytes", NULL, "HTML of one message"},
    {NULL, 0, false, SETTING_PATHS, AT(fetch_feeds), false, "fetch.feeds", NULL,
     "nutgraf-fetch: OPML files, lists or addresses of feeds"},
    {NULL, 0, false, SETTING_STRING, AT(fetch_contact), false, "fetch.contact", NULL,
     "nutgraf-fetch: who is told to servers, an address"},
    {0},
};

const struct setting source_settings[] = {
    {NULL, 0, false, SETTING_STRING, offsetof(struct ng_source, name), false, "source.name", NULL,
     "the outlet's name (what its articles say)"},
    {NULL, 0, false, SETTING_REAL, offsetof(struct ng_source, weight), false, "source.weight", NULL,
     "of its voice in a story's importance"},
    {NULL, 0, false, SETTING_FLAG, offsetof(struct ng_source, mute), true, "source.mute", NULL,
     "leave its articles out"},
    {0},
};

static const struct {
	const char *name;
	enum ng_format format;
} formats[] = {
    {"plain", NG_FORMAT_PLAIN}, {"html", NG_FORMAT_HTML}, {"markdown", NG_FORMAT_MARKDOWN},
    {"jsonl", NG_FORMAT_JSONL}, {"feed", NG_FORMAT_FEED}, {"mail", NG_FORMAT_MAIL},
    {"warc", NG_FORMAT_WARC},   {"json", NG_FORMAT_JSON}, {"", NG_FORMAT_SNIFF},
};
enum { N_FORMATS = sizeof formats / sizeof *formats, COUNT_MOST = 100000000 };

bool setting_is_list(const struct setting *setting)
{
	return setting->kind == SETTING_LIST || setting->kind == SETTING_PATHS;
}

const struct setting *setting_of_key(const struct setting *table, const char *key)
{
	for (const struct setting *row = table; row->help; row++)
		if (row->key && strcmp(row->key, key) == 0)
			return row;
	return NULL;
}

static bool parse_count(const char *value, unsigned long long most, unsigned long long *count)
{
	char *end;

	if (*value < '0' || *value > '9')
		return false;
	*count = strtoull(value, &end, 10);
	return !*end && *count <= most;
}

static bool set_format(const char *value, enum ng_format *format)
{
	for (size_t i = 0; i < N_FORMATS; i++)
		if (strcmp(formats[i].name, value) == 0) {
			*format = formats[i].format;
			return true;
		}
	return false;
}

/* NAME=N, as the rows under `limits` name them. */
static bool set_limit(void *base, const char *value)
{
	static const char prefix[] = "limits.";
	const char *equals = strchr(value, '=');
	size_t len = equals ? (size_t)(equals - value) : 0;

	for (const struct setting *row = settings; equals && (row->help); row++)
		if (row->kind == SETTING_SIZE && strncmp(row->key, prefix, strlen(prefix)) == 0 &&
		    strlen(row->key + strlen(prefix)) == len && strncmp(row->key + strlen(prefix), value, len) == 0)
			return setting_set(base, row, equals + 1);
	return false;
}

static bool set_real(const char *value, double *real)
{
	char *end;

	*real = strtod(value, &end);
	return end != value && !*end && *real > 0 && *real <= 100;
}

/* An option says nothing: it sets what its row says. */
static bool set_flag(const struct setting *setting, const char *value, bool *flag)
{
	static const char *const yes[] = {"yes", "true", "on"}, *const no[] = {"no", "false", "off"};

	if (!value) {
		*flag = setting->value;
		return true;
	}
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (strcmp(value, yes[i]) == 0 || strcmp(value, no[i]) == 0) {
			*flag = strcmp(value, yes[i]) == 0;
			return true;
		}
	return false;
}

static bool is_one_line(const char *value)
{
	for (; *value; value++)
		if ((unsigned char)*value < ' ' || *value == 0x7f)
			return false;
	return true;
}

bool setting_set(void *base, const struct setting *setting, const char *value)
{
	void *place = (char *)base + setting->offset;
	unsigned long long count;

	switch (setting->kind) {
	case SETTING_FLAG:
		return set_flag(setting, value, place);
	case SETTING_STRING:
	case SETTING_PATH:
	case SETTING_PATHS:
	case SETTING_THEME:
	case SETTING_LIST:
		*(const char **)place = *value ? value : NULL;
		return true;
	case SETTING_TEMPLATE:
		*(const char **)place = *value ? value : NULL;
		return is_one_line(value);
	case SETTING_COUNT:
		if (!parse_count(value, COUNT_MOST, &count))
			return false;
		*(size_t *)place = (size_t)count;
		return true;
	case SETTING_JOBS:
		if (!parse_count(value, COUNT_MOST, &count))
			return false;
		*(unsigned *)place = (unsigned)count;
		return true;
	case SETTING_SIZE:
		if (!parse_count(value, SIZE_MAX / 2, &count))
			return false;
		*(size_t *)place = (size_t)count;
		return true;
	case SETTING_REAL:
		return set_real(value, place);
	case SETTING_FORMAT:
		return set_format(value, place);
	case SETTING_STORIES:
		*(bool *)place = strcmp(value, "given") == 0;
		return *(bool *)place || strcmp(value, "found") == 0;
	case SETTING_LIMIT:
		return set_limit(base, value);
	}
	return false;
}

const char *setting_wanted(const struct setting *setting)
{
	switch (setting->kind) {
	case SETTING_FLAG:
		return "yes or no";
	case SETTING_COUNT:
	case SETTING_JOBS:
	case SETTING_SIZE:
		return "a count";
	case SETTING_REAL:
		return "a number above 0, at most 100,";
	case SETTING_FORMAT:
		return "plain, html, markdown, json, jsonl, feed, mail or warc";
	case SETTING_STORIES:
		return "given or found";
	case SETTING_LIMIT:
		return "NAME=N, a limit of nutgraf(1),";
	default:
		return "one line";
	}
}

/* In double quotes, where libconfuse takes a backslash for an escape. */
static void put_quoted(struct buf *out, struct ng_text value)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] == '"' || value.at[i] == '\\')
			buf_byte(out, '\\');
		buf_byte(out, value.at[i]);
	}
	buf_byte(out, '"');
}

static void put_list(struct buf *out, struct ng_text list)
{
	struct ng_text entry;
	bool first = true;

	buf_byte(out, '{');
	while (list.len && text_cut(&list, ',', &entry)) {
		buf_puts(out, first ? "" : ", ");
		put_quoted(out, text_trim(entry));
		first = false;
	}
	buf_byte(out, '}');
}

void setting_put(struct buf *out, const void *base, const struct setting *setting)
{
	const void *place = (const char *)base + setting->offset;

	switch (setting->kind) {
	case SETTING_FLAG:
		buf_puts(out, *(const bool *)place ? "yes" : "no");
		break;
	case SETTING_COUNT:
	case SETTING_SIZE:
		buf_format(out, "%zu", *(const size_t *)place);
		break;
	case SETTING_JOBS:
		buf_format(out, "%u", *(const unsigned *)place);
		break;
	case SETTING_REAL:
		buf_format(out, "%g", *(const double *)place);
		break;
	case SETTING_STORIES:
		buf_puts(out, *(const bool *)place ? "given" : "found");
		break;
	case SETTING_FORMAT:
		for (size_t i = 0; i < N_FORMATS; i++)
			if (formats[i].format == *(const enum ng_format *)place)
				put_quoted(out, text_of(formats[i].name));
		break;
	case SETTING_LIST:
	case SETTING_PATHS:
		put_list(out, text_of(*(const char *const *)place));
		break;
	default:
		put_quoted(out, text_of(*(const char *const *)place));
	}
}

void setting_put_variable(struct buf *out, const struct setting *setting)
{
	buf_puts(out, "NUTGRAF_");
	for (const char *at = setting->key; *at; at++)
		buf_byte(out, *at == '.' || *at == '-'   ? '_'
			      : *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A')
							 : *at);
}
