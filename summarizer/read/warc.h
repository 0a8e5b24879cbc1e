/* WARC (ISO 28500), plain or gzipped record by record: the pages of a web archive. */
#ifndef READ_WARC_H
#define READ_WARC_H

#include "read/read.h"

extern const struct reader warc_reader;

#endif
