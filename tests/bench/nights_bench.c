/*
 * nights_bench [NIGHTS [STORIES]]: what the state file costs as years go by. Invented stories, some STORIES a night
 * that last one to five days and drift as they go, are followed and remembered night after night as a build does it:
 * open, read the last two weeks, find what each story goes on from, put, commit. Prints, for nights at powers of two
 * and the last, the mean CPU seconds of a night around it, by part, and the file's size. Not a test: timings are for
 * reading.
 */
#include "archive/follow.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { STEMS = 900, ARTICLES = 3, TOP = 7, ENTRIES = 3, ARTICLE_BYTES = 4000, AROUND = 8, DAYS_MOST = 5 };

static uint64_t chance_state = 1;

static uint32_t chance(uint32_t below)
{
	chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((chance_state >> 33) % below);
}

/* A story in the world: what it is about, until its last day. */
struct running {
	uint32_t features[GIST_FEATURES];
	unsigned days_left;
};

struct costs {
	double past, follow, put;
	unsigned found;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int order(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

	return (left > right) - (left < right);
}

/* Half of what it is about is new each day. */
static void go_on(struct running *story)
{
	bool is_new = !story->days_left;

	if (is_new)
		story->days_left = 1 + chance(DAYS_MOST);
	for (int i = is_new ? 0 : GIST_FEATURES / 2; i < GIST_FEATURES; i++)
		story->features[i] = chance(UINT32_MAX);
	story->days_left--;
}

static struct gist *gist_of(struct arena *arena, const struct running *story)
{
	struct gist *gist = arena_new_of(arena, struct gist);
	uint32_t hashes[GIST_FEATURES];

	memcpy(hashes, story->features, sizeof hashes);
	qsort(hashes, GIST_FEATURES, sizeof *hashes, order);
	gist->features = arena_array(arena, GIST_FEATURES, struct gist_feature);
	gist->n_features = GIST_FEATURES;
	for (int i = 0; i < GIST_FEATURES; i++)
		gist->features[i] = (struct gist_feature){hashes[i], 65535 / 8};
	gist->stems = arena_array(arena, STEMS, uint32_t);
	gist->n_stems = STEMS;
	for (int i = 0; i < STEMS; i++)
		gist->stems[i] = (uint32_t)i * 1000 + chance(1000);
	gist->articles = arena_array(arena, ARTICLES, uint32_t);
	gist->n_articles = ARTICLES;
	for (int i = 0; i < ARTICLES; i++)
		gist->articles[i] = chance(UINT32_MAX);
	qsort(gist->articles, ARTICLES, sizeof *gist->articles, order);
	return gist;
}

static void add_entries(struct arena *arena, struct telling *telling)
{
	char *text = arena_alloc(arena, ARTICLE_BYTES, 1);

	memset(text, 'a', ARTICLE_BYTES);
	telling->entries = arena_array(arena, ENTRIES, struct entry);
	telling->n_entries = ENTRIES;
	for (int i = 0; i < ENTRIES; i++)
		telling->entries[i] = (struct entry){
		    .event = {.date = arena_format(arena, "%d-%d", (int)telling->day, i),
			      .day = telling->day - i,
			      .item.text = TEXT("A sentence of some length that tells what happened on the day.")},
		    .article = {.id = arena_format(arena, "%.*s-%d", TEXT_ARGS(telling->id), i)},
		    .text = {text, ARTICLE_BYTES},
		};
}

struct night {
	struct arena *arena;
	const char *path;
	int32_t day;
	struct running *running;
	size_t n_stories;
	struct costs costs;
};

/* Of two stories that would go on from one, the second is new, as in a build. */
static bool is_taken(const struct tellings *tellings, size_t n, struct ng_text id)
{
	bool taken = false;

	for (size_t i = 0; i < n && !taken; i++)
		taken = text_equal(tellings->at[i].id, id);
	return taken;
}

static void run_night(void *data)
{
	struct night *night = data;
	struct arena *arena = night->arena;
	struct tellings tellings = {arena_array(arena, night->n_stories, struct telling), night->n_stories, 0};

	for (size_t i = 0; i < night->n_stories; i++) {
		go_on(&night->running[i]);
		tellings.at[i] = (struct telling){.day = night->day, .gist = gist_of(arena, &night->running[i])};
	}
	double start = now();
	struct archive *archive = archive_open(arena, night->path, ARCHIVE_WRITE);
	struct tellings past = archive_past(arena, archive, night->day, FOLLOW_DAYS);
	night->costs.past = now() - start;
	start = now();
	for (size_t i = 0; i < night->n_stories; i++) {
		struct telling *telling = &tellings.at[i];
		struct following following = follow_find(arena, &past, telling->gist, night->day);
		night->costs.found += following.past != NULL;
		telling->id = following.past && !is_taken(&tellings, i, following.past->id)
				  ? following.past->id
				  : arena_format(arena, "%08" PRIx32,
						 (uint32_t)night->day * (uint32_t)night->n_stories + (uint32_t)i);
		telling->first = following.past ? following.past->first : night->day;
		telling->headline =
		    arena_format(arena, "A headline of the usual length, number %.*s", TEXT_ARGS(telling->id));
		if (i < TOP) {
			archive_timeline(arena, archive, telling->id, night->day);
			add_entries(arena, telling);
		}
	}
	night->costs.follow = now() - start;
	start = now();
	archive_put(archive, night->day, &tellings);
	archive_commit(archive);
	archive_close(archive);
	night->costs.put = now() - start;
}

static void report(int32_t night, const struct costs *costs, const char *path)
{
	struct stat file;

	if (stat(path, &file))
		exit(1);
	printf("night %5d: read %.4f s, follow %.4f s, put %.4f s; %u stories went on; %.1f MiB\n", (int)night,
	       costs->past / AROUND, costs->follow / AROUND, costs->put / AROUND, costs->found / AROUND,
	       (double)file.st_size / (1 << 20));
	fflush(stdout);
}

int main(int argc, char **argv)
{
	int32_t nights = argc > 1 ? atoi(argv[1]) : 2000;
	size_t n_stories = argc > 2 ? (size_t)atoi(argv[2]) : 100;
	struct running *running = calloc(n_stories, sizeof *running);
	char path[] = "/tmp/nights_bench.XXXXXX";
	struct costs sum = {0};
	int descriptor = mkstemp(path);

	if (descriptor < 0 || !running)
		return 1;
	close(descriptor);
	for (int32_t day = 1; day <= nights; day++) {
		struct ng_error error;
		struct night night = {arena_new((size_t)1 << 30), path, day, running, n_stories, {0, 0, 0, 0}};
		if (!night.arena || !arena_try(night.arena, run_night, &night, &error)) {
			fprintf(stderr, "night %d: %s\n", (int)day, error.what);
			return 1;
		}
		arena_free(night.arena);
		sum.past += night.costs.past;
		sum.follow += night.costs.follow;
		sum.put += night.costs.put;
		sum.found += night.costs.found;
		if (day % AROUND)
			continue;
		if ((day & (day - 1)) == 0 || day + AROUND > nights)
			report(day, &sum, path);
		sum = (struct costs){0};
	}
	unlink(path);
	free(running);
	return 0;
}
