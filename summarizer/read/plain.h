/* Plain text: one input, one article; any charset. */
#ifndef READ_PLAIN_H
#define READ_PLAIN_H

#include "read/read.h"

extern const struct reader plain_reader;

#endif
