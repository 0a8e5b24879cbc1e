/*
 * JSON Lines of a stage. In: the edition's inputs. Out: lines in input order, through a sink. The map stages (extract,
 * sentences, dates, quotes) take a batch of chunks at a time and keep nothing between records; the others gather all
 * articles first. A record that cannot be used gives one line with its error and is noted as skipped.
 */
#include "edition_gather.h"
#include "edition_progress.h"

#include "story/rank.h"
#include "story/select.h"
#include "story/timeline.h"

#include "base/json.h"
#include "base/utf8.h"

enum { BATCH = 16 /* chunks, some 64 MiB */, PIECE = 1 << 20 };

/* Lines. What a buffer outgrew stays in its arena, so that another one begins when it is nearly full at PIECE bytes. */
struct piece {
	struct piece *next;
	struct buf lines;
};

/* What one chunk gave: its lines, and the errors among them. */
struct mapped {
	struct mapped *next;
	struct piece *first, *last;
	struct failures failed;
};

struct map {
	struct ng_edition *edition;
	enum ng_lines stage;
	struct ng_sink sink;
	struct input_cursor *cursor;
	struct mapped *first, *last; /* of this batch */
	bool ended;
};

static bool fetch_mapped(void *shared, void *own, size_t task, struct arena *scratch)
{
	struct map *map = shared;
	struct edition_worker *worker = own;
	struct mapped *mapped;

	(void)task;
	if (!inputs_next(map->cursor, scratch, &worker->chunk)) {
		map->ended = true;
		return false;
	}
	progress_chunk(map->edition, &worker->chunk);
	mapped = arena_new_of(worker->keep, struct mapped);
	if (map->last)
		map->last->next = mapped;
	else
		map->first = mapped;
	map->last = worker->slot = mapped;
	return true;
}

/* One record on its way to its line. */
struct mapping {
	const struct map *map;
	struct edition_worker *worker;
	struct mapped *mapped;
};

static struct buf *lines_of(const struct mapping *mapping)
{
	struct mapped *mapped = mapping->mapped;

	if (!mapped->last || mapped->last->lines.len >= PIECE / 8 * 7) {
		struct arena *keep = mapping->worker->keep;
		struct piece *piece = arena_new_of(keep, struct piece);
		piece->lines = buf_new(keep, SIZE_MAX);
		if (mapped->last) {
			piece->lines.at = arena_alloc(keep, PIECE, 1);
			piece->lines.room = PIECE;
			mapped->last->next = piece;
		} else {
			mapped->first = piece;
		}
		mapped->last = piece;
	}
	return &mapped->last->lines;
}

static void map_found(void *user, struct arena *scratch, const struct article *article, const struct place *place)
{
	static const unsigned stages[] = {
	    [NG_EXTRACT] = STAGE_DAY,
	    [NG_EXPLAIN] = 0,
	    [NG_SENTENCES] = STAGE_SENTENCES,
	    [NG_DATES] = STAGE_SENTENCES | STAGE_DATES,
	    [NG_QUOTES] = STAGE_SENTENCES | STAGE_QUOTES,
	};
	struct mapping *mapping = user;
	struct document document;

	(void)place;
	edition_document(mapping->map->edition, mapping->worker->words, scratch, article, stages[mapping->map->stage],
			 &document);
	line_put(lines_of(mapping), mapping->map->stage, mapping->map->edition, &document);
}

static void map_failed(void *user, struct ng_text id, const struct ng_error *error)
{
	struct mapping *mapping = user;

	if (mapping->map->stage != NG_EXPLAIN)
		line_put_error(lines_of(mapping), id, error);
	failures_note(&mapping->mapped->failed, mapping->worker->keep, error);
}

static void run_mapped(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct edition_worker *worker = own;
	struct mapping mapping = {shared, worker, worker->slot};

	(void)task, (void)keep;
	edition_walk(&(struct walk){mapping.map->edition, &mapping, map_found, map_failed}, &worker->chunk, scratch);
}

static void write_lines(struct ng_edition *edition, struct ng_sink sink, struct ng_text bytes)
{
	if (bytes.len && !sink.write(sink.user, bytes))
		arena_fail(edition->arena, NG_IO, TEXT(""), 0, "cannot write the output");
}

static void map_lines(struct map *map)
{
	struct ng_edition *edition = map->edition;
	struct pool_job job = {.shared = map, .run = run_mapped, .fetch = fetch_mapped, .n_tasks = BATCH};
	struct arena_mark mark = arena_mark(edition->work);

	progress_open(edition);
	map->cursor = inputs_open(edition->stream, &edition->inputs, &edition->options.limits);
	while (!map->ended) {
		map->first = map->last = NULL;
		edition_pool(edition, edition->work, &job);
		for (const struct mapped *mapped = map->first; mapped; mapped = mapped->next) {
			for (const struct piece *piece = mapped->first; piece; piece = piece->next)
				write_lines(edition, map->sink, buf_text(&piece->lines));
			edition_skip_all(edition, &mapped->failed);
		}
		arena_reset(edition->work, mark);
	}
}

static void put_line(struct ng_edition *edition, struct ng_sink sink, const struct json *line)
{
	struct arena_mark mark = arena_mark(edition->work);
	struct buf out = buf_new(edition->work, SIZE_MAX);

	json_put(&out, line);
	buf_byte(&out, '\n');
	write_lines(edition, sink, buf_text(&out));
	arena_reset(edition->work, mark);
}

