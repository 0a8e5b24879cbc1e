/*
 * Politeness. In: tasks with their hosts, the time. Out: which may start. Each host has a queue, a count of running
 * requests and a moment before which it is left alone; the hosts that have something to do and a free place stand in a
 * binary heap by that moment, so a step costs the logarithm of their number.
 */
#include "fetch/plan.h"

enum { NOT_IN_HEAP = 0 };

struct waiting {
	size_t task;
	struct waiting *next;
};

struct host {
	struct waiting *first, *last;
	size_t running;
	int64_t ready; /* not before */
	size_t place;  /* in the heap, from 1; NOT_IN_HEAP */
};

struct plan {
	struct arena *arena;
	struct plan_rules rules;
	struct table names; /* to places in `hosts` */
	struct {
		struct host *at;
		size_t n, room;
	} hosts;
	struct {
		size_t *at; /* of hosts; the first stands at 0, its place is 1 */
		size_t n, room;
	} heap;
	size_t waiting, running;
};

struct plan *plan_new(struct arena *arena, struct plan_rules rules)
{
	struct plan *plan = arena_new_of(arena, struct plan);

	*plan = (struct plan){.arena = arena, .rules = rules, .names = table_new(arena)};
	return plan;
}

static size_t find_host(struct plan *plan, struct ng_text name)
{
	struct table_entry *entry = table_get(&plan->names, name);

	if (!entry) {
		*array_add(plan->arena, &plan->hosts) = (struct host){0};
		entry = table_put(&plan->names, arena_copy(plan->arena, name));
		entry->value = plan->hosts.n - 1;
	}
	return (size_t)entry->value;
}

static bool is_before(const struct plan *plan, size_t a, size_t b)
{
	int64_t first = plan->hosts.at[a].ready, second = plan->hosts.at[b].ready;

	return first < second || (first == second && a < b);
}

static void set_place(struct plan *plan, size_t place, size_t host)
{
	plan->heap.at[place - 1] = host;
	plan->hosts.at[host].place = place;
}

static void rise(struct plan *plan, size_t place)
{
	size_t host = plan->heap.at[place - 1];

	while (place > 1 && is_before(plan, host, plan->heap.at[place / 2 - 1])) {
		set_place(plan, place, plan->heap.at[place / 2 - 1]);
		place /= 2;
	}
	set_place(plan, place, host);
}

static void sink(struct plan *plan, size_t place)
{
	size_t host = plan->heap.at[place - 1], child;

	while ((child = place * 2) <= plan->heap.n) {
		if (child < plan->heap.n && is_before(plan, plan->heap.at[child], plan->heap.at[child - 1]))
			child++;
		if (!is_before(plan, plan->heap.at[child - 1], host))
			break;
		set_place(plan, place, plan->heap.at[child - 1]);
		place = child;
	}
	set_place(plan, place, host);
}

static void leave_heap(struct plan *plan, size_t index)
{
	size_t place = plan->hosts.at[index].place, last = plan->heap.at[plan->heap.n - 1];

	plan->hosts.at[index].place = NOT_IN_HEAP;
	plan->heap.n--;
	if (last == index)
		return;
	set_place(plan, place, last);
	sink(plan, place);
	rise(plan, plan->hosts.at[last].place);
}

/* The host's place follows from its queue, its free places and its moment; after a change of any of them. */
static void settle(struct plan *plan, size_t index)
{
	struct host *host = &plan->hosts.at[index];

	if (host->place != NOT_IN_HEAP)
		leave_heap(plan, index);
	if (!host->first || host->running >= plan->rules.per_host)
		return;
	*array_add(plan->arena, &plan->heap) = index;
	host->place = plan->heap.n;
	rise(plan, plan->heap.n);
}

void plan_add(struct plan *plan, size_t task, struct ng_text host_name)
{
	size_t index = find_host(plan, host_name);
	struct host *host = &plan->hosts.at[index];
	struct waiting *waiting = arena_new_of(plan->arena, struct waiting);

	waiting->task = task;
	if (host->first)
		host->last->next = waiting;
	else
		host->first = waiting;
	host->last = waiting;
	plan->waiting++;
	settle(plan, index);
}

size_t plan_next(struct plan *plan, int64_t now, int64_t *wait_ms)
{
	*wait_ms = -1;
	if (!plan->heap.n || plan->running >= plan->rules.jobs)
		return PLAN_NONE;
	size_t index = plan->heap.at[0];
	struct host *host = &plan->hosts.at[index];
	if (host->ready > now) {
		*wait_ms = host->ready - now;
		return PLAN_NONE;
	}
	size_t task = host->first->task;
	host->first = host->first->next;
	host->running++;
	host->ready = now + plan->rules.delay_ms;
	plan->waiting--;
	plan->running++;
	settle(plan, index);
	*wait_ms = 0;
	return task;
}

void plan_done(struct plan *plan, struct ng_text host)
{
	size_t index = find_host(plan, host);

	plan->hosts.at[index].running--;
	plan->running--;
	settle(plan, index);
}

void plan_hold(struct plan *plan, struct ng_text host, int64_t until)
{
	size_t index = find_host(plan, host);

	if (until <= plan->hosts.at[index].ready)
		return;
	plan->hosts.at[index].ready = until;
	settle(plan, index);
}

bool plan_is_empty(const struct plan *plan)
{
	return !plan->waiting && !plan->running;
}
