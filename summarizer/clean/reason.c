/* In: names of reasons. Out: what they mean, and whether a list has them. */
#include "clean/reason.h"

const struct reason reasons[] = {
    {"title", "the headline again, or its beginning"},
    {"navigation", "names of sections and places of the site"},
    {"widget", "buttons, players, forms, errors of the page"},
    {"promotion", "newsletters, subscriptions, apps, shops"},
    {"related", "other articles: their headlines, and what leads to them"},
    {"caption", "what a picture shows"},
    {"credit", "who made a picture or contributed to the report"},
    {"byline", "who wrote it"},
    {"author", "who the writer is and how to reach them"},
    {"date", "when it was published or updated"},
    {"legal", "rights and disclaimers"},
    {"note", "of the article itself: updated, corrected, first published elsewhere"},
    {"repeat", "the same line stands in the article again, or in other articles of the site"},
    {"mark", "no letter in it"},
    {"code", "left over from markup or scripts"},
    {"comment", "what readers wrote, and the form to write it (of pages)"},
    {"links", "a line of little but links (of pages)"},
    {"outside", "outside the main content (of pages)"},
    {"hidden", "not shown to readers (of pages)"},
    {"heading", "a heading without text below it (of pages)"},
    {"fragment", "no sentence, and nothing that makes it a heading of this article"},
    {"aside", "a sentence that has nothing to do with the rest"},
    {NULL, NULL},
};

bool reason_is_kept(struct ng_text keep, const char *reason)
{
	struct ng_text name;

	while (text_cut(&keep, ',', &name))
		if (text_equal(text_trim(name), text_of(reason)))
			return true;
	return false;
}

static bool is_reason(struct ng_text name)
{
	for (const struct reason *reason = reasons; reason->name; reason++)
		if (text_equal(name, text_of(reason->name)))
			return true;
	return false;
}

struct ng_text reason_unknown(struct ng_text keep)
{
	struct ng_text name;

	while (text_cut(&keep, ',', &name))
		if (text_trim(name).len && !is_reason(text_trim(name)))
			return text_trim(name);
	return TEXT("");
}
