/* Cleaning: the table of lines in tests/spec/clean.tsv, what may never happen, and texts no reader would write. */
#include "test.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "clean/clean.h"
#include "clean/line.h"

static const struct resources built_in = {.built_in = resource_data};
static const char *const kinds[] = {"body", "heading", "list", "quote", "caption", "note", "noise"};

static struct article cleaned(struct arena *arena, struct ng_text title, struct ng_text text, struct ng_text keep)
{
	struct article article = {.title = title, .text = text, .published = STAMP_NONE, .file_day = NG_NO_DAY};

	clean_article(arena, clean_tables_load(arena, &built_in), &article, keep);
	return article;
}

struct expected {
	struct ng_text role, line;
};

/* Checks one article of the table; the number of lines that came out otherwise. */
static unsigned check_article(struct arena *arena, struct ng_text title, struct ng_text text,
			      const struct expected *expected, size_t n)
{
	struct article article = cleaned(arena, title, text, TEXT(""));
	unsigned wrong = 0;

	assert_int_equal(article.blocks.n, n);
	for (size_t i = 0; i < n; i++) {
		const struct block *block = &article.blocks.at[i];
		struct ng_text role = block->reason ? arena_format(arena, "%s:%s", kinds[block->kind], block->reason)
						    : text_of(kinds[block->kind]);
		assert_true(text_equal(text_slice(text, block->start, block->end), expected[i].line));
		if (text_equal(role, expected[i].role))
			continue;
		print_error("%.*s, not %.*s: %.*s\n", TEXT_ARGS(role), TEXT_ARGS(expected[i].role),
			    TEXT_ARGS(expected[i].line));
		wrong++;
	}
	return wrong;
}

TEST_IN_ARENA(roles_of_the_table)
{
	struct ng_text rows = file_read(arena, arena_format(arena, "%s/clean.tsv", getenv("SPEC")).at, 1 << 20), row,
		       title = TEXT("");
	struct {
		struct expected *at;
		size_t n, room;
	} expected = {0};
	struct buf text = buf_new(arena, 1 << 20);
	unsigned wrong = 0, articles = 0;

	for (bool more = true; more;) {
		more = text_cut(&rows, '\n', &row);
		if (!more || text_starts(row, TEXT("="))) {
			if (expected.n) {
				wrong += check_article(arena, title, arena_copy(arena, buf_text(&text)), expected.at,
						       expected.n);
				articles++;
			}
			expected.n = 0;
			buf_cut(&text, 0);
			title = text_trim(text_slice(row, 1, row.len));
		} else if (!text_starts(row, TEXT("#"))) {
			struct ng_text role = TEXT(""), line = TEXT("");
			if (row.len && text_cut(&row, '\t', &role)) {
				text_cut(&row, '\t', &line);
				*array_add(arena, &expected) = (struct expected){role, arena_copy(arena, line)};
			}
			buf_put(&text, line);
			buf_byte(&text, '\n');
		}
	}
	assert_int_equal(articles, 5);
	assert_int_equal(wrong, 0);
}

TEST_IN_ARENA(nothing_is_deleted)
{
	struct ng_text text =
	    TEXT("Share\n\n  The ferry ran again on Tuesday after nine days, the harbour office said.  \n"
		 "\xc2\xa0Related\n");
	struct article article = cleaned(arena, TEXT(""), text, TEXT(""));

	assert_int_equal(article.blocks.n, 3);
	assert_text_equal(text_slice(text, article.blocks.at[1].start, article.blocks.at[1].end),
			  "The ferry ran again on Tuesday after nine days, the harbour office said.");
	assert_text_equal(text_slice(text, article.blocks.at[2].start, article.blocks.at[2].end), "Related");
	assert_int_equal(article.blocks.at[0].kind, BLOCK_NOISE);
	assert_int_equal(article.blocks.at[1].kind, BLOCK_BODY);
}

