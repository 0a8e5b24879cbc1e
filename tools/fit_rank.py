#!/usr/bin/env python3
"""fit_rank.py TRIAL SET... [--rounds N] [--folds N] [--reg X] [--seed N]

Moves the weights of ranking and selection (summarizer/story/rank_weights.c) towards your own summaries.

TRIAL is the program tests/bench/rank_trial, built by `ninja -C build tests/bench/rank_trial`: it ranks, selects and
scores with the library's own code, so what is fitted is what runs. A SET is FILE:words:N or FILE:sentences:N, a file of
items and the budget to summarize them in. An item is a line of JSON:

    {"language": "en", "docs": [{"title": "...", "text": "..."}], "refs": ["a reference summary", "another"]}

Stories of one document and of several have weights of their own: fit them one after the other, each set with items of
one kind only. Several sets count the same, whatever their sizes.

Method: the separable CMA evolution strategy (Ros and Hansen 2008), straight on the mean of ROUGE-1, -2 and -L of the
summaries chosen, started at the present weights, with a penalty of X points per squared change of a weight. Figures
printed for each set: with the present weights; cross-validated, that is for items no part of the fit saw, with the
standard error of the gain; and after the fit to all items, which flatters. Believe the second. The new weights follow
as C. A few hundred items overfit at once: with so few, raise --reg, and keep the present weights unless the
cross-validated gain is above twice its error. Plain Python; an hour at most for a few hundred items.
"""
import argparse
import math
import os
import random
import re
import subprocess
import sys

STORY = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'summarizer', 'story')
OTHERS = ['repetition', 'coverage', 'length_power', 'pair']


def enumerators(header, prefix):
    with open(os.path.join(STORY, header), encoding='utf-8') as f:
        return re.findall(rf'^\t({prefix}\w+),', f.read(), re.M)


class Set:
    """One file of items, scored by one running trial program."""

    def __init__(self, trial, spec):
        path, self.unit, number = spec.rsplit(':', 2)
        self.name = os.path.basename(path)
        self.program = subprocess.Popen([trial, path, self.unit, number], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.start = self.numbers()
        self.base = self.scores(self.start)

    def numbers(self):
        line = self.program.stdout.readline()
        if not line:
            sys.exit(f'{self.name}: the trial program failed')
        return [float(x) for x in line.split()]

    def scores(self, weights):
        self.program.stdin.write(' '.join(f'{w:.6g}' for w in weights) + '\n')
        self.program.stdin.flush()
        return self.numbers()


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def search(value, n, rounds, rng, sigma=.1):
    """Separable CMA-ES: the centre it ends at, of n changes from 0; maximises value(changes)."""
    size = 4 + int(3 * math.log(n))
    half = size // 2
    weights = [math.log(half + .5) - math.log(i + 1) for i in range(half)]
    weights = [w / sum(weights) for w in weights]
    effective = 1 / sum(w * w for w in weights)
    c_sigma = (effective + 2) / (n + effective + 3)
    damping = 1 + c_sigma + 2 * max(0, math.sqrt((effective - 1) / (n + 1)) - 1)
    c_path = 4 / (n + 4)
    c_spread = (n + 2) / 3 * (2 / effective / (n + 1.4) ** 2 + (1 - 1 / effective) * min(1, (2 * effective - 1) / ((n + 2) ** 2 + effective)))
    expected = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n))
    centre, spread, path, path_sigma = [0.0] * n, [1.0] * n, [0.0] * n, [0.0] * n
    for _ in range(rounds):
        steps = [[rng.gauss(0, 1) for _ in range(n)] for _ in range(size)]
        points = [[c + sigma * math.sqrt(d) * z for c, d, z in zip(centre, spread, step)] for step in steps]
        values = [value(p) for p in points]
        best = sorted(range(size), key=lambda i: -values[i])[:half]
        z = [sum(w * steps[b][i] for w, b in zip(weights, best)) for i in range(n)]
        centre = [c + sigma * math.sqrt(d) * x for c, d, x in zip(centre, spread, z)]
        path_sigma = [(1 - c_sigma) * p + math.sqrt(c_sigma * (2 - c_sigma) * effective) * x for p, x in zip(path_sigma, z)]
        length = math.sqrt(sum(p * p for p in path_sigma))
        path = [(1 - c_path) * p + math.sqrt(c_path * (2 - c_path) * effective) * math.sqrt(d) * x for p, d, x in zip(path, spread, z)]
        spread = [(1 - c_spread) * d + c_spread / effective * p * p
                  + c_spread * (1 - 1 / effective) * d * sum(w * steps[b][i] ** 2 for w, b in zip(weights, best))
                  for i, (d, p) in enumerate(zip(spread, path))]
        sigma *= math.exp(c_sigma / damping * (length / expected - 1))
    return centre


def fit(sets, use, options, rng):
    """The weights that suit the items use(i) best."""
    start = sets[0].start

    def value(change):
        weights = [s + c for s, c in zip(start, change)]
        figures = [mean(x for i, x in enumerate(s.scores(weights)) if use(i)) for s in sets]
        return mean(figures) - options.reg * sum(c * c for c in change)

    return [s + c for s, c in zip(start, search(value, len(start), options.rounds, rng))]


def cross_validate(sets, options, rng):
    """For each set, the gain of each item when it was left out of the fit."""
    gains = [[0.0] * len(s.base) for s in sets]
    for fold in range(options.folds):
        weights = fit(sets, lambda i: i % options.folds != fold, options, rng)
        for s, gain in zip(sets, gains):
            scores = s.scores(weights)
            for i in range(fold, len(gain), options.folds):
                gain[i] = scores[i] - s.base[i]
    return gains


def c_weights(weights):
    terms, concepts = enumerators('rank.h', 'RANK_'), enumerators('concept.h', 'CONCEPT_')
    left = iter(weights)
    lines = []
    for field, names in (('sentence', terms), ('concept', concepts)):
        lines.append(f'\t.{field} = {{')
        for name in names:
            weight = round(next(left), 3)
            lines += [f'\t\t[{name}] = {weight:g},'] if weight else []
        lines.append('\t},')
    return '\n'.join(lines + [f'\t.{name} = {next(left):.3g},' for name in OTHERS])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('trial'), parser.add_argument('set', nargs='+')
    parser.add_argument('--rounds', type=int, default=60), parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--reg', type=float, default=.3), parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    sets = [Set(options.trial, spec) for spec in options.set]
    gains = cross_validate(sets, options, rng) if options.folds > 1 else None
    weights = fit(sets, lambda i: True, options, rng)
    print(f'{"set":24} {"items":>6} {"present":>8} {"left out":>9} {"error":>6} {"fitted":>8}')
    for k, s in enumerate(sets):
        out, error = '-', '-'
        if gains:
            middle = mean(gains[k])
            out = f'{mean(s.base) + middle:.2f}'
            error = f'{math.sqrt(mean((g - middle) ** 2 for g in gains[k]) / len(gains[k])):.2f}'
        print(f'{s.name:24} {len(s.base):6} {mean(s.base):8.2f} {out:>9} {error:>6} {mean(s.scores(weights)):8.2f}')
    print(c_weights(weights))


if __name__ == '__main__':
    main()
