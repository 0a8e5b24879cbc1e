#!/bin/sh
# stats.sh FILE PARTS > TABLE: document frequencies of a file of lines, counted in parts with GNU parallel and added up.
# Run by the tests.
set -eu
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
# shellcheck disable=SC2016  # parallel's shell fills these in
seq "$2" | FILE=$1 PARTS=$2 FOLDER=$parts parallel --will-cite --halt now,fail=1 \
	'nutgraf shard {}/"$PARTS" "$FILE" | nutgraf stats --jobs 1 -o "$FOLDER"/{}'
nutgraf merge "$parts"/*
