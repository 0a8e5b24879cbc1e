/* The inside of an edition, shared by the files that make its public functions. */
#ifndef EDITION_H
#define EDITION_H

#include "archive/archive.h"
#include "base/pool.h"
#include "base/resource.h"
#include "clean/clean.h"
#include "language/word.h"
#include "read/inputs.h"
#include "render/render.h"
#include "story/cluster.h"
#include "story/quote.h"

struct skipped_list {
	struct ng_skipped *at;
	size_t n, room;
};

struct ng_edition {
	struct arena *arena; /* lives as long as the edition */
	struct arena *work,
	    *stream; /* of the public function that runs: its results on the way, and what reads its inputs */
	struct ng_options options; /* its strings copied */
	struct ng_error error;
	struct resources data;
	struct render_options render;
	struct warning_list {
		struct ng_error *at;
		size_t n, room;
	} warnings;
	struct languages *languages;
	struct clean_tables *clean;
	struct quote_tables *quotes;
	struct idf_tables *idf;
	struct ng_text keep;    /* options.keep */
	int32_t date, from, to; /* options as days; NG_NO_DAY: not given */
	struct inputs inputs;
	uint64_t *bytes_before, bytes_all; /* each input; of all, 0: not known. While somebody watches */
	struct skipped_list skipped;
	struct ng_briefing *briefing;
	const struct repeats *repeats; /* while a briefing is told: lines that articles of one site share; else NULL */
	struct archive *archive;       /* open from composing to publishing; NULL: none */
	struct tellings tellings;      /* what the briefing's stories will be remembered by */
};

/*
 * Runs a public function's body under the guards of the edition's three arenas; a failure is kept for
 * ng_edition_error(), and what it had put into the edition's lists is taken back.
 */
enum ng_status edition_guard(struct ng_edition *edition, void (*run)(void *data), void *data);
/* Shares tasks among the workers, each with a struct edition_worker of its own; what they keep is `arena`'s. */
void edition_pool(struct ng_edition *edition, struct arena *arena, struct pool_job *job);
/* Notes an input that cannot be used; jumps with it under --strict. */
void edition_skip(struct ng_edition *edition, const struct ng_error *error);

/* What a worker could not use, until its turn comes. */
struct failures {
	struct failure {
		struct failure *next;
		enum ng_status status;
		unsigned long line;
		struct ng_text where, what;
	} * first, *last;
};
void failures_note(struct failures *failures, struct arena *keep, const struct ng_error *error);
void edition_skip_all(struct ng_edition *edition, const struct failures *failures);

/* What a worker has of its own. */
struct wish_stems;
struct edition_worker {
	struct arena *keep;
	struct word_reader *words;
	struct wish_stems *stems; /* edition_wish.c */
	struct chunk chunk;
	void *slot;
	struct frequency_counter *counter; /* of ng_edition_stats(); NULL until it counts */
};

#endif
