/* The reader of warc on any bytes. */
#include "fuzz.h"

#include "read/warc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&warc_reader, data, size);
}
