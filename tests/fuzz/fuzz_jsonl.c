/* The reader of jsonl on any bytes. */
#include "fuzz.h"

#include "read/jsonl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&jsonl_reader, data, size);
}
