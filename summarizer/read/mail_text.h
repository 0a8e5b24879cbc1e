/* Plain text of mails: its lines put back together. */
#ifndef READ_MAIL_TEXT_H
#define READ_MAIL_TEXT_H

#include "base/arena.h"

/* Undoes format=flowed (RFC 3676), quote marks kept; `delete_space`: DelSp=yes. */
struct ng_text mail_text_unflow(struct arena *arena, struct ng_text text, bool delete_space);
/* Undoes hard wrapping at one width, if the text shows it: lines of a paragraph become one. */
struct ng_text mail_text_unwrap(struct arena *arena, struct ng_text text);

#endif
