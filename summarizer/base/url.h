/* URLs as text: no network, no percent-decoding of the path (RFC 3986). */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/buf.h"

struct url {
	struct ng_text scheme, host, port, path, query, fragment; /* slices of the text */
};

bool url_split(struct ng_text text, struct url *url); /* false: no absolute URL with a host (mailto: has none) */
bool url_is_safe(struct ng_text text);                /* http, https or mailto, no control character or white space */
struct ng_text url_host(struct ng_text text);         /* host without "www.", empty if none */
struct ng_text url_site(struct arena *arena,
			struct ng_text text); /* the host in lower case, without www. m. amp. mobile. */
/* Reference resolution (RFC 3986 section 5.2), dot segments removed. */
struct ng_text url_resolve(struct arena *arena, struct ng_text base, struct ng_text reference);

#endif
