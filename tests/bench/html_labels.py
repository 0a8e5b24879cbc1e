#!/usr/bin/env python3
"""html_labels.py label NUTGRAF FOLDER GOLD.json: labels for html_fit, on standard output.
html_labels.py score FOLDER GOLD.json OUTPUT: precision, recall and F1 of what html_fit would keep.

FOLDER holds ID.html; GOLD maps ID to {"articleBody": text} or to {"with": [...], "without": [...]}: strings of the article
and of what is none. Bodies are scored over 4-word shingles, strings by whether they are found."""
import collections
import difflib
import json
import os
import re
import subprocess
import sys

WORD = re.compile(r'\w+')


def fold(text):
    return re.sub(r'\s+', ' ', text).strip()


def blocks_of(program, path):
    run = subprocess.run([program, 'extract', path], capture_output=True, check=True)
    article = json.loads(run.stdout.decode('utf-8').splitlines()[0])
    raw = article['text'].encode('utf-8')
    return [raw[b['start']:b['end']].decode('utf-8') for b in article['blocks']]


def label_body(blocks, body):
    """A block is the article's when half of its words stand in runs of three that the body has in this order."""
    gold = WORD.findall(body.lower())
    words, owner = [], []
    for i, text in enumerate(blocks):
        found = WORD.findall(text.lower())
        words += found
        owner += [i] * len(found)
    runs = [tuple(words[i:i + 3]) for i in range(len(words) - 2)]
    wanted = [tuple(gold[i:i + 3]) for i in range(len(gold) - 2)]
    hit = [0] * len(words)
    for match in difflib.SequenceMatcher(None, runs, wanted, autojunk=False).get_matching_blocks():
        for k in range(match.a, match.a + match.size + (2 if match.size else 0)):
            hit[k] = 1
    size, hits = collections.Counter(owner), collections.Counter()
    for i, h in zip(owner, hit):
        hits[i] += h
    # a page weighs as much as another, whatever its length
    scale = 1 / max(60, len(gold))
    return [(int(size[i] > 0 and hits[i] * 2 >= size[i]), (1 + min(size[i], 150) ** .9) * scale if size[i] else .1 * scale)
            for i in range(len(blocks))]


def label_strings(blocks, gold):
    labels, texts = [-1] * len(blocks), [fold(t) for t in blocks]
    for wanted in gold['without']:
        for i, text in enumerate(texts):
            if fold(wanted) in text:
                labels[i] = 0
    for wanted in gold['with']:
        found = [i for i, text in enumerate(texts) if fold(wanted) in text]
        for i in found:
            if len(found) == 1 or len(WORD.findall(texts[i])) >= 8:
                labels[i] = 1
    return [(label, .12 if label >= 0 else 0) for label in labels]


def label(program, folder, gold_path):
    gold = json.load(open(gold_path, encoding='utf-8'))
    for name in sorted(gold):
        path = os.path.join(folder, name + '.html')
        blocks = blocks_of(program, path)
        labels = label_body(blocks, gold[name]['articleBody']) if 'articleBody' in gold[name] else label_strings(blocks, gold[name])
        print('P', path, len(labels))
        for one in labels:
            print('%d %.6g' % one)


def shingles(text):
    words = WORD.findall(text)
    return collections.Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)))


def score(folder, gold_path, output):
    gold, kept = json.load(open(gold_path, encoding='utf-8')), {}
    for line in open(output, encoding='utf-8'):
        if line.startswith('P '):
            text = kept.setdefault(line[2:].strip(), [])
        elif line.startswith('T '):
            text.append(line[2:].strip())
    pages = {name: '\n\n'.join(kept.get(os.path.join(folder, name + '.html'), [])) for name in gold}
    precisions, recalls, counts = [], [], collections.Counter()
    for name, text in pages.items():
        if 'articleBody' in gold[name]:
            true, got = shingles(gold[name]['articleBody']), shingles(text)
            both = sum((true & got).values())
            precisions.append(both / sum(got.values()))
            recalls.append(both / sum(true.values()))
        else:
            found = sum(fold(s) in fold(text) for s in gold[name]['with'])
            counts.update(hit=found, miss=len(gold[name]['with']) - found,
                          noise=sum(fold(s) in fold(text) for s in gold[name]['without']))
    if precisions:
        p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    else:
        p, r = counts['hit'] / (counts['hit'] + counts['noise']), counts['hit'] / (counts['hit'] + counts['miss'])
    print('precision %.4f recall %.4f F1 %.4f' % (p, r, 2 * p * r / (p + r)))


if __name__ == '__main__':
    {'label': label, 'score': score}[sys.argv[1]](*sys.argv[2:])
