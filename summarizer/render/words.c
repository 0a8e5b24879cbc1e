/*
 * Words of the page that are not the sources'. In: days, counts, languages. Out: English words; quotation marks after
 * the language of the quote (CLDR's delimiters, first level). Knows no locale of the machine.
 */
#include "render/words.h"

#include "base/date.h"
#include "base/text.h"

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
				     "July",    "August",   "September", "October", "November", "December"};
static const char *const short_months[] = {"Jan",  "Feb", "Mar",  "Apr", "May", "June",
					   "July", "Aug", "Sept", "Oct", "Nov", "Dec"};
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

const char *words_weekday(int32_t day)
{
	return weekdays[weekday_of(day) - 1];
}

const char *words_month(int month)
{
	return months[month - 1];
}

struct ng_text words_count(struct arena *arena, size_t n, const char *one, const char *many)
{
	const char *noun = n == 1 ? one : many;

	if (n < 1000)
		return arena_format(arena, "%zu %s", n, noun);
	if (n < 1000000)
		return arena_format(arena, "%zu,%03zu %s", n / 1000, n % 1000, noun);
	return arena_format(arena, "%zu,%03zu,%03zu %s", n / 1000000, n / 1000 % 1000, n % 1000, noun);
}

struct ng_text words_day(struct arena *arena, int32_t day)
{
	struct civil civil = civil_of(day);

	return arena_format(arena, "%s %d %s %d", words_weekday(day), civil.day, months[civil.month - 1], civil.year);
}

static struct ng_text year_unless(struct arena *arena, int year, int32_t today)
{
	return today != NG_NO_DAY && year == civil_of(today).year ? TEXT("") : arena_format(arena, " %d", year);
}

struct ng_text words_date(struct arena *arena, int32_t day, int32_t today)
{
	struct civil civil = civil_of(day);
	struct ng_text year = year_unless(arena, civil.year, today);

	return arena_format(arena, "%d %s%.*s", civil.day, months[civil.month - 1], TEXT_ARGS(year));
}

struct ng_text words_label(struct arena *arena, const struct ng_event *event, int32_t today)
{
	struct civil civil = civil_of(event->day);
	struct ng_text year = year_unless(arena, civil.year, today);

	switch (event->granularity) {
	case NG_DAY:
		return arena_format(arena, "%d %s%.*s", civil.day, short_months[civil.month - 1], TEXT_ARGS(year));
	case NG_WEEK:
		return arena_format(arena, "Week of %d %s%.*s", civil.day, short_months[civil.month - 1],
				    TEXT_ARGS(year));
	case NG_MONTH:
		return arena_format(arena, "%s%.*s", months[civil.month - 1], TEXT_ARGS(year));
	case NG_QUARTER:
		return arena_format(arena, "Q%d%.*s", (civil.month - 1) / 3 + 1, TEXT_ARGS(year));
	case NG_YEAR:
		break;
	}
	return arena_format(arena, "%d", civil.year);
}

struct ng_text words_moment(struct arena *arena, struct ng_text published, int32_t today)
{
	struct stamp stamp;

	if (!stamp_from_iso(published, &stamp) || stamp.day == NG_NO_DAY)
		return TEXT("");
	struct ng_text date = words_date(arena, stamp.day, today);
	if (stamp.second < 0)
		return stamp.day == today ? TEXT("today") : date;
	struct ng_text time =
	    arena_format(arena, "%02d:%02d", (int)(stamp.second / 3600), (int)(stamp.second / 60 % 60));
	return stamp.day == today ? time : arena_format(arena, "%.*s, %.*s", TEXT_ARGS(date), TEXT_ARGS(time));
}

#define NARROW "\xe2\x80\xaf" /* U+202F */

static const struct {
	const char *language;
	struct quote_marks marks;
} quote_marks[] = {
    {"bg", {"„", "“"}},
    {"cs", {"„", "“"}},
    {"da", {"”", "”"}},
    {"de", {"„", "“"}},
    {"es", {"«", "»"}},
    {"fi", {"”", "”"}},
    {"fr", {"«" NARROW, NARROW "»"}},
    {"hu", {"„", "”"}},
    {"it", {"«", "»"}},
    {"ja", {"「", "」"}},
    {"no", {"«", "»"}},
    {"pl", {"„", "”"}},
    {"ro", {"„", "”"}},
    {"ru", {"«", "»"}},
    {"sv", {"”", "”"}},
    {"uk", {"«", "»"}},
};

/* "pt-BR" is "pt". */
static bool is_language(struct ng_text tag, const char *language)
{
	return text_equal_fold(text_slice(tag, 0, 2), text_of(language)) &&
	       (tag.len == 2 || tag.at[2] == '-' || tag.at[2] == '_');
}

struct quote_marks words_marks(struct ng_text language)
{
	for (size_t i = 0; i < sizeof quote_marks / sizeof *quote_marks; i++)
		if (is_language(language, quote_marks[i].language))
			return quote_marks[i].marks;
	return (struct quote_marks){"“", "”"};
}

bool words_right_to_left(struct ng_text language)
{
	static const char *const languages[] = {"ar", "fa", "he", "ur", "yi"};

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (is_language(language, languages[i]))
			return true;
	return false;
}
