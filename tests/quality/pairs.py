#!/usr/bin/env python3
"""pairs.py BIN ANNOTATED.jsonl... [--pairs N] [--seed S]

Folders of two articles: are two reports of one story joined, and strangers kept apart? Each file has one article a
line, {"id", "title", "text", "date", "source", "story"}. For each, N pairs of one story and N of two stories are drawn
and given to `BIN cluster` by twos. Prints both shares for each file and their means; exits 1 when the means are below
85 % joined or 99 % apart. Plain Python 3, no packages.
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys

JOINED_LEAST, APART_LEAST = .85, .99


def record(article, number):
    return {'id': str(number), 'title': article.get('title') or '', 'text': article.get('text') or '',
            'published': article.get('date') or '', 'site': article.get('source') or ''}


def joined(binary, pair):
    lines = ''.join(json.dumps(record(a, i), ensure_ascii=False) + '\n' for i, a in enumerate(pair))
    run = subprocess.run([binary, 'cluster', '--no-clean', '--language', 'en', '--jobs', '1', '-'],
                         input=lines.encode(), stdout=subprocess.PIPE, check=True)
    first, second = (json.loads(line)['story'] for line in run.stdout.splitlines())
    return first == second


def draw(articles, count, chance):
    """Pairs of one story and pairs of two, `count` of each at most."""
    stories = {}
    for article in articles:
        stories.setdefault(article['story'], []).append(article)
    same = [pair for story in stories.values() for pair in itertools.combinations(story, 2)]
    other = []
    while len(stories) > 1 and len(other) < count:
        pair = chance.sample(articles, 2)
        if pair[0]['story'] != pair[1]['story']:
            other.append(pair)
    return chance.sample(same, min(count, len(same))), other


def share(pairs, test):
    return sum(map(test, pairs)) / len(pairs) if pairs else 1.


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('files', nargs='+')
    parser.add_argument('--pairs', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    rows = []
    for path in options.files:
        chance = random.Random(f'{options.seed} {os.path.basename(path)}')  # whatever files stand before it
        with open(path, encoding='utf-8') as f:
            articles = [json.loads(line) for line in f if line.strip()]
        same, other = draw(articles, options.pairs, chance)
        rows.append((share(same, lambda pair: joined(options.binary, pair)),
                     share(other, lambda pair: not joined(options.binary, pair))))
        print(f'{os.path.basename(path):24} joined {rows[-1][0]:.3f} of {len(same)}, apart {rows[-1][1]:.3f} of {len(other)}')
    means = [sum(column) / len(rows) for column in zip(*rows)]
    print(f'{"mean":24} joined {means[0]:.3f}, apart {means[1]:.3f}')
    return means[0] < JOINED_LEAST or means[1] < APART_LEAST


if __name__ == '__main__':
    sys.exit(main())
