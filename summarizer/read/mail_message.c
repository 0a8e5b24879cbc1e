/*
 * From entities to messages. In: the flat list of mail_split(). Out: headers and one body a message. Two passes over
 * the list, children first: backwards to learn which child of an alternative is best, forwards to take what is chosen.
 * Refuses: attachments and parts that are no text.
 */
#include "read/mail_message.h"

#include "base/escape.h"
#include "read/charset.h"
#include "read/mail_field.h"
#include "read/mail_split.h"
#include "read/mail_text.h"

enum worth { WORTH_NOTHING, WORTH_TEXT, WORTH_HTML };

/* What the passes learn of an entity. */
struct note {
	enum worth worth; /* the best that is in it */
	size_t best;      /* an alternative's child to take */
	size_t message;   /* whose part it is: index of an entity that begins a message */
	bool taken;
};

static enum worth worth_of(struct arena *arena, const struct mail_entity *entity)
{
	bool html =
	    text_equal(entity->type, TEXT("text/html")) || text_equal(entity->type, TEXT("application/xhtml+xml"));
	bool plain = text_equal(entity->type, TEXT("text/plain")) || text_equal(entity->type, TEXT("text"));

	if (entity->kind != MAIL_LEAF || !(html || plain))
		return WORTH_NOTHING;
	struct ng_text disposition = mail_field(arena, entity->header, "Content-Disposition");
	if (text_equal_fold(text_slice(disposition, 0, 10), TEXT("attachment")))
		return WORTH_NOTHING;
	return html ? WORTH_HTML : WORTH_TEXT;
}

/* Of equals the last, which its sender thinks richest (RFC 2046, 5.1.4). */
static void weigh(struct arena *arena, const struct mail_entities *entities, struct note *notes)
{
	for (size_t i = entities->n; i-- > 0;) {
		const struct mail_entity *entity = &entities->at[i];
		if (entity->kind == MAIL_LEAF)
			notes[i].worth = worth_of(arena, entity);
		if (entity->parent == MAIL_NO_PARENT)
			continue;
		struct note *outer = &notes[entity->parent];
		if (notes[i].worth > outer->worth || !outer->best) {
			outer->best = i; /* the message itself, number 0, is nobody's child */
			if (notes[i].worth > outer->worth)
				outer->worth = notes[i].worth;
		}
	}
}

static void choose(const struct mail_entities *entities, struct note *notes)
{
	for (size_t i = 0; i < entities->n; i++) {
		size_t parent = entities->at[i].parent;
		if (parent == MAIL_NO_PARENT) {
			notes[i].message = i;
			notes[i].taken = true;
			continue;
		}
		enum mail_kind outer = entities->at[parent].kind;
		notes[i].message = outer == MAIL_MESSAGE ? i : notes[parent].message;
		notes[i].taken = notes[parent].taken && (outer != MAIL_ALTERNATIVE || notes[parent].best == i);
	}
}

static struct mail_message message_of(struct arena *arena, struct ng_text header)
{
	struct mail_address from = mail_field_address(arena, header, "From");
	struct mail_message message = {.from_name = from.name, .from_address = from.address};

	message.subject = mail_field(arena, header, "Subject");
	message.date = mail_field(arena, header, "Date");
	message.id = mail_field(arena, header, "Message-ID");
	message.list_id = mail_field(arena, header, "List-Id");
	message.language = mail_field(arena, header, "Content-Language");
	message.archived_at = mail_field(arena, header, "Archived-At");
	return message;
}

static struct ng_text text_of_part(struct arena *arena, const struct mail_entity *entity, bool html)
{
	struct ng_text bytes = mail_decode(arena, entity->header, entity->body);
	struct ng_text text = charset_to_utf8(arena, bytes, entity->charset, entity->charset.len > 0);

	if (html)
		return text;
	if (text_equal_fold(entity->format, TEXT("flowed")))
		return mail_text_unflow(arena, text, entity->delete_space);
	return mail_text_unwrap(arena, text);
}

/* Plain text as HTML, for a message that has both. */
static struct ng_text as_html(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, SIZE_MAX);
	struct ng_text line;

	buf_puts(&buf, "<p>");
	while (text_cut(&text, '\n', &line)) {
		escape_html(&buf, line);
		buf_puts(&buf, text_trim(line).len ? "<br>\n" : "</p>\n<p>");
	}
	buf_puts(&buf, "</p>\n");
	return buf_text(&buf);
}

/* A body as it grows. */
struct body {
	struct buf buf;
	bool html;
};

static void add_part(struct arena *arena, struct body *body, struct ng_text text, bool html)
{
	if (!body->buf.arena)
		*body = (struct body){buf_new(arena, SIZE_MAX), html};
	if (html && !body->html) {
		struct ng_text before = as_html(arena, buf_text(&body->buf));
		buf_cut(&body->buf, 0);
		buf_put(&body->buf, before);
		body->html = true;
	}
	if (body->buf.len)
		buf_puts(&body->buf, "\n\n");
	buf_put(&body->buf, body->html && !html ? as_html(arena, text) : text);
}

struct mail_messages mail_messages(struct arena *arena, struct ng_text bytes, size_t depth)
{
	struct mail_entities entities = mail_split(arena, bytes, depth);
	struct note *notes = arena_array(arena, entities.n, struct note);
	struct body *bodies = arena_array(arena, entities.n, struct body);
	struct mail_messages messages = {0};

	weigh(arena, &entities, notes);
	choose(&entities, notes);
	for (size_t i = 0; i < entities.n; i++) {
		bool html = notes[i].worth == WORTH_HTML;
		if (notes[i].taken && entities.at[i].kind == MAIL_LEAF && notes[i].worth != WORTH_NOTHING)
			add_part(arena, &bodies[notes[i].message], text_of_part(arena, &entities.at[i], html), html);
	}
	for (size_t i = 0; i < entities.n; i++) {
		if (notes[i].message != i)
			continue;
		struct mail_message *message = array_add(arena, &messages);
		*message = message_of(arena, entities.at[i].header);
		message->body = buf_text(&bodies[i].buf);
		message->html = bodies[i].html;
	}
	return messages;
}