TEST_IN_ARENA(keeps_what_is_asked_for)
{
	struct ng_text text = TEXT("The ferry ran again on Tuesday after nine days, the harbour office said.\n"
				   "Reporting by Marla Quint; Editing by Tom Asher\nAdvertisement\n");
	struct article article = cleaned(arena, TEXT(""), text, TEXT("legal, credit"));

	assert_int_equal(article.blocks.at[1].kind, BLOCK_BODY);
	assert_null(article.blocks.at[1].reason);
	assert_int_equal(article.blocks.at[2].kind, BLOCK_NOISE);
}

TEST_IN_ARENA(an_article_in_one_paragraph_is_body)
{
	static const char *const texts[] = {
	    "Image: the ferry at the pier. The ferry to Orlen ran again on Tuesday after nine days in the yard, the "
	    "harbour "
	    "office said. Its engine had failed in a storm. Read more about the ferry in our newsletter. The council "
	    "meets on "
	    "Thursday to talk about the money, and the captain will be heard.",
	    "\xe1\x83\x91\xe1\x83\x9d\xe1\x83\xa0\xe1\x83\x90\xe1\x83\x9c\xe1\x83\x98 "
	    "\xe1\x83\x92\xe1\x83\x90\xe1\x83\x99"
	    "\xe1\x83\x94\xe1\x83\x97\xe1\x83\x93\xe1\x83\x90 \xe1\x83\x93\xe1\x83\xa6\xe1\x83\x94\xe1\x83\xa1 "
	    "\xe1\x83\xa5\xe1\x83\x90\xe1\x83\x9a\xe1\x83\x90\xe1\x83\xa5\xe1\x83\xa8\xe1\x83\x98 "
	    "\xe1\x83\x93\xe1\x83\x90 "
	    "\xe1\x83\xae\xe1\x83\x90\xe1\x83\x9a\xe1\x83\xae\xe1\x83\x98 "
	    "\xe1\x83\x9b\xe1\x83\x9d\xe1\x83\x95\xe1\x83\x98"
	    "\xe1\x83\x93\xe1\x83\x90.",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct article article = cleaned(arena, TEXT(""), text_of(texts[i]), TEXT(""));
		assert_int_equal(article.blocks.n, 1);
		assert_int_equal(article.blocks.at[0].kind, BLOCK_BODY);
	}
}

TEST_IN_ARENA(given_blocks_are_looked_at_again)
{
	struct ng_text text =
	    TEXT("Ferry runs again\nThe ferry ran again on Tuesday after nine days, the office said.\n"
		 "A ferry\nReporting by Marla Quint; Editing by Tom Asher\nNothing else is known of it");
	struct article article = {.text = text, .published = STAMP_NONE, .file_day = NG_NO_DAY};
	struct ng_text rest = text, line;

	while (text_cut(&rest, '\n', &line)) {
		uint32_t start = (uint32_t)(line.at - text.at);
		*array_add(arena, &article.blocks) =
		    (struct block){start, start + (uint32_t)line.len, BLOCK_BODY, NULL};
	}
	article.blocks.at[2] = (struct block){article.blocks.at[2].start, article.blocks.at[2].end, BLOCK_QUOTE, NULL};
	article.title = TEXT("Ferry runs again");
	clean_article(arena, clean_tables_load(arena, &built_in), &article, TEXT(""));
	assert_int_equal(article.blocks.n, 5);
	assert_string_equal(article.blocks.at[0].reason, "title");
	assert_int_equal(article.blocks.at[1].kind, BLOCK_BODY);
	assert_int_equal(article.blocks.at[2].kind, BLOCK_QUOTE);
	assert_string_equal(article.blocks.at[3].reason, "credit");
	assert_int_equal(article.blocks.at[4].kind, BLOCK_BODY); /* a fragment by its form, but its reader knew more */
}

