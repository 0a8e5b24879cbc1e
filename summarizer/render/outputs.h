/* One function an output, as struct output has it. */
#ifndef RENDER_OUTPUTS_H
#define RENDER_OUTPUTS_H

#include "base/buf.h"
#include "render/render.h"

void output_markdown(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_html(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_json(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_mail(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_atom(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_json_feed(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_rss(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_post(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
void output_kite(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);

#endif
