/* One configuration file. nutgraf.conf(5). */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "cli/setting.h"

enum config_trust {
	CONFIG_NAMED, /* by the user, or in a place that only the user or root writes */
	CONFIG_FOUND  /* in the current folder: may belong to a stranger, so it must not reach out of its folder */
};

/* Where a file is wrong. Line and column count from 1; 0: unknown. */
struct config_error {
	unsigned long line, column;
	char what[256];
};

/*
 * Reads a file and sets what it says, over what was set before. False: nothing of it was set, and `error` says why.
 * Jumps when the file cannot be read.
 */
bool config_read(struct cli *cli, const char *path, enum config_trust trust, struct config_error *error);

#endif
