/* RSS 0.9x/1.0/1.1/2.0, Atom 0.3/1.0, JSON Feed: entries to articles. A list of feeds (OPML) is refused by name. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include "read/read.h"

extern const struct reader feed_reader;

#endif
