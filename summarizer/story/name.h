/* Runs of capitalised words: where a title ends and the name begins. */
#ifndef STORY_NAME_H
#define STORY_NAME_H

#include "story/quote_text.h"

enum gender { GENDER_MALE = 1, GENDER_FEMALE = 2 }; /* bits; 0: unknown, 3: either */

bool name_word(const struct quote_token *token);  /* capitalised, no weekday, no word that only opens a sentence */
bool name_label(const struct quote_token *token); /* a title, or a noun of what a person is */
/*
 * The place in the run at which the name starts; what stands before is title and role. `n` when all of it is role.
 * An organisation ("White House", "Foreign Ministry") is a name from its first word.
 */
size_t name_start(const struct quote_token *const *run, size_t n);
/*
 * Where the role before a name starts: "White House spokesman | John Kirby", "U.S. Secretary of State | Antony
 * Blinken". `run`: the first capitalised word, `name`: the first of the name itself, `low`: not before this token.
 * `name`: no role.
 */
const struct quote_token *name_role(const struct quote_token *low, const struct quote_token *run,
				    const struct quote_token *name);
unsigned name_gender(const struct quote_token *forename);
struct ng_text name_last_word(struct ng_text name); /* without Jr., III */
struct ng_text name_first_word(struct ng_text name);

#endif
