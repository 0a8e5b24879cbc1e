/* The reader of feed on any bytes. */
#include "fuzz.h"

#include "read/feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&feed_reader, data, size);
}
