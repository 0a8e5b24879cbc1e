#!/usr/bin/env python3
"""key_quotes.py BIN DATA [-v]: of the key quotes `BIN quotes` finds, how many have both span and speaker right.

DATA: a folder with JSON Lines {id, text, quotes: [{start, end, speaker, speaker_name, speaker_kind, type}]} (offsets are
code points) in polnear*.jsonl, and the scorer score_quotes.py of that annotation, whose rules for spans (overlap of .8) and
names are used. A key quote on what the annotation calls mixed (a fragment of reported speech) counts neither way; nor does
the speaker of a span to which the annotation gives none. Exits 77 (skipped) without the data, 1 under the goal.
"""
import glob
import importlib.util
import json
import os
import subprocess
import sys

GOAL = .96


def load(path):
    spec = importlib.util.spec_from_file_location('score_quotes', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(binary, articles):
    lines = ''.join(json.dumps({'id': a['id'], 'text': a['text'], 'language': 'en'}) + '\n' for a in articles)
    run = subprocess.run([binary, 'quotes', '--no-clean'], input=lines.encode(), capture_output=True, check=True)
    for article, line in zip(articles, run.stdout.decode().splitlines()):
        text = article['text'].encode()
        quotes = [q for q in json.loads(line)['quotes'] if q['key']]
        for quote in quotes:
            for end in ('start', 'end'):
                quote[end] = len(text[:quote[end]].decode())
        yield article, quotes


def overlap(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0


def verdict(scorer, article, quote):
    """True, False, or None where the annotation says nothing."""
    text = article['text']
    pieces = scorer.pieces(text, quote['start'], quote['end'])
    for gold in article['quotes']:
        for piece in scorer.pieces(text, gold['start'], gold['end']):
            best = max((overlap(piece, p) for p in pieces), default=0)
            if gold['type'] != 'direct':
                if best > 0:
                    return None
            elif best >= .8:
                named = gold['speaker_kind'] not in ('name', 'pronoun') or gold['speaker_name']
                known = gold['speaker_kind'] != 'none' and named
                return bool(scorer.spk_ok(gold, quote['speaker'])) if known else None
    return False


def main():
    binary, data = sys.argv[1:3]
    paths = sorted(glob.glob(os.path.join(data, 'polnear*.jsonl')))
    if not paths or not os.path.exists(os.path.join(data, 'score_quotes.py')):
        return 77
    scorer = load(os.path.join(data, 'score_quotes.py'))
    low = False
    for path in paths:
        with open(path, encoding='utf-8') as lines:
            articles = [json.loads(line) for line in lines]
        right = wrong = with_key = 0
        for article, quotes in found(binary, articles):
            verdicts = [(verdict(scorer, article, q), q) for q in quotes]
            right += sum(v is True for v, _ in verdicts)
            wrong += sum(v is False for v, _ in verdicts)
            with_key += bool(quotes)
            for v, q in verdicts:
                if v is False and '-v' in sys.argv:
                    print(f"{article['id']}: {q['speaker']} ({q['how']}): {q['text'][:90]}")
        share = right / (right + wrong) if right + wrong else 0
        low |= share < GOAL
        print(f'{os.path.basename(path)}: {right} of {right + wrong} key quotes right, {share:.3f} (goal {GOAL}); '
              f'{with_key} of {len(articles)} articles have one')
    return 1 if low else 0


if __name__ == '__main__':
    sys.exit(main())
