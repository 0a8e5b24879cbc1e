/*
 * Transfers. In: requests. Out: answers, as they come. libcurl does HTTP, TLS, decompression and parallel waiting; what
 * it must not decide is decided here: redirects are answers like any other (the caller looks at each hop), an address
 * is looked at when the socket to it is opened, so that neither DNS nor a redirect gets round the rule, sizes are
 * counted after decompression. libcurl's callbacks record and return; no jump crosses them.
 * Refuses: protocols but https (and http where allowed), addresses that are not public unless allowed, bodies and
 * headers over their limits. Takes no proxy, cookie, password or configuration from the environment.
 */
#include "fetch/transfer.h"

#include "fetch/address.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

enum { CONNECTIONS_KEPT = 64, FIELD_BYTES = 1024, LONGEST_WAIT_MS = 1000 };

/* Bytes that grow outside any arena, since a callback must not jump. */
struct bytes {
	char *at;
	size_t len, room;
};

enum refusal { NOT_REFUSED, REFUSED_ADDRESS, REFUSED_SIZE, REFUSED_HEADER, NO_MEMORY };

struct job {
	struct job *next;
	struct transfer *transfer;
	CURL *handle;
	struct curl_slist *fields;
	size_t task, most, header;
	bool cut, was_cut;
	enum refusal refusal;
	struct bytes body;
	char type[FIELD_BYTES], etag[FIELD_BYTES], modified[FIELD_BYTES], retry_after[FIELD_BYTES];
};

struct transfer {
	struct arena *arena;
	struct transfer_rules rules;
	CURLM *multi;
	struct job *jobs; /* all that run, and the one answered last */
	struct job *answered;
};

static void free_job(struct job *job)
{
	curl_multi_remove_handle(job->transfer->multi, job->handle);
	curl_easy_cleanup(job->handle);
	curl_slist_free_all(job->fields);
	free(job->body.at);
	free(job);
}

void transfer_cancel(struct transfer *transfer)
{
	while (transfer->jobs) {
		struct job *job = transfer->jobs;
		transfer->jobs = job->next;
		free_job(job);
	}
	transfer->answered = NULL;
}

static void close_transfer(void *object)
{
	struct transfer *transfer = object;

	transfer_cancel(transfer);
	curl_multi_cleanup(transfer->multi);
	curl_global_cleanup();
}

static _Noreturn void fail(struct transfer *transfer, const char *what)
{
	arena_fail(transfer->arena, NG_INTERNAL, TEXT(""), 0, "%s", what);
}

struct transfer *transfer_open(struct arena *arena, const struct transfer_rules *rules, size_t jobs)
{
	struct transfer *transfer = arena_new_of(arena, struct transfer);

	transfer->arena = arena;
	transfer->rules = *rules;
	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		fail(transfer, "libcurl cannot start");
	transfer->multi = curl_multi_init();
	arena_adopt(arena, transfer, close_transfer);
	if (!transfer->multi)
		fail(transfer, "out of memory");
	curl_multi_setopt(transfer->multi, CURLMOPT_MAXCONNECTS,
			  (long)(jobs > CONNECTIONS_KEPT ? jobs : CONNECTIONS_KEPT));
	return transfer;
}

static size_t take_body(char *at, size_t size, size_t n, void *data)
{
	struct job *job = data;
	size_t len = size * n, fits = job->most - job->body.len;

	if (len > fits && !job->cut) {
		job->refusal = REFUSED_SIZE;
		return 0;
	}
	size_t taken = len < fits ? len : fits;
	if (job->body.room - job->body.len < taken) {
		size_t room = (job->body.len + taken) * 2;
		char *bigger = realloc(job->body.at, room);
		if (!bigger) {
			job->refusal = NO_MEMORY;
			return 0;
		}
		job->body.at = bigger;
		job->body.room = room;
	}
	if (taken)
		memcpy(job->body.at + job->body.len, at, taken);
	job->body.len += taken;
	job->was_cut = taken < len;
	return job->was_cut ? 0 : len;
}