/* In input order; stories are numbered by their first article. */
static void cluster_lines(struct ng_edition *edition, struct ng_sink sink)
{
	struct arena *arena = edition->work;
	struct readings readings = edition_gather(edition, 0);
	struct item *items;
	const struct membership *members = edition_cluster(edition, &readings, &items, false).members;
	uint32_t *number = arena_array(arena, readings.n, uint32_t), next = 0; /* of a story, + 1; 0: not seen yet */
	uint32_t *place = arena_array(arena, readings.n, uint32_t);

	for (size_t i = 0; i < readings.n; i++)
		place[readings.at[i]->index] = (uint32_t)i;
	for (size_t i = 0; i < readings.n; i++) {
		struct arena_mark mark = arena_mark(arena);
		struct json *line = json_new(arena, JSON_OBJECT);
		uint32_t *story = &number[members[place[i]].story];
		if (!*story)
			*story = ++next;
		json_set(line, "id", json_string(arena, readings.at[place[i]]->id));
		json_set(line, "story", json_int(arena, *story - 1));
		put_line(edition, sink, line);
		arena_reset(arena, mark);
	}
}

/* All documents as one story, copies left out. */
struct one_story {
	struct document *documents;
	size_t n;
};

static struct one_story gather_story(struct ng_edition *edition, unsigned stages)
{
	struct readings readings = edition_gather(edition, stages);
	struct one_story story = {arena_array(edition->work, readings.n, struct document), 0};

	for (size_t i = 0; i < readings.n; i++)
		story.documents[story.n++] = readings.at[i]->document;
	return story;
}

static struct ng_text sentence_text(struct arena *arena, const struct document *document, uint32_t index)
{
	const struct sentence *sentence = &document->sentences[index];
	struct buf text = buf_new(arena, SIZE_MAX);

	utf8_squeeze(&text, text_slice(document->article.text, sentence->start, sentence->end));
	return buf_text(&text);
}

static struct json *sentence_json(struct arena *arena, const struct document *document, uint32_t index)
{
	struct json *object = json_new(arena, JSON_OBJECT);

	json_set(object, "article", json_string(arena, document->article.id));
	json_set(object, "start", json_int(arena, document->sentences[index].start));
	json_set(object, "end", json_int(arena, document->sentences[index].end));
	return object;
}

static void summarize_lines(struct ng_edition *edition, struct ng_sink sink, bool as_json)
{
	enum { DEFAULT_SENTENCES = 5, SCORE_DECIMALS = 4 };
	struct arena *arena = edition->work;
	struct one_story story = gather_story(edition, STAGE_SENTENCES | STAGE_WORDS);
	struct ranking ranking =
	    rank_sentences(arena, story.documents, story.n, edition->options.limits.story_sentences);
	struct rank_budget budget = {
	    .words = edition->options.words, .sentences = edition->options.sentences, .reader = edition->options.clean};

	if (!budget.words && !budget.sentences)
		budget.sentences = DEFAULT_SENTENCES;
	struct choice choice = rank_select(arena, story.documents, &ranking, &budget);
	for (size_t i = 0; i < choice.n; i++) {
		const struct document *document = &story.documents[choice.at[i].document];
		struct ng_text text = sentence_text(arena, document, choice.at[i].sentence);
		if (as_json) {
			struct json *line = sentence_json(arena, document, choice.at[i].sentence);
			json_set(line, "score", json_real(arena, choice.at[i].score, SCORE_DECIMALS));
			json_set(line, "text", json_string(arena, text));
			put_line(edition, sink, line);
		} else {
			write_lines(edition, sink, text);
			write_lines(edition, sink, TEXT("\n"));
		}
	}
}

static void timeline_lines(struct ng_edition *edition, struct ng_sink sink)
{
	struct arena *arena = edition->work;
	struct one_story story = gather_story(edition, STAGE_SENTENCES | STAGE_WORDS | STAGE_DATES);
	struct timeline_options options = {
	    .from = edition->from,
	    .to = edition->to,
	    .today = edition->date,
	    .days = edition->options.days,
	    .per_day = edition->options.per_day ? edition->options.per_day : 1,
	};
	struct timeline timeline = timeline_make(arena, story.documents, story.n, &options);

	for (size_t i = 0; i < timeline.n; i++) {
		const struct timeline_entry *entry = &timeline.at[i];
		struct json *line = json_new(arena, JSON_OBJECT);
		json_set(line, "date", json_string(arena, text_of(entry->value)));
		struct json *sentences = json_set(line, "sentences", json_new(arena, JSON_LIST));
		for (size_t k = 0; k < entry->n_sentences; k++) {
			const struct document *document = &story.documents[entry->sentences[k].document];
			uint32_t index = entry->sentences[k].sentence;
			struct json *sentence = json_add(sentences, sentence_json(arena, document, index));
			json_set(sentence, "text", json_string(arena, sentence_text(arena, document, index)));
		}
		put_line(edition, sink, line);
	}
}

static void run_lines(void *data)
{
	struct map *map = data;

	switch (map->stage) {
	case NG_CLUSTER:
		cluster_lines(map->edition, map->sink);
		break;
	case NG_SUMMARIZE:
	case NG_SUMMARIZE_JSON:
		summarize_lines(map->edition, map->sink, map->stage == NG_SUMMARIZE_JSON);
		break;
	case NG_TIMELINE:
		timeline_lines(map->edition, map->sink);
		break;
	default:
		map_lines(map);
	}
}

enum ng_status ng_edition_lines(ng_edition *edition, enum ng_lines stage, struct ng_sink sink)
{
	struct map map = {.edition = edition, .stage = stage, .sink = sink};

	return edition_guard(edition, run_lines, &map);
}
