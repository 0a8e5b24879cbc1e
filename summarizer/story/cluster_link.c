/*
 * Average-link (UPGMA, Sokal and Michener 1958) over sparse likenesses. In: earlier neighbours of each vector. Out: its
 * cluster. Connected components are independent, so threads take them as tasks. In a component: the nearest-neighbour
 * chain (Benzecri 1982; exact because joining two clusters never brings either nearer to a third). Lists of neighbours
 * are lazy: they name clusters as they were, and are summed up under their present names when they are read. Sums are
 * of whole numbers and divided once, so the answer does not depend on the order of joining; ties go to the lowest
 * number.
 */
#include "story/cluster_link.h"

#include "base/pool.h"

enum { TASK_MEMBERS = 2048 };

struct tie {
	uint32_t to;  /* place in the component */
	uint64_t sum; /* of likenesses over pairs */
};

struct ties {
	struct tie *at;
	size_t n, room;
};

/* One component under work. Clusters are named by their lowest place. */
struct chain {
	struct arena *arena;
	uint32_t n;
	uint32_t *cluster; /* of each place: a cluster it went into; itself while it stands */
	uint64_t *sizes;   /* articles */
	struct ties *ties;
	uint32_t *spot; /* of each cluster: index + 1 in the list that is being summed up */
	uint32_t *stack;
	uint32_t depth;
};

static uint32_t root_of(uint32_t *parents, uint32_t at)
{
	while (parents[at] != at) {
		parents[at] = parents[parents[at]];
		at = parents[at];
	}
	return at;
}

/* Sums a cluster's ties up under the present names of clusters. */
static void sum_up(struct chain *chain, uint32_t cluster)
{
	struct ties *ties = &chain->ties[cluster];
	size_t n = 0;

	for (size_t i = 0; i < ties->n; i++) {
		struct tie tie = ties->at[i];
		tie.to = root_of(chain->cluster, tie.to);
		if (tie.to == cluster)
			continue;
		if (chain->spot[tie.to]) {
			ties->at[chain->spot[tie.to] - 1].sum += tie.sum;
			continue;
		}
		ties->at[n++] = tie;
		chain->spot[tie.to] = (uint32_t)n;
	}
	ties->n = n;
	for (size_t i = 0; i < n; i++)
		chain->spot[ties->at[i].to] = 0;
}

static double mean(const struct chain *chain, uint32_t cluster, const struct tie *tie)
{
	return (double)tie->sum / ((double)chain->sizes[cluster] * (double)chain->sizes[tie->to]) / LIKENESS_ONE;
}

/* The cluster nearest to one; of equals `wanted`, else the lowest. UINT32_MAX: none is as near as `least`. */
static uint32_t nearest(struct chain *chain, uint32_t cluster, uint32_t wanted, double least)
{
	uint32_t best = UINT32_MAX;
	double most = least;

	sum_up(chain, cluster);
	for (size_t i = 0; i < chain->ties[cluster].n; i++) {
		const struct tie *tie = &chain->ties[cluster].at[i];
		double value = mean(chain, cluster, tie);
		if (value < most)
			continue;
		if (value > most || best == UINT32_MAX || tie->to == wanted || (tie->to < best && best != wanted)) {
			best = tie->to;
			most = value;
		}
	}
	return best;
}

static void join(struct chain *chain, uint32_t a, uint32_t b)
{
	uint32_t into = a < b ? a : b, from = a < b ? b : a;
	struct ties *to = &chain->ties[into], *more = &chain->ties[from];

	if (to->n < more->n) {
		struct ties swap = *to;
		*to = *more;
		*more = swap;
	}
	for (size_t i = 0; i < more->n; i++)
		*array_add(chain->arena, to) = more->at[i];
	more->n = 0;
	chain->cluster[from] = into;
	chain->sizes[into] += chain->sizes[from];
}

/* Follows nearest neighbours from `start` until nothing there is near enough to anything. */
static void follow(struct chain *chain, uint32_t start, double least)
{
	chain->stack[0] = start;
	chain->depth = 1;
	while (chain->depth > 0) {
		uint32_t top = chain->stack[chain->depth - 1];
		uint32_t before = chain->depth > 1 ? chain->stack[chain->depth - 2] : UINT32_MAX;
		uint32_t next = nearest(chain, top, before, least);
		if (next == UINT32_MAX) {
			chain->depth--;
		} else if (next == before) {
			join(chain, top, before);
			chain->depth -= 2;
		} else {
			chain->stack[chain->depth++] = next;
		}
	}
}

/* Vectors by component, in ascending order within each. */
struct components {
	const struct vectors *vectors;
	const struct neighbours *neighbours;
	double least;
	uint32_t *members;
	uint32_t *place; /* of each vector, in its component */
	uint32_t *first; /* of each component: its members; one more entry ends the last */
	size_t n;
	uint32_t *task; /* of each task: its first component; one more entry ends the last */
	size_t n_tasks;
	uint32_t *cluster; /* the answer */
};

