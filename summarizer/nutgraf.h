/*
 * nutgraf: a day of news articles in, one trustworthy briefing out.
 *
 * The only installed header. Everything printed is extracted: each sentence, quote and headline stands byte for byte
 * (white space folded to single blanks) in a source, and carries its origin.
 *
 * Ownership: an ng_edition owns all memory reachable from it; pointers it returns live until ng_edition_free().
 * Text is UTF-8 and a slice, never NUL-terminated. Offsets are bytes. No function prints, exits, opens a socket or
 * reads the clock, the locale or the time zone. An edition is used by one thread at a time.
 */
#ifndef NUTGRAF_H
#define NUTGRAF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define NG_PUBLIC __attribute__((visibility("default")))

/* A run of UTF-8 bytes owned by someone else. */
struct ng_text {
	const char *at;
	size_t len;
};

/* Results; the numbers are also the program's exit codes (sysexits.h). */
enum ng_status {
	NG_OK = 0,
	NG_DIFFERENT = 1,  /* verify: an item does not stand in its source; explain: a story does not */
	NG_NOTHING = 3,    /* there is nothing to publish */
	NG_USAGE = 64,     /* a bad option or argument */
	NG_BAD_INPUT = 65, /* an input that cannot be used, or one over a limit */
	NG_NO_INPUT = 66,  /* an input that is not there or cannot be opened */
	NG_INTERNAL = 70,  /* out of memory, or a fault of this library */
	NG_CANNOT_CREATE = 73,
	NG_IO = 74, /* reading or writing failed; a full disk too */
	NG_BUSY = 75,
	NG_CONFIG = 78 /* data, theme or configuration is wrong */
};

/* What went wrong: `where` is a file or input name, `line` counts from 1 (0: no line). Both strings end in NUL. */
struct ng_error {
	enum ng_status status;
	unsigned long line;
	char where[256];
	char what[256];
};

enum ng_format {
	NG_FORMAT_SNIFF,
	NG_FORMAT_PLAIN,
	NG_FORMAT_HTML,
	NG_FORMAT_MARKDOWN,
	NG_FORMAT_JSONL,
	NG_FORMAT_FEED,
	NG_FORMAT_MAIL,
	NG_FORMAT_WARC,
	NG_FORMAT_JSON /* one article, or a list of them */
};

/* Limits on what one run may take; each has a default and a test. */
struct ng_limits {
	size_t input_bytes;       /* one input that must be held whole (a file that is not JSON Lines, mbox or WARC) */
	size_t record_bytes;      /* one JSON line, message or page */
	size_t articles;          /* articles in one run */
	size_t article_sentences; /* sentences looked at in one article; the rest is kept as text only */
	size_t story_sentences;   /* sentences ranked in one story */
	size_t depth;             /* nesting of HTML, JSON, MIME, Markdown */
	size_t memory_bytes;      /* one arena */
	size_t output_bytes;      /* one file written */
	size_t mail_bytes;        /* HTML of one message; mail programs hide what is beyond 102,400 */
};

/* What a run makes of an outlet. */
struct ng_source {
	const char *host; /* of its URLs, "www." or other parts before it too; or the name its articles say */
	const char *name; /* printed as its name; NULL: what its articles say */
	double weight;    /* of its voice in a story's importance, above 0 */
	bool mute;        /* a briefing leaves its articles out */
};

/* What a run is at. */
enum ng_stage { NG_READING, NG_GROUPING, NG_TELLING, NG_DONE };

