/*
 * In: a text file of any charset. Out: one article whose text it is; its title and blocks are found by clean/.
 * Refuses: bytes that are no text (many control characters), a file without a letter, what people keep beside articles.
 */
#include "read/plain.h"

#include "base/utf8.h"
#include "read/charset.h"

enum { LOOKED_AT = 1 << 16, CONTROL_SHARE = 10 /* one in this many bytes */ };

static bool plain_sniff(struct ng_text head, struct ng_text name)
{
	(void)head, (void)name;
	return true;
}

static bool is_control(unsigned char byte)
{
	return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f') || byte == 0x7f;
}

/* Of the text, not of the bytes: UTF-16 is full of zeros. U+FFFD counts for what could not be decoded. */
static bool is_binary(struct ng_text text)
{
	size_t bad = 0, seen = 0;
	uint32_t rune;

	for (size_t at = 0; at < text.len && at < LOOKED_AT; seen++) {
		at += utf8_decode(text, at, &rune);
		bad += rune == 0xfffd || (rune < 0x80 && is_control((unsigned char)rune));
	}
	return bad * CONTROL_SHARE > seen;
}

static bool has_letter(struct ng_text text)
{
	uint32_t rune;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &rune);
		if (rune_is_word(rune))
			return true;
	}
	return false;
}

/* What people keep beside articles, by its first bytes or its name; NULL: none of these. */
static const char *what_else(struct ng_text record, struct ng_text name)
{
	static const struct {
		struct ng_text magic;
		const char *what;
	} kinds[] = {
	    {{"%PDF-", 5}, "is a PDF, which is not read"},
	    {{"\x1f\x8b", 2}, "is packed with gzip: unpack it first"},
	    {{"\xfd\x37zXZ", 5}, "is packed with xz: unpack it first"},
	    {{"\x28\xb5\x2f\xfd", 4}, "is packed with zstd: unpack it first"},
	    {{"PK\x03\x04", 4}, "is a ZIP archive or an office document, which is not read"},
	    {{"\x89PNG", 4}, "is a picture, which is not read"},
	    {{"\xff\xd8\xff", 3}, "is a picture, which is not read"},
	    {{"GIF8", 4}, "is a picture, which is not read"},
	    {{"<svg", 4}, "is a picture, which is not read"},
	    {{"<?xml", 5}, "is XML of a kind that is not read"},
	    {{"{\\rtf", 5}, "is rich text (RTF), which is not read"},
	};
	static const struct {
		struct ng_text end;
		const char *what;
	} names[] = {
	    {{".css", 4}, "is a style sheet, which is not read"}, /* browsers save these beside a page */
	    {{".js", 3}, "is a script, which is not read"},
	    {{".csv", 4}, "is a table, which is not read"},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_starts(record, kinds[i].magic))
			return kinds[i].what;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_ends(name, names[i].end))
			return names[i].what;
	return NULL;
}

static void plain_read(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	const char *other = what_else(record, context->name);

	if (other)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, 0, "%s", other);
	struct ng_text text = charset_to_utf8(context->arena, record, TEXT(""), false);
	if (!has_letter(text))
		arena_fail(context->arena, NG_BAD_INPUT, context->name, 0, "holds no text");
	if (is_binary(text))
		arena_fail(context->arena, NG_BAD_INPUT, context->name, 0, "is no text: too many control characters");
	array_add(context->arena, articles)->text = text;
}

const struct reader plain_reader = {NG_FORMAT_PLAIN, "plain", plain_sniff, NULL, plain_read};
