/* Stands in for read/html.c: HTML is refused. */
#include "read/html.h"

#include "read/feed_text.h"

void html_read_page(const struct read_context *context, struct ng_text page, struct ng_text declared,
		    const struct article *given, struct articles *articles)
{
	(void)page, (void)declared, (void)given, (void)articles;
	arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line, "HTML is not read yet");
}

void html_read_fragment(const struct read_context *context, struct ng_text html, struct article *article)
{
	article->text = feed_line(context->arena, html);
}
