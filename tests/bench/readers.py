#!/usr/bin/env python3
"""readers.py BUILD --pages DIR --text FILE.jsonl [--node-modules DIR]

How fast are pages and sentences, beside Readability and ICU on the same bytes in the same run? BUILD: a build folder;
`ninja -C BUILD nutgraf tests/bench/bench_language` makes what is run there. DIR: saved pages. FILE: articles with `text`
(tests/bench/make_articles.py makes some). Prints CPU seconds, the least of three runs with what an empty run costs taken
off, MB a second, and how many times as long the other takes. Readability is looked for in DIR (`npm install
@mozilla/readability linkedom jsdom` makes one) or NODE_PATH, ICU by pkg-config (libicu-dev); what is missing is left
out. Plain Python 3, no packages. Not a test: timings are for reading.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

READABILITY = """
const {Readability} = require('@mozilla/readability'), fs = require('fs'), path = require('path');
const [folder, dom] = process.argv.slice(1);
const make = dom === 'linkedom' ? html => require('linkedom').parseHTML(html).document
                                : html => new (require('jsdom').JSDOM)(html).window.document;
make('<p>x</p>');
const pages = fs.readdirSync(folder).map(f => fs.readFileSync(path.join(folder, f), 'utf8'));
const start = process.cpuUsage();
let read = 0;
for (const page of pages)
  try { read += (new Readability(make(page)).parse() || {textContent: ''}).textContent.length > 0; } catch (e) {}
const used = process.cpuUsage(start);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, read}));
"""

ICU = r"""
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
int main(int count, char **names)
{
	static char bytes[1 << 28];
	FILE *file = fopen(names[count - 1], "rb");
	size_t n = file ? fread(bytes, 1, sizeof bytes, file) : 0;
	UErrorCode error = U_ZERO_ERROR;
	UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &error);
	UText text = UTEXT_INITIALIZER;
	long found = 0;
	clock_t start = clock();
	for (size_t at = 0, end; at < n; at = end + 1) { /* an article at a time, parted by form feeds */
		for (end = at; end < n && bytes[end] != '\f'; end++)
			;
		utext_openUTF8(&text, bytes + at, (int64_t)(end - at), &error);
		ubrk_setUText(breaks, &text, &error);
		while (ubrk_next(breaks) != UBRK_DONE)
			found++;
	}
	printf("{\"seconds\": %f, \"found\": %ld}\n", (double)(clock() - start) / CLOCKS_PER_SEC, found);
	return U_FAILURE(error) || !n;
}
"""


def cpu_seconds(command, **how):
    """The least of three runs; output is thrown away."""
    best = None
    for _ in range(3):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, **how)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f'{" ".join(command)}: exit {child.returncode}')
        took = usage.ru_utime + usage.ru_stime
        best = took if best is None else min(best, took)
    return best


def reported(command, **how):
    """The least seconds a program says of itself in three runs; None: it cannot run."""
    took = []
    for _ in range(3):
        done = subprocess.run(command, capture_output=True, text=True, **how)
        if done.returncode:
            return None
        took.append(json.loads(done.stdout)['seconds'])
    return min(took)


def show(name, seconds, size, ours=None):
    beside = f', {seconds / ours:6.1f} times as long' if ours else ''
    print(f'  {name:28} {seconds:8.3f} s {size / 1e6 / seconds:8.1f} MB/s{beside}', flush=True)


def pages(options, empty):
    size = sum(e.stat().st_size for e in os.scandir(options.pages) if e.is_file())
    print(f'pages, {size / 1e6:.1f} MB')
    ours = cpu_seconds([options.nutgraf, 'extract', '-q', '--jobs', '1', '--format', 'html', options.pages]) - empty
    show('nutgraf extract', ours, size)
    environment = dict(os.environ)
    if options.node_modules:
        environment['NODE_PATH'] = options.node_modules
    for dom in 'linkedom', 'jsdom':
        seconds = shutil.which('node') and reported(['node', '-e', READABILITY, options.pages, dom], env=environment)
        if seconds:
            show(f'Readability, {dom}', seconds, size, ours)


def sentences(options, empty, folder):
    with open(options.text, encoding='utf-8') as f:
        texts = [json.loads(line).get('text') or '' for line in f if line.strip()]
    plain = os.path.join(folder, 'text')
    with open(plain, 'w', encoding='utf-8') as f:
        f.write('\f'.join(texts))
    size = os.path.getsize(plain)
    print(f'text, {size / 1e6:.1f} MB')
    show('wc -m', cpu_seconds(['wc', '-m', plain], env=dict(os.environ, LC_ALL='C.UTF-8')), size)
    for stage in 'extract', 'sentences', 'cluster':
        show(f'nutgraf {stage}', cpu_seconds([options.nutgraf, stage, '-q', '--jobs', '1', options.text]) - empty, size)
    bench = os.path.join(options.build, 'tests', 'bench', 'bench_language')
    if os.path.exists(bench):
        print(subprocess.run([bench, plain, 'en'], capture_output=True, text=True).stdout.rstrip())
    source, program = os.path.join(folder, 'icu.c'), os.path.join(folder, 'icu')
    with open(source, 'w', encoding='utf-8') as f:
        f.write(ICU)
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'icu-uc'], capture_output=True, text=True)
    if not flags.returncode and not subprocess.run(['cc', '-O2', source, '-o', program, *flags.stdout.split()]).returncode:
        seconds = reported([program, plain])
        if seconds:
            show('ICU, sentences alone', seconds, size)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('build')
    parser.add_argument('--pages')
    parser.add_argument('--text')
    parser.add_argument('--node-modules')
    options = parser.parse_args()
    options.nutgraf = os.path.join(options.build, 'nutgraf')
    empty = cpu_seconds([options.nutgraf, 'extract', '-q'], stdin=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        if options.pages:
            pages(options, empty)
        if options.text:
            sentences(options, empty, folder)


if __name__ == '__main__':
    main()
