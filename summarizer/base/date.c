/*
 * Civil dates and moments. In: ISO 8601 and RFC 5322 texts, Unix seconds. Out: days since 1970-01-01, and texts.
 * Calendar arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms". The RFC 5322 reader takes
 * the parts in any order (RFC 850, asctime and JavaScript dates too), since feeds do not keep to the standard.
 * Refuses: days and times out of range, week and ordinal dates, words that are neither day, month nor zone.
 */
#include "base/date.h"

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
				     "July",    "August",   "September", "October", "November", "December"};
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

static const struct {
	const char *name;
	int16_t minutes;
} zones[] = {
    {"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},    {"EST", -300}, {"EDT", -240}, {"CST", -360},
    {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420}, {"WET", 0},    {"WEST", 60},
    {"CET", 60},   {"CEST", 120}, {"EET", 120},  {"EEST", 180}, {"BST", 60},   {"MSK", 180},  {"JST", 540},
};

/* Unsigned arithmetic on eras of 400 years, which all have the same 146,097 days. */
int32_t day_of(struct civil civil)
{
	int32_t year = civil.month <= 2 ? civil.year - 1 : civil.year;
	int32_t era = (year >= 0 ? year : year - 399) / 400;
	int32_t of_era = year - era * 400;
	int32_t of_year = (153 * (civil.month > 2 ? civil.month - 3 : civil.month + 9) + 2) / 5 + civil.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct civil civil_of(int32_t day)
{
	int64_t shifted = (int64_t)day + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int of_era = (int)(shifted - era * 146097);
	int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * of_year + 2) / 153;
	struct civil civil = {.day = of_year - (153 * month + 2) / 5 + 1};

	civil.month = month < 10 ? month + 3 : month - 9;
	civil.year = (int)(year_of_era + era * 400) + (civil.month <= 2);
	return civil;
}

int weekday_of(int32_t day)
{
	return (int)((((int64_t)day + 3) % 7 + 7) % 7) + 1;
}

int days_in_month(int year, int month)
{
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month == 2)
		return leap ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool civil_valid(struct civil civil)
{
	return civil.year >= 1 && civil.year <= 9999 && civil.month >= 1 && civil.month <= 12 && civil.day >= 1 &&
	       civil.day <= days_in_month(civil.year, civil.month);
}

int32_t day_of_iso_week(int year, int week)
{
	int32_t fourth = day_of((struct civil){year, 1, 4}); /* always in week 1 */

	return fourth - (weekday_of(fourth) - 1) + 7 * (week - 1);
}

void iso_week_of(int32_t day, int *year, int *week)
{
	int32_t thursday = day - weekday_of(day) + 4; /* its year is the week's */

	*year = civil_of(thursday).year;
	*week = (thursday - day_of((struct civil){*year, 1, 1})) / 7 + 1;
}

/* What is left to read; readers move `text` on when they succeed. */
static bool take(struct ng_text *text, char c)
{
	if (!text->len || text->at[0] != c)
		return false;
	*text = text_slice(*text, 1, text->len);
	return true;
}

static size_t count_digits(struct ng_text text)
{
	size_t n = 0;

	while (n < text.len && text.at[n] >= '0' && text.at[n] <= '9')
		n++;
	return n;
}

static size_t count_letters(struct ng_text text)
{
	size_t n = 0;

	while (n < text.len && ((text.at[n] | 0x20) >= 'a' && (text.at[n] | 0x20) <= 'z'))
		n++;
	return n;
}

/* Exactly n digits, n <= 9. */
static bool take_number(struct ng_text *text, size_t n, int *number)
{
	if (count_digits(text_slice(*text, 0, n)) != n)
		return false;
	*number = 0;
	for (size_t i = 0; i < n; i++)
		*number = *number * 10 + (text->at[i] - '0');
	*text = text_slice(*text, n, text->len);
	return true;
}

/* The number of a name in a list, counted from 1; at least three letters of it. 0: no such name. */
static int number_of_name(const char *const *names, size_t n, struct ng_text word)
{
	for (size_t i = 0; i < n && word.len >= 3; i++)
		if (text_equal_fold(text_slice(text_of(names[i]), 0, word.len), word))
			return (int)i + 1;
	return 0;
}

/* +01:00, +0100, +01 */
static bool take_offset(struct ng_text *text, int16_t *zone)
{
	int sign = text->len && text->at[0] == '-' ? -1 : 1, hours, minutes = 0;

	if (!take(text, '+') && !take(text, '-'))
		return false;
	if (!take_number(text, 2, &hours))
		return false;
	bool colon = take(text, ':');
	if (!take_number(text, 2, &minutes) && colon)
		return false;
	if (hours > 23 || minutes > 59)
		return false;
	*zone = (int16_t)(sign * (hours * 60 + minutes));
	return true;
}

/* A zone's name, also "GMT+0100". False: a name not known. */
static bool take_zone_name(struct ng_text *text, int16_t *zone)
{
	struct ng_text word = text_slice(*text, 0, count_letters(*text));

	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		if (!text_equal_fold(word, text_of(zones[i].name)))
			continue;
		*text = text_slice(*text, word.len, text->len);
		*zone = zones[i].minutes;
		if (*zone == 0 && text->len && (text->at[0] == '+' || text->at[0] == '-'))
			return take_offset(text, zone);
		return true;
	}
	return false;
}

