#!/bin/sh
# parallel.sh FILE COMMAND [OPTION...]: a map command over a file of lines with GNU parallel; prints what one process prints.
# Run by the tests. JOBS is the number of processes (one a processor); each has one thread, for there are enough of them.
set -eu
file=$1
shift
parallel --will-cite --jobs "${JOBS:-100%}" --keep-order --halt now,fail=1 --pipe-part --block -1 -a "$file" nutgraf "$@" --jobs 1
