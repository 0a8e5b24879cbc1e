/*
 * TIMEX3 values (TimeML 1.2.1): 2023-03-21, 2023-W12, 2023-W12-WE, 2023-03, 2023-Q1, 2023-H1, 2023-SP, 2023, 202, 20,
 * 2023-03-21TMO, 2023-03-21T08:40. In: struct date_value. Out: value, granularity and first day of a struct date.
 */
#include <stdarg.h>
#include <stdio.h>

#include "language/date_value.h"

struct date_value date_value_day(int32_t day)
{
	return (struct date_value){.kind = KIND_DAY, .day = day, .hour = -1, .minute = -1, .second = -1};
}

struct date_value date_value_month(int year, int month)
{
	return (struct date_value){.kind = KIND_MONTH, .year = year, .number = month, .hour = -1};
}

struct date_value date_value_year(int year)
{
	return (struct date_value){.kind = KIND_YEAR, .year = year, .hour = -1};
}

struct date_value date_value_text(enum date_type type, const char *format, ...)
{
	struct date_value value = {.kind = KIND_TEXT, .type = type, .hour = -1};
	va_list args;
	va_start(args, format);
	vsnprintf(value.text, sizeof value.text, format, args);
	va_end(args);
	return value;
}

struct date_value date_value_reference(int way)
{
	return date_value_text(DATE_DATE, "%s", way < 0 ? "PAST_REF" : way > 0 ? "FUTURE_REF" : "PRESENT_REF");
}

/* The same day `n` months on, or the month's last. */
int32_t date_months_on(int32_t day, int n)
{
	struct civil civil = civil_of(day);
	int months = civil.year * 12 + civil.month - 1 + n;
	civil.year = months / 12;
	civil.month = months % 12 + 1;
	if (civil.day > days_in_month(civil.year, civil.month))
		civil.day = days_in_month(civil.year, civil.month);
	return day_of(civil);
}

struct date_value date_value_unit(enum date_unit unit, int n, int32_t day)
{
	struct date_value value = date_value_day(day);
	struct civil civil = civil_of(day);
	int quarter = civil.year * 4 + (civil.month - 1) / 3 + n, half = civil.year * 2 + (civil.month - 1) / 6 + n;
	switch (unit) {
	case UNIT_DAY:
		value.day += n;
		break;
	case UNIT_FORTNIGHT:
	case UNIT_WEEK:
		value.kind = KIND_WEEK;
		value.day += (unit == UNIT_WEEK ? 7 : 14) * n;
		break;
	case UNIT_WEEKEND:
		value.kind = KIND_WEEKEND;
		value.day += 7 * n;
		break;
	case UNIT_MONTH:
		civil = civil_of(date_months_on(day, n));
		return date_value_month(civil.year, civil.month);
	case UNIT_QUARTER:
		return (struct date_value){
		    .kind = KIND_QUARTER, .year = quarter / 4, .number = quarter % 4 + 1, .hour = -1};
	case UNIT_HALF:
		return (struct date_value){.kind = KIND_HALF, .year = half / 2, .number = half % 2 + 1, .hour = -1};
	case UNIT_YEAR:
		return date_value_year(civil.year + n);
	case UNIT_DECADE:
		return (struct date_value){.kind = KIND_DECADE, .year = civil.year / 10 + n, .hour = -1};
	case UNIT_CENTURY:
		return (struct date_value){.kind = KIND_CENTURY, .year = civil.year / 100 + n, .hour = -1};
	default:
		return date_value_text(DATE_DATE, "%s", "");
	}
	return value;
}

int32_t date_value_first(const struct date_value *value)
{
	int month = 1, year = value->year;
	switch (value->kind) {
	case KIND_TEXT:
	case KIND_CLOCK:
		return NG_NO_DAY;
	case KIND_DAY:
		return value->day;
	case KIND_WEEK:
		return value->day - weekday_of(value->day) + 1;
	case KIND_WEEKEND:
		return value->day - weekday_of(value->day) + 6;
	case KIND_MONTH:
		month = value->number;
		break;
	case KIND_QUARTER:
		month = value->number * 3 - 2;
		break;
	case KIND_HALF:
		month = value->number * 6 - 5;
		break;
	case KIND_SEASON:
		month = value->number * 3 + 3;
		break;
	case KIND_DECADE:
		year *= 10;
		break;
	case KIND_CENTURY:
		year *= 100;
		break;
	case KIND_YEAR:
		break;
	}
	return year < 1 || year > 9999 ? NG_NO_DAY : day_of((struct civil){year, month, 1});
}

static void write_time(const struct date_value *value, char *out, size_t size)
{
	int at = 0;
	if (value->hour >= 0) {
		at += snprintf(out, size, "T%02d", value->hour);
		if (value->minute >= 0)
			at += snprintf(out + at, size - (size_t)at, ":%02d", value->minute);
		if (value->second >= 0)
			snprintf(out + at, size - (size_t)at, ":%02d", value->second);
	} else if (value->part.len > 0) {
		snprintf(out, size, "T%.2s", value->part.at);
	}
}

static void write_day(const struct date_value *value, char *out, size_t size)
{
	struct civil civil = civil_of(value->day);
	int at = snprintf(out, size, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	write_time(value, out + at, size - (size_t)at);
}

void date_value_write(const struct date_value *value, struct date *date)
{
	static const char seasons[] = "SPSUFAWI";
	char *out = date->value;
	const size_t size = sizeof date->value;
	int year, week;
	date->type = value->type;
	date->day = date_value_first(value);
	date->relative = value->relative;
	date->granularity = NG_DAY;
	if (date->day == NG_NO_DAY && value->kind > KIND_CLOCK) {
		date->value[0] = '\0';
		return;
	}
	switch (value->kind) {
	case KIND_TEXT:
		snprintf(out, size, "%s", value->text);
		break;
	case KIND_CLOCK:
		write_time(value, out, size);
		break;
	case KIND_DAY:
		write_day(value, out, size);
		break;
	case KIND_WEEK:
	case KIND_WEEKEND:
		date->granularity = NG_WEEK;
		iso_week_of(value->day, &year, &week);
		snprintf(out, size, value->kind == KIND_WEEK ? "%04d-W%02d" : "%04d-W%02d-WE", year, week);
		break;
	case KIND_MONTH:
		date->granularity = NG_MONTH;
		snprintf(out, size, "%04d-%02d", value->year, value->number);
		break;
	case KIND_QUARTER:
	case KIND_HALF:
		date->granularity = NG_QUARTER;
		snprintf(out, size, "%04d-%c%d", value->year, value->kind == KIND_HALF ? 'H' : 'Q', value->number);
		break;
	case KIND_SEASON:
		date->granularity = NG_QUARTER;
		snprintf(out, size, "%04d-%.2s", value->year, seasons + 2 * value->number);
		break;
	case KIND_YEAR:
		date->granularity = NG_YEAR;
		snprintf(out, size, "%04d", value->year);
		break;
	case KIND_DECADE:
		date->granularity = NG_YEAR;
		snprintf(out, size, "%03d", value->year);
		break;
	case KIND_CENTURY:
		date->granularity = NG_YEAR;
		snprintf(out, size, "%02d", value->year);
		break;
	}
}
