/*
 * Escaping. In: foreign text. Out: the text as one place of an output takes it: HTML, XML, URL attribute, JSON string,
 * terminal, plain text, file name. Markdown has a file of its own.
 * One walk copies what is harmless in runs and hands the rest to the place's own function, code point by code point.
 * Refuses: addresses that are no http, https or mailto; what must show nowhere is dropped (in JSON: written escaped,
 * because offsets into a text must survive it).
 */
#include "base/escape.h"

#include "base/url.h"
#include "base/utf8.h"

/* A set of ASCII characters. */
struct ascii_set {
	uint64_t half[2];
};

static struct ascii_set set_of(const char *characters)
{
	struct ascii_set set = {{0, 0}};

	for (; *characters; characters++)
		set.half[(unsigned char)*characters >> 6] |= (uint64_t)1 << (*characters & 63);
	return set;
}

static bool has(struct ascii_set set, unsigned char c)
{
	return set.half[c >> 6] >> (c & 63) & 1;
}

/* Where a byte needs a look: bits of places. Beyond ASCII all places decode. */
enum { IN_HTML = 1, IN_XML = 2, IN_JSON = 4, IN_TERMINAL = 8, IN_PLAIN = 16 };

#define ALL        (IN_HTML | IN_XML | IN_JSON | IN_TERMINAL | IN_PLAIN)
#define MARK       (IN_HTML | IN_XML)
#define BLANK      (IN_JSON | IN_TERMINAL)
#define EIGHT      ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL
#define THIRTY_TWO EIGHT, EIGHT, EIGHT, EIGHT
static const unsigned char looks[256] = {EIGHT,
					 ALL,
					 BLANK,
					 BLANK,
					 ALL,
					 ALL,
					 ALL,
					 ALL,
					 ALL,
					 EIGHT,
					 EIGHT, /* rune_is_unsafe() of ASCII: C0 but \t and \n, */
					 ['"'] = MARK | IN_JSON,
					 ['&'] = MARK,
					 ['\''] = MARK,
					 ['<'] = MARK,
					 ['>'] = MARK,
					 ['\\'] = IN_JSON,
					 ['{'] = IN_HTML,
					 ['}'] = IN_HTML,
					 [0x7f] = ALL, /* and DEL */
					 [0x80] = THIRTY_TWO,
					 THIRTY_TWO,
					 THIRTY_TWO,
					 THIRTY_TWO};

/* The next byte from `at` on that needs a look; eight at a time. */
static size_t next_look(struct ng_text text, size_t at, unsigned place)
{
	const unsigned char *p = (const unsigned char *)text.at;

	for (; text.len - at >= 8; at += 8) {
		unsigned any = looks[p[at]] | looks[p[at + 1]] | looks[p[at + 2]] | looks[p[at + 3]] |
			       looks[p[at + 4]] | looks[p[at + 5]] | looks[p[at + 6]] | looks[p[at + 7]];
		if (any & place)
			break;
	}
	while (at < text.len && !(looks[p[at]] & place))
		at++;
	return at;
}

/* Copies the text; `put` gets each special character, each unsafe one, and the two line separators of Unicode. */
static void walk(struct buf *buf, struct ng_text text, unsigned place, void (*put)(struct buf *buf, uint32_t rune))
{
	size_t run = 0, at = 0, length;

	while ((at = next_look(text, at, place)) < text.len) {
		uint32_t rune = (unsigned char)text.at[at];
		bool special = true;
		length = 1;
		if (rune >= 0x80) {
			length = utf8_decode(text, at, &rune);
			special = length == 1 || rune == 0x2028 || rune == 0x2029 || rune_is_unsafe(rune);
		}
		if (special) {
			buf_put(buf, text_slice(text, run, at));
			put(buf, rune);
			run = at + length;
		}
		at += length;
	}
	buf_put(buf, text_slice(text, run, text.len));
}

/* The default of all but JSON. */
static void put_or_drop(struct buf *buf, uint32_t rune)
{
	if (!rune_is_unsafe(rune))
		buf_rune(buf, rune);
}

static void put_markup(struct buf *buf, uint32_t rune)
{
	switch (rune) {
	case '&':
		buf_puts(buf, "&amp;");
		break;
	case '<':
		buf_puts(buf, "&lt;");
		break;
	case '>':
		buf_puts(buf, "&gt;");
		break;
	case '"':
		buf_puts(buf, "&quot;");
		break;
	case '\'':
		buf_puts(buf, "&#39;");
		break;
	case '{':
		buf_puts(buf, "&#123;");
		break;
	case '}':
		buf_puts(buf, "&#125;");
		break;
	default:
		put_or_drop(buf, rune);
	}
}

