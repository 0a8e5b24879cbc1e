/* The table of outputs. In: an output. Out: its row. Adding an output is one file and one row. */
#include "render/render.h"

#include "render/outputs.h"

const struct output outputs[] = {
    {NG_TO_MARKDOWN, "markdown", "briefing.md", output_markdown},
    {NG_TO_HTML, "html", "index.html", output_html},
    {NG_TO_JSON, "json", "briefing.json", output_json},
    {NG_TO_MAIL, "mail", "briefing.eml", output_mail},
    {NG_TO_ATOM, "atom", "feed.xml", output_atom},
    {NG_TO_RSS, "rss", "rss.xml", output_rss},
    {NG_TO_JSON_FEED, "json-feed", "feed.json", output_json_feed},
    {NG_TO_KITE, "kite", "kite.json", output_kite},
    {NG_TO_POST, "post", "post.md", output_post},
    {0, NULL, NULL, NULL},
};

const struct output *output_of(enum ng_output output)
{
	for (const struct output *row = outputs; row->name; row++)
		if (row->output == output)
			return row;
	return NULL;
}
