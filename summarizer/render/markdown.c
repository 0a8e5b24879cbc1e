/* The briefing as Markdown (CommonMark 0.30), good to read as it is. In: a briefing. Out: the theme's briefing.md. */
#include "render/outputs.h"

#include "render/render.h"
#include "render/theme.h"

void output_markdown(struct buf *out, const struct resources *theme, const struct ng_briefing *briefing)
{
	struct theme opened = theme_open(out->arena, theme);

	theme_render(&opened, out, "briefing.md", view_briefing(out->arena, briefing));
}
