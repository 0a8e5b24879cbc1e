/*
 * The publisher's calendar. In: a language, an address, stamps. Out: days. Many sites write UTC into their data and
 * their own day into address and page: a stamp one day off, at an hour that a zone explains, is moved to their day.
 */
#include "read/page_day.h"

#include "base/url.h"

enum { EARLY = 8 * 3600, NOON = 12 * 3600, ZONE_STEP = 15, ZONE_MOST = 14 * 60, DAY_MINUTES = 24 * 60 };

bool page_month_first(struct ng_text language, struct ng_text url)
{
	static const char *const day_first[] = {".uk", ".au", ".nz", ".in", ".ie", ".za", ".ng",
						".ke", ".pk", ".sg", ".my", ".gh", ".eu", ".hk"};
	struct ng_text host = url_host(url);

	if (text_equal_fold(language, TEXT("en-us")) || text_equal_fold(language, TEXT("en_us")))
		return true;
	if (!text_equal_fold(language, TEXT("en")))
		return false;
	for (size_t i = 0; i < sizeof day_first / sizeof *day_first; i++)
		if (text_ends(host, text_of(day_first[i])))
			return false;
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_border(struct ng_text url, size_t at)
{
	return at >= url.len || url.at[at] == '/' || url.at[at] == '_' || url.at[at] == '.' || url.at[at] == '-' ||
	       url.at[at] == '?' || url.at[at] == '&' || url.at[at] == '#' || url.at[at] == '=';
}

/* Two digits, or one where a sign stands before it. */
static int part_at(struct ng_text url, size_t *at, bool sign)
{
	int value = 0;
	size_t n = 0;

	while (n < 2 && *at + n < url.len && is_digit(url.at[*at + n])) {
		value = value * 10 + (url.at[*at + n] - '0');
		n++;
	}
	if (n == 0 || (n == 1 && !sign))
		return 0;
	*at += n;
	return value;
}

struct stamp page_day_of_url(struct ng_text url)
{
	for (size_t i = 0; i + 7 < url.len; i++) {
		if (!is_digit(url.at[i + 1]) || !is_border(url, i))
			continue;
		size_t at = i + 1;
		int century = part_at(url, &at, false), year = part_at(url, &at, false);
		if ((century != 19 && century != 20) || at != i + 5)
			continue;
		bool sign =
		    at < url.len && (url.at[at] == '/' || url.at[at] == '-' || url.at[at] == '_' || url.at[at] == '.');
		at += sign;
		int month = part_at(url, &at, sign);
		bool again =
		    at < url.len && (url.at[at] == '/' || url.at[at] == '-' || url.at[at] == '_' || url.at[at] == '.');
		at += again;
		int day = part_at(url, &at, again);
		struct civil civil = {century * 100 + year, month, day};
		if (month && day && is_border(url, at) && civil_valid(civil))
			return (struct stamp){day_of(civil), -1, ZONE_NONE};
	}
	return STAMP_NONE;
}

/* The stamp read as UTC on the clock that shows readers `shown`; false: no zone explains the difference. */
static bool zone_between(struct stamp stamp, struct stamp shown, struct stamp *moved)
{
	int64_t minutes = ((int64_t)shown.day - stamp.day) * DAY_MINUTES + shown.second / 60 - stamp.second / 60;

	if (minutes % ZONE_STEP || minutes < -ZONE_MOST || minutes > ZONE_MOST)
		return false;
	*moved = (struct stamp){shown.day, shown.second / 60 * 60 + stamp.second % 60, (int16_t)minutes};
	return true;
}

struct stamp page_day_at_publisher(struct stamp stamp, struct stamp in_url, struct stamp shown)
{
	struct stamp moved;
	bool is_utc = stamp.zone == 0;

	if (stamp.second < 0)
		return stamp;
	/* no zone is said, and the page shows the same minute whole hours off: it was UTC all the same */
	if (shown.day != NG_NO_DAY && shown.second >= 0 && shown.day != stamp.day && stamp.zone == ZONE_NONE)
		is_utc = shown.second % 3600 / 60 == stamp.second % 3600 / 60 && shown.second % 3600 / 60 != 0;
	if (!is_utc)
		return stamp;
	if (shown.day != NG_NO_DAY && shown.second >= 0 && zone_between(stamp, shown, &moved))
		return moved;
	if (stamp.zone != 0)
		return stamp;
	int32_t day = in_url.day != NG_NO_DAY ? in_url.day : shown.day;
	if (day == NG_NO_DAY)
		return stamp;
	bool west = stamp.day - day == 1 && stamp.second < EARLY, east = day - stamp.day == 1 && stamp.second >= NOON;
	return west || east ? (struct stamp){day, -1, ZONE_NONE} : stamp;
}