/* Everything a run depends on besides its inputs. ng_options_default() fills it; strings are borrowed. */
struct ng_options {
	const char *date;     /* the briefing's day, YYYY-MM-DD; NULL: the newest day among the articles */
	const char *language; /* of articles that do not say; NULL: identified from the text */
	const char *data_dir; /* overrides compiled-in data, file by file; NULL: none */
	const char
	    *theme_dir;    /* overrides compiled-in templates, file by file, or names a built-in theme; NULL: none */
	bool fragment;     /* NG_TO_MAIL: the HTML inside the body alone */
	const char *title; /* the briefing's name */
	const char *frequencies; /* a table of ng_edition_stats() in the place of those of its languages; NULL: none */
	const char *state;       /* file that remembers earlier briefings; NULL: none */
	enum ng_format format;   /* of inputs; NG_FORMAT_SNIFF looks */
	unsigned jobs;           /* worker threads; 0: one for each processor. Never changes a byte of output */
	bool clean;              /* give blocks their roles; false: all text is body */
	bool strict;             /* a bad input makes the run fail */
	bool stories_given;      /* take `story` fields and one-folder-a-story as they are */
	bool all_quotes;         /* quotes: also those under the key-quote gate */
	const char *keep;        /* reasons of noise to keep as body, separated by commas; NULL: none */
	size_t words;            /* summarize: budget in words; 0: none */
	size_t sentences;        /* summarize: budget in sentences; 0: none (with words 0 too: 5 sentences) */
	size_t days;             /* timeline: days at most; 0: chosen by salience */
	size_t per_day;          /* timeline: sentences a day; 0: 1 */
	const char *from, *to;   /* timeline: first and last day, YYYY-MM-DD; NULL: no bound */
	size_t top_stories;      /* told in full */
	size_t more_stories;     /* told in one sentence */
	size_t also_stories;     /* one line */
	size_t top_words, top_sentences, top_quotes; /* at most, of a story told in full */
	/* Lists, separated by commas; NULL: none. */
	const char *languages; /* a briefing is made of articles in these only */
	const char *sections;  /* a briefing is made of articles of these only, and of those that say none */
	const char *mute;   /* words, phrases: a story half of whose articles have one in title or lead is left out */
	const char *follow; /* words, phrases: a story with one is told earlier, and never muted */
	const struct ng_source *sources; /* n_sources of them */
	size_t n_sources;
	const char *theme_settings; /* as in theme.conf, and before it: see nutgraf-templates(5); NULL: none */
	double tightness;           /* clustering: 1 is the measured default; above 1 splits more, below 1 joins more */
	struct ng_limits limits;
	/* Told how far a run has come, from any thread but one at a time: bytes read and bytes there are (0: unknown).
	   Every public function that told of a stage ends with NG_DONE. NULL: nobody watches. */
	void (*progress)(void *user, enum ng_stage stage, uint64_t done, uint64_t total);
	void *progress_user;
};

NG_PUBLIC void ng_options_default(struct ng_options *options);
NG_PUBLIC const char *ng_version(void);

/* Where a printed item stands: article number in the briefing, bytes [start, end) of that article's text. */
struct ng_origin {
	uint32_t article;
	uint32_t start, end;
};

/* An article as named in a briefing. Empty text: unknown. */
struct ng_article {
	struct ng_text id, source, url, title, author, site, section, language;
	struct ng_text published;      /* ISO 8601: a day, or a day with time and zone; empty: unknown */
	struct ng_text published_from; /* json-ld meta time url feed header text cluster file assumed */
	int32_t day;                   /* days since 1970-01-01 in the publisher's zone; NG_NO_DAY: unknown */
	bool copy;                     /* carries another article's text; it has no vote */
};
#define NG_NO_DAY INT32_MIN

struct ng_item {
	struct ng_text text; /* white space folded */
	struct ng_origin origin;
	double score;
};

struct ng_quote {
	struct ng_text text; /* the words inside the marks, white space folded */
	struct ng_origin origin;
	struct ng_text speaker, role, cue, how;
	double score;
	uint32_t *articles; /* all articles that carry it, the printed one first */
	size_t n_articles;
};

enum ng_granularity { NG_DAY, NG_WEEK, NG_MONTH, NG_QUARTER, NG_YEAR };

struct ng_event {
	struct ng_text date; /* ISO 8601 of its true granularity: 2026-03-17, 2026-W12, 2026-03, 2026-Q1, 2026 */
	enum ng_granularity granularity;
	int32_t day;         /* its first day */
	bool ahead;          /* after the briefing's day */
	struct ng_item item; /* its score: the salience of the day */
};

enum ng_story_kind {
	NG_STORY_TOP,
	NG_STORY_MORE,
	NG_STORY_ALSO,
	NG_STORY_QUIET /* goes on from an earlier briefing without news; no sentences */
};

