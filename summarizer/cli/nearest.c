/* The nearest name, for hints. In: a name that is unknown, and those that are known, one by one. */
#include "cli/setting.h"

#include <string.h>

enum { LONGEST = 32, NEAR = 2 };

/* Levenshtein's distance: insertions, deletions and replacements of bytes. */
static size_t distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1], n = strlen(b);

	if (n > LONGEST || strlen(a) > LONGEST)
		return SIZE_MAX;
	for (size_t i = 0; i <= n; i++)
		row[i] = i;
	for (; *a; a++) {
		size_t corner = row[0]++;
		for (size_t i = 1; i <= n; i++) {
			size_t best = corner + (b[i - 1] != *a);
			corner = row[i];
			best = row[i] + 1 < best ? row[i] + 1 : best;
			row[i] = row[i - 1] + 1 < best ? row[i - 1] + 1 : best;
		}
	}
	return row[n];
}

void nearest_try(struct nearest *nearest, const char *name, const char *candidate)
{
	size_t d = distance(name, candidate);

	if (d > NEAR || d >= strlen(candidate) || (nearest->name && nearest->distance <= d))
		return;
	*nearest = (struct nearest){candidate, d};
}
