/*
 * Getting documents. In: URLs. Out: documents in the cache, an outcome for each URL. A task is one request with its
 * redirects: each hop is looked at anew (scheme, robots.txt for pages, the host's wish to be left alone), waits its
 * turn in the plan and is asked for. robots.txt is a task of its own that pages of its origin wait for; it is kept for
 * a day (RFC 9309 section 2.4). A 429 or 503 is tried again when the wait is short, else the host is left alone by the
 * next runs too until it is over. Refuses: what hop.c, robots.txt, the limits and transfer.c refuse.
 */
#include "fetch/get.h"

#include "base/date.h"
#include "fetch/hop.h"
#include "fetch/permission.h"
#include "fetch/plan.h"
#include "fetch/retry.h"
#include "fetch/transfer.h"

#include <string.h>

#define AGENT "nutgraf-fetch"
enum { ROBOTS_SECONDS = 86400, BUSY_SECONDS = 60, COMMIT_EVERY = 16, SECOND_MS = 1000 };

struct task {
	struct get *get;       /* NULL: robots.txt */
	struct ng_text origin; /* of robots.txt */
	struct ng_text key;    /* of the document in the cache */
	struct hop hop;
	size_t hops, attempts;
	bool conditional; /* the last request was */
};

struct getter {
	struct arena *arena;
	struct cache *cache;
	const struct fetch_options *options;
	const struct fetch_clock *clock;
	struct transfer *transfer;
	struct plan *plan;
	struct permissions *permissions;
	struct {
		struct task *at;
		size_t n, room;
	} tasks;
	size_t uncommitted;
};

static bool is_plain(char c)
{
	return c > ' ' && c < 0x7f && !strchr("()<>\\\"", c);
}

/* "nutgraf-fetch/0.1.0 (+https://example.org/bot)"; what cannot stand in a comment is left out. */
static const char *user_agent(struct arena *arena, const char *contact)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	buf_format(&buf, AGENT "/%s", ng_version());
	if (contact && *contact) {
		buf_puts(&buf, " (+");
		for (; *contact; contact++)
			if (is_plain(*contact))
				buf_byte(&buf, *contact);
		buf_byte(&buf, ')');
	}
	return arena_string(arena, buf_text(&buf));
}

static struct plan *new_plan(const struct getter *getter)
{
	const struct fetch_options *options = getter->options;

	return plan_new(getter->arena,
			(struct plan_rules){options->jobs, options->per_host, (int64_t)options->delay_ms});
}

struct getter *getter_open(struct arena *arena, struct cache *cache, const struct fetch_options *options,
			   const struct fetch_clock *clock)
{
	struct getter *getter = arena_new_of(arena, struct getter);
	struct transfer_rules rules = {.user_agent = user_agent(arena, options->contact),
				       .allow_http = options->allow_http,
				       .allow_private = options->allow_private,
				       .connect_ms = options->limits.connect_ms,
				       .request_ms = options->limits.request_ms,
				       .header_bytes = options->limits.header_bytes};

	*getter = (struct getter){.arena = arena, .cache = cache, .options = options, .clock = clock};
	getter->transfer = transfer_open(arena, &rules, options->jobs);
	getter->plan = new_plan(getter);
	getter->permissions = permissions_new(arena, AGENT);
	return getter;
}

static void commit_some(struct getter *getter)
{
	if (++getter->uncommitted < COMMIT_EVERY)
		return;
	cache_commit(getter->cache);
	getter->uncommitted = 0;
}

static void admit(struct getter *getter, size_t index);

static void release_waiting(struct getter *getter, struct ng_text origin)
{
	for (size_t task; (task = permissions_release(getter->permissions, origin)) != SIZE_MAX;)
		admit(getter, task);
}

static void answer_robots(struct getter *getter, struct ng_text origin, struct ng_text robots, bool closed)
{
	permissions_answer(getter->permissions, origin, robots, closed);
	release_waiting(getter, origin);
}

/* The task is over, and nothing was had. robots.txt that cannot be had for now closes its origin; a redirect too far or
   to where we do not go is as none at all. */
static void give_up(struct getter *getter, const struct task *task, enum get_outcome outcome, const char *what)
{
	if (!task->get) {
		answer_robots(getter, task->origin, TEXT(""), outcome == GET_FAILED);
		return;
	}
	task->get->outcome = outcome;
	if (task->hops)
		error_set(&task->get->error, NG_BAD_INPUT, task->get->url, 0, "%s (at %.*s)", what,
			  TEXT_ARGS(hop_shown(getter->arena, task->hop.url)));
	else
		error_set(&task->get->error, NG_BAD_INPUT, task->get->url, 0, "%s", what);
}