/* Against earlier briefings; NG_STATUS_UNKNOWN without a state file. What goes on has something new to tell (UPDATED)
 * or has not (CONTINUING, and NG_STORY_QUIET). */
enum ng_story_status { NG_STATUS_UNKNOWN, NG_STATUS_NEW, NG_STATUS_CONTINUING, NG_STATUS_UPDATED };

struct ng_story {
	enum ng_story_kind kind;
	enum ng_story_status status;
	int32_t first_day;   /* of its first briefing, days since 1970-01-01; meaningless while the status is unknown */
	struct ng_text id;   /* the same on all days of the story; empty while the status is unknown */
	struct ng_text slug; /* [a-z0-9-], stable for the same lead article and day */
	struct ng_text section, language;
	struct ng_item
	    headline; /* origin.start == origin.end: the title field of origin.article, which is not in its text */
	double importance;
	size_t n_outlets, n_copies;
	struct ng_item *sentences;
	size_t n_sentences;
	struct ng_quote *quotes;
	size_t n_quotes;
	struct ng_event *timeline;
	size_t n_timeline;
	uint32_t *articles;
	size_t n_articles;
};

/* An input that could not be used. */
struct ng_skipped {
	struct ng_text where;
	unsigned long line;
	struct ng_text what;
};

struct ng_briefing {
	struct ng_text title;
	int32_t day; /* days since 1970-01-01 */
	struct ng_article *articles;
	size_t n_articles; /* those of the stories shown */
	struct ng_story *stories;
	size_t n_stories;       /* most important first */
	size_t n_read;          /* articles read */
	size_t n_outlets;       /* distinct outlets among them */
	size_t n_stories_found; /* stories found, shown or not */
	size_t n_left_out;      /* articles of a source, language or section that is not wanted; not among n_read */
	size_t n_muted;         /* stories with a muted word; not among n_stories_found */
	struct ng_skipped *skipped;
	size_t n_skipped;
};

/* Receives output in order; returns false to stop (the call then fails with NG_IO). */
struct ng_sink {
	bool (*write)(void *user, struct ng_text bytes);
	void *user;
};

typedef struct ng_edition ng_edition;

/* Loads data and theme. NULL on failure: see `error`. */
NG_PUBLIC ng_edition *ng_edition_new(const struct ng_options *options, struct ng_error *error);
NG_PUBLIC void ng_edition_free(ng_edition *edition); /* NULL is fine */

/* The last failure of this edition, never NULL. */
NG_PUBLIC const struct ng_error *ng_edition_error(const ng_edition *edition);

/* Adds a file, a folder (walked in byte order) or, for "-", standard input. */
NG_PUBLIC enum ng_status ng_edition_add(ng_edition *edition, const char *path);

/* Adds bytes under a name; they must outlive the edition. */
NG_PUBLIC enum ng_status ng_edition_add_bytes(ng_edition *edition, const char *name, struct ng_text bytes);

/* Inputs skipped so far, in input order. */
NG_PUBLIC const struct ng_skipped *ng_edition_skipped(const ng_edition *edition, size_t *count);

/* JSON Lines of one stage, as nutgraf(1) describes for the commands of these names. */
enum ng_lines {
	NG_EXTRACT,
	NG_SENTENCES,
	NG_DATES,
	NG_QUOTES,
	NG_CLUSTER,
	NG_SUMMARIZE,
	NG_SUMMARIZE_JSON,
	NG_TIMELINE,
	NG_EXPLAIN /* plain text: what extract dropped, and why */
};
NG_PUBLIC enum ng_status ng_edition_lines(ng_edition *edition, enum ng_lines stage, struct ng_sink sink);

/*
 * Counts in how many articles of each language each stem stands: a table, as nutgraf(1) describes it, that
 * options.frequencies takes. Tables of parts are added up by the second; neither the parts nor their order change a
 * byte. NG_BAD_INPUT: a file that is no table, or a sum over 2^63.
 */
NG_PUBLIC enum ng_status ng_edition_stats(ng_edition *edition, struct ng_sink sink);
NG_PUBLIC enum ng_status ng_edition_merge_stats(ng_edition *edition, const char *const *paths, size_t n,
						struct ng_sink sink);

