/* What the fuzz harnesses share: any bytes through one reader, and what must be true of the articles. */
#ifndef FUZZ_H
#define FUZZ_H

#include "read/read.h"

/* libFuzzer's entry, one for each reader. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads the bytes as a run of records. Aborts when a reader breaks its contract. Always 0. */
int fuzz_reader(const struct reader *reader, const uint8_t *data, size_t size);

#endif