static void give_up_held(struct getter *getter, const struct task *task, int64_t until)
{
	struct buf buf = buf_new(getter->arena, SIZE_MAX);

	buf_puts(&buf, "its host wants to be left alone until ");
	stamp_put(&buf, stamp_from_unix(until));
	give_up(getter, task, GET_FAILED, arena_string(getter->arena, buf_text(&buf)));
}

/* Asks for robots.txt of an origin, unless it is kept and not old. */
static void ask_for_robots(struct getter *getter, struct ng_text origin)
{
	struct document kept;
	struct ng_text url = arena_format(getter->arena, "%.*s/robots.txt", TEXT_ARGS(origin));

	permissions_ask(getter->permissions, origin);
	if (cache_get(getter->cache, getter->arena, url, true, &kept) &&
	    kept.asked + ROBOTS_SECONDS > getter->clock->now()) {
		answer_robots(getter, origin, kept.body, false);
		return;
	}
	struct task *task = array_add(getter->arena, &getter->tasks);
	task->origin = origin;
	task->key = url;
	task->hop.url = url;
	admit(getter, getter->tasks.n - 1);
}

/* A hop of a page waits until robots.txt is known; false: it has to, or may not be fetched at all. */
static bool is_permitted(struct getter *getter, size_t index)
{
	struct task *task = &getter->tasks.at[index];
	struct hop hop = task->hop;

	if (!task->get || task->get->kind != GET_PAGE)
		return true;
	switch (permissions_of(getter->permissions, hop.origin, hop.path)) {
	case PERMISSION_GIVEN:
		return true;
	case PERMISSION_DENIED:
		give_up(getter, task, GET_CLOSED, "robots.txt does not let it be fetched");
		return false;
	case PERMISSION_CLOSED:
		give_up(getter, task, GET_FAILED, "robots.txt of its host cannot be had now");
		return false;
	case PERMISSION_UNKNOWN:
		permissions_wait(getter->permissions, hop.origin, index);
		ask_for_robots(getter, hop.origin);
		return false;
	case PERMISSION_ASKED:
		permissions_wait(getter->permissions, hop.origin, index);
		return false;
	}
	return false;
}

/* A hop comes in: it is looked at, and goes to the plan. */
static void admit(struct getter *getter, size_t index)
{
	const struct fetch_options *options = getter->options;
	struct task *task = &getter->tasks.at[index];
	struct ng_text url = task->hop.url;
	const char *refused = hop_make(getter->arena, url, options->allow_http, options->limits.url_bytes, &task->hop);

	if (refused) {
		task->hop.url = url;
		give_up(getter, task, task->get ? GET_FAILED : GET_CLOSED, refused);
		return;
	}
	if (is_permitted(getter, index))
		plan_add(getter->plan, index, getter->tasks.at[index].hop.host);
}

static const char *accept_of(const struct task *task)
{
	if (!task->get)
		return "text/plain";
	return task->get->kind == GET_FEED ? "application/atom+xml, application/rss+xml, application/feed+json, "
					     "application/xml;q=0.9, */*;q=0.5"
					   : "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
}

static size_t most_of(const struct getter *getter, const struct task *task)
{
	const struct fetch_limits *limits = &getter->options->limits;

	if (!task->get)
		return limits->robots_bytes;
	return task->get->kind == GET_FEED ? limits->feed_bytes : limits->page_bytes;
}

static void start(struct getter *getter, size_t index)
{
	struct task *task = &getter->tasks.at[index];
	struct transfer_request request = {.task = index,
					   .url = task->hop.url,
					   .accept = accept_of(task),
					   .most = most_of(getter, task),
					   .cut = !task->get};
	struct document kept;
	int64_t until = cache_held(getter->cache, task->hop.host);

	if (until > getter->clock->now()) {
		plan_done(getter->plan, task->hop.host);
		give_up_held(getter, task, until);
		return;
	}
	/* Validators belong to the place that gave them. */
	if (cache_get(getter->cache, getter->arena, task->key, false, &kept) && text_equal(kept.final, task->hop.url)) {
		request.etag = kept.etag;
		request.modified = kept.modified;
	}
	task->conditional = request.etag.len || request.modified.len;
	task->attempts++;
	transfer_start(getter->transfer, &request);
}

static void keep(struct getter *getter, struct task *task, const struct transfer_answer *answer, struct ng_text body)
{
	struct document document = {.url = task->key,
				    .final = task->hop.url,
				    .type = answer->type,
				    .etag = answer->etag,
				    .modified = answer->modified,
				    .body = body,
				    .asked = getter->clock->now()};

	cache_put(getter->cache, &document);
	commit_some(getter);
	if (task->get)
		task->get->outcome = GET_NEW;
	else
		answer_robots(getter, task->origin, body, false);
}