TEST_IN_ARENA(clean_nothing_takes_paragraphs)
{
	struct article article = {.text = TEXT("\n\nShare\nit all\n \n\tAdvertisement\n")};

	clean_nothing(arena, &article);
	assert_int_equal(article.blocks.n, 2);
	assert_text_equal(text_slice(article.text, article.blocks.at[0].start, article.blocks.at[0].end),
			  "Share\nit all");
	assert_text_equal(text_slice(article.text, article.blocks.at[1].start, article.blocks.at[1].end),
			  "Advertisement");
	assert_int_equal(article.blocks.at[0].kind, BLOCK_BODY);
	article = (struct article){.text = TEXT("")};
	clean_nothing(arena, &article);
	assert_int_equal(article.blocks.n, 0);
}

static struct ng_text repeated(struct arena *arena, const char *piece, size_t bytes)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	while (buf.len < bytes)
		buf_puts(&buf, piece);
	return buf_text(&buf);
}

/* Blocks lie in order inside the text, whatever the text. */
static void check_blocks(const struct article *article)
{
	uint32_t end = 0;

	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		assert_true(block->start >= end && block->start < block->end && block->end <= article->text.len);
		end = block->end;
	}
}

TEST_IN_ARENA(hostile_texts)
{
	static const struct {
		const char *piece;
		size_t bytes;
	} texts[] = {
	    {"\n", 1 << 20},
	    {"a", 20 << 20},
	    {"a\n", 1 << 20},
	    {" ", 1 << 20},
	    {"share ", 1 << 20},
	    {"\xe2\x80\xa6", 4096},
	    {"* ", 1 << 16},
	    {"\xe5\x9b\xbe", 1 << 20},
	    {"photo: ", 1 << 20},
	    {"| ", 1 << 16},
	    {"1:1 ", 1 << 16},
	    {"\xc2\xa0\n", 1 << 18},
	    {"(((((", 1 << 16},
	    {"\"", 1 << 16},
	    {"May 1 ", 1 << 16},
	    {"\xcc\x81", 1 << 16},
	    {"no end in sight\n", 1 << 20},
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct arena_mark mark = arena_mark(arena);
		struct article article =
		    cleaned(arena, TEXT(""), repeated(arena, texts[i].piece, texts[i].bytes), TEXT(""));
		check_blocks(&article);
		assert_true(article.blocks.n <= LINE_LIMIT);
		arena_reset(arena, mark);
	}
}

/* Every beginning and every end of a text, so that no look-ahead leaves it. */
TEST_IN_ARENA(cut_anywhere)
{
	struct ng_text text =
	    TEXT("\xe2\x80\xa2 Photo: A, AP\n(Image credit: B)\nPublished 7:1 PM, Nov. 1, 2019 | \xc2\xa9 C\n"
		 "\xe2\x80\x9cWe go,\xe2\x80\x9d he said...\n\xe5\x9b\xbe\xe4\xb8\xba\xef\xbc\x9a\xe6\x97\xa5\nwww.a.b "
		 "@c #d /e/ <f>{\n");
	const struct clean_tables *tables = clean_tables_load(arena, &built_in);

	for (size_t i = 0; i <= text.len; i++)
		for (int end = 0; end < 2; end++) {
			struct arena_mark mark = arena_mark(arena);
			struct ng_text part = end ? text_slice(text, i, text.len) : text_slice(text, 0, i);
			/* a copy of its exact size, so that a sanitizer sees a step too far */
			struct article article = {
			    .text = arena_copy(arena, part), .published = STAMP_NONE, .file_day = NG_NO_DAY};
			clean_article(arena, tables, &article, TEXT(""));
			check_blocks(&article);
			arena_reset(arena, mark);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(roles_of_the_table),
	    cmocka_unit_test(nothing_is_deleted),
	    cmocka_unit_test(keeps_what_is_asked_for),
	    cmocka_unit_test(an_article_in_one_paragraph_is_body),
	    cmocka_unit_test(given_blocks_are_looked_at_again),
	    cmocka_unit_test(clean_nothing_takes_paragraphs),
	    cmocka_unit_test(hostile_texts),
	    cmocka_unit_test(cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
