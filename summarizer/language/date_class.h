/* What words and digits can be. A section of data/LANG/dates.txt is the name of a class in lower case. */
#ifndef LANGUAGE_DATE_CLASS_H
#define LANGUAGE_DATE_CLASS_H

#include "base/text.h"

/* clang-format off */
enum date_class {
	/* digits, by shape and size */
	IS_NUMBER, IS_DAY, IS_YEAR, IS_SHORT_YEAR, IS_HOUR, IS_CLOCK, IS_DOT_CLOCK, IS_FULL_DATE, IS_NUMERIC_DATE,
	IS_SHORT_DATE, IS_YEAR_MONTH, IS_DECADE,
	/* words */
	IS_A, IS_TIMES, IS_ORDINAL, IS_MONTH, IS_WEEKDAY, IS_WEEKDAY_SHORT, IS_WEEKDAYS, IS_WEEKDAY_PART, IS_UNIT, IS_UNITS,
	IS_PART, IS_SEASON, IS_TODAY, IS_WHICH, IS_EDGE, IS_ABOUT, IS_AGO, IS_VAGUE, IS_HOLIDAY, IS_REFERENCE, IS_QUARTER,
	IS_FREQUENCY, IS_EVERY, IS_AMPM, IS_ZONE, IS_FULL, IS_OCLOCK, IS_AND,
	/* what joins a day with a time, and an amount of time with a date */
	IS_AT, IS_ON, IS_THE, IS_POSSESSIVE, IS_WEEK_OF, IS_SHIFT,
	/* cues around an expression: of tense, and of things that only look like dates */
	IS_FUTURE, IS_FUTURE_AFTER_BE, IS_BE, IS_TO, IS_BEFORE_TO, IS_PAST, IS_SAID, IS_UNTIL, IS_MODAL, IS_PREPOSITION, IS_COUNTED,
	IS_LABEL, IS_NAME, IS_BETWEEN,
	DATE_CLASSES
};
enum date_which {
	WHICH_LAST, WHICH_PAST, WHICH_PREVIOUS, WHICH_THIS, WHICH_NEXT, WHICH_COMING, WHICH_FOLLOWING
};
enum date_unit {
	UNIT_SECOND, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_WEEKEND, UNIT_FORTNIGHT, UNIT_MONTH, UNIT_QUARTER,
	UNIT_HALF, UNIT_YEAR, UNIT_DECADE, UNIT_CENTURY
};
/* clang-format on */
#define CLASS_BIT(class) ((uint64_t)1 << (class))

_Static_assert(DATE_CLASSES <= 64, "a set of classes is 64 bits");

bool date_class_named(struct ng_text name, enum date_class *class); /* "MONTH" or "month" */

#endif
