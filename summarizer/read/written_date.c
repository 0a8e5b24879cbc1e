/*
 * Days in running text. In: text. Out: a day with what time and zone stand beside it. Forms: 2026-03-17 and with / or
 * ., 20260317, 2026年3月17日, 17.3.2026, 3/17/26, 17 March 2026, 17. de marzo de 2026, March 17th, 2026, 17-Mar-26;
 * names of months from a table. Times up to 60 bytes behind the day, or right before it. Linear; each byte is looked at
 * a few times. Refuses: days that are not there, days without a year.
 */
#include "read/written_date.h"

#include "base/utf8.h"

#include <string.h>

enum { FIRST_YEAR = 1995, LAST_YEAR = 2100, TIME_WITHIN = 60, MONTH_LONGEST = 32 };

struct scan {
	struct ng_text text;
	bool day_first;
};

static char at(const struct scan *scan, size_t i)
{
	return i < scan->text.len ? scan->text.at[i] : '\0';
}

static bool digit_at(const struct scan *scan, size_t i)
{
	return at(scan, i) >= '0' && at(scan, i) <= '9';
}

/* Reads at most `most` digits at *i; gives how many there were, 0 also when more follow. */
static size_t number_at(const struct scan *scan, size_t *i, size_t most, int *number)
{
	size_t n = 0;

	*number = 0;
	for (; n < most && digit_at(scan, *i + n); n++)
		*number = *number * 10 + (at(scan, *i + n) - '0');
	if (n == 0 || digit_at(scan, *i + n))
		return 0;
	*i += n;
	return n;
}

static bool is_year(int year)
{
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static bool set_day(struct stamp *stamp, int year, int month, int day)
{
	struct civil civil = {year, month, day};

	if (!is_year(year) || !civil_valid(civil))
		return false;
	*stamp = (struct stamp){day_of(civil), -1, ZONE_NONE};
	return true;
}

static void skip_blanks(const struct scan *scan, size_t *i)
{
	while (at(scan, *i) == ' ' || at(scan, *i) == '\t' || at(scan, *i) == '\n')
		++*i;
}

static bool skip_word(const struct scan *scan, size_t *i, const char *word)
{
	size_t n = strlen(word);

	if (!text_equal_fold(text_slice(scan->text, *i, *i + n), text_of(word)))
		return false;
	*i += n;
	return true;
}

/* A month's name at *i, a full stop behind it too. */
static int month_at(const struct scan *scan, size_t *i)
{
	char lower[MONTH_LONGEST * 2];
	size_t n = 0, end = *i;
	uint32_t rune;

	while (end < scan->text.len && n + 4 <= MONTH_LONGEST) {
		size_t len = utf8_decode(scan->text, end, &rune);
		if (!rune_is_word(rune) || (rune >= '0' && rune <= '9'))
			break;
		rune = rune_lower(rune);
		if (rune < 0x80) {
			lower[n++] = (char)rune;
		} else if (rune < 0x800) {
			lower[n++] = (char)(0xc0 | rune >> 6);
			lower[n++] = (char)(0x80 | (rune & 0x3f));
		} else {
			memcpy(lower + n, scan->text.at + end, len);
			n += len;
		}
		end += len;
	}
	int month = n >= 3 ? written_month((struct ng_text){lower, n}) : 0;
	if (month)
		*i = end + (at(scan, end) == '.');
	return month;
}

/* 17th, 1er, 3º, 5. */
static void skip_ordinal(const struct scan *scan, size_t *i)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "er", "\xc2\xba", ".", "-go"};

	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (skip_word(scan, i, endings[k]))
			return;
}

/* 2026-03-17, 2026/3/17, 2026.03.17 and 2026年3月17日 at i. */
static bool year_first(const struct scan *scan, size_t *i, struct stamp *stamp)
{
	size_t end = *i;
	int year, month, day;

	if (number_at(scan, &end, 4, &year) != 4)
		return false;
	char sign = at(scan, end);
	if (sign == '-' || sign == '/' || sign == '.') {
		end++;
		if (!number_at(scan, &end, 2, &month) || at(scan, end) != sign)
			return false;
		end++;
		if (!number_at(scan, &end, 2, &day) || !set_day(stamp, year, month, day))
			return false;
		*i = end;
		return true;
	}
	static const char *const marks[][2] = {
	    {"\xe5\xb9\xb4", "\xeb\x85\x84"}, {"\xe6\x9c\x88", "\xec\x9b\x94"}, {"\xe6\x97\xa5", "\xec\x9d\xbc"}};
	int *numbers[] = {&year, &month, &day};
	for (int k = 0; k < 3; k++) {
		skip_blanks(scan, &end);
		if (k > 0 && !number_at(scan, &end, 2, numbers[k]))
			return false;
		skip_blanks(scan, &end);
		if (!skip_word(scan, &end, marks[k][0]) && !skip_word(scan, &end, marks[k][1]))
			return false;
	}
	if (!set_day(stamp, year, month, day))
		return false;
	*i = end;
	return true;
}