/* Keeps a field's value; one that is too long is as good as absent. */
static void keep_field(struct ng_text line, const char *name, char *into)
{
	size_t colon = text_find(line, TEXT(":"), 0);
	struct ng_text value = text_trim(text_slice(line, colon + 1, line.len));

	if (!text_equal_fold(text_slice(line, 0, colon), text_of(name)))
		return;
	if (value.len >= FIELD_BYTES || memchr(value.at, '\0', value.len))
		value.len = 0;
	memcpy(into, value.at, value.len);
	into[value.len] = '\0';
}

static size_t take_header(char *at, size_t size, size_t n, void *data)
{
	struct job *job = data;
	struct ng_text line = {at, size * n};

	job->header += line.len;
	if (job->header > job->transfer->rules.header_bytes) {
		job->refusal = REFUSED_HEADER;
		return 0;
	}
	keep_field(line, "Content-Type", job->type);
	keep_field(line, "ETag", job->etag);
	keep_field(line, "Last-Modified", job->modified);
	keep_field(line, "Retry-After", job->retry_after);
	return line.len;
}

static curl_socket_t open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct job *job = data;

	(void)purpose;
	if (!job->transfer->rules.allow_private && !address_is_public(&address->addr, (socklen_t)address->addrlen)) {
		job->refusal = REFUSED_ADDRESS;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype, address->protocol);
}

static bool add_field(struct job *job, const char *name, struct ng_text value)
{
	char line[FIELD_BYTES + 64];
	size_t n = strlen(name);

	if (!value.len)
		return true;
	if (value.len >= FIELD_BYTES)
		return true;
	memcpy(line, name, n);
	memcpy(line + n, value.at, value.len);
	line[n + value.len] = '\0';
	struct curl_slist *longer = curl_slist_append(job->fields, line);
	if (longer)
		job->fields = longer;
	return longer != NULL;
}

/* The first failure of a chain of options is its result. */
static CURLcode set_up(struct job *job, const char *url)
{
	const struct transfer_rules *rules = &job->transfer->rules;
	CURL *handle = job->handle;
	CURLcode code = curl_easy_setopt(handle, CURLOPT_URL, url);
#define SET(option, value) (code = code ? code : curl_easy_setopt(handle, option, value))

	SET(CURLOPT_PRIVATE, job);
	SET(CURLOPT_PROTOCOLS_STR, rules->allow_http ? "http,https" : "https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_USERAGENT, rules->user_agent);
	SET(CURLOPT_ACCEPT_ENCODING, "");
	SET(CURLOPT_HTTPHEADER, job->fields);
	SET(CURLOPT_CONNECTTIMEOUT_MS, (long)rules->connect_ms);
	SET(CURLOPT_TIMEOUT_MS, (long)rules->request_ms);
	SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
	SET(CURLOPT_OPENSOCKETDATA, job);
	SET(CURLOPT_WRITEFUNCTION, take_body);
	SET(CURLOPT_WRITEDATA, job);
	SET(CURLOPT_HEADERFUNCTION, take_header);
	SET(CURLOPT_HEADERDATA, job);
#undef SET
	return code;
}

void transfer_start(struct transfer *transfer, const struct transfer_request *request)
{
	struct job *job = calloc(1, sizeof *job);
	char *url = arena_string(transfer->arena, request->url);

	if (!job)
		fail(transfer, "out of memory");
	*job = (struct job){.next = transfer->jobs,
			    .transfer = transfer,
			    .handle = curl_easy_init(),
			    .task = request->task,
			    .most = request->most,
			    .cut = request->cut};
	transfer->jobs = job;
	if (!job->handle || !add_field(job, "Accept: ", text_of(request->accept)) ||
	    !add_field(job, "If-None-Match: ", request->etag) ||
	    !add_field(job, "If-Modified-Since: ", request->modified) || set_up(job, url) ||
	    curl_multi_add_handle(transfer->multi, job->handle))
		fail(transfer, "out of memory");
}

static const char *problem_of(const struct job *job, CURLcode code, enum transfer_end *end)
{
	static const char *const refusals[] = {
	    [REFUSED_ADDRESS] = "its address is not of the public internet (see --allow-private)",
	    [REFUSED_SIZE] = "more bytes than the limit",
	    [REFUSED_HEADER] = "more bytes of header than the limit",
	    [NO_MEMORY] = "out of memory",
	};

	*end = TRANSFER_REFUSED;
	if (job->refusal)
		return refusals[job->refusal];
	if (code == CURLE_UNSUPPORTED_PROTOCOL)
		return "its protocol is not allowed";
	if (code == CURLE_PEER_FAILED_VERIFICATION)
		return "its certificate is not to be trusted";
	*end = TRANSFER_FAILED;
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return "its host has no address";
	case CURLE_COULDNT_CONNECT:
		return "no connection";
	case CURLE_OPERATION_TIMEDOUT:
		return "no whole answer in time";
	case CURLE_PARTIAL_FILE:
	case CURLE_RECV_ERROR:
	case CURLE_HTTP2_STREAM:
		return "the answer was cut off";
	case CURLE_GOT_NOTHING:
		return "no answer";
	case CURLE_SSL_CACERT_BADFILE:
		return "there is no certificate to trust it by (see the package ca-certificates)";
	case CURLE_BAD_CONTENT_ENCODING:
	case CURLE_WRITE_ERROR:
		return "its compression cannot be undone";
	case CURLE_URL_MALFORMAT:
		return "its URL is malformed";
	default:
		return curl_easy_strerror(code);
	}
}

