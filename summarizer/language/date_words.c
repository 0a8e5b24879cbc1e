/*
 * data/LANG/dates.txt -> words with senses, settings, patterns. In: the file's sections. Out: struct date_tables,
 * read-only afterwards. Entries may be phrases ("the day before yesterday"); an entry with a capital counts only where
 * the text has one, an entry that ends in a dot takes a dot of the text. A file that names an unknown section, class or
 * resolver is refused with its line.
 */
#include <string.h>

#include "language/date_pattern.h"

/* clang-format off */
static const char *const class_names[DATE_CLASSES] = {
	[IS_NUMBER] = "number", [IS_DAY] = "day", [IS_YEAR] = "year", [IS_SHORT_YEAR] = "short year",
	[IS_HOUR] = "hour", [IS_CLOCK] = "clock", [IS_DOT_CLOCK] = "dot clock", [IS_FULL_DATE] = "full date",
	[IS_NUMERIC_DATE] = "numeric date", [IS_SHORT_DATE] = "short date", [IS_YEAR_MONTH] = "year month",
	[IS_DECADE] = "decade", [IS_A] = "a", [IS_TIMES] = "times", [IS_ORDINAL] = "ordinal", [IS_MONTH] = "month",
	[IS_WEEKDAY] = "weekday", [IS_WEEKDAY_SHORT] = "weekday short", [IS_WEEKDAYS] = "weekdays",
	[IS_WEEKDAY_PART] = "weekday part", [IS_UNIT] = "unit", [IS_UNITS] = "units", [IS_PART] = "part",
	[IS_SEASON] = "season", [IS_TODAY] = "today", [IS_WHICH] = "which", [IS_EDGE] = "edge",
	[IS_ABOUT] = "about", [IS_AGO] = "ago", [IS_VAGUE] = "vague", [IS_HOLIDAY] = "holiday",
	[IS_REFERENCE] = "reference", [IS_QUARTER] = "quarter", [IS_FREQUENCY] = "frequency", [IS_EVERY] = "every",
	[IS_AMPM] = "ampm", [IS_ZONE] = "zone", [IS_FULL] = "full", [IS_OCLOCK] = "oclock", [IS_AND] = "and",
	[IS_AT] = "at", [IS_ON] = "on", [IS_THE] = "the", [IS_POSSESSIVE] = "possessive", [IS_WEEK_OF] = "week of",
	[IS_SHIFT] = "shift", [IS_FUTURE] = "future", [IS_FUTURE_AFTER_BE] = "future after be", [IS_BE] = "be",
	[IS_TO] = "to", [IS_BEFORE_TO] = "before to", [IS_PAST] = "past", [IS_SAID] = "said", [IS_UNTIL] = "until", [IS_MODAL] = "modal",
	[IS_PREPOSITION] = "preposition", [IS_COUNTED] = "counted", [IS_LABEL] = "label", [IS_NAME] = "name", [IS_BETWEEN] = "between",
};
/* clang-format on */

static const char *const which_names[] = {"last", "past", "previous", "this", "next", "coming", "following", NULL};
static const char *const unit_names[] = {"second", "minute",  "hour", "day",  "week",   "weekend", "fortnight",
					 "month",  "quarter", "half", "year", "decade", "century", NULL};

bool date_class_named(struct ng_text name, enum date_class *class)
{
	for (int i = 0; i < DATE_CLASSES; i++) {
		struct ng_text known = text_of(class_names[i]);
		bool same = known.len == name.len;
		for (size_t k = 0; same && k < name.len; k++) {
			char byte = name.at[k] == '_' ? ' ' : name.at[k];
			same = (byte >= 'A' && byte <= 'Z' ? byte + 32 : byte) == known.at[k];
		}
		if (same) {
			*class = (enum date_class)i;
			return true;
		}
	}
	return false;
}

bool date_list_has(struct ng_text words, struct ng_text word)
{
	struct ng_text one;
	while (text_cut(&words, ' ', &one))
		if (one.len > 0 && text_equal(one, word))
			return true;
	return false;
}

const struct date_word *date_word_find(const struct date_tables *tables, struct ng_text lower)
{
	const struct table_entry *entry = table_get(&tables->index, lower);
	return entry == NULL ? NULL : &tables->words.at[entry->value];
}

const struct date_sense *date_sense_of(const struct date_tables *tables, const struct date_word *word,
				       enum date_class class)
{
	for (uint32_t i = word->senses; i > 0; i = tables->senses.at[i - 1].next)
		if (tables->senses.at[i - 1].class == class)
			return &tables->senses.at[i - 1];
	return NULL;
}

struct date_word *date_word_put(struct date_tables *tables, struct ng_text lower)
{
	size_t before = tables->index.n;
	struct table_entry *entry = table_put(&tables->index, lower);
	if (tables->index.n > before) {
		entry->value = tables->words.n;
		(void)array_add(tables->arena, &tables->words);
	}
	return &tables->words.at[entry->value];
}

/* The first word of a phrase knows how many words may follow. */
static void note_phrase(struct date_tables *tables, struct ng_text phrase)
{
	uint8_t words = 1;
	size_t first = phrase.len;
	for (size_t i = 0; i < phrase.len; i++) {
		if (phrase.at[i] != ' ' && phrase.at[i] != '-')
			continue;
		words++;
		if (first == phrase.len)
			first = i;
	}
	if (words == 1)
		return;
	struct date_word *word = date_word_put(tables, text_slice(phrase, 0, first));
	if (word->phrase < words)
		word->phrase = words;
}

