/* The table of commands: name, what it does, help that begins with examples, the options of its own. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

const struct command commands[] = {
    {"build", "make a day's briefing from everything",
     "  nutgraf build articles/ -o site\n"
     "  nutgraf build day.jsonl feeds/*.xml --date 2026-03-17 -o site\n"
     "\n"
     "Writes the day into site/YYYY/MM/DD/ (index.html, briefing.md, briefing.json,\n"
     "briefing.eml), and around it an index, an archive and feeds.\n"
     "\n"
     "  -o, --output DIR     where to write (needed)\n"
     "      --state FILE     remember what was said; told stories go on\n"
     "      --title TITLE    the briefing's name\n"
     "      --top N          stories told in full (7)\n"
     "      --more N         stories told in one sentence (12)\n"
     "      --also N         stories of one line (15)\n"
     "      --stories given  take `story` fields and one folder a story as they are\n"
     "      --tightness X    of stories: above 1 splits more, below 1 joins more (1)\n",
     "state title top more also stories tightness", command_build},
    {"extract", "read and clean: an article a line, with the roles of its blocks",
     "  nutgraf extract page.html\n"
     "  nutgraf extract --explain scraped/*.txt\n"
     "\n"
     "      --explain        instead of JSON: what was dropped, and why\n",
     "explain", command_lines},
    {"sentences", "cut articles into sentences",
     "  nutgraf sentences article.txt\n  nutgraf sentences --no-clean < lines.jsonl\n", "", command_lines},
    {"dates", "find temporal expressions (TIMEX3)",
     "  nutgraf dates article.txt --date 2026-03-17\n  nutgraf dates < lines.jsonl\n", "", command_lines},
    {"quotes", "find quotations and who said them",
     "  nutgraf quotes article.txt\n"
     "  nutgraf quotes --all < lines.jsonl\n"
     "\n"
     "      --all            also those under the gate for key quotes\n",
     "all", command_lines},
    {"cluster", "put articles into stories",
     "  nutgraf cluster articles/\n"
     "  nutgraf cluster --tightness 1.2 < day.jsonl\n"
     "\n"
     "      --stories given  take `story` fields and one folder a story as they are\n"
     "      --tightness X    above 1 splits more, below 1 joins more (1)\n",
     "stories tightness", command_lines},
    {"summarize", "the key sentences of all inputs, as one story",
     "  nutgraf summarize story/*.txt --sentences 3\n"
     "  nutgraf summarize story.jsonl --words 120 --json\n"
     "\n"
     "      --words N        at most N words\n"
     "      --sentences N    at most N sentences (5 when neither is given)\n"
     "      --json           with article, place and score\n",
     "words sentences json", command_lines},
    {"timeline", "what happened when, of all inputs, as one story",
     "  nutgraf timeline story/*.txt --days 8\n"
     "  nutgraf timeline archive.jsonl --from 2026-01-01 --to 2026-03-31 --per-day 2\n"
     "\n"
     "      --days N         days at most (chosen by salience)\n"
     "      --per-day N      sentences a day (1)\n"
     "      --from DAY       first day\n"
     "      --to DAY         last day\n",
     "days per-day from to", command_lines},
    {"render", "a briefing's JSON, or any JSON, through a template",
     "  nutgraf render site/2026/03/17/briefing.json --to markdown\n"
     "  nutgraf render page.mustache data.json --partials parts/\n"
     "\n"
     "      --to FORMAT      markdown, html, json, mail, atom or json-feed\n"
     "      --partials DIR   where {{>name}} finds name.mustache\n",
     "to partials", command_render},
    {"verify", "check every printed item against its source",
     "  nutgraf verify site/2026/03/17/briefing.json articles/\n"
     "\n"
     "Says \"n items, all verbatim\", or names the first difference and exits with 1.\n",
     "", command_verify},
    {"explain", "why a story has its place, headline, articles, sentences",
     "  nutgraf explain site/2026/03/17/briefing.json 1 articles/\n"
     "  nutgraf explain site/2026/03/17/briefing.json ferry-late --json articles/\n"
     "\n"
     "STORY is a number from 1, a slug or an id. Give the inputs and options of the\n"
     "build.\n"
     "\n"
     "      --json           as JSON, with all pairs of articles\n"
     "      --state FILE     what earlier briefings said, as for build\n"
     "      --stories given  take `story` fields and one folder a story as they are\n"
     "      --tightness X    above 1 splits more, below 1 joins more (1)\n",
     "json state stories tightness", command_explain},
    {"history", "what earlier briefings told, from the state file",
     "  nutgraf history --state digest.state\n"
     "  nutgraf history --state digest.state 20260317-61b54970\n"
     "\n"
     "Prints day, story and headline, parted by tabs: of all stories, newest day\n"
     "first, or of one, oldest day first.\n"
     "\n"
     "      --state FILE     the state file (needed)\n",
     "state", command_history},
    {"forget", "forget a day's briefing",
     "  nutgraf forget --state digest.state 2026-03-17\n"
     "\n"
     "      --state FILE     the state file (needed)\n",
     "state", command_forget},
    {0},
};

static const char common[] = "\n"
			     "  INPUT is a file or a folder; none or - is standard input.\n"
			     "  -o, --output FILE    instead of standard output\n"
			     "      --format F       plain html markdown json jsonl feed mail warc\n"
			     "      --date DAY       the day to work for, YYYY-MM-DD\n"
			     "      --language CODE  of articles that do not say (identified)\n"
			     "      --no-clean       all text is body\n"
			     "      --keep REASON,.. noise to keep as body, by its reasons\n"
			     "      --data DIR       word tables instead of those built in\n"
			     "      --theme DIR      templates instead of those built in\n"
			     "  -j, --jobs N         threads; never changes a byte of output (one a processor)\n"
			     "      --strict         an input that cannot be used makes the run fail\n"
			     "      --limit NAME=N   see nutgraf(1), LIMITS\n"
			     "  -q, --quiet          no messages but errors\n"
			     "  -v, --verbose        more messages\n"
			     "  -h, --help           this text\n"
			     "  -V, --version        the version\n";

void cli_help(const struct command *command)
{
	if (command) {
		printf("nutgraf %s: %s\n\n%s%s", command->name, command->summary, command->help, common);
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
