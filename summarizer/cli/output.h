/* Where output goes. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "nutgraf.h"

struct cli;

/* Standard output, or -o's file, which appears whole or not at all. */
struct output;
struct output_sink {
	struct ng_sink sink;
	struct output *output;
};
struct output_sink output_open(const struct cli *cli);
/* Writes what is left; a message was printed unless NG_OK. `keep` false: -o's file is left as it was. */
enum ng_status output_close(struct output_sink *sink, bool keep);

#endif
