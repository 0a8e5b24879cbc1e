#!/bin/sh
# NOT TESTED: we have no Hadoop. hadoop.sh INPUT OUTPUT COMMAND: a map command over lines in HDFS, with Hadoop Streaming.
# nutgraf keeps nothing between lines, so a mapper may see any of them; the lines come out in the order of the parts, each
# with its id. Streaming hands on what stands before the first tab of a line as its key; JSON has none.
set -eu
hadoop jar "${STREAMING_JAR:?set it to hadoop-streaming.jar}" \
	-D mapreduce.job.reduces=0 \
	-files "$(command -v nutgraf)" \
	-input "$1" -output "$2" \
	-mapper "./nutgraf $3 --jobs 1"
