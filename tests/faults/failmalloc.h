/* The shim from inside: a test linked with it arms it itself. */
#ifndef FAILMALLOC_H
#define FAILMALLOC_H

#include <stdbool.h>

#define FAILMALLOC_SHARED __attribute__((visibility("default")))

/* Counts from 0 again and fails call number `at` (0: none), and with `forever` all after it. */
FAILMALLOC_SHARED void failmalloc_arm(unsigned long at, bool forever);
FAILMALLOC_SHARED unsigned long failmalloc_calls(void); /* since it was armed */
FAILMALLOC_SHARED long failmalloc_live(void);           /* blocks allocated and not freed */

#endif
