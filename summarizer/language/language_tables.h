/* What languages_load() makes. The first is "und". */
#ifndef LANGUAGE_LANGUAGE_TABLES_H
#define LANGUAGE_LANGUAGE_TABLES_H

#include "language/language.h"

struct languages {
	struct language *at;
	size_t n, room;
};

#endif
