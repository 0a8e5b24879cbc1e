/*
 * Gists as bytes. In: a gist. Out: little-endian 32-bit numbers: a version, the three counts, then features (hash,
 * weight), stems and articles. Refuses (unpacking): another version, counts over the limits of gist.h, a wrong length.
 */
#include "archive/gist.h"

enum { VERSION = 1, HEAD = 4 };

static void put(struct buf *buf, uint32_t number)
{
	for (int shift = 0; shift < 32; shift += 8)
		buf_byte(buf, (char)(number >> shift & 0xff));
}

struct ng_text gist_pack(struct arena *arena, const struct gist *gist)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	put(&buf, VERSION);
	put(&buf, (uint32_t)gist->n_features);
	put(&buf, (uint32_t)gist->n_stems);
	put(&buf, (uint32_t)gist->n_articles);
	for (size_t i = 0; i < gist->n_features; i++) {
		put(&buf, gist->features[i].hash);
		put(&buf, gist->features[i].weight);
	}
	for (size_t i = 0; i < gist->n_stems; i++)
		put(&buf, gist->stems[i]);
	for (size_t i = 0; i < gist->n_articles; i++)
		put(&buf, gist->articles[i]);
	return buf_text(&buf);
}

static uint32_t take(struct ng_text *bytes)
{
	uint32_t number = 0;

	for (size_t i = 0; i < 4; i++)
		number |= (uint32_t)(unsigned char)bytes->at[i] << 8 * i;
	*bytes = text_slice(*bytes, 4, bytes->len);
	return number;
}

static uint32_t *take_list(struct arena *arena, struct ng_text *bytes, size_t n)
{
	uint32_t *list = arena_array(arena, n, uint32_t);

	for (size_t i = 0; i < n; i++)
		list[i] = take(bytes);
	return list;
}

struct gist *gist_unpack(struct arena *arena, struct ng_text bytes)
{
	struct gist *gist = arena_new_of(arena, struct gist);

	if (bytes.len < HEAD * 4 || take(&bytes) != VERSION)
		return NULL;
	gist->n_features = take(&bytes);
	gist->n_stems = take(&bytes);
	gist->n_articles = take(&bytes);
	if (gist->n_features > GIST_FEATURES || gist->n_stems > GIST_STEMS || gist->n_articles > GIST_ARTICLES ||
	    bytes.len != (2 * gist->n_features + gist->n_stems + gist->n_articles) * 4)
		return NULL;
	gist->features = arena_array(arena, gist->n_features, struct gist_feature);
	for (size_t i = 0; i < gist->n_features; i++) {
		gist->features[i].hash = take(&bytes);
		gist->features[i].weight = take(&bytes);
	}
	gist->stems = take_list(arena, &bytes, gist->n_stems);
	gist->articles = take_list(arena, &bytes, gist->n_articles);
	return gist;
}