void escape_html(struct buf *buf, struct ng_text text)
{
	walk(buf, text, IN_HTML, put_markup);
}

void escape_xml(struct buf *buf, struct ng_text text)
{
	walk(buf, text, IN_XML, put_markup);
}

static void put_json(struct buf *buf, uint32_t rune)
{
	switch (rune) {
	case '"':
		buf_puts(buf, "\\\"");
		break;
	case '\\':
		buf_puts(buf, "\\\\");
		break;
	case '\n':
		buf_puts(buf, "\\n");
		break;
	case '\t':
		buf_puts(buf, "\\t");
		break;
	case '\r':
		buf_puts(buf, "\\r");
		break;
	case 0xfffd:
		buf_rune(buf, rune);
		break;
	default:
		if (rune > 0xffff)
			buf_format(buf, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (rune >> 10)),
				   (unsigned)(0xdc00 | (rune & 0x3ff)));
		else
			buf_format(buf, "\\u%04x", (unsigned)rune);
	}
}

void escape_json(struct buf *buf, struct ng_text text)
{
	walk(buf, text, IN_JSON, put_json);
}

static void put_on_line(struct buf *buf, uint32_t rune)
{
	if (rune == '\n' || rune == '\t' || rune == 0x2028 || rune == 0x2029)
		buf_byte(buf, ' ');
	else
		put_or_drop(buf, rune);
}

void escape_terminal(struct buf *buf, struct ng_text text)
{
	walk(buf, text, IN_TERMINAL, put_on_line);
}

void escape_plain(struct buf *buf, struct ng_text text)
{
	walk(buf, text, IN_PLAIN, put_or_drop);
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

void escape_url(struct buf *buf, struct ng_text url)
{
	/* The rest is encoded: quotes, parentheses and braces could end an attribute, a Markdown link or a template. */
	struct ascii_set plain =
	    set_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$*+,;=");

	if (!url_is_safe(url))
		return;
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.at[i];
		bool encoded = c == '%' && i + 2 < url.len && is_hex(url.at[i + 1]) && is_hex(url.at[i + 2]);
		if (c == '&')
			buf_puts(buf, "&amp;");
		else if (encoded || (c < 0x80 && has(plain, c)))
			buf_byte(buf, (char)c);
		else
			buf_format(buf, "%%%02X", c);
	}
}

/* Letters that have no decomposition, as they are written without the letter. */
static const char *plain_letters(uint32_t rune)
{
	switch (rune) {
	case 0xdf:
		return "ss";
	case 0xe6:
		return "ae";
	case 0x153:
		return "oe";
	case 0xf8:
		return "o";
	case 0x111:
	case 0xf0:
		return "d";
	case 0x131:
		return "i";
	case 0x142:
		return "l";
	case 0xfe:
		return "th";
	default:
		return NULL;
	}
}

/* Ends the slug at its last whole word, if that leaves half of it; at its last byte otherwise. */
static void cut_slug(struct buf *buf, size_t from, size_t max)
{
	size_t end = from + max;

	if (buf->len > end) {
		size_t word = end;
		while (word > from && buf->at[word] != '-')
			word--;
		buf_cut(buf, word > from + max / 2 ? word : end);
	}
	while (buf->len > from && buf->at[buf->len - 1] == '-')
		buf_cut(buf, buf->len - 1);
}

void slug_put(struct buf *buf, struct ng_text text, size_t max)
{
	struct buf folded = buf_new(buf->arena, SIZE_MAX);
	size_t from = buf->len, length;

	utf8_fold(&folded, text);
	text = buf_text(&folded);
	for (size_t at = 0; at < text.len && buf->len - from <= max; at += length) {
		uint32_t rune;
		length = utf8_decode(text, at, &rune);
		if (rune == '\'' || rune == 0x2019)
			continue; /* "don't" is one word */
		if ((rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9'))
			buf_byte(buf, (char)rune);
		else if (plain_letters(rune))
			buf_puts(buf, plain_letters(rune));
		else if (buf->len > from && buf->at[buf->len - 1] != '-')
			buf_byte(buf, '-');
	}
	cut_slug(buf, from, max);
	if (buf->len == from)
		buf_put(buf, text_slice(TEXT("story"), 0, max));
}
