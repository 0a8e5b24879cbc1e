/*
 * Dates of feeds. In: text. Out: a stamp. Tries ISO 8601, RFC 5322 with more zones' names than it knows, Unix time,
 * days written by numbers in other orders, and at last the longest beginning that is a date; a time that is none
 * (25:10) leaves the day. Zones of military letters say nothing (RFC 5322, 4.3).
 * Refuses: what names no day, days that are not there, 4/5/2026, which is two days.
 */
#include "read/feed_date.h"

#include "base/utf8.h"

enum { LONGEST_DATE = 128 };

/* Zones base/date.c leaves unknown; of several meanings the one news feeds have. */
static const struct {
	const char *name;
	int16_t minutes;
} zones[] = {
    {"ACDT", 630},  {"ACST", 570}, {"ADT", -180}, {"AEDT", 660}, {"AEST", 600}, {"AKDT", -480},
    {"AKST", -540}, {"ART", -180}, {"AST", -240}, {"AWST", 480}, {"BRT", -180}, {"CAT", 120},
    {"CLT", -240},  {"COT", -300}, {"EAT", 180},  {"HKT", 480},  {"HST", -600}, {"ICT", 420},
    {"IDT", 180},   {"IST", 330},  {"KST", 540},  {"MESZ", 120}, {"MEZ", 60},   {"NDT", -150},
    {"NPT", 345},   {"NST", -210}, {"NZDT", 780}, {"NZST", 720}, {"PET", -300}, {"PHT", 480},
    {"PKT", 300},   {"SAST", 120}, {"SGT", 480},  {"TRT", 180},  {"WAT", 60},   {"WIB", 420},
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The zone a last word names, if it is one of ours. */
static int16_t zone_of(struct ng_text text)
{
	size_t start = text.len;

	while (start > 0 && text.at[start - 1] >= 'A' && text.at[start - 1] <= 'Z')
		start--;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (text_equal(text_slice(text, start, text.len), text_of(zones[i].name)))
			return zones[i].minutes;
	return ZONE_NONE;
}

static bool read_standard(struct ng_text text, struct stamp *stamp)
{
	if (stamp_from_iso(text, stamp))
		return true;
	if (!stamp_from_rfc5322(text, stamp))
		return false;
	if (stamp->second >= 0 && stamp->zone == ZONE_NONE)
		stamp->zone = zone_of(text);
	return true;
}

static bool read_unix(struct ng_text text, struct stamp *stamp)
{
	int64_t seconds = 0;

	if (text.len < 9 || text.len > 13 || text.len == 11 || text.len == 12)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!is_digit(text.at[i]))
			return false;
		seconds = seconds * 10 + (text.at[i] - '0');
	}
	*stamp = stamp_from_unix(text.len == 13 ? seconds / 1000 : seconds);
	return stamp->day != NG_NO_DAY;
}

/* Up to `most` digits. */
static bool take_number(struct ng_text *text, size_t most, int *number)
{
	size_t n = 0;

	*number = 0;
	for (; n < text->len && n < most && is_digit(text->at[n]); n++)
		*number = *number * 10 + (text->at[n] - '0');
	*text = text_slice(*text, n, text->len);
	return n > 0;
}

/* Three numbers in the order their separator and sizes tell. */
static bool order_numbers(const int n[3], char separator, struct civil *civil)
{
	if (n[0] > 31)
		*civil = (struct civil){n[0], n[1], n[2]};
	else if (separator == '.' || n[0] > 12 || n[0] == n[1])
		*civil = (struct civil){n[2], n[1], n[0]};
	else if (separator == '/' && n[1] > 12)
		*civil = (struct civil){n[2], n[0], n[1]};
	else
		return false;
	return civil->year >= 1000 && civil_valid(*civil);
}

/* 2026/3/7 8:40, 17.03.2026, 2003-07-01 T 01:55:07 -05:00 */
static bool read_numbers(struct arena *arena, struct ng_text text, struct stamp *stamp)
{
	int n[3];
	struct civil civil;
	char separator = '\0';

	for (int i = 0; i < 3; i++) {
		if (i && (!text.len || !(text.at[0] == '-' || text.at[0] == '/' || text.at[0] == '.')))
			return false;
		if (i) {
			separator = text.at[0];
			text = text_slice(text, 1, text.len);
		}
		if (!take_number(&text, 4, &n[i]))
			return false;
	}
	if ((text.len && is_digit(text.at[0])) || !order_numbers(n, separator, &civil))
		return false;
	text = text_trim(text);
	if (text.len && (text.at[0] == 'T' || text.at[0] == 't' || text.at[0] == ','))
		text = text_trim(text_slice(text, 1, text.len));
	struct ng_text hour = text;
	int ignored;
	bool short_hour = take_number(&hour, 2, &ignored) && text.len - hour.len == 1;
	struct ng_text iso = arena_format(arena, "%04d-%02d-%02dT%s%.*s", civil.year, civil.month, civil.day,
					  short_hour ? "0" : "", TEXT_ARGS(text));
	if (!stamp_from_iso(iso, stamp))
		*stamp = (struct stamp){day_of(civil), -1, ZONE_NONE};
	return true;
}

/* Without the name of the day, which may be in any language: "mar., 17 Mar 2026". */
static struct ng_text without_weekday(struct ng_text text)
{
	size_t comma = text_find(text, TEXT(","), 0);

	for (size_t i = 0; i < comma; i++)
		if (is_digit(text.at[i]))
			return text;
	return text_trim(text_slice(text, comma + 1, text.len));
}

bool feed_date(struct arena *arena, struct ng_text text, struct stamp *stamp)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	utf8_squeeze(&buf, text_slice(text, 0, LONGEST_DATE));
	text = buf_text(&buf);
	if (read_standard(text, stamp) || read_unix(text, stamp) || read_numbers(arena, text, stamp))
		return true;
	struct ng_text rest = without_weekday(text);
	while (rest.len) {
		if (read_standard(rest, stamp))
			return true;
		while (rest.len && rest.at[rest.len - 1] != ' ')
			rest.len--;
		rest = text_trim(rest);
	}
	return false;
}
