/* Speakers that stand outside the text: labels of transcripts ("REED: No."), signatures under a quotation. */
#ifndef STORY_QUOTE_LABEL_H
#define STORY_QUOTE_LABEL_H

#include "story/person.h"

struct quote_label {
	struct ng_text name; /* in full where the article has it; empty: there is none */
	uint32_t after;      /* the token after the colon */
};

struct quote_labels {
	bool transcript;     /* three paragraphs or more with labels, two speakers or more */
	struct table counts; /* of each label */
	struct table names;  /* surnames and full names in lower case -> index + 1 of the person */
};
struct quote_labels quote_labels_find(const struct quote_text *text);
/* Lets labels be found among the persons: "HALE" is Tom Hale. */
void quote_labels_name(const struct quote_text *text, struct quote_labels *labels, const struct persons *persons);
/* Of a transcript's paragraph. A label that is no person the article names must come twice. */
struct quote_label quote_label_of(const struct quote_text *text, const struct quote_labels *labels,
				  const struct persons *persons, const struct quote_paragraph *paragraph);
/* "- Ann Lee, Ohio": the name a paragraph gives that is a signature; empty: it is none. */
struct ng_text quote_signature(const struct quote_text *text, const struct quote_paragraph *paragraph);

#endif
