/*
 * Tables of document frequencies. In: documents with words, or tables. Out: a table: a head line, then lines of
 * language, stem and count, parted by tabs, in byte order; the line without a stem counts the language's documents.
 * Only whole numbers are added, so parts of a collection counted apart and merged in any order and grouping give the
 * bytes that the whole gives. Stop words are not counted. A sum is as commutative as the sort before it is total.
 * Refuses: a file without the head, a line that is none, a sum over 2^63.
 */
#include "story/frequencies.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "story/idf.h"
#include "story/ids.h"

static const char head[] = "#nutgraf frequencies 1";

/* What is counted of one language. */
struct counted {
	struct counted *next;
	struct ng_text language;
	uint64_t documents;
	struct ids ids; /* stem -> its place in `stems` */
	struct {
		struct stem {
			struct ng_text text;
			uint64_t documents, last; /* number of the document that was counted last */
		} * at;
		size_t n, room;
	} stems;
};

struct frequency_counter {
	struct arena *arena;
	struct counted *first;
};

struct frequency_counter *frequency_counter_new(struct arena *arena)
{
	struct frequency_counter *counter = arena_new_of(arena, struct frequency_counter);

	counter->arena = arena;
	return counter;
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Languages as idf_tables_take() tells them apart: "en-GB" is counted with "en"; what is no code has no name. */
static struct counted *counted_of(struct frequency_counter *counter, struct ng_text code)
{
	uint16_t main = idf_language(code);
	const char letters[] = {(char)(main >> 8), (char)(main & 0xff)};
	bool known = is_letter(letters[0]) && is_letter(letters[1]);
	struct ng_text language = known ? (struct ng_text){letters, sizeof letters} : TEXT("und");

	for (struct counted *counted = counter->first; counted; counted = counted->next)
		if (text_equal(counted->language, language))
			return counted;
	struct counted *counted = arena_new_of(counter->arena, struct counted);
	counted->language = arena_copy(counter->arena, language);
	counted->next = counter->first;
	counter->first = counted;
	return counted;
}

struct counting {
	struct frequency_counter *counter;
	struct counted *counted;
	struct word_reader *words;
	const struct language *language;
};

static void count_words(const struct counting *counting, struct ng_text text, const struct word *words, size_t n)
{
	struct arena *arena = counting->counter->arena;
	struct counted *counted = counting->counted;

	for (size_t i = 0; i < n; i++) {
		if (words[i].flags & WORD_STOP)
			continue;
		uint32_t id = ids_put(arena, &counted->ids, words[i].stem);
		if (id == counted->stems.n)
			array_add(arena, &counted->stems)->text =
			    word_stem(counting->words, arena, counting->language, text, &words[i]);
		struct stem *stem = &counted->stems.at[id];
		stem->documents += stem->last != counted->documents;
		stem->last = counted->documents;
	}
}

void frequency_count(struct frequency_counter *counter, struct word_reader *words, const struct document *document)
{
	struct counting counting = {counter, counted_of(counter, document->article.language), words,
				    document->language};

	counting.counted->documents++;
	count_words(&counting, document->article.title, document->title_words, document->n_title_words);
	count_words(&counting, document->article.text, document->words, document->n_words);
}

void frequency_counted(struct arena *arena, const struct frequency_counter *counter, struct frequencies *frequencies)
{
	for (const struct counted *counted = counter->first; counted; counted = counted->next) {
		*(struct frequency *)array_add(arena, frequencies) =
		    (struct frequency){counted->language, TEXT(""), counted->documents};
		for (size_t i = 0; i < counted->stems.n; i++)
			if (counted->stems.at[i].text.len)
				*(struct frequency *)array_add(arena, frequencies) = (struct frequency){
				    counted->language, counted->stems.at[i].text, counted->stems.at[i].documents};
	}
}

/* A count as frequencies_put() writes it: digits, no 0 before others, 2^63 at most. */
static bool read_count(struct ng_text text, uint64_t *count)
{
	*count = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9' || *count > (uint64_t)INT64_MAX / 10)
			return false;
		*count = *count * 10 + (uint64_t)(text.at[i] - '0');
	}
	return text.len > 0 && *count <= INT64_MAX && (text.at[0] != '0' || text.len == 1);
}

void frequencies_read(struct arena *arena, const char *name, struct ng_text bytes, struct frequencies *frequencies)
{
	struct ng_text line, rest = bytes;
	unsigned long number = 1;

	if (!text_cut(&rest, '\n', &line) || !text_equal(line, text_of(head)))
		arena_fail(arena, NG_BAD_INPUT, text_of(name), 1,
			   "is no table of frequencies: the first line must be \"%s\"", head);
	while (rest.len && text_cut(&rest, '\n', &line)) {
		struct frequency frequency = {0};
		struct ng_text count = line;
		number++;
		bool good = text_cut(&count, '\t', &frequency.language) && text_cut(&count, '\t', &frequency.stem) &&
			    frequency.language.len && read_count(count, &frequency.documents);
		if (!good)
			arena_fail(arena, NG_BAD_INPUT, text_of(name), number,
				   "expected a language, a stem and a count, parted by tabs");
		*(struct frequency *)array_add(arena, frequencies) = frequency;
	}
}

static int order(const void *a, const void *b, void *context)
{
	const struct frequency *left = a, *right = b;
	int languages = text_compare(left->language, right->language);

	(void)context;
	return languages ? languages : text_compare(left->stem, right->stem);
}

void frequencies_sum(struct arena *arena, struct frequencies *frequencies)
{
	size_t n = 0;

	sort_stable(arena, frequencies->at, frequencies->n, sizeof *frequencies->at, order, NULL);
	for (size_t i = 0; i < frequencies->n; i++) {
		struct frequency *last = n ? &frequencies->at[n - 1] : NULL;
		if (!last || order(last, &frequencies->at[i], NULL) != 0) {
			frequencies->at[n++] = frequencies->at[i];
			continue;
		}
		if (last->documents > INT64_MAX - frequencies->at[i].documents)
			arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "the count of \"%.*s\" is over 2^63",
				   TEXT_ARGS(last->stem));
		last->documents += frequencies->at[i].documents;
	}
	frequencies->n = n;
}

void frequencies_put(struct buf *out, const struct frequencies *frequencies)
{
	buf_puts(out, head);
	buf_byte(out, '\n');
	for (size_t i = 0; i < frequencies->n; i++) {
		buf_put(out, frequencies->at[i].language);
		buf_byte(out, '\t');
		buf_put(out, frequencies->at[i].stem);
		buf_format(out, "\t%llu\n", (unsigned long long)frequencies->at[i].documents);
	}
}
