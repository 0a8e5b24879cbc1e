/* The table of commands: name, what it does, help that begins with examples, the options of its own. Lines of options
 * come from the table of settings. */
#include "cli/setting.h"

#include <stdio.h>
#include <string.h>

enum { HELP_COLUMN = 24 };

const struct command commands[] = {
    {"build", "make a day's briefing from everything",
     "  nutgraf build articles/ -o site\n"
     "  nutgraf build day.jsonl feeds/*.xml --date 2026-03-17 -o site\n"
     "\n"
     "Writes the day into site/YYYY/MM/DD/ (index.html, briefing.md, briefing.json,\n"
     "briefing.eml), and around it an index, an archive and feeds.\n",
     "state frequencies title top more also top-words top-sentences top-quotes stories tightness languages sections "
     "mute follow front-matter entries",
     command_build},
    {"extract", "read and clean: an article a line, with the roles of its blocks",
     "  nutgraf extract page.html\n"
     "  nutgraf extract --explain scraped/*.txt\n",
     "explain", command_lines},
    {"sentences", "cut articles into sentences",
     "  nutgraf sentences article.txt\n  nutgraf sentences --no-clean < lines.jsonl\n", "", command_lines},
    {"dates", "find temporal expressions (TIMEX3)",
     "  nutgraf dates article.txt --date 2026-03-17\n  nutgraf dates < lines.jsonl\n", "", command_lines},
    {"quotes", "find quotations and who said them",
     "  nutgraf quotes article.txt\n"
     "  nutgraf quotes --all < lines.jsonl\n",
     "all", command_lines},
    {"cluster", "put articles into stories",
     "  nutgraf cluster articles/\n"
     "  nutgraf cluster --tightness 1.2 < day.jsonl\n",
     "frequencies stories tightness", command_lines},
    {"summarize", "the key sentences of all inputs, as one story",
     "  nutgraf summarize story/*.txt --sentences 3\n"
     "  nutgraf summarize story.jsonl --words 120 --json\n",
     "words sentences json", command_lines},
    {"timeline", "what happened when, of all inputs, as one story",
     "  nutgraf timeline story/*.txt --days 8\n"
     "  nutgraf timeline archive.jsonl --from 2026-01-01 --to 2026-03-31 --per-day 2\n",
     "days per-day from to", command_lines},
    {"render", "a briefing's JSON, or any JSON, through a template",
     "  nutgraf render site/2026/03/17/briefing.json --to markdown\n"
     "  nutgraf render briefing.json --to mail --fragment > body.html\n"
     "  nutgraf render page.mustache data.json --partials parts/\n"
     "\n"
     "--to takes markdown html json mail atom rss json-feed kite, and post: Markdown\n"
     "with front matter, for a site generator.\n",
     "to fragment front-matter entries partials list-names", command_render},
    {"verify", "check every printed item against its source",
     "  nutgraf verify site/2026/03/17/briefing.json articles/\n"
     "\n"
     "Says \"n items, all verbatim\", or names the first difference and exits with 1.\n"
     "What timelines tell of earlier days is looked for in the state file, too.\n",
     "state", command_verify},
    {"explain", "why a story has its place, headline, articles, sentences",
     "  nutgraf explain site/2026/03/17/briefing.json 1 articles/\n"
     "  nutgraf explain site/2026/03/17/briefing.json ferry-late --json articles/\n"
     "\n"
     "STORY is a number from 1, a slug or an id. Give the inputs and options of the\n"
     "build.\n",
     "json state frequencies stories tightness languages sections follow", command_explain},
    {"history", "what earlier briefings told, from the state file",
     "  nutgraf history --state digest.state\n"
     "  nutgraf history --state digest.state 20260317-61b54970\n"
     "\n"
     "Prints day, story and headline, parted by tabs: of all stories, newest day\n"
     "first, or of one, oldest day first. Stories that it split off from or took up\n"
     "follow in a fourth column.\n",
     "state", command_history},
    {"forget", "forget a day's briefing", "  nutgraf forget --state digest.state 2026-03-17\n", "state",
     command_forget},
    {"shard", "one of many parts of files of lines",
     "  nutgraf shard 3/8 day.jsonl | nutgraf extract\n"
     "  nutgraf shard $SLURM_ARRAY_TASK_ID/8 day.jsonl | nutgraf stats -o $SLURM_ARRAY_TASK_ID\n"
     "\n"
     "Prints the lines of the part. Parts in order are the whole, and what extract,\n"
     "sentences, dates and quotes print of them is what they print of the whole.\n",
     "", command_shard},
    {"stats", "in how many articles each stem stands",
     "  nutgraf stats archive.jsonl -o archive.tsv\n"
     "  nutgraf build day.jsonl -o site --frequencies archive.tsv\n",
     "", command_stats},
    {"merge", "add tables of stats up",
     "  nutgraf merge part-*.tsv -o archive.tsv\n"
     "\n"
     "Neither the order of the tables nor how they are grouped changes a byte.\n",
     "", command_merge},
    {"doctor", "check settings, data, theme, state, outputs",
     "  nutgraf doctor\n"
     "  nutgraf doctor -v --config site.conf articles/\n"
     "\n"
     "Tells what is wrong, with file and line, and exits with 78; with -v it prints\n"
     "every setting and where it comes from.\n",
     "state frequencies title top more also top-words top-sentences top-quotes stories tightness languages sections "
     "mute follow",
     command_doctor},
    {"init", "write a nutgraf.conf to begin with",
     "  nutgraf init\n"
     "  nutgraf init -o ~/.config/nutgraf/nutgraf.conf\n"
     "\n"
     "Every setting stands there with its default, commented out. A file that is\n"
     "there already is left as it is; -o - prints it.\n",
     "", command_init},
    {0},
};

