/* Messages as articles see them: headers in UTF-8 and one readable body, HTML or text. */
#ifndef READ_MAIL_MESSAGE_H
#define READ_MAIL_MESSAGE_H

#include "base/arena.h"

struct mail_message {
	struct ng_text subject, from_name, from_address, date, id, list_id, language, archived_at;
	struct ng_text body; /* valid UTF-8, transfer encoding and line wrapping undone */
	bool html;           /* the body is HTML */
};

struct mail_messages {
	struct mail_message *at;
	size_t n, room;
};

/*
 * A message and those inside it (forwarded, or a multipart/digest), each with the parts that are its own. Of
 * alternatives the HTML is taken, then the last text; of several parts all that are text and no attachment. Jumps as
 * mail_split() does.
 */
struct mail_messages mail_messages(struct arena *arena, struct ng_text bytes, size_t depth);

#endif