/* 20260317 at i, eight digits or more digits of a time behind. */
static bool run_together(const struct scan *scan, size_t *i, struct stamp *stamp)
{
	size_t n = 0;
	int values[3] = {0};

	while (digit_at(scan, *i + n))
		n++;
	if (n != 8 && n != 12 && n != 14)
		return false;
	for (size_t k = 0; k < 8; k++) {
		int *value = &values[k < 4 ? 0 : k < 6 ? 1 : 2];
		*value = *value * 10 + (at(scan, *i + k) - '0');
	}
	if (!set_day(stamp, values[0], values[1], values[2]))
		return false;
	*i += n;
	return true;
}

/* 17.3.2026, 3/17/26, 17-03-2026 at i. */
static bool numbers_only(const struct scan *scan, size_t *i, struct stamp *stamp)
{
	size_t end = *i;
	int first, second, year;

	if (!number_at(scan, &end, 2, &first) || (*i > 0 && memchr("./-", scan->text.at[*i - 1], 3)))
		return false;
	char sign = at(scan, end);
	if (sign != '.' && sign != '/' && sign != '-')
		return false;
	end++;
	end += sign == '.' && at(scan, end) == ' ';
	if (!number_at(scan, &end, 2, &second) || at(scan, end) != sign)
		return false;
	end++;
	end += sign == '.' && at(scan, end) == ' ';
	size_t digits = number_at(scan, &end, 4, &year);
	if (digits == 2 && sign != '-')
		year += 2000;
	else if (digits != 4)
		return false;
	bool day_first = second > 12 ? false : first > 12 ? true : scan->day_first || sign == '.';
	if (!set_day(stamp, year, day_first ? second : first, day_first ? first : second))
		return false;
	*i = end;
	return true;
}

/* Between day, month and year: blanks, commas, a dash, "de", "del", "d'". */
static void skip_between(const struct scan *scan, size_t *i)
{
	static const char *const words[] = {"de ", "del ", "d'", "d\xe2\x80\x99", "of ", "-", ",", "/"};
	bool again = true;

	for (int n = 0; again && n < 4; n++) {
		size_t before = *i;
		skip_blanks(scan, i);
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (skip_word(scan, i, words[k]))
				break;
		again = *i != before;
	}
}

static bool year_at(const struct scan *scan, size_t *i, bool short_too, int *year)
{
	size_t end = *i;
	size_t digits = number_at(scan, &end, 4, year);

	if (digits == 2 && short_too)
		*year += 2000;
	else if (digits != 4)
		return false;
	*i = end;
	return true;
}

/* 17 March 2026 at i. */
static bool day_month(const struct scan *scan, size_t *i, struct stamp *stamp)
{
	size_t end = *i;
	int day, month, year;

	if (!number_at(scan, &end, 2, &day))
		return false;
	bool dashed = at(scan, end) == '-';
	skip_ordinal(scan, &end);
	skip_between(scan, &end);
	month = month_at(scan, &end);
	if (!month)
		return false;
	skip_between(scan, &end);
	if (!year_at(scan, &end, dashed, &year) || !set_day(stamp, year, month, day))
		return false;
	*i = end;
	return true;
}

/* Whether a number stands right behind the word at i: what is cheap to know before its name is looked up. */
static bool number_follows(const struct scan *scan, size_t i)
{
	size_t end = i;

	while (end < scan->text.len && end < i + MONTH_LONGEST && !memchr(" .,-\t\n", scan->text.at[end], 6))
		end++;
	for (int n = 0; n < 4 && end < scan->text.len && memchr(" .,-\t\n", scan->text.at[end], 6); n++)
		end++;
	return digit_at(scan, end);
}

/* March 17, 2026 at i. */
static bool month_day(const struct scan *scan, size_t *i, struct stamp *stamp)
{
	size_t end = *i;
	int day, year, month = number_follows(scan, end) ? month_at(scan, &end) : 0;

	if (!month)
		return false;
	skip_between(scan, &end);
	if (!number_at(scan, &end, 2, &day))
		return false;
	skip_ordinal(scan, &end);
	skip_between(scan, &end);
	if (!year_at(scan, &end, false, &year) || !set_day(stamp, year, month, day))
		return false;
	*i = end;
	return true;
}

