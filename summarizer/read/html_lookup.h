/* How the scan asks the lexicon. */
#ifndef READ_HTML_LOOKUP_H
#define READ_HTML_LOOKUP_H

#include "read/html_lexicon.h"

struct html_entry {
	unsigned bits;         /* PHRASE_BIT of the word or phrase itself */
	unsigned char longest; /* words of the longest phrase that starts with this word; 0: none */
};

/* `key`: text_hash() of a word in lower case, or hash_mix() of the key before and the next word's hash. NULL: unknown.
 */
const struct html_entry *html_lookup(const struct html_lexicon *lexicon, uint64_t key);

#endif
