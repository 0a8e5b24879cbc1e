/* The reader of markdown on any bytes. */
#include "fuzz.h"

#include "read/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&markdown_reader, data, size);
}
