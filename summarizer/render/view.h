/* The two halves of the view: view.c makes the briefing's names, view_story.c a story's. */
#ifndef RENDER_VIEW_H
#define RENDER_VIEW_H

#include "base/json.h"

struct json *view_date(struct arena *arena, int32_t day);
struct json *view_story(struct arena *arena, const struct ng_briefing *briefing, size_t story,
			struct ng_text page_language);
size_t view_story_words(const struct ng_story *story); /* words a reader reads in it */

/* Foreign text as a string value: one line, white space folded, nothing that must not show. */
struct json *view_text(struct arena *arena, struct ng_text text);
struct ng_text view_line(struct arena *arena, struct ng_text text);
/* An address as a string value, percent-encoded so that it is harmless in any output; empty unless http, https, mailto.
 */
struct json *view_url(struct arena *arena, struct ng_text url);
struct ng_text view_language(struct ng_text language); /* a language tag; empty: it is none */
struct ng_text view_outlet(struct arena *arena,
			   const struct ng_article *article); /* site, else host, else the input's name */

#endif
