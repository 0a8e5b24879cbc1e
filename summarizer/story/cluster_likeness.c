/*
 * Likeness of two articles. In: the cosine of their vectors, days, weekdays, lengths. Out: cosine x exp(-days / 4),
 * x 1.22 when both name the same weekday, x .64 when each names others: reports of one event say the same "on Tuesday".
 *
 * How much is enough grows with the number of articles an article could be mistaken for: with that many strangers, the
 * most alike of them are more alike. On annotated news of 12 to 6,400 articles the best threshold was .036 x n^.23.
 * Dated articles are told from those around their days only, and most of many articles of one day tell the same events:
 * they count as four times the root of their number. Two titles alone share few words even when they tell the same;
 * with dates to support them less is enough, and a little more once they are widened (cluster_widen.c).
 */
#include "story/cluster_likeness.h"

#include <math.h>

static const double days_to_fade = 4, same_weekday = 1.22, other_weekday = .64;
static const double threshold = .036, growth = .23, threshold_least = .11, threshold_most = .27;
static const double threshold_of_few = .125; /* a folder of a few articles need not have two of one story */
enum { FEW = 12 };
static const double events_of_root = 4, enough_for_titles = .075, enough_for_widened = .11, share_for_floor = .875;

/* The mean number of dated articles around a dated one, faded by days; the first `dated` vectors are in order of days.
 */
static double mean_around(const struct vectors *vectors, size_t dated)
{
	double pairs = 0, before = 0, same = 0;

	for (size_t v = 0; v < dated; v++) {
		if (v > 0 && vectors->at[v].day != vectors->at[v - 1].day) {
			double days = (double)vectors->at[v].day - vectors->at[v - 1].day;
			before = (before + same) * exp(-days / days_to_fade);
			same = 0;
		}
		pairs += before + same;
		same++;
	}
	return dated ? 1 + 2 * pairs / (double)dated : 0;
}

/* The mean number of articles an article could be mistaken for. */
static double strangers(const struct vectors *vectors)
{
	size_t dated = 0;

	while (dated < vectors->n && vectors->at[dated].day != NG_NO_DAY)
		dated++;
	double share = vectors->n ? (double)dated / (double)vectors->n : 0, undated = (double)(vectors->n - dated);
	return undated +
	       events_of_root * (share * sqrt(mean_around(vectors, dated)) + (1 - share) * sqrt((double)dated));
}

struct likeness likeness_for(const struct vectors *vectors, double tightness)
{
	double least = threshold * pow(strangers(vectors), growth);
	double lowest = vectors->n < FEW ? threshold_of_few : threshold_least;
	struct likeness likeness = {.least = least < lowest ? lowest : least > threshold_most ? threshold_most : least};

	likeness.titles = likeness.least / (vectors->widened ? enough_for_widened : enough_for_titles);
	likeness.least *= tightness;
	likeness.floor = likeness.least * share_for_floor;
	for (int days = 0; days < LIKENESS_DAYS; days++) {
		likeness.fade[days] = exp(-days / days_to_fade);
		if (likeness.fade[days] * same_weekday * likeness.titles >= likeness.floor)
			likeness.reach = days;
	}
	return likeness;
}

double likeness_most(const struct likeness *likeness)
{
	return same_weekday * fmax(1, likeness->titles);
}

double likeness_of(const struct likeness *likeness, const struct vector *a, const struct vector *b, double cosine)
{
	double value = cosine;

	if (a->day != NG_NO_DAY && b->day != NG_NO_DAY) {
		int64_t days = (int64_t)a->day - b->day;
		days = days < 0 ? -days : days;
		if (days > likeness->reach)
			return 0;
		value *= likeness->fade[days] * (a->title_only && b->title_only ? likeness->titles : 1);
	}
	if (a->weekdays && b->weekdays)
		value *= a->weekdays & b->weekdays ? same_weekday : other_weekday;
	return value < 1 ? value : 1;
}
