/* JSON Lines: one article a line (nutgraf(1), "JSON Lines"). */
#ifndef READ_JSONL_H
#define READ_JSONL_H

#include "read/read.h"

extern const struct reader jsonl_reader;

#endif