/* "  -o, --output FILE    instead of standard output", and what it is when nobody says. */
static void print_option(const struct setting *option, const struct cli *defaults)
{
	const void *place = (const char *)defaults + option->offset;
	int width = printf("  %c%c%c --%s%s%s", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
			   option->letter ? ',' : ' ', option->name, option->value_name ? " " : "",
			   option->value_name ? option->value_name : "");

	printf("%*s %s", width < HELP_COLUMN ? HELP_COLUMN - width : 1, "", option->help);
	if (option->kind == SETTING_COUNT && option->key)
		printf(" (%zu)", *(const size_t *)place);
	if (option->kind == SETTING_REAL)
		printf(" (%g)", *(const double *)place);
	putchar('\n');
}

static void print_options(const struct command *command, bool common)
{
	struct cli defaults = {0};

	ng_options_default(&defaults.options);
	for (const struct setting *row = settings; row->help; row++)
		if (row->common == common && option_taken(command, row))
			print_option(row, &defaults);
}

void cli_help(const struct command *command)
{
	if (command) {
		printf("nutgraf %s: %s\n\n%s%s", command->name, command->summary, command->help,
		       *command->options ? "\n" : "");
		print_options(command, false);
		puts("\n  INPUT is a file or a folder; none or - is standard input.");
		print_options(command, true);
		return;
	}
	printf("  nutgraf build articles/ -o site          the day's briefing, as a site\n"
	       "  nutgraf summarize story/*.txt            the key sentences of a story\n"
	       "  nutgraf quotes article.txt               who said what\n"
	       "  nutgraf verify site/2026/03/17/briefing.json articles/\n"
	       "\n"
	       "nutgraf turns a day of news articles into one briefing. Every sentence it prints\n"
	       "stands byte for byte in a named source.\n\nusage: nutgraf COMMAND [OPTIONS] [INPUT...]\n\n");
	for (const struct command *row = commands; row->name; row++)
		printf("  %-10s %s\n", row->name, row->summary);
	printf("\nnutgraf COMMAND --help tells the options of a command; nutgraf(1) tells everything.\n");
}
