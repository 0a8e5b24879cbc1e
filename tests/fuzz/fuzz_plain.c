/* The reader of plain on any bytes. */
#include "fuzz.h"

#include "read/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&plain_reader, data, size);
}