/* Hours and minutes, seconds if given (a leap second counts as the one before), fractions dropped. */
static bool take_time(struct ng_text *text, size_t hour_digits, bool colon, int32_t *second)
{
	int hours, minutes, seconds = 0;

	if (!take_number(text, hour_digits, &hours) || take(text, ':') != colon || !take_number(text, 2, &minutes))
		return false;
	if (colon ? take(text, ':') : count_digits(*text) > 0) {
		if (!take_number(text, 2, &seconds))
			return false;
		if ((take(text, '.') || take(text, ',')) && count_digits(*text) == 0)
			return false;
		*text = text_slice(*text, count_digits(*text), text->len);
	}
	if (hours > 23 || minutes > 59 || seconds > 60)
		return false;
	*second = hours * 3600 + minutes * 60 + (seconds == 60 ? 59 : seconds);
	return true;
}

bool stamp_from_iso(struct ng_text text, struct stamp *stamp)
{
	struct civil civil;
	struct stamp read = STAMP_NONE;

	text = text_trim(text);
	if (!take_number(&text, 4, &civil.year))
		return false;
	bool extended = take(&text, '-');
	if (!take_number(&text, 2, &civil.month) || take(&text, '-') != extended || !take_number(&text, 2, &civil.day))
		return false;
	if (!civil_valid(civil))
		return false;
	read.day = day_of(civil);
	if (take(&text, 'T') || take(&text, 't') || take(&text, ' ')) {
		text = text_trim(text);
		if (!take_time(&text, 2, text.len > 2 && text.at[2] == ':', &read.second))
			return false;
		text = text_trim(text);
		if (text.len && !take_offset(&text, &read.zone) && !take_zone_name(&text, &read.zone))
			return false;
	}
	if (text.len)
		return false;
	*stamp = read;
	return true;
}

/* A date as its parts come in. */
struct parts {
	struct civil civil;
	struct stamp stamp;
	size_t year_digits;
};

static bool take_comment(struct ng_text *text)
{
	size_t depth = 0;

	for (size_t i = 0; i < text->len; i++) {
		if (text->at[i] == '\\')
			i++;
		else if (text->at[i] == '(')
			depth++;
		else if (text->at[i] == ')' && --depth == 0) {
			*text = text_slice(*text, i + 1, text->len);
			return true;
		}
	}
	return false;
}

/* Noon and midnight are 12; "8:40 PM" is the 20th hour. */
static bool apply_half(struct stamp *stamp, bool after_noon)
{
	if (stamp->second < 3600 || stamp->second >= 13 * 3600)
		return false;
	stamp->second = stamp->second % (12 * 3600) + (after_noon ? 12 * 3600 : 0);
	return true;
}

static bool take_word(struct ng_text *text, struct parts *parts)
{
	struct ng_text word = text_slice(*text, 0, count_letters(*text));
	int month = number_of_name(months, 12, word);

	if (parts->stamp.second >= 0 && parts->stamp.zone == ZONE_NONE && take_zone_name(text, &parts->stamp.zone))
		return true;
	*text = text_slice(*text, word.len, text->len);
	if (number_of_name(weekdays, 7, word))
		return true;
	if (month && !parts->civil.month) {
		parts->civil.month = month;
		return true;
	}
	if (parts->stamp.second >= 0 && (text_equal_fold(word, TEXT("AM")) || text_equal_fold(word, TEXT("PM"))))
		return apply_half(&parts->stamp, (word.at[0] | 0x20) == 'p');
	/* RFC 5322, 4.3: an alphabetic zone not known says nothing of the zone. */
	return parts->stamp.second >= 0 && parts->stamp.zone == ZONE_NONE && word.len <= 5;
}

