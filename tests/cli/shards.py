#!/usr/bin/env python3
"""shards.py NUTGRAF CASE: inputs cut in parts, and the recipes of examples/shards, give what one process gives.

`parallel` needs GNU parallel and is skipped without it. `array` runs the job script of the Slurm recipe task by task with
the variables that Slurm sets; where a cluster answers (sinfo), `slurm` sends it with sbatch, else it is skipped.
"""
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

NUTGRAF, CASE = os.path.abspath(sys.argv[1]), sys.argv[2]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RECIPES = os.path.join(ROOT, 'examples', 'shards')
COMMANDS = 'extract', 'sentences', 'dates', 'quotes'
SKIPPED = 77


def run(*command, data=b'', code=0, **environment):
    path = os.path.dirname(NUTGRAF) + ':' + os.environ['PATH']
    done = subprocess.run(command, input=data, capture_output=True, check=False, env={**os.environ, 'PATH': path, **environment})
    if done.returncode != code:
        sys.exit(f'{command}: exit {done.returncode}, not {code}: {done.stderr.decode()}')
    return done.stdout


def nutgraf(*arguments, **more):
    return run(NUTGRAF, *arguments, **more)


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def make_lines():
    """The sample's articles and others, as lines of very different lengths, with a bad one among them."""
    lines = nutgraf('extract', '-q', os.path.join(ROOT, 'data', 'sample'))
    papers = b''.join(read(path) for path in sorted(glob.glob(os.path.join(ROOT, 'data', 'sample', '*', '*.jsonl'))))
    write('day.jsonl', papers + b'not JSON\n{"id": "short", "text": "Nothing."}\n' + lines)


def shard():
    """Every line is in one part, whatever the number of parts, of files and the end of the last line."""
    whole = read('day.jsonl')
    for n in 1, 2, 3, 7, 40, 1000:
        parts = [nutgraf('shard', f'{i}/{n}', 'day.jsonl') for i in range(1, n + 1)] if n < 1000 else None
        if parts and b''.join(parts) != whole:
            yield f'{n} parts are not the whole'
        if parts and n < 8 and max(map(len, parts)) > len(whole) / n + max(map(len, whole.splitlines())) + 1:
            yield f'of {n} parts one is too long'
        if parts and any(part and not part.endswith(b'\n') for part in parts):
            yield f'of {n} parts one ends within a line'
    write('a', b'one\ntwo\nthree')
    write('b', b'')
    write('c', b'four\n\nfive\n')
    for n in range(1, 40):
        if b''.join(nutgraf('shard', f'{i}/{n}', 'a', 'b', 'c') for i in range(1, n + 1)) != b'one\ntwo\nthree\nfour\n\nfive\n':
            yield f'{n} parts of three files are not their lines'
    for wrong in '0/3', '4/3', '3', '/3', '3/', '1/0', '-1/3', '1/3x', '01/3':
        nutgraf('shard', wrong, 'a', code=64)
    nutgraf('shard', '1/3', code=64)
    nutgraf('shard', '1/3', 'absent', code=66)
    nutgraf('shard', '1/3', '.', code=66)


def maps():
    for command in COMMANDS:
        whole = nutgraf(command, '-q', data=read('day.jsonl'))
        parts = b''.join(nutgraf(command, '-q', data=nutgraf('shard', f'{i}/5', 'day.jsonl')) for i in range(1, 6))
        if parts != whole:
            yield f'{command}: five parts give other bytes than the whole'


def count_parts(n):
    for i in range(1, n + 1):
        nutgraf('stats', '-q', '-o', f'{i}.tsv', data=nutgraf('shard', f'{i}/{n}', 'day.jsonl'))
    return [f'{i}.tsv' for i in range(1, n + 1)]


