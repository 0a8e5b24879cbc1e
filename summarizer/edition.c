/* The public functions: each calls the stages in order. In: paths, bytes, options. Out: lines, a briefing, files. */
#include "nutgraf.h"

const char *ng_version(void)
{
	return NUTGRAF_VERSION;
}
