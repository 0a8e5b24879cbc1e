/*
 * Timelines of told stories: the tables entry and source. In: the entries that a telling told for the first time, each
 * with its article. Out: the entries of a story's earlier days; the articles they stand in, so that what is printed of
 * an earlier day can still be proved when only today's articles are at hand. Both go when the archive drops what is
 * old.
 */
#include "archive/archive_file.h"

#include "base/text.h"

/* The columns of source, in the order of the table. */
static struct ng_text *const *article_fields(struct ng_article *article, struct ng_text *fields[10])
{
	struct ng_text *const all[] = {
	    &article->id,   &article->source,  &article->url,      &article->title,     &article->author,
	    &article->site, &article->section, &article->language, &article->published, &article->published_from};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		fields[i] = all[i];
	return fields;
}

enum { N_FIELDS = 10 };

/* Names an article as it was then: another text under the same id is another source. */
static int64_t source_key(const struct entry *entry)
{
	uint64_t hash = hash_mix(text_hash(entry->article.id), text_hash(entry->text));

	return (int64_t)(hash_mix(hash, text_hash(entry->article.title)) >> 1);
}

static void put_source(struct archive *archive, const struct entry *entry)
{
	struct ng_article article = entry->article;
	struct ng_text *fields[N_FIELDS];
	sqlite3_stmt *statement = sql_prepare(
	    &archive->sql, "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) "
			   "DO NOTHING");

	article_fields(&article, fields);
	sql_bind_number(&archive->sql, statement, 1, source_key(entry));
	for (int i = 0; i < N_FIELDS; i++)
		sql_bind_text(&archive->sql, statement, 2 + i, *fields[i]);
	sql_bind_number(&archive->sql, statement, 2 + N_FIELDS, article.day);
	sql_bind_text(&archive->sql, statement, 3 + N_FIELDS, entry->text);
	sql_do(&archive->sql, statement);
	arena_release(archive->sql.arena, statement);
}

void timeline_put(struct archive *archive, const struct telling *telling)
{
	sqlite3_stmt *statement =
	    sql_prepare(&archive->sql, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

	for (size_t i = 0; i < telling->n_entries; i++) {
		const struct ng_event *event = &telling->entries[i].event;
		put_source(archive, &telling->entries[i]);
		sql_bind_text(&archive->sql, statement, 1, telling->id);
		sql_bind_number(&archive->sql, statement, 2, telling->day);
		sql_bind_number(&archive->sql, statement, 3, (int64_t)i);
		sql_bind_text(&archive->sql, statement, 4, event->date);
		sql_bind_number(&archive->sql, statement, 5, event->granularity);
		sql_bind_number(&archive->sql, statement, 6, event->day);
		sql_bind_text(&archive->sql, statement, 7, event->item.text);
		sql_check(&archive->sql, sqlite3_bind_double(statement, 8, event->item.score));
		sql_bind_number(&archive->sql, statement, 9, event->item.origin.start);
		sql_bind_number(&archive->sql, statement, 10, event->item.origin.end);
		sql_bind_number(&archive->sql, statement, 11, source_key(&telling->entries[i]));
		sql_do(&archive->sql, statement);
	}
	arena_release(archive->sql.arena, statement);
}

static void drop(struct archive *archive, const char *sql, int32_t day)
{
	sqlite3_stmt *statement = archive_prepare_days(archive, sql, day, 0);

	sql_do(&archive->sql, statement);
	arena_release(archive->sql.arena, statement);
	if (sqlite3_changes(archive->sql.database) > 0)
		sql_run(&archive->sql, "DELETE FROM source WHERE key NOT IN (SELECT source FROM entry);");
}

void timeline_forget(struct archive *archive, int32_t day)
{
	drop(archive, "DELETE FROM entry WHERE told = ?", day);
}

void timeline_drop_old(struct archive *archive, int32_t oldest)
{
	drop(archive, "DELETE FROM entry WHERE told < ?", oldest);
}

static struct entry read_entry(struct arena *arena, sqlite3_stmt *statement)
{
	struct ng_text *fields[N_FIELDS];
	struct entry entry = {
	    .event = {.date = sql_text(arena, statement, 0),
		      .granularity = (enum ng_granularity)sqlite3_column_int(statement, 1),
		      .day = (int32_t)sqlite3_column_int64(statement, 2),
		      .ahead = sqlite3_column_int(statement, 3) != 0,
		      .item = {.text = sql_text(arena, statement, 4),
			       .score = sqlite3_column_double(statement, 5),
			       .origin = {.start = (uint32_t)sqlite3_column_int64(statement, 6),
					  .end = (uint32_t)sqlite3_column_int64(statement, 7)}}},
	    .article.day = (int32_t)sqlite3_column_int64(statement, 8),
	};

	article_fields(&entry.article, fields);
	for (int i = 0; i < N_FIELDS; i++)
		*fields[i] = sql_text(arena, statement, 9 + i);
	return entry;
}

struct entries archive_timeline(struct arena *arena, struct archive *archive, struct ng_text id, int32_t day)
{
	struct entries entries = {0};
	sqlite3_stmt *statement = sql_prepare(
	    &archive->sql,
	    "SELECT date, granularity, entry.day, entry.day > told, entry.text, score, start, end, source.day, id, "
	    "name, url, "
	    "title, author, site, section, language, published, published_from FROM entry JOIN source ON key = "
	    "entry.source WHERE story = ? AND told < ? ORDER BY told, place");

	sql_bind_text(&archive->sql, statement, 1, id);
	sql_bind_number(&archive->sql, statement, 2, day);
	while (sql_step(&archive->sql, statement))
		*array_add(arena, &entries) = read_entry(arena, statement);
	arena_release(archive->sql.arena, statement);
	return entries;
}

void archive_articles(struct arena *arena, struct archive *archive, struct ng_text id,
		      void (*found)(void *user, struct ng_text title, struct ng_text text), void *user)
{
	sqlite3_stmt *statement =
	    sql_prepare(&archive->sql, "SELECT title, text FROM source WHERE id = ? ORDER BY key");

	sql_bind_text(&archive->sql, statement, 1, id);
	while (sql_step(&archive->sql, statement))
		found(user, sql_text(arena, statement, 0), sql_text(arena, statement, 1));
	arena_release(archive->sql.arena, statement);
}
