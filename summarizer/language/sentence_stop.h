/* A stop: the run of marks it begins, and what comes next. */
#ifndef LANGUAGE_SENTENCE_STOP_H
#define LANGUAGE_SENTENCE_STOP_H

#include "language/sentence_pass.h"

/* What stands after a run of stops and closing marks. */
struct stop_next {
	size_t at;      /* first byte after white space */
	uint32_t first; /* the code point there */
	uint32_t rune;  /* the first that is no opening mark or dash */
	enum rune_class kind;
	bool opened, dash; /* opening marks stand before it; `first` is a dash */
	struct sentence_word word;
	bool starter;
};
struct stop_run {
	size_t at, end;
	uint32_t rune;
	unsigned dots, others;
	bool ellipsis, spaced, leads, wide, closed;
};

/* sentence_run.c */
void sentence_run(struct sentence_pass *pass, struct stop_run *run);

/* sentence_period.c: a single full stop before a capital, a digit or something else: does it end the sentence? */
bool sentence_period(const struct sentence_pass *pass, const struct stop_run *run, const struct stop_next *next);

#endif
