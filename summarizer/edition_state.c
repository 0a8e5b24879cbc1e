/* The state file by itself. In: options.state. Out: what it remembers, as lines; a day forgotten. */
#include "edition.h"

struct remembering {
	struct ng_edition *edition;
	const char *story;
	struct ng_sink sink;
	bool any;
};

static const char *state_of(const struct ng_edition *edition)
{
	if (!edition->options.state)
		arena_fail(edition->work, NG_USAGE, TEXT(""), 0, "say which state file (--state)");
	return edition->options.state;
}

static void history(void *data)
{
	struct remembering *this = data;
	struct arena *arena = this->edition->work;
	struct archive *archive = archive_open(arena, state_of(this->edition), ARCHIVE_READ);
	struct tellings tellings = archive_history(arena, archive, text_of(this->story));
	struct buf out = buf_new(arena, SIZE_MAX);

	this->any = tellings.n > 0;
	for (size_t i = 0; i < tellings.n; i++) {
		day_put(&out, tellings.at[i].day);
		buf_byte(&out, '\t');
		buf_put(&out, tellings.at[i].id);
		buf_byte(&out, '\t');
		buf_put(&out, tellings.at[i].headline);
		if (tellings.at[i].kin.len) {
			buf_byte(&out, '\t');
			buf_put(&out, tellings.at[i].kin);
		}
		buf_byte(&out, '\n');
	}
	if (out.len && !this->sink.write(this->sink.user, buf_text(&out)))
		arena_fail(arena, NG_IO, TEXT(""), 0, "cannot write the output");
}

enum ng_status ng_edition_history(ng_edition *edition, const char *story, struct ng_sink sink)
{
	struct remembering this = {.edition = edition, .story = story, .sink = sink};
	enum ng_status status = edition_guard(edition, history, &this);

	return status == NG_OK && story && !this.any ? NG_NOTHING : status;
}

static void forget(void *data)
{
	struct remembering *this = data;
	struct archive *archive = archive_open(this->edition->work, state_of(this->edition), ARCHIVE_CHANGE);

	if (this->edition->date == NG_NO_DAY)
		arena_fail(this->edition->work, NG_USAGE, TEXT(""), 0, "say which day to forget");
	this->any = archive_forget(archive, this->edition->date);
	archive_commit(archive);
}

enum ng_status ng_edition_forget(ng_edition *edition)
{
	struct remembering this = {.edition = edition};
	enum ng_status status = edition_guard(edition, forget, &this);

	return status == NG_OK && !this.any ? NG_NOTHING : status;
}