static void fill_ties(struct chain *chain, const struct components *components, const uint32_t *members)
{
	for (uint32_t place = 0; place < chain->n; place++) {
		const struct neighbours *neighbours = &components->neighbours[members[place]];
		const struct vector *vector = &components->vectors->at[members[place]];
		for (uint32_t i = 0; i < neighbours->n; i++) {
			uint32_t other = components->place[neighbours->to[i]];
			uint64_t sum = (uint64_t)neighbours->likeness[i] * vector->size *
				       components->vectors->at[neighbours->to[i]].size;
			*array_add(chain->arena, &chain->ties[place]) = (struct tie){other, sum};
			*array_add(chain->arena, &chain->ties[other]) = (struct tie){place, sum};
		}
	}
}

static void link_component(struct components *components, size_t component, struct arena *arena)
{
	const uint32_t *members = components->members + components->first[component];
	struct chain chain = {.arena = arena, .n = components->first[component + 1] - components->first[component]};

	chain.cluster = arena_array(arena, chain.n, uint32_t);
	chain.sizes = arena_array(arena, chain.n, uint64_t);
	chain.ties = arena_array(arena, chain.n, struct ties);
	chain.spot = arena_array(arena, chain.n, uint32_t);
	chain.stack = arena_array(arena, (size_t)chain.n + 1, uint32_t);
	for (uint32_t place = 0; place < chain.n; place++) {
		chain.cluster[place] = place;
		chain.sizes[place] = components->vectors->at[members[place]].size;
	}
	fill_ties(&chain, components, members);
	for (uint32_t place = 0; place < chain.n; place++) {
		uint32_t cluster = root_of(chain.cluster, place);
		while (nearest(&chain, cluster, UINT32_MAX, components->least) != UINT32_MAX) {
			follow(&chain, cluster, components->least);
			cluster = root_of(chain.cluster, place);
		}
	}
	for (uint32_t place = 0; place < chain.n; place++)
		components->cluster[members[place]] = members[root_of(chain.cluster, place)];
}

static void link_task(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct components *components = shared;

	(void)own;
	(void)keep;
	for (size_t c = components->task[task]; c < components->task[task + 1]; c++) {
		struct arena_mark mark = arena_mark(scratch);
		link_component(components, c, scratch);
		arena_reset(scratch, mark);
	}
}

/* Connected components, by the lowest vector of each. */
static void find_components(struct arena *arena, struct components *components)
{
	size_t n = components->vectors->n;
	uint32_t *parents = arena_array(arena, n, uint32_t), *number = arena_array(arena, n, uint32_t);

	for (uint32_t v = 0; v < n; v++) {
		uint32_t root = parents[v] = v;
		for (uint32_t i = 0; i < components->neighbours[v].n; i++) {
			uint32_t other = root_of(parents, components->neighbours[v].to[i]);
			parents[other > root ? other : root] = other > root ? root : other;
			root = other < root ? other : root;
		}
	}
	components->first = arena_array(arena, n + 2, uint32_t);
	for (uint32_t v = 0; v < n; v++) {
		uint32_t root = root_of(parents, v);
		if (root == v)
			number[v] = (uint32_t)components->n++;
		components->place[v] = components->first[number[root] + 2]++;
	}
	for (size_t c = 0; c < components->n; c++)
		components->first[c + 2] += components->first[c + 1];
	for (uint32_t v = 0; v < n; v++)
		components->members[components->first[number[root_of(parents, v)] + 1]++] = v;
}

static void cut_into_tasks(struct arena *arena, struct components *components)
{
	uint32_t begun = 0;

	components->task = arena_array(arena, components->n + 1, uint32_t);
	for (size_t c = 0; c < components->n; c++) {
		if (c > 0 && components->first[c] - begun < TASK_MEMBERS)
			continue;
		begun = components->first[c];
		components->task[components->n_tasks++] = (uint32_t)c;
	}
	components->task[components->n_tasks] = (uint32_t)components->n;
}

const uint32_t *link_average(struct arena *arena, const struct vectors *vectors, const struct neighbours *neighbours,
			     double least, unsigned jobs, size_t memory_cap)
{
	struct components components = {.vectors = vectors, .neighbours = neighbours, .least = least};

	components.members = arena_array(arena, vectors->n, uint32_t);
	components.place = arena_array(arena, vectors->n, uint32_t);
	components.cluster = arena_array(arena, vectors->n, uint32_t);
	find_components(arena, &components);
	cut_into_tasks(arena, &components);
	pool_run(arena, jobs, memory_cap,
		 &(struct pool_job){.shared = &components, .run = link_task, .n_tasks = components.n_tasks});
	return components.cluster;
}