/* Z, +01:00, +0100, GMT+2, CET and its like at i. */
static int16_t zone_at(const struct scan *scan, size_t i)
{
	static const struct {
		const char *name;
		int16_t minutes;
	} zones[] = {
	    {"UTC", 0},    {"GMT", 0},    {"CEST", 120}, {"CET", 60},   {"MESZ", 120}, {"MEZ", 60},   {"EST", -300},
	    {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
	    {"BST", 60},   {"IST", 330},  {"AEDT", 660}, {"AEST", 600}, {"JST", 540},  {"KST", 540},  {"MSK", 180},
	};
	int16_t zone = ZONE_NONE;

	skip_blanks(scan, &i);
	if (at(scan, i) == 'Z')
		return 0;
	for (size_t k = 0; k < sizeof zones / sizeof *zones && zone == ZONE_NONE; k++)
		if (text_equal(text_slice(scan->text, i, i + strlen(zones[k].name)), text_of(zones[k].name))) {
			zone = zones[k].minutes;
			i += strlen(zones[k].name);
		}
	if (zone > 0 || (at(scan, i) != '+' && at(scan, i) != '-'))
		return zone;
	int sign = at(scan, i++) == '-' ? -1 : 1, hours = 0, minutes = 0;
	for (int k = 0; k < 2 && digit_at(scan, i); k++)
		hours = hours * 10 + (at(scan, i++) - '0');
	i += at(scan, i) == ':';
	for (int k = 0; k < 2 && digit_at(scan, i); k++)
		minutes = minutes * 10 + (at(scan, i++) - '0');
	return hours <= 14 && minutes < 60 ? (int16_t)(sign * (hours * 60 + minutes)) : zone;
}

/* 08:40, 8.40, 8h40, 8:40:05.123 pm at i; false: no time stands there. */
static bool time_at(const struct scan *scan, size_t i, struct stamp *stamp)
{
	int hour, minute, second = 0;

	if (!number_at(scan, &i, 2, &hour) || (at(scan, i) != ':' && at(scan, i) != 'h' && at(scan, i) != '.'))
		return false;
	char sign = at(scan, i++);
	if (number_at(scan, &i, 2, &minute) != 2)
		return false;
	if (at(scan, i) == ':' && digit_at(scan, i + 1)) {
		i++;
		if (number_at(scan, &i, 2, &second) != 2)
			return false;
		if (at(scan, i) == '.')
			for (i++; digit_at(scan, i);)
				i++;
	}
	size_t half = i;
	skip_blanks(scan, &half);
	char letter = (char)(at(scan, half) | 32);
	bool dotted = at(scan, half + 1) == '.';
	bool twelve = (letter == 'a' || letter == 'p') && (at(scan, half + 1 + dotted) | 32) == 'm';
	if (twelve) {
		hour = hour % 12 + (letter == 'p' ? 12 : 0);
		i = half + 2 + (dotted ? 2u : 0u);
	}
	if (hour > 23 || minute > 59 || second > 60 || (sign == '.' && !twelve && second == 0 && digit_at(scan, i)))
		return false;
	stamp->second = hour * 3600 + minute * 60 + (second > 59 ? 59 : second);
	stamp->zone = zone_at(scan, i);
	return true;
}

/* The time beside a day that stands at [start, end). */
static void find_time(const struct scan *scan, size_t start, size_t end, struct stamp *stamp)
{
	for (size_t i = end; i < scan->text.len && i < end + TIME_WITHIN; i++) {
		if (!digit_at(scan, i))
			continue;
		if (time_at(scan, i, stamp))
			return;
		while (digit_at(scan, i))
			i++;
	}
	for (size_t back = 4; back <= 12 && back <= start; back++)
		if (digit_at(scan, start - back) && (back == start || !digit_at(scan, start - back - 1)) &&
		    time_at(scan, start - back, stamp))
			return;
}

bool written_date(struct ng_text text, bool day_first, size_t *from, struct stamp *stamp)
{
	struct scan scan = {text, day_first};
	bool inside = false; /* a letter or digit stands before */

	for (size_t i = *from; i < text.len;) {
		unsigned char c = (unsigned char)text.at[i];
		bool digit = c >= '0' && c <= '9', letter = (c | 32) >= 'a' && (c | 32) <= 'z';
		size_t end = i;
		bool found = false;
		if (digit && !(inside && i > *from && digit_at(&scan, i - 1)))
			found = year_first(&scan, &end, stamp) || numbers_only(&scan, &end, stamp) ||
				day_month(&scan, &end, stamp) || run_together(&scan, &end, stamp);
		else if ((letter || c >= 0x80) && !inside)
			found = month_day(&scan, &end, stamp);
		if (found) {
			find_time(&scan, i, end, stamp);
			*from = end;
			return true;
		}
		inside = digit || letter || c >= 0x80;
		i++;
	}
	*from = text.len;
	return false;
}
