/* Dates for the documents of story.h. */
#ifndef TEST_DATED_H
#define TEST_DATED_H

#include "base/date.h"
#include "language/date_find.h"
#include "story.h"

static inline int32_t day(const char *iso)
{
	struct stamp stamp;
	return stamp_from_iso(text_of(iso), &stamp) ? stamp.day : NG_NO_DAY;
}

/* Gives documents their dates; all were published on the days given. */
static inline void date_all(struct arena *arena, struct document *documents, size_t n, const char *const *published)
{
	static const struct resources data = {.built_in = resource_data};
	struct language *language = arena_new_of(arena, struct language);
	*language = test_language;
	language->discourse = table_new(arena);
	language->dates = date_tables_load(arena, &data, TEXT("en"));
	for (size_t i = 0; i < n; i++) {
		documents[i].language = language;
		documents[i].article.published = STAMP_NONE;
		documents[i].anchor = documents[i].article.published.day = day(published[i]);
		document_dates(arena, &documents[i]);
	}
}

#endif
