/* The briefing as a page (HTML 5) that needs no other file. In: a briefing. Out: the theme's page.html. */
#include "render/outputs.h"

#include "render/theme.h"

void output_html(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	struct theme opened = theme_open(out->arena, options);

	theme_render(&opened, out, "page.html", theme_view(&opened, briefing));
}
