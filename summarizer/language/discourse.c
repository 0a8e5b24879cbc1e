/*
 * In: data/LANG/discourse.txt, one word or phrase a line under [leaning], [first person], [saying] or [courtesy]. Out:
 * a table from the word to the bits of its sections. An unknown section is refused with file and line.
 */
#include "language/discourse.h"

static bool flag_of(struct ng_text section, uint64_t *flag)
{
	static const struct {
		struct ng_text name;
		uint64_t flag;
	} sections[] = {
	    {{"leaning", 7}, WORD_LEANS},
	    {{"first person", 12}, WORD_FIRST_PERSON},
	    {{"saying", 6}, WORD_SAYS},
	    {{"courtesy", 8}, WORD_COURTESY},
	};

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (text_equal(section, sections[i].name)) {
			*flag = sections[i].flag;
			return true;
		}
	return false;
}

struct table discourse_load(struct arena *arena, const struct resources *data, struct ng_text code)
{
	struct table table = table_new(arena);
	struct ng_text name = arena_format(arena, "%.*s/discourse.txt", TEXT_ARGS(code));
	char *file = arena_string(arena, name);
	bool found = false;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_LINES);

	for (size_t i = 0; i < list.n; i++) {
		uint64_t flag;
		if (!flag_of(list.at[i].section, &flag))
			arena_fail(arena, NG_CONFIG, name, list.at[i].line, "unknown section \"%.*s\"",
				   TEXT_ARGS(list.at[i].section));
		table_put(&table, list.at[i].entry)->value |= flag;
	}
	return table;
}
