#!/usr/bin/env python3
"""scale.py BIN ARTICLES.jsonl... [--jobs N]

What does a run cost as its input grows? For each file (tests/bench/make_articles.py makes them), smallest first, prints
CPU seconds and peak memory of three commands that contain one another: `extract` (reading and cleaning), `cluster`
(and words, copies, stories), `build` (and the briefing); each also as a ratio to `LC_ALL=C.UTF-8 wc -m` of the same
file in the same run, since seconds alone tell of the machine. Last, the exponent of growth between neighbouring files.
Plain Python 3, no packages. Not a test: timings are for reading.
"""
import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile


def run(command, environment=None):
    """CPU seconds and peak memory in MiB of one program; its output is thrown away."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f'{" ".join(command)}: exit {child.returncode}: {said.decode(errors="replace")[:400]}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(binary, path, jobs):
    with open(path, 'rb') as f:
        articles = sum(block.count(b'\n') for block in iter(lambda: f.read(1 << 20), b''))
    yardstick, _ = run(['wc', '-m', path], dict(os.environ, LC_ALL='C.UTF-8'))
    out = tempfile.mkdtemp(prefix='nutgraf-scale-')
    costs = {}
    try:
        for stage, more in ('extract', []), ('cluster', []), ('build', ['-o', out]):
            costs[stage] = run([binary, stage, '-q', '--jobs', str(jobs), *more, path])
    finally:
        shutil.rmtree(out)
    print(f'{articles:>9,} articles, wc -m {yardstick:.2f} s', end='')
    for stage, (seconds, memory) in costs.items():
        print(f' | {stage} {seconds:.2f} s, {seconds / yardstick:.1f} x, {memory:.0f} MiB', end='')
    print(flush=True)
    return articles, costs


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('files', nargs='+')
    parser.add_argument('--jobs', type=int, default=1)
    options = parser.parse_args()
    rows = [measure(options.binary, path, options.jobs) for path in sorted(options.files, key=os.path.getsize)]
    for (fewer, before), (more, after) in zip(rows, rows[1:]):
        exponents = ', '.join(f'{stage} {math.log(after[stage][0] / before[stage][0]) / math.log(more / fewer):.2f}'
                              for stage in after)
        print(f'growth from {fewer:,} to {more:,}: {exponents}')


if __name__ == '__main__':
    main()
