/*
 * In: past tellings, and a new story's gist. Out: the one it goes on from. Method: likeness, fading with the days
 * between as clustering's does, over a threshold; an article of both settles it. A sentence is fresh when a fair share
 * of its content words is in none of the story's earlier articles.
 */
#include "archive/follow.h"

#include <math.h>

static const double threshold = .22, fade_days = 14, fresh_share = .3;

const struct telling *follow_find(const struct tellings *past, const struct gist *gist, int32_t day)
{
	const struct telling *best = NULL;
	double most = threshold;

	for (size_t i = 0; i < past->n; i++) {
		const struct telling *telling = &past->at[i];
		double likeness = gist_likeness(telling->gist, gist);
		if (likeness < 1)
			likeness *= exp((telling->day + 1 - day) / fade_days);
		if (likeness > most) {
			most = likeness;
			best = telling;
		}
	}
	return best;
}

bool follow_had(const struct gist *known, const struct document *document)
{
	return gist_has_article(known, document->article.text);
}

bool follow_is_fresh(const struct gist *known, const struct document *document, const struct sentence *sentence)
{
	return gist_novelty(known, document, sentence) >= fresh_share;
}
