/* The table of resolvers: the names that data/LANG/dates.txt uses, and the functions behind them. */
#include "language/date_resolvers.h"

static bool resolve_nothing(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	(void)context;
	(void)match;
	value->nothing = true;
	return true;
}

static const struct {
	const char *name;
	date_resolver *resolve;
} resolvers[] = {
    {"day", date_resolve_day},
    {"month-day", date_resolve_month_day},
    {"week", date_resolve_week},
    {"full", date_resolve_full},
    {"numeric", date_resolve_numeric},
    {"year-month", date_resolve_year_month},
    {"month", date_resolve_month},
    {"year", date_resolve_year},
    {"decade", date_resolve_decade},
    {"century", date_resolve_century},
    {"weekday", date_resolve_weekday},
    {"today", date_resolve_today},
    {"part", date_resolve_part},
    {"time", date_resolve_time},
    {"past-hour", date_resolve_past_hour},
    {"unit", date_resolve_unit},
    {"ago", date_resolve_ago},
    {"ahead", date_resolve_ahead},
    {"from", date_resolve_from},
    {"reference", date_resolve_reference},
    {"weekend", date_resolve_weekend},
    {"year-ago", date_resolve_year_ago},
    {"quarter", date_resolve_quarter},
    {"last-quarter", date_resolve_last_quarter},
    {"season", date_resolve_season},
    {"holiday", date_resolve_holiday},
    {"duration", date_resolve_duration},
    {"some", date_resolve_some},
    {"set", date_resolve_set},
    {"nothing", resolve_nothing},
};
enum { RESOLVERS = sizeof resolvers / sizeof *resolvers };

uint8_t date_resolver_named(struct ng_text name)
{
	for (uint8_t i = 0; i < RESOLVERS; i++)
		if (text_equal(text_of(resolvers[i].name), name))
			return (uint8_t)(i + 1);
	return 0;
}

bool date_resolve(uint8_t resolver, struct date_context *context, const struct date_match *match,
		  struct date_value *value)
{
	return resolvers[resolver - 1].resolve(context, match, value);
}
