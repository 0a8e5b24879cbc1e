/*
 * In: bytes of any charset. Out: UTF-8 with \n. Method: a byte order mark decides; then what the source declares
 * (unless the bytes are valid UTF-8 and the label is not forced); then valid UTF-8; then uchardet's guess; then
 * windows-1252. Labels are read as browsers do (WHATWG Encoding, section 4.2): iso-8859-1 and ascii are windows-1252.
 * iconv converts; what it refuses becomes U+FFFD.
 */
#include "read/charset.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet.h>

enum { GUESS_BYTES = 1 << 16, STEP = 1 << 13 };

static bool starts_with_bytes(struct ng_text bytes, const char *mark, size_t len)
{
	return bytes.len >= len && memcmp(bytes.at, mark, len) == 0;
}

/* The charset a byte order mark names and the mark's length; NULL: there is none. */
static const char *charset_of_mark(struct ng_text bytes, size_t *len)
{
	static const struct {
		const char *mark;
		size_t len;
		const char *charset;
	} marks[] = {
	    {"\xef\xbb\xbf", 3, "UTF-8"}, {"\xff\xfe\0\0", 4, "UTF-32LE"}, {"\0\0\xfe\xff", 4, "UTF-32BE"},
	    {"\xff\xfe", 2, "UTF-16LE"},  {"\xfe\xff", 2, "UTF-16BE"},
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (starts_with_bytes(bytes, marks[i].mark, marks[i].len)) {
			*len = marks[i].len;
			return marks[i].charset;
		}
	return NULL;
}

/* The name iconv knows a label by: labels that browsers read as another charset first. */
static const char *charset_of_label(struct arena *arena, struct ng_text label)
{
	static const struct {
		const char *label, *charset;
	} aliases[] = {
	    {"iso-8859-1", "WINDOWS-1252"},
	    {"iso8859-1", "WINDOWS-1252"},
	    {"latin1", "WINDOWS-1252"},
	    {"us-ascii", "WINDOWS-1252"},
	    {"ascii", "WINDOWS-1252"},
	    {"iso-8859-9", "WINDOWS-1254"},
	    {"tis-620", "WINDOWS-874"},
	    {"iso-8859-11", "WINDOWS-874"},
	    {"gb2312", "GB18030"},
	    {"gbk", "GB18030"},
	    {"ks_c_5601-1987", "CP949"},
	    {"euc-kr", "CP949"},
	    {"shift_jis", "CP932"},
	    {"x-sjis", "CP932"},
	    {"x-gbk", "GB18030"},
	    {"big5", "BIG5-HKSCS"},
	    {"unicode-1-1-utf-8", "UTF-8"},
	    {"utf8", "UTF-8"},
	    {"mac-centraleurope", "CP1250"},
	    {"x-user-defined", "WINDOWS-1252"},
	    {"utf-7", "UTF-8"},
	};

	label = text_trim(label);
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (text_equal_fold(label, text_of(aliases[i].label)))
			return aliases[i].charset;
	return label.len ? arena_string(arena, label) : NULL;
}

static void close_converter(void *converter)
{
	iconv_close((iconv_t)converter);
}

/* False: iconv knows no such charset. */
static bool convert(struct arena *arena, struct ng_text bytes, const char *charset, struct ng_text *utf8)
{
	iconv_t converter = iconv_open("UTF-8", charset);
	struct buf out = buf_new(arena, SIZE_MAX);
	char step[STEP], *in = (char *)bytes.at;
	size_t left = bytes.len;

	if (converter == (iconv_t)-1)
		return false;
	arena_adopt(arena, converter, close_converter);
	while (left) {
		char *to = step;
		size_t room = sizeof step;
		size_t result = iconv(converter, &in, &left, &to, &room);
		buf_put(&out, (struct ng_text){step, sizeof step - room});
		if (result != (size_t)-1 || errno == E2BIG)
			continue;
		buf_rune(&out, 0xfffd);
		if (errno == EINVAL) /* the end cuts a character */
			break;
		in++, left--;
	}
	arena_release(arena, converter);
	*utf8 = buf_text(&out);
	return true;
}

static void drop_detector(void *detector)
{
	uchardet_delete(detector);
}

/* Empty: uchardet has no idea. */
static const char *guess(struct arena *arena, struct ng_text bytes)
{
	uchardet_t detector = arena_adopt(arena, uchardet_new(), drop_detector);
	struct ng_text head = text_slice(bytes, 0, GUESS_BYTES);
	const char *name = NULL;

	if (uchardet_handle_data(detector, head.at, head.len) == 0) {
		uchardet_data_end(detector);
		name = charset_of_label(arena, arena_copy(arena, text_of(uchardet_get_charset(detector))));
	}
	arena_release(arena, detector);
	return name;
}

struct ng_text charset_newlines(struct arena *arena, struct ng_text text)
{
	if (!text.len || !memchr(text.at, '\r', text.len))
		return text;
	char *copy = arena_alloc(arena, text.len, 1);
	size_t n = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] != '\r')
			copy[n++] = text.at[i];
		else if (i + 1 == text.len || text.at[i + 1] != '\n')
			copy[n++] = '\n';
	}
	return (struct ng_text){copy, n};
}

struct ng_text charset_to_utf8(struct arena *arena, struct ng_text bytes, struct ng_text declared, bool forced)
{
	size_t mark = 0;
	const char *charset = charset_of_mark(bytes, &mark);
	struct ng_text utf8 = text_slice(bytes, mark, bytes.len);
	bool valid = !charset && utf8_valid(bytes);

	if (!charset && (!valid || forced))
		charset = charset_of_label(arena, declared);
	if (!charset && !valid)
		charset = guess(arena, bytes);
	if (charset && strcmp(charset, "UTF-8") != 0 && !convert(arena, utf8, charset, &utf8) && !valid)
		convert(arena, utf8, "WINDOWS-1252", &utf8);
	else if (!charset && !valid)
		convert(arena, utf8, "WINDOWS-1252", &utf8);
	return charset_newlines(arena, utf8_repair(arena, utf8));
}
