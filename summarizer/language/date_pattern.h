/*
 * Patterns over classes and literal words, all of a language in one trie. An entry of [patterns]: words, a TAB, a
 * resolver's name and its argument. MONTH is a class, `of` itself, `a|b` either, `(a b)` may be missing; before a word
 * `-` allows a hyphen, `,` a comma, `^` says that it stands around the expression and is no part of it.
 */
#ifndef LANGUAGE_DATE_PATTERN_H
#define LANGUAGE_DATE_PATTERN_H

#include "language/date_tables.h"

void date_pattern_add(struct date_tables *tables, const struct wordlist_entry *entry, const char *file);

#endif
