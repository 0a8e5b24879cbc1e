/*
 * Numbers in digits: one token for what belongs together (2023-03-21T08:40, 21/3/2023, 8:40, 1990s, 3rd, 2.5). The
 * shape alone decides what a number can be; what it is, the pattern around it decides. Refused: money, percentages,
 * long numbers, digits inside other things (1.2.3, 10/12/14/2).
 */
#include "language/date_scan.h"

/* Up to three groups of digits and what stands between them. */
struct groups {
	uint32_t number[3], digits[3], end[3];
	char between[2];
	int n;
};

static bool digit_at(struct ng_text text, uint32_t at)
{
	return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

static bool letter_at(struct ng_text text, uint32_t at)
{
	uint32_t rune;
	if (at >= text.len)
		return false;
	utf8_decode(text, at, &rune);
	return rune_is_word(rune);
}

static uint32_t digits_end(struct ng_text text, uint32_t at)
{
	while (digit_at(text, at))
		at++;
	return at;
}

/* A mark with a digit after it: the number goes on. */
static bool mark_at(struct ng_text text, uint32_t at)
{
	if (!digit_at(text, at + 1))
		return false;
	char mark = text.at[at];
	return mark == '-' || mark == '/' || mark == '.' || mark == ':' || mark == ',';
}

static void read_groups(struct ng_text text, uint32_t at, struct groups *groups)
{
	groups->n = 0;
	for (;;) {
		uint32_t end = at, sum = 0;
		for (; digit_at(text, end); end++)
			sum = end - at < 8 ? sum * 10 + (uint32_t)(text.at[end] - '0') : sum;
		groups->number[groups->n] = sum;
		groups->digits[groups->n] = end - at;
		groups->end[groups->n++] = end;
		if (groups->n == 3 || !mark_at(text, end))
			return;
		groups->between[groups->n - 1] = text.at[end];
		at = end + 1;
	}
}

static bool money_before(struct ng_text text, uint32_t at)
{
	uint32_t rune = 0;
	if (at > 0)
		utf8_before(text, at, &rune);
	return rune == '$' || rune == '#' || rune == 0xA3 || rune == 0x20AC || rune == 0xA5 || rune == '.' ||
	       rune == '=';
}

/* One of the words of a setting stands at `at`, and no letter after it: its length, else 0. */
static uint32_t ending_at(struct ng_text text, uint32_t at, struct ng_text endings)
{
	struct ng_text one;
	while (text_cut(&endings, ' ', &one)) {
		struct ng_text here = text_slice(text, at, at + one.len);
		if (one.len > 0 && text_equal_fold(here, one) && !letter_at(text, at + (uint32_t)one.len))
			return (uint32_t)one.len;
	}
	return 0;
}

static void set(struct date_token *token, uint64_t classes, uint32_t end, int32_t number, int32_t more)
{
	token->classes = classes;
	token->end = end;
	token->number = number;
	token->more = more;
}

/* T08:40:00.000+01:00 after a full date: minutes of the day, -1 none; moves the end. */
static int32_t read_time_after(struct ng_text text, uint32_t *end)
{
	uint32_t at = *end;
	if (at >= text.len || (text.at[at] != 'T' && text.at[at] != ' ') || !digit_at(text, at + 1))
		return -1;
	struct groups groups;
	read_groups(text, at + 1, &groups);
	if (groups.n < 2 || groups.between[0] != ':' || groups.digits[0] > 2 || groups.digits[1] != 2 ||
	    groups.number[0] > 24 || groups.number[1] > 59)
		return -1;
	int32_t minutes = (int32_t)(groups.number[0] * 60 + groups.number[1]);
	*end = groups.n == 3 && groups.between[1] == ':' ? groups.end[2] : groups.end[1];
	if (*end < text.len && text.at[*end] == '.' && digit_at(text, *end + 1))
		*end = digits_end(text, *end + 1);
	if (*end < text.len && text.at[*end] == 'Z')
		(*end)++;
	else if (*end < text.len && (text.at[*end] == '+' || text.at[*end] == '-') && digit_at(text, *end + 1)) {
		read_groups(text, *end + 1, &groups);
		*end = groups.n > 1 && groups.between[0] == ':' ? groups.end[1] : groups.end[0];
	}
	return minutes;
}

static bool three_groups(const struct date_tables *tables, struct ng_text text, const struct groups *g,
			 struct date_token *token)
{
	const uint32_t *n = g->number, *d = g->digits;
	if (g->between[0] != g->between[1] && g->between[0] != ':')
		return false;
	if (d[0] == 4 && (g->between[0] == '-' || g->between[0] == '/') && d[1] <= 2 && d[2] <= 2) {
		struct civil civil = {(int)n[0], (int)n[1], (int)n[2]};
		if (!civil_valid(civil))
			return false;
		uint32_t end = g->end[2];
		int32_t minutes = read_time_after(text, &end);
		set(token, CLASS_BIT(IS_FULL_DATE), end, day_of(civil), minutes);
		return true;
	}
	if (d[0] <= 2 && g->between[0] == ':' && d[1] == 2 && n[0] <= 24 && n[1] < 60) {
		bool seconds = g->between[1] == ':' && d[2] == 2 && n[2] < 60;
		set(token, CLASS_BIT(IS_CLOCK), g->end[seconds ? 2 : 1], (int32_t)(n[0] * 100 + n[1]),
		    seconds ? (int32_t)n[2] : -1);
		return true;
	}
	bool years =
	    d[2] == 4 || (d[2] == 2 && (g->between[0] == '/' || (g->between[0] == '.' && tables->ordinal_dot)));
	if (d[0] <= 2 && d[1] <= 2 && years && g->between[0] != ',' && g->between[0] != ':') {
		set(token, CLASS_BIT(IS_NUMERIC_DATE), g->end[2], (int32_t)(n[0] * 100 + n[1]), (int32_t)n[2]);
		return true;
	}
	return false;
}

static bool two_groups(const struct date_tables *tables, const struct groups *g, struct date_token *token)
{
	const uint32_t *n = g->number, *d = g->digits;
	int32_t pair = (int32_t)(n[0] * 100 + n[1] % 100);
	bool clock = d[0] <= 2 && d[1] == 2 && n[0] <= 24 && n[1] < 60;
	bool short_date = d[0] <= 2 && d[1] <= 2;
	int32_t thousands = d[0] <= 3 ? (int32_t)(n[0] * 1000 + n[1] % 1000) : -1;
	switch (g->between[0]) {
	case ':':
		set(token, clock ? CLASS_BIT(IS_CLOCK) : 0, g->end[1], pair, -1);
		return true;
	case '/':
		set(token, short_date ? CLASS_BIT(IS_SHORT_DATE) : 0, g->end[1], pair, -1);
		return true;
	case '.':
		set(token, d[0] <= 4 ? CLASS_BIT(IS_NUMBER) : 0, g->end[1],
		    clock || (short_date && tables->ordinal_dot) ? pair : -1, -1);
		if (d[1] == 3 && d[0] <= 3 && tables->days_first)
			token->number = thousands;
		if (clock)
			token->classes |= CLASS_BIT(IS_DOT_CLOCK);
		if (short_date && tables->ordinal_dot)
			token->classes |= CLASS_BIT(IS_SHORT_DATE);
		return true;
	case ',':
		set(token, d[1] <= 3 ? CLASS_BIT(IS_NUMBER) : 0, g->end[1], d[1] == 3 ? thousands : -1, -1);
		return d[0] <= 3;
	default: /* a hyphen: 2015-03 is a month, 1998-99 two years, 3-5 two numbers */
		if (d[0] != 4 || d[1] > 2 || n[1] < 1 || n[1] > 12 || n[1] == (n[0] + 1) % 100 || n[0] < 1400 ||
		    n[0] > 2099)
			return false;
		set(token, CLASS_BIT(IS_YEAR_MONTH), g->end[1], (int32_t)(n[0] * 100 + n[1]), -1);
		return true;
	}
}

static uint64_t classes_of(uint32_t number, uint32_t digits)
{
	uint64_t classes = digits <= 4 ? CLASS_BIT(IS_NUMBER) : 0;
	if (digits <= 2 && number >= 1 && number <= 31)
		classes |= CLASS_BIT(IS_DAY);
	if (digits <= 2 && number <= 24)
		classes |= CLASS_BIT(IS_HOUR);
	if (digits == 4 && number >= 1000 && number <= 2099)
		classes |= CLASS_BIT(IS_YEAR);
	if (digits == 4 && number / 100 < 24 && number % 100 < 60)
		classes |= CLASS_BIT(IS_CLOCK);
	return classes;
}

/* 1990s, 3rd, 18h30, and a letter right after, which leaves a bare number ("5pm"). */
/* 20230321 */
static bool joined_digits(uint32_t number, uint32_t digits, struct date_token *token, uint32_t end)
{
	struct civil civil = {(int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)};
	if (digits != 8 || civil.year < 1900 || civil.year > 2099 || !civil_valid(civil))
		return false;
	set(token, CLASS_BIT(IS_FULL_DATE), end, day_of(civil), -1);
	return true;
}

static void one_group(const struct date_tables *tables, struct ng_text text, const struct groups *g,
		      struct date_token *token)
{
	uint32_t number = g->number[0], digits = g->digits[0], end = g->end[0], more;
	if (joined_digits(number, digits, token, end))
		return;
	set(token, classes_of(number, digits), end, (int32_t)number, -1);
	if (!letter_at(text, end) && !(end < text.len && text.at[end] == '\'')) {
		if (tables->ordinal_dot && digits <= 2 && end < text.len && text.at[end] == '.' &&
		    (token->classes & CLASS_BIT(IS_DAY)))
			token->classes |= CLASS_BIT(IS_ORDINAL), token->end = end + 1;
		return;
	}
	if (number % 10 == 0 && (digits == 4 || digits == 2) &&
	    (more = ending_at(text, end, tables->decade_endings)) > 0) {
		set(token, CLASS_BIT(IS_DECADE), end + more, (int32_t)number, -1);
		return;
	}
	if (digits <= 2 && (more = ending_at(text, end, tables->ordinal_endings)) > 0) {
		set(token, CLASS_BIT(IS_ORDINAL) | (token->classes & CLASS_BIT(IS_DAY)), end + more, (int32_t)number,
		    -1);
		return;
	}
	size_t mark = tables->hour_mark.len;
	if (mark > 0 && digits <= 2 && number <= 24 &&
	    text_equal(text_slice(text, end, end + mark), tables->hour_mark)) {
		struct groups minutes = {0};
		uint32_t after = end + (uint32_t)mark;
		if (digit_at(text, after))
			read_groups(text, after, &minutes);
		bool two = minutes.n == 1 && minutes.digits[0] == 2 && minutes.number[0] < 60;
		if (two || !letter_at(text, after)) {
			set(token, CLASS_BIT(IS_CLOCK), two ? minutes.end[0] : after,
			    (int32_t)(number * 100 + (two ? minutes.number[0] : 0)), -1);
			return;
		}
	}
	if (letter_at(text, end))
		token->classes &= CLASS_BIT(IS_NUMBER) | CLASS_BIT(IS_HOUR);
}

bool date_scan_digits(const struct date_tables *tables, struct ng_text text, uint32_t at, struct date_token *token)
{
	struct groups groups;
	token->start = at;
	token->word = NULL;
	read_groups(text, at, &groups);
	bool known = false;
	if (groups.n == 3 && !mark_at(text, groups.end[2]))
		known = three_groups(tables, text, &groups, token);
	if (!known && groups.n >= 2 && (groups.n == 2 || groups.between[1] == '-' || groups.between[1] == ','))
		known = two_groups(tables, &groups, token);
	if (!known && (groups.n == 1 || groups.between[0] == '-'))
		known = true, one_group(tables, text, &groups, token);
	if (!known)
		set(token, 0, groups.end[groups.n - 1], 0, -1);
	if (money_before(text, at) || (token->end < text.len && text.at[token->end] == '%'))
		token->classes = 0;
	return token->classes != 0;
}
