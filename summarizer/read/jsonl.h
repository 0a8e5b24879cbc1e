/* JSON: one article a line (nutgraf(1), "Lines"), or a file that is one article or a list of them. */
#ifndef READ_JSONL_H
#define READ_JSONL_H

#include "read/read.h"

extern const struct reader jsonl_reader, json_reader;

#endif
