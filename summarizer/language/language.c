/*
 * Languages. In: data/LANG/. Out: one language with all its tables for each folder and each known
 * code; "und" for the rest. A code is read
 * by its first part ("en-GB", "EN_us"), with the usual other names of some. Read-only once loaded.
 */
#include "language/language_tables.h"

#include "base/buf.h"
#include "language/date_find.h"
#include "language/discourse.h"
#include "language/sentence.h"

struct known {
	const char *code, *stemmer;
	bool unsegmented;
};

static const struct known known[] = {
    {"ar", "arabic", false},     {"ca", "catalan", false},    {"da", "danish", false},   {"de", "german", false},
    {"el", "greek", false},      {"en", "english", false},    {"es", "spanish", false},  {"et", NULL, false},
    {"eu", "basque", false},     {"fi", "finnish", false},    {"fr", "french", false},   {"ga", "irish", false},
    {"hi", "hindi", false},      {"hu", "hungarian", false},  {"hy", "armenian", false}, {"id", "indonesian", false},
    {"it", "italian", false},    {"ja", NULL, true},          {"km", NULL, true},        {"lo", NULL, true},
    {"lt", "lithuanian", false}, {"my", NULL, true},          {"ne", "nepali", false},   {"nl", "dutch", false},
    {"no", "norwegian", false},  {"pt", "portuguese", false}, {"ro", "romanian", false}, {"ru", "russian", false},
    {"sr", "serbian", false},    {"sv", "swedish", false},    {"ta", "tamil", false},    {"th", NULL, true},
    {"tr", "turkish", false},    {"yi", "yiddish", false},    {"zh", NULL, true},
};

static const char *const other_names[][2] = {
    {"cmn", "zh"}, {"fil", "tl"}, {"in", "id"}, {"iw", "he"}, {"nb", "no"}, {"nn", "no"}, {"per", "fa"}, {"yue", "zh"},
};

static const struct known *find_known(struct ng_text code)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (text_equal(code, text_of(known[i].code)))
			return &known[i];
	return NULL;
}

static struct table stop_load(struct arena *arena, const struct resources *data, struct ng_text code)
{
	struct table table = table_new(arena);
	char *file = arena_string(arena, arena_format(arena, "%.*s/stopwords.txt", TEXT_ARGS(code)));
	bool found;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_WORDS);

	for (size_t i = 0; i < list.n; i++)
		table_put(&table, list.at[i].entry);
	return table;
}

static void load(struct arena *arena, const struct resources *data, struct ng_text code, struct language *language)
{
	const struct known *facts = find_known(code);

	language->code = code;
	language->stemmer = facts ? facts->stemmer : NULL;
	language->segmented = !facts || !facts->unsegmented;
	language->stop = stop_load(arena, data, code);
	language->discourse = discourse_load(arena, data, code);
	language->sentences = sentence_tables_load(arena, data, code);
	language->dates = date_tables_load(arena, data, code);
}

static bool is_code(struct ng_text name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.at[i] < 'a' || name.at[i] > 'z')
			return false;
	return name.len == 2 || name.len == 3;
}

static const struct language *find(const struct languages *languages, struct ng_text code)
{
	for (size_t i = 0; i < languages->n; i++)
		if (text_equal_fold(languages->at[i].code, code))
			return &languages->at[i];
	return NULL;
}

struct languages *languages_load(struct arena *arena, const struct resources *data)
{
	struct languages *languages = arena_new_of(arena, struct languages);
	struct resource_names names = resource_list(arena, data, "");
	struct ng_text last = TEXT("");

	*array_add(arena, languages) = (struct language){.code = TEXT("und")};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		*array_add(arena, languages) = (struct language){.code = text_of(known[i].code)};
	for (size_t i = 0; i < names.n; i++) {
		struct ng_text name = names.at[i];
		struct ng_text folder = text_slice(name, 0, text_find(name, TEXT("/"), 0));
		if (folder.len == name.len || text_equal(folder, last) || !is_code(folder))
			continue;
		last = folder;
		if (!find(languages, folder))
			*array_add(arena, languages) = (struct language){.code = folder};
	}
	for (size_t i = 0; i < languages->n; i++)
		load(arena, data, languages->at[i].code, &languages->at[i]);
	language_profiles_load(arena, data, languages);
	return languages;
}

const struct language *language_of(const struct languages *languages, struct ng_text code)
{
	size_t end = 0;

	while (end < code.len && code.at[end] != '-' && code.at[end] != '_')
		end++;
	code = text_trim(text_slice(code, 0, end));
	const struct language *language = find(languages, code);
	for (size_t i = 0; !language && i < sizeof other_names / sizeof *other_names; i++)
		if (text_equal_fold(code, text_of(other_names[i][0])))
			language = find(languages, text_of(other_names[i][1]));
	return language ? language : &languages->at[0];
}

size_t languages_count(const struct languages *languages)
{
	return languages->n;
}

const struct language *languages_at(const struct languages *languages, size_t index)
{
	return &languages->at[index];
}
