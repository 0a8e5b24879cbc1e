/*
 * robots.txt. In: its bytes, a product token, a path. Out: allowed or not. Method: RFC 9309, sections 2.2 and 2.3. Two
 * walks over the lines: does any group name us, then the longest rule of the groups that bind. Paths are compared byte
 * by byte with percent-encoded letters decoded on both sides and capital hex digits; * stands for any bytes, a final $
 * for the end. Lines that are neither user-agent, allow nor disallow neither bind nor end a group.
 */
#include "fetch/robots.h"

enum line_kind { LINE_OTHER, LINE_AGENT, LINE_ALLOW, LINE_DISALLOW };

struct line {
	enum line_kind kind;
	struct ng_text value;
};

static bool next_line(struct ng_text *rest, struct line *line)
{
	static const struct {
		const char *name;
		enum line_kind kind;
	} names[] = {{"user-agent", LINE_AGENT}, {"allow", LINE_ALLOW}, {"disallow", LINE_DISALLOW}};
	size_t end = 0;

	if (!rest->len)
		return false;
	while (end < rest->len && rest->at[end] != '\n' && rest->at[end] != '\r')
		end++;
	struct ng_text text = text_slice(*rest, 0, end);
	*rest = text_slice(*rest, end + 1, rest->len);
	text = text_slice(text, 0, text_find(text, TEXT("#"), 0));
	size_t colon = text_find(text, TEXT(":"), 0);
	struct ng_text name = text_trim(text_slice(text, 0, colon));
	*line = (struct line){LINE_OTHER, text_trim(text_slice(text, colon + 1, text.len))};
	for (size_t i = 0; i < sizeof names / sizeof *names && colon < text.len; i++)
		if (text_equal_fold(name, text_of(names[i].name)))
			line->kind = names[i].kind;
	return true;
}

static bool is_token(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/* Does a group's user-agent line name the token? What follows the token there ("/1.0") does not count. */
static bool names_agent(struct ng_text value, struct ng_text agent)
{
	size_t n = 0;

	while (n < value.len && is_token(value.at[n]))
		n++;
	return n && text_equal_fold(text_slice(value, 0, n), agent);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_unreserved(int c)
{
	return is_token((char)c) || (c >= '0' && c <= '9') || c == '.' || c == '~';
}

/* The byte at *at, normalised: -2 for an encoded byte that must stay so, its value in *encoded. */
static int next_byte(struct ng_text text, size_t *at, int *encoded)
{
	unsigned char c = (unsigned char)text.at[*at];

	if (c == '%' && *at + 2 < text.len && hex(text.at[*at + 1]) >= 0 && hex(text.at[*at + 2]) >= 0) {
		int value = hex(text.at[*at + 1]) * 16 + hex(text.at[*at + 2]);
		*at += 3;
		if (is_unreserved(value))
			return value;
		*encoded = value;
		return -2;
	}
	++*at;
	if (c < 0x80)
		return c;
	*encoded = c;
	return -2;
}

/* Greedy matching with one place to go back to: the last * seen. Linear in practice, path x rule at worst. */
static bool matches(struct ng_text rule, struct ng_text path)
{
	size_t r = 0, p = 0, star = SIZE_MAX, resume = 0;

	for (;;) {
		if (r < rule.len && rule.at[r] == '*') {
			star = ++r;
			resume = p;
			continue;
		}
		if (r == rule.len)
			return true;
		if (rule.at[r] == '$' && r + 1 == rule.len && p == path.len)
			return true;
		size_t r_next = r, p_next = p;
		int r_code = 0, p_code = 0;
		if (p < path.len) {
			int a = next_byte(rule, &r_next, &r_code), b = next_byte(path, &p_next, &p_code);
			if (a == b && r_code == p_code) {
				r = r_next;
				p = p_next;
				continue;
			}
		}
		if (star == SIZE_MAX || resume >= path.len)
			return false;
		r = star;
		p = ++resume;
	}
}

static bool any_group_names(struct ng_text robots, struct ng_text agent)
{
	struct line line;

	while (next_line(&robots, &line))
		if (line.kind == LINE_AGENT && names_agent(line.value, agent))
			return true;
	return false;
}

bool robots_allow(struct ng_text robots, struct ng_text agent, struct ng_text path)
{
	struct line line;
	bool in_agents = false, binds = false, allowed = true;
	size_t longest = 0;

	if (text_starts(robots, TEXT("\xef\xbb\xbf")))
		robots = text_slice(robots, 3, robots.len);
	if (text_equal(path, TEXT("/robots.txt")))
		return true;
	bool named = any_group_names(robots, agent);
	while (next_line(&robots, &line)) {
		if (line.kind == LINE_AGENT) {
			bool ours = named ? names_agent(line.value, agent) : text_equal(line.value, TEXT("*"));
			binds = (in_agents && binds) || ours;
			in_agents = true;
		} else if (line.kind != LINE_OTHER) {
			in_agents = false;
			bool allows = line.kind == LINE_ALLOW;
			size_t length = line.value.len;
			if (!binds || !length || length < longest || (length == longest && !allows))
				continue;
			if (matches(line.value, path)) {
				longest = length;
				allowed = allows;
			}
		}
	}
	return allowed;
}