/* Reads all inputs and makes the briefing. NG_NOTHING: no story to publish; the (empty) briefing is there all the same.
 */
NG_PUBLIC enum ng_status ng_edition_compose(ng_edition *edition);
NG_PUBLIC const struct ng_briefing *ng_edition_briefing(const ng_edition *edition);

/*
 * Renders the composed briefing, or writes all its files under the folder `out`. NG_BAD_INPUT from publishing, naming
 * briefing.eml: the mail is over limits.mail_bytes and was not written; all else was.
 */
enum ng_output {
	NG_TO_MARKDOWN,
	NG_TO_HTML,
	NG_TO_JSON,
	NG_TO_MAIL,
	NG_TO_ATOM,
	NG_TO_JSON_FEED,
	NG_TO_RSS,
	NG_TO_KITE, /* a batch for Kagi's open news reader */
	NG_TO_POST  /* Markdown with front matter, as the setting site.front-matter says */
};
NG_PUBLIC bool ng_output_named(const char *name, enum ng_output *output); /* as --to has it; false: there is none */
NG_PUBLIC enum ng_status ng_edition_render(ng_edition *edition, enum ng_output output, struct ng_sink sink);
NG_PUBLIC enum ng_status ng_edition_publish(ng_edition *edition, const char *out);

/* What the renderings so far should make one look at, as that mail grows long; `where` names the file. */
NG_PUBLIC const struct ng_error *ng_edition_warnings(const ng_edition *edition, size_t *count);

/* The names a template sees, one a line, in the view's order: "name TAB what it is". */
NG_PUBLIC enum ng_status ng_edition_names(ng_edition *edition, struct ng_sink sink);

/* Renders a briefing from a file of the JSON that NG_TO_JSON wrote; "-" is standard input. */
NG_PUBLIC enum ng_status ng_edition_render_file(ng_edition *edition, const char *path, enum ng_output output,
						struct ng_sink sink);

/* Plain Mustache: the file `template_path` with the JSON of `data_path`; partials from `partials_dir` (NULL: none). */
NG_PUBLIC enum ng_status ng_edition_render_template(ng_edition *edition, const char *template_path,
						    const char *data_path, const char *partials_dir,
						    struct ng_sink sink);

/* What options.state remembers: a line a telling, "day TAB story TAB headline", and, where it split off from stories or
 * took them up, "TAB their ids". `story` NULL: of all, newest day first. NG_NOTHING: no such story is remembered. */
NG_PUBLIC enum ng_status ng_edition_history(ng_edition *edition, const char *story, struct ng_sink sink);
/* Forgets options.date's briefing. NG_NOTHING: there was none. */
NG_PUBLIC enum ng_status ng_edition_forget(ng_edition *edition);

/*
 * Checks every printed item of a briefing's JSON file against the edition's inputs and, where options.state is set, the
 * articles of earlier days that it keeps for timelines. NG_OK: `*items` items, all verbatim. NG_DIFFERENT:
 * ng_edition_error() names the first difference.
 */
NG_PUBLIC enum ng_status ng_edition_verify_file(ng_edition *edition, const char *path, size_t *items);

/*
 * Why a story of a briefing's JSON file stands where it does and has this headline, these articles, these sentences:
 * found anew from the edition's inputs, which must be those it was made of. `story` is its number (from 1), slug or id.
 * A table for people, or JSON: nutgraf(1), explain. NG_DIFFERENT: none of its articles is among the inputs.
 */
NG_PUBLIC enum ng_status ng_edition_explain_file(ng_edition *edition, const char *path, const char *story, bool as_json,
						 struct ng_sink sink);

/*
 * Looks over what ng_edition_new() did not need yet: every template of the theme, with the names in it, its theme.conf,
 * and the state file, which need not be there. Calls report() for each fault. The first fault's status, or NG_OK.
 */
struct ng_checked {
	size_t tables, templates; /* files looked at */
	size_t days;              /* that the state file remembers */
};
NG_PUBLIC enum ng_status ng_edition_check(ng_edition *edition, void (*report)(void *user, const struct ng_error *fault),
					  void *user, struct ng_checked *checked);

#ifdef __cplusplus
}
#endif
#endif