static void fill(const struct job *job, CURLcode code, struct transfer_answer *answer)
{
	char *location = NULL;

	*answer = (struct transfer_answer){.task = job->task,
					   .end = TRANSFER_DONE,
					   .body = {job->body.at, job->body.len},
					   .type = text_of(job->type),
					   .etag = text_of(job->etag),
					   .modified = text_of(job->modified),
					   .retry_after = text_of(job->retry_after)};
	curl_easy_getinfo(job->handle, CURLINFO_RESPONSE_CODE, &answer->status);
	curl_easy_getinfo(job->handle, CURLINFO_REDIRECT_URL, &location);
	answer->location = text_of(location);
	if (code && !job->was_cut)
		answer->problem = problem_of(job, code, &answer->end);
}

static void drop_answered(struct transfer *transfer)
{
	struct job **place = &transfer->jobs, *job = transfer->answered;

	if (!job)
		return;
	while (*place != job)
		place = &(*place)->next;
	*place = job->next;
	transfer->answered = NULL;
	free_job(job);
}

static bool take_ended(struct transfer *transfer, struct transfer_answer *answer)
{
	int left;
	CURLMsg *message;

	while ((message = curl_multi_info_read(transfer->multi, &left))) {
		if (message->msg != CURLMSG_DONE)
			continue;
		CURLcode code = message->data.result;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer->answered);
		fill(transfer->answered, code, answer);
		return true;
	}
	return false;
}

bool transfer_next(struct transfer *transfer, int64_t wait_ms, struct transfer_answer *answer)
{
	int running;

	drop_answered(transfer);
	if (curl_multi_perform(transfer->multi, &running))
		fail(transfer, "libcurl cannot go on");
	if (take_ended(transfer, answer))
		return true;
	if (curl_multi_poll(transfer->multi, NULL, 0, wait_ms < LONGEST_WAIT_MS ? (int)wait_ms : LONGEST_WAIT_MS, NULL))
		fail(transfer, "libcurl cannot go on");
	if (curl_multi_perform(transfer->multi, &running))
		fail(transfer, "libcurl cannot go on");
	return take_ended(transfer, answer);
}
