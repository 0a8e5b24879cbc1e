/* Mail: a message (.eml, a Maildir's file) or a mailbox (mbox). Newsletters to articles. */
#ifndef READ_MAIL_H
#define READ_MAIL_H

#include "read/read.h"

extern const struct reader mail_reader;

#endif