def merge():
    """20 random orders and groupings of parts, and any number of threads, give the bytes of the whole."""
    whole = nutgraf('stats', '-q', '--jobs', '1', 'day.jsonl')
    if nutgraf('stats', '-q', '--jobs', '4', 'day.jsonl') != whole:
        yield 'the number of threads tells'
    lines = [line.split('\t') for line in whole.decode().splitlines()[1:]]
    articles = sum('error' not in json.loads(line) for line in nutgraf('sentences', '-q', 'day.jsonl').splitlines())
    if sum(int(count) for _, stem, count in lines if not stem) != articles:
        yield f'not all {articles} articles were counted'
    if not any(stem == 'dam' and int(count) > 5 for _, stem, count in lines) or any(stem == 'the' for _, stem, _ in lines):
        yield 'the table does not tell what the sample is about'
    chance, merged = random.Random(5), 0
    for attempt in range(20):
        tables = count_parts(9) if attempt == 0 else [f'{i}.tsv' for i in range(1, 10)]
        chance.shuffle(tables)
        while len(tables) > 1:
            size = chance.randint(1, len(tables))
            merged += 1
            name = f'merged-{merged}'
            nutgraf('merge', *tables[:size], '-o', name)
            tables = tables[size:] + [name]
        if read(tables[0]) != whole:
            yield f'attempt {attempt}: another table than that of the whole'
    write('bad.tsv', whole + b'en\tno count\n')
    nutgraf('merge', '1.tsv', 'bad.tsv', code=65)
    nutgraf('merge', 'day.jsonl', code=65)
    nutgraf('merge', 'absent', code=66)


def frequencies():
    """A table takes the place of the one built in: what is common in it joins no stories."""
    def sizes(*options):
        stories = {}
        for line in nutgraf('cluster', '-q', os.path.join(ROOT, 'data', 'sample'), *options).splitlines():
            story = json.loads(line)['story']
            stories[story] = stories.get(story, 0) + 1
        return stories
    whole = nutgraf('stats', '-q', os.path.join(ROOT, 'data', 'sample'))
    write('same.tsv', whole)
    write('common.tsv', b''.join(line if line.startswith(b'#') else line[:line.rindex(b'\t')] + b'\t1000000\n'
                                 for line in whole.splitlines(keepends=True)))
    if len(sizes('--frequencies', 'common.tsv')) <= len(sizes()):
        yield f'words that are in every article still join stories: {sizes()}, {sizes("--frequencies", "common.tsv")}'
    nutgraf('build', '-q', os.path.join(ROOT, 'data', 'sample'), '-o', 'site', '--frequencies', 'same.tsv')
    nutgraf('build', '-q', os.path.join(ROOT, 'data', 'sample'), '-o', 'site', '--frequencies', 'absent', code=66)


def parallel():
    if not shutil.which('parallel'):
        sys.exit(SKIPPED)
    for command in COMMANDS:
        if run(f'{RECIPES}/parallel.sh', 'day.jsonl', command, '-q', JOBS='3') != nutgraf(command, '-q', data=read('day.jsonl')):
            yield f'{command}: other bytes than one process'
    if run(f'{RECIPES}/stats.sh', 'day.jsonl', '5') != nutgraf('stats', '-q', 'day.jsonl'):
        yield 'stats: other bytes than one process'


def array():
    for command in COMMANDS:
        for task in range(1, 5):
            run(f'{RECIPES}/slurm.sh', 'day.jsonl', command, '-q', SLURM_ARRAY_TASK_ID=str(task), SLURM_ARRAY_TASK_COUNT='4')
        if b''.join(read(f'part-{task:03}') for task in range(1, 5)) != nutgraf(command, '-q', data=read('day.jsonl')):
            yield f'{command}: other bytes than one process'


def slurm():
    if not shutil.which('sbatch') or subprocess.run(['sinfo'], capture_output=True, check=False, timeout=60).returncode:
        sys.exit(SKIPPED)
    run('sbatch', '--wait', '--array=1-4', f'{RECIPES}/slurm.sh', 'day.jsonl', 'quotes', '-q')
    if b''.join(read(f'part-{task:03}') for task in range(1, 5)) != nutgraf('quotes', '-q', data=read('day.jsonl')):
        yield 'other bytes than one process'


CASES = [shard, maps, merge, frequencies, parallel, array, slurm]


def main():
    case = next(case for case in CASES if case.__name__ == CASE)
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        make_lines()
        wrong = list(case())
        os.chdir('/')
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