static bool take_digits(struct ng_text *text, struct parts *parts)
{
	size_t n = count_digits(*text);

	if (n <= 2 && n < text->len && text->at[n] == ':')
		return parts->stamp.second < 0 && take_time(text, n, true, &parts->stamp.second);
	if (n <= 2 && !parts->civil.day)
		return take_number(text, n, &parts->civil.day);
	if (n < 2 || n > 4 || parts->year_digits)
		return false;
	parts->year_digits = n;
	return take_number(text, n, &parts->civil.year);
}

static bool take_part(struct ng_text *text, struct parts *parts)
{
	char c = text->at[0];

	if (c == '(')
		return take_comment(text);
	if (c >= '0' && c <= '9')
		return take_digits(text, parts);
	if (count_letters(*text))
		return take_word(text, parts);
	if ((c == '+' || c == '-') && parts->stamp.second >= 0 && parts->stamp.zone == ZONE_NONE)
		return take_offset(text, &parts->stamp.zone);
	return take(text, ',') || take(text, '.') || take(text, '-');
}

bool stamp_from_rfc5322(struct ng_text text, struct stamp *stamp)
{
	struct parts parts = {.stamp = STAMP_NONE};

	for (text = text_trim(text); text.len; text = text_trim(text))
		if (!take_part(&text, &parts))
			return false;
	if (parts.year_digits == 2)
		parts.civil.year += parts.civil.year < 50 ? 2000 : 1900;
	else if (parts.year_digits == 3)
		parts.civil.year += 1900;
	if (!civil_valid(parts.civil))
		return false;
	parts.stamp.day = day_of(parts.civil);
	*stamp = parts.stamp;
	return true;
}

struct stamp stamp_from_unix(int64_t seconds)
{
	int64_t day = seconds / 86400 - (seconds % 86400 < 0);

	if (day < day_of((struct civil){1, 1, 1}) || day > day_of((struct civil){9999, 12, 31}))
		return STAMP_NONE;
	return (struct stamp){.day = (int32_t)day, .second = (int32_t)(seconds - day * 86400), .zone = 0};
}

int64_t stamp_to_unix(struct stamp stamp)
{
	int64_t second = stamp.second < 0 ? 12 * 3600 : stamp.second;

	if (stamp.day == NG_NO_DAY)
		return INT64_MIN;
	return (int64_t)stamp.day * 86400 + second - (stamp.zone == ZONE_NONE ? 0 : stamp.zone * 60);
}

void day_put(struct buf *buf, int32_t day)
{
	struct civil civil = civil_of(day);

	if (day != NG_NO_DAY)
		buf_format(buf, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* +01:00; the colon is ISO's. */
static void offset_put(struct buf *buf, int zone, const char *colon)
{
	int size = zone < 0 ? -zone : zone;

	buf_format(buf, "%c%02d%s%02d", zone < 0 ? '-' : '+', size / 60, colon, size % 60);
}

static void time_put(struct buf *buf, int32_t second)
{
	buf_format(buf, "%02d:%02d:%02d", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

void stamp_put(struct buf *buf, struct stamp stamp)
{
	day_put(buf, stamp.day);
	if (stamp.day == NG_NO_DAY || stamp.second < 0)
		return;
	buf_byte(buf, 'T');
	time_put(buf, stamp.second);
	if (stamp.zone == 0)
		buf_byte(buf, 'Z');
	else if (stamp.zone != ZONE_NONE)
		offset_put(buf, stamp.zone, ":");
}

void stamp_put_rfc5322(struct buf *buf, struct stamp stamp)
{
	struct civil civil = civil_of(stamp.day);

	if (stamp.day == NG_NO_DAY)
		return;
	buf_format(buf, "%.3s, %d %.3s %04d ", weekdays[weekday_of(stamp.day) - 1], civil.day, months[civil.month - 1],
		   civil.year);
	time_put(buf, stamp.second < 0 ? 12 * 3600 : stamp.second);
	buf_byte(buf, ' ');
	offset_put(buf, stamp.zone == ZONE_NONE ? 0 : stamp.zone, "");
}
