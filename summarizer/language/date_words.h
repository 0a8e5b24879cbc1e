/*
 * A language's words of time, as data/LANG/dates.txt gives them: each has senses, a class (month, unit, cue ...) with a
 * number or a text. A section of the file is a class's name in lower case.
 */
#ifndef LANGUAGE_DATE_WORDS_H
#define LANGUAGE_DATE_WORDS_H

#include "base/utf8.h"
#include "language/date_find.h"

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
	IS_FUTURE, IS_FUTURE_AFTER_BE, IS_BE, IS_TO, IS_BEFORE_TO, IS_PAST, IS_SAID, IS_UNTIL, IS_PREPOSITION, IS_COUNTED,
	IS_LABEL, IS_NAME,
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

struct date_sense {
	enum date_class class;
	bool capital;   /* only where the word is written with a capital */
	int32_t number; /* of an enum above, or as the file says; 0 for a text */
	struct ng_text text;
	uint32_t next; /* index + 1; 0: the last */
};

struct date_word {
	uint64_t classes, capital_classes; /* in any writing; and only with a capital */
	uint32_t senses;                   /* index + 1; 0: none */
	uint16_t literal;                  /* its symbol in patterns; 0: no pattern names it */
	uint8_t phrase;                    /* words of the longest entry that begins with it */
	bool dotted;                       /* an abbreviation: a dot after it is its own */
};

const struct date_word *date_word_find(const struct date_tables *tables, struct ng_text lower); /* NULL: unknown */
const struct date_sense *date_sense_of(const struct date_tables *tables, const struct date_word *word,
				       enum date_class class);
struct date_word *date_word_put(struct date_tables *tables, struct ng_text lower);
bool date_class_named(struct ng_text name, enum date_class *class); /* "MONTH" or "month" */

#endif
