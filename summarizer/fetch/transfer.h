/* HTTP requests in parallel, over libcurl's multi interface. The only room that opens a socket. */
#ifndef FETCH_TRANSFER_H
#define FETCH_TRANSFER_H

#include "base/arena.h"

/* What binds every request. Times are milliseconds, sizes bytes. */
struct transfer_rules {
	const char *user_agent;
	bool allow_http;    /* else https alone */
	bool allow_private; /* else only addresses of the public internet, looked at when the socket is opened */
	size_t connect_ms;  /* until connected */
	size_t request_ms;  /* until the whole answer is there */
	size_t header_bytes;
};

struct transfer_request {
	size_t task; /* the caller's number */
	struct ng_text url;
	struct ng_text etag, modified; /* make it conditional; empty: not */
	const char *accept;            /* the Accept field */
	size_t most;                   /* bytes of the body, decompressed */
	bool cut;                      /* a longer body is cut, not refused */
};

enum transfer_end {
	TRANSFER_DONE,   /* there is a status */
	TRANSFER_FAILED, /* no connection, cut off, too slow: it may go better another time */
	TRANSFER_REFUSED /* by our rules: address, size, protocol */
};

struct transfer_answer {
	size_t task;
	enum transfer_end end;
	const char *problem; /* unless done: what happened, a static text */
	long status;
	struct ng_text body, type, etag, modified, retry_after;
	struct ng_text location; /* where a redirect leads, absolute; empty: none */
};

struct transfer;

/* The arena closes it. Jumps with NG_INTERNAL when libcurl cannot start. */
struct transfer *transfer_open(struct arena *arena, const struct transfer_rules *rules, size_t jobs);
void transfer_start(struct transfer *transfer, const struct transfer_request *request);
/*
 * The next request that ended, waiting at most `wait_ms` while the others go on. False: none did. The answer's texts
 * live until the next call.
 */
bool transfer_next(struct transfer *transfer, int64_t wait_ms, struct transfer_answer *answer);
void transfer_cancel(struct transfer *transfer); /* ends all that run, without answers */

#endif
