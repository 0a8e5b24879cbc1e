/* The briefing as Markdown (CommonMark 0.30), good to read as it is. In: a briefing. Out: the theme's briefing.md. */
#include "render/outputs.h"

#include "render/theme.h"

void output_markdown(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	struct theme opened = theme_open(out->arena, options);

	theme_render(&opened, out, "briefing.md", theme_view(&opened, briefing));
}
