/* Front matter: what stands before a Markdown text between lines of --- (YAML) or +++ (TOML). */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include "base/arena.h"

struct front_matter {
	struct ng_text title, date, author, url, site, language, section, id; /* empty: not said */
};

/*
 * Reads it off the start of `text` (valid UTF-8) and moves `text` on to the body; false: there is none. Of a list
 * ([a, b], or lines of "- a") authors are joined by commas and of tags the first is the section.
 */
bool front_matter_read(struct arena *arena, struct ng_text *text, struct front_matter *front);

#endif
