/*
 * Tables of the segmenter. In: data/LANG/sentences.txt (else those of "und"), LANG/sentences-local.txt and the
 * stop words. Out: one
 * table from word to sections, a set of options. Refuses unknown sections and options with file and line.
 */
#include "language/sentence_tables.h"

#include "base/utf8.h"

struct name {
	struct ng_text text;
	unsigned bit;
};

#define NAME(literal, bit)                                                                                             \
	{                                                                                                              \
		{literal, sizeof literal - 1}, bit                                                                     \
	}

static const struct name sections[] = {
    NAME("always", IN_ALWAYS),
    NAME("before capital", IN_BEFORE_CAPITAL),
    NAME("before number", IN_BEFORE_NUMBER),
    NAME("ends", IN_ENDS),
    NAME("ends before quote", IN_ENDS_BEFORE_QUOTE),
    NAME("starters", IN_STARTERS),
    NAME("speech", IN_SPEECH),
    NAME("clause", IN_CLAUSE),
    NAME("no question", IN_NO_QUESTION),
    NAME("months", IN_MONTHS),
    NAME("words", IN_WORDS),
    NAME("names with stop", IN_NAMES_WITH_STOP),
    NAME("times", IN_TIMES),
    NAME("after times", IN_AFTER_TIMES),
    NAME("greetings", IN_GREETINGS),
    NAME("closings", IN_CLOSINGS),
    {{NULL, 0}, 0},
};

static const struct name options[] = {
    NAME("ordinal-period", ORDINAL_PERIOD),
    NAME("colon-stop", COLON_STOP),
    NAME("dot-not-stop", DOT_NOT_STOP),
    NAME("greek-question", GREEK_QUESTION),
    NAME("lower-start", LOWER_START),
    NAME("slavic-dialogue", SLAVIC_DIALOGUE),
    NAME("elision", ELISION),
    NAME("pronoun-i", PRONOUN_I),
    NAME("short-words", SHORT_WORDS),
    {{NULL, 0}, 0},
};

static unsigned bit_of(const struct name *names, struct ng_text text)
{
	while (names->text.at && !text_equal(names->text, text))
		names++;
	return names->bit;
}

static void add_word(struct arena *arena, struct sentence_tables *tables, struct ng_text entry, unsigned section)
{
	struct buf lower = buf_new(arena, SIZE_MAX);

	utf8_lower(&lower, entry);
	bool capital = !text_equal(buf_text(&lower), entry);
	table_put(&tables->words, buf_text(&lower))->value |= (uint64_t)section << (capital ? 32 : 0);
}

static void read_file(struct arena *arena, const struct resources *data, struct sentence_tables *tables,
		      struct ng_text name, bool *found)
{
	char *file = arena_string(arena, name);
	struct ng_text bytes = resource_find(arena, data, file, found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	for (size_t i = 0; i < list.n; i++) {
		const struct wordlist_entry *entry = &list.at[i];
		bool is_option = text_equal(entry->section, TEXT("options"));
		unsigned bit = is_option ? bit_of(options, entry->entry) : bit_of(sections, entry->section);
		if (!bit)
			arena_fail(arena, NG_CONFIG, name, entry->line, "unknown %s \"%.*s\"",
				   is_option ? "option" : "section",
				   TEXT_ARGS(is_option ? entry->entry : entry->section));
		if (is_option)
			tables->options |= bit;
		else
			add_word(arena, tables, entry->entry, bit);
	}
}

static void read_stop_words(struct arena *arena, const struct resources *data, struct sentence_tables *tables,
			    struct ng_text code)
{
	char *file = arena_string(arena, arena_format(arena, "%.*s/stopwords.txt", TEXT_ARGS(code)));
	bool found;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	for (size_t i = 0; i < list.n; i++)
		table_put(&tables->words, list.at[i].entry)->value |= IN_STOP_WORDS;
}

struct sentence_tables *sentence_tables_load(struct arena *arena, const struct resources *data, struct ng_text code)
{
	struct sentence_tables *tables = arena_new_of(arena, struct sentence_tables);
	bool found;

	tables->words = table_new(arena);
	read_file(arena, data, tables, arena_format(arena, "%.*s/sentences.txt", TEXT_ARGS(code)), &found);
	if (!found)
		read_file(arena, data, tables, TEXT("und/sentences.txt"), &found);
	read_file(arena, data, tables, arena_format(arena, "%.*s/sentences-local.txt", TEXT_ARGS(code)), &found);
	read_stop_words(arena, data, tables, code);
	return tables;
}
