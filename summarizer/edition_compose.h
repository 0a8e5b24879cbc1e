/* A briefing in the making, shared by edition_compose.c, which plans it, edition_tell.c, which tells its stories, and
 * edition_recall.c, which fits them to what was told before. */
#ifndef EDITION_COMPOSE_H
#define EDITION_COMPOSE_H

#include "archive/follow.h"
#include "edition_gather.h"
#include "story/importance.h"

struct composing {
	struct ng_edition *edition;
	struct readings readings;
	size_t n_left_out; /* articles that were not wanted */
	struct item *items;
	const struct membership *members;
	struct story_plans plans;
	const size_t *shown; /* the plans of the briefing's stories */
	struct ng_briefing *briefing;
	uint32_t *first_article;      /* of each shown story */
	struct ng_text *hosts;        /* of each article of the briefing */
	struct tellings past;         /* of the stories of the last two weeks */
	struct telling *tellings;     /* of each shown story; memory of the edition's arena */
	struct following *followings; /* what each goes on from; memory of the edition's arena */
};

/* Reads the inputs, which must stay until all is told, and finds their stories: fills readings, items and members. */
struct clustering edition_find(struct composing *composing, bool reasons);

/* Fills `plans`; `items` may get distrusted titles. Sets the edition's `repeats`, whose memory is this run's. */
void edition_plan(struct composing *composing, int32_t day);

/* Reads the articles of all shown stories again and tells them, in parallel. */
void tell_stories(struct composing *composing);

/* With a state: gives the told stories their ids and the timelines of their earlier days; the quiet ones go last. */
void recall_stories(struct composing *composing);

#endif