static bool find_name(const char *const *names, struct ng_text value, int32_t *number)
{
	for (int32_t i = 0; names[i] != NULL; i++)
		if (text_equal(text_of(names[i]), value)) {
			*number = i;
			return true;
		}
	return false;
}

static bool read_number(struct ng_text text, int32_t *number)
{
	bool minus = text.len > 0 && text.at[0] == '-';
	int32_t sum = 0;
	if (text.len == minus || text.len > 8)
		return false;
	for (size_t i = minus; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		sum = sum * 10 + (text.at[i] - '0');
	}
	*number = minus ? -sum : sum;
	return true;
}

static bool in_range(enum date_class class, int32_t number)
{
	switch (class) {
	case IS_MONTH:
		return number >= 1 && number <= 12;
	case IS_WEEKDAY:
	case IS_WEEKDAY_SHORT:
	case IS_WEEKDAYS:
	case IS_WEEKDAY_PART:
		return number >= 1 && number <= 7;
	case IS_QUARTER:
		return number >= 1 && number <= 4;
	default:
		return true;
	}
}

/* Does an entry begin with a capital? One further on ("jour de l'An") asks for nothing. */
static bool has_capital(struct ng_text written)
{
	uint32_t rune = 0;
	if (written.len > 0)
		utf8_decode(written, 0, &rune);
	return rune_class(rune) == RUNE_UPPER;
}

static void add_word(struct date_tables *tables, enum date_class class, const struct wordlist_entry *entry,
		     const char *file)
{
	struct ng_text written = entry->entry;
	struct buf lower = buf_new(tables->arena, SIZE_MAX);
	struct date_sense *sense = array_add(tables->arena, &tables->senses);
	bool dotted = text_ends(written, TEXT(".")) && text_find(written, TEXT("."), 0) == written.len - 1;
	if (dotted)
		written.len--;
	utf8_lower(&lower, written);
	struct ng_text key = buf_text(&lower);
	sense->class = class;
	sense->capital = has_capital(written);
	sense->text = entry->value;
	bool known = true;
	if (class == IS_WHICH)
		known = find_name(which_names, entry->value, &sense->number);
	else if (class == IS_UNIT || class == IS_UNITS)
		known = find_name(unit_names, entry->value, &sense->number);
	else if (class == IS_TODAY || class == IS_WEEKDAY_PART) { /* "0 NI": a number and a part of the day */
		struct ng_text first;
		known = text_cut(&sense->text, ' ', &first) && read_number(first, &sense->number);
	} else
		read_number(entry->value, &sense->number);
	if (!known || !in_range(class, sense->number))
		arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line, "unknown value \"%.*s\"",
			   TEXT_ARGS(entry->value));
	note_phrase(tables, key);
	struct date_word *word = date_word_put(tables, key);
	word->dotted |= dotted;
	*(sense->capital ? &word->capital_classes : &word->classes) |= CLASS_BIT(class);
	sense->next = word->senses;
	word->senses = (uint32_t)tables->senses.n;
}

static void set(struct date_tables *tables, const struct wordlist_entry *entry, const char *file)
{
	bool yes = text_equal(entry->value, TEXT("yes"));
	if (text_equal(entry->entry, TEXT("ordinal dot")))
		tables->ordinal_dot = yes;
	else if (text_equal(entry->entry, TEXT("days first")))
		tables->days_first = yes;
	else if (text_equal(entry->entry, TEXT("noun after holiday")))
		tables->noun_after_holiday = yes;
	else if (text_equal(entry->entry, TEXT("days first regions")))
		tables->days_first_regions = entry->value;
	else if (text_equal(entry->entry, TEXT("ordinal endings")))
		tables->ordinal_endings = entry->value;
	else if (text_equal(entry->entry, TEXT("decade endings")))
		tables->decade_endings = entry->value;
	else if (text_equal(entry->entry, TEXT("past endings")))
		tables->past_endings = entry->value;
	else if (text_equal(entry->entry, TEXT("hour mark")))
		tables->hour_mark = entry->value;
	else
		arena_fail(tables->arena, NG_CONFIG, text_of(file), entry->line, "unknown setting \"%.*s\"",
			   TEXT_ARGS(entry->entry));
}

struct date_tables *date_tables_load(struct arena *arena, const struct resources *data, struct ng_text code)
{
	struct date_tables *tables = arena_new_of(arena, struct date_tables);
	struct ng_text name = arena_format(arena, "%.*s/dates.txt", TEXT_ARGS(code));
	char *file = arena_string(arena, name);
	bool found = false;
	struct ng_text bytes = resource_find(arena, data, file, &found);
	tables->arena = arena;
	tables->index = table_new(arena);
	tables->literals = DATE_CLASSES;
	(void)array_add(arena, &tables->nodes);
	struct wordlist list = wordlist_read(arena, bytes, file, WORDLIST_LINES);
	for (size_t i = 0; i < list.n; i++) {
		enum date_class class;
		if (text_equal(list.at[i].section, TEXT("patterns")))
			date_pattern_add(tables, &list.at[i], file);
		else if (text_equal(list.at[i].section, TEXT("settings")))
			set(tables, &list.at[i], file);
		else if (date_class_named(list.at[i].section, &class))
			add_word(tables, class, &list.at[i], file);
		else
			arena_fail(arena, NG_CONFIG, name, list.at[i].line, "unknown section \"%.*s\"",
				   TEXT_ARGS(list.at[i].section));
	}
	return tables;
}
