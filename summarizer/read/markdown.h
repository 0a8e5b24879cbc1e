/* Markdown (CommonMark), with front matter or without: one article a file. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "read/read.h"

extern const struct reader markdown_reader;

#endif