static void confirm(struct getter *getter, struct task *task)
{
	struct document kept = {.body = TEXT("")};

	cache_confirm(getter->cache, task->key, getter->clock->now());
	commit_some(getter);
	if (task->get) {
		task->get->outcome = GET_SAME;
	} else {
		cache_get(getter->cache, getter->arena, task->key, true, &kept);
		answer_robots(getter, task->origin, kept.body, false);
	}
}

static void follow(struct getter *getter, size_t index, struct ng_text location)
{
	struct task *task = &getter->tasks.at[index];

	if (task->hops >= getter->options->limits.redirects) {
		give_up(getter, task, task->get ? GET_FAILED : GET_CLOSED, "more redirects than the limit");
		return;
	}
	task->hops++;
	task->attempts = 0;
	task->hop.url = location;
	admit(getter, index);
}

/* The host is busy: the request is put off, to later in this run or to another run. */
static void put_off(struct getter *getter, size_t index, struct ng_text retry_after)
{
	struct task *task = &getter->tasks.at[index];
	int64_t now = getter->clock->now(), seconds = retry_seconds(retry_after, now);

	if (seconds < 0)
		seconds = BUSY_SECONDS;
	if ((size_t)seconds * SECOND_MS <= getter->options->limits.wait_ms &&
	    task->attempts < getter->options->limits.attempts) {
		plan_hold(getter->plan, task->hop.host, getter->clock->elapsed() + seconds * SECOND_MS);
		plan_add(getter->plan, index, task->hop.host);
		return;
	}
	cache_hold(getter->cache, task->hop.host, now + seconds);
	commit_some(getter);
	give_up_held(getter, task, now + seconds);
}

static const char *status_words(struct arena *arena, long status)
{
	switch (status) {
	case 401:
	case 403:
		return arena_string(arena, arena_format(arena, "the server does not give it out (%ld)", status));
	case 404:
		return "not found (404)";
	case 410:
		return "gone for good (410): take it off the list";
	default:
		return arena_string(arena, arena_format(arena, "the server answered with status %ld", status));
	}
}

static void take_status(struct getter *getter, size_t index, const struct transfer_answer *answer)
{
	struct task *task = &getter->tasks.at[index];

	if (answer->status == 200)
		keep(getter, task, answer, answer->body);
	else if (answer->status == 304 && task->conditional)
		confirm(getter, task);
	else if (answer->status / 100 == 3 && answer->location.len)
		follow(getter, index, answer->location);
	else if (answer->status == 429 || answer->status == 503)
		put_off(getter, index, answer->retry_after);
	else if (!task->get && answer->status / 100 == 4)
		keep(getter, task, answer, TEXT("")); /* no robots.txt: all is allowed, section 2.3.1.3 */
	else
		give_up(getter, task, GET_FAILED, status_words(getter->arena, answer->status));
}

static void take(struct getter *getter, const struct transfer_answer *answer)
{
	struct task *task = &getter->tasks.at[answer->task];

	plan_done(getter->plan, task->hop.host);
	if (answer->end == TRANSFER_DONE)
		take_status(getter, answer->task, answer);
	else if (answer->end == TRANSFER_FAILED && task->attempts < getter->options->limits.attempts)
		plan_add(getter->plan, answer->task, task->hop.host);
	else
		give_up(getter, task, GET_FAILED, answer->problem);
}

/* What is left when the time is over ends without an answer. */
static void stop(struct getter *getter, struct get *gets, size_t n)
{
	if (!plan_is_empty(getter->plan)) {
		transfer_cancel(getter->transfer);
		getter->plan = new_plan(getter);
	}
	for (size_t i = 0; i < n; i++) {
		if (gets[i].outcome != GET_WAITING)
			continue;
		gets[i].outcome = GET_FAILED;
		error_set(&gets[i].error, NG_BAD_INPUT, gets[i].url, 0, "no time was left for it (limit run_ms)");
	}
}

void getter_get(struct getter *getter, struct get *gets, size_t n)
{
	int64_t wait, left, end = getter->clock->elapsed() + (int64_t)getter->options->limits.run_ms;
	struct transfer_answer answer;

	for (size_t i = 0; i < n; i++) {
		struct task *task = array_add(getter->arena, &getter->tasks);
		task->get = &gets[i];
		task->key = task->hop.url = gets[i].url;
		admit(getter, getter->tasks.n - 1);
	}
	while (!plan_is_empty(getter->plan) && (left = end - getter->clock->elapsed()) > 0) {
		for (size_t task; (task = plan_next(getter->plan, getter->clock->elapsed(), &wait)) != PLAN_NONE;)
			start(getter, task);
		if (plan_is_empty(getter->plan))
			break;
		if (transfer_next(getter->transfer, wait >= 0 && wait < left ? wait : left, &answer))
			take(getter, &answer);
	}
	stop(getter, gets, n);
	cache_commit(getter->cache);
	getter->uncommitted = 0;
}
