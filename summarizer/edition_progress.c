/*
 * How far a run has come. In: the inputs and the chunks read of them. Out: calls of options.progress with the bytes
 * read and the bytes there are, as far as sizes of files tell. Without a callback it does nothing.
 */
#include "edition_progress.h"

#include "base/file.h"

void progress_open(struct ng_edition *edition)
{
	const struct inputs *inputs = &edition->inputs;
	bool known = true;

	if (!edition->options.progress)
		return;
	edition->bytes_before = arena_array(edition->stream, inputs->n + 1, uint64_t);
	for (size_t i = 0; i < inputs->n; i++) {
		const struct input *input = &inputs->at[i];
		uint64_t size = input->path ? file_size_known(input->path) : input->bytes.len;
		known &= size > 0 || !input->path;
		edition->bytes_before[i + 1] = edition->bytes_before[i] + size;
	}
	edition->bytes_all = known ? edition->bytes_before[inputs->n] : 0;
	edition->options.progress(edition->options.progress_user, NG_READING, 0, 0);
}

void progress_chunk(const struct ng_edition *edition, const struct chunk *chunk)
{
	if (edition->options.progress)
		edition->options.progress(edition->options.progress_user, NG_READING,
					  edition->bytes_before[chunk->input] + chunk->offset, edition->bytes_all);
}

void progress_stage(const struct ng_edition *edition, enum ng_stage stage)
{
	if (edition->options.progress)
		edition->options.progress(edition->options.progress_user, stage, 0, 0);
}
