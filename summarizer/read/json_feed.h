/* JSON Feed 1.0 and 1.1 (jsonfeed.org): items to articles. */
#ifndef READ_JSON_FEED_H
#define READ_JSON_FEED_H

#include "read/read.h"

bool json_feed_sniff(struct ng_text head);
/* `bytes` is valid UTF-8. Jumps: no JSON, no list of items. */
void json_feed_read(const struct read_context *context, struct ng_text bytes, struct articles *articles);

#endif
