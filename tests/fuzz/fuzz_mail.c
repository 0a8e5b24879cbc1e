/* The reader of mail on any bytes. */
#include "fuzz.h"

#include "read/mail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&mail_reader, data, size);
}
