#!/usr/bin/env python3
"""chrono.py BIN ARTICLES.jsonl [--node-modules DIR]

How fast are dates found, beside chrono-node on the same articles? ARTICLES: JSON Lines with `text` and `published`
(tests/bench/make_articles.py makes some). Prints for each of extract, dates, quotes (one job) and for chrono-node's
parse() the CPU seconds and MB of text a second; from `dates` and `quotes` the cost of `extract`, which reads and cleans,
is also taken off. chrono-node is looked for in DIR (`npm install chrono-node` makes one) or NODE_PATH; without it or
without node its line is left out. Plain Python 3, no packages. Not a test: timings are for reading.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys

SCRIPT = """
const chrono = require('chrono-node');
const lines = require('fs').readFileSync(process.argv[1], 'utf8').split('\\n').filter(l => l.trim());
const articles = lines.map(l => JSON.parse(l));
const start = process.cpuUsage();
let found = 0;
for (const a of articles)
  found += chrono.parse(a.text || '', a.published ? new Date(a.published) : undefined).length;
const used = process.cpuUsage(start);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, found}));
"""


def cpu_seconds(command):
    """The least of three runs; output is thrown away."""
    best = None
    for _ in range(3):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f'{" ".join(command)}: exit {child.returncode}')
        took = usage.ru_utime + usage.ru_stime
        best = took if best is None else min(best, took)
    return best


def chrono(path, modules):
    node = shutil.which('node')
    if not node:
        return None
    environment = dict(os.environ)
    if modules:
        environment['NODE_PATH'] = os.path.abspath(modules)
    run = subprocess.run([node, '-e', SCRIPT, os.path.abspath(path)], env=environment, capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('articles')
    parser.add_argument('--node-modules')
    options = parser.parse_args()
    with open(options.articles, encoding='utf-8') as f:
        size = sum(len(json.loads(line).get('text', '').encode()) for line in f if line.strip()) / 1e6
    print(f'{size:.1f} MB of text')
    reading = 0
    for command in 'extract', 'dates', 'quotes':
        took = cpu_seconds([options.binary, command, '-q', '--jobs', '1', options.articles])
        reading = reading or took
        alone = '' if command == 'extract' else f', {size / max(took - reading, 1e-3):8.1f} MB/s without reading'
        print(f'{command:12} {took:8.2f} s {size / took:8.1f} MB/s{alone}')
    other = chrono(options.articles, options.node_modules)
    if other is None:
        print('chrono-node  not found: left out')
    else:
        print(f'chrono-node  {other["seconds"]:8.2f} s {size / other["seconds"]:8.1f} MB/s, {other["found"]} dates')


if __name__ == '__main__':
    main()
