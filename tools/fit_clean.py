#!/usr/bin/env python3
"""fit_clean.py TRIAL SET[:WEIGHT]... [--folds N] [--ridge X] [--sweeps N] [--cost X] [--scrap X] [--start FILE] [--c]

Fits the weights of cleaning (summarizer/clean/weights.c) to articles whose lines you labelled body or noise.

TRIAL is the program tests/bench/clean_trial, built by `ninja -C build tests/bench/clean_trial`; it says how an article is
written. Sets of the same articles, extracted by different means, must hold them in the same order: article n of all sets
is in the same fold, so that no fold sees an article it is judged by. WEIGHT is what a line of the set counts.

Method: logistic regression with a ridge towards the weights in FILE (those of today), stronger for phrases than for form,
by cyclic coordinate descent (Newton steps, as liblinear). A sentence of the body counts COST times as much as a line of
noise, another line of the body SCRAP times; many lines of one kind in one article count less each.
Printed for each set, cross-validated: noise found, lines of body and sentences of body lost at the threshold 0, and noise
found at the threshold that loses .007 of the sentences. They flatter if the weights in FILE have seen the articles. With
--c the weights follow as C. Plain Python; a minute for 20,000 lines.
"""
import argparse
import math
import os
import re
import subprocess

CLEAN = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'summarizer', 'clean')


def header(name):
    with open(os.path.join(CLEAN, name), encoding='utf-8') as f:
        return re.sub(r'/\*.*?\*/', '', f.read(), flags=re.S)


def names_of(enum):
    """The enumerators by number; those without a name of their own are "THE_LAST_NAME + 1" ..."""
    cues = re.search(r'enum cue {(.*?)}', header('cue.h'), re.S)[1].replace('\n', ' ').split(',')
    sizes = {'NOISE_CUES': [c.strip() for c in cues].index('CUE_NOTE') + 1}
    sizes.update((n, int(v)) for n, v in re.findall(r'\b(PLACES|PLACE_LENGTHS|LENGTHS|CUE_FORMS) = (\d+)', header('terms.h')))
    names, start = [], ''
    for item in re.search(rf'enum {enum} {{(.*?)}}', header('terms.h'), re.S)[1].split(','):
        name, _, value = (x.strip() for x in item.partition('='))
        if value:
            base, _, count = value.partition(' + ')
            at = names.index(base) + math.prod(sizes[x] for x in count.split(' * '))
            names += [f'{start} + {i - names.index(start)}' for i in range(len(names), at)]
        start = name
        names.append(name)
    return names


def weights_of(path, names):
    with open(path, encoding='utf-8') as f:
        found = dict(re.findall(r'\[(TERM_[\w +]+)\] = (-?[\d.]+)', f.read()))
    return [float(found.get(name, 0)) for name in names]


class Line:
    __slots__ = ('set', 'article', 'noise', 'sentence', 'cost', 'terms')


def read(trial, sets, options):
    lines = []
    for number, (path, weight) in enumerate(sets):
        out = subprocess.run([trial, path, 'terms'], capture_output=True, text=True, check=True).stdout
        for row in out.splitlines():
            fields = row.split()
            line = Line()
            line.set, line.article, line.noise = number, int(fields[0]), None if fields[1] == '-1' else fields[1] == '0'
            line.sentence = fields[2] == '1'
            line.cost = weight * (1 if line.noise else options.cost if line.sentence else options.scrap)
            line.terms = [(int(t), float(v)) for t, v in (f.split(':') for f in fields[3:])]
            lines.append(line)
    kinds = {}
    for line in lines:
        kinds.setdefault((line.set, line.article, line.noise, line.sentence), []).append(line)
    for same in kinds.values():
        for line in same:
            line.cost *= min(1, math.sqrt(options.crowd / len(same)))
    return lines


def apply(weights, line):
    return sum(weights[term] * value for term, value in line.terms)


def fit(lines, start, options, ridge):
    n, weights = len(start), list(start)
    scores = [apply(start, line) for line in lines]
    columns = [[] for _ in range(n)]
    for i, line in enumerate(lines):
        for term, value in line.terms:
            columns[term].append((i, value))
    y = [float(line.noise) for line in lines]
    costs = [line.cost for line in lines]
    exp = math.exp
    p = [1 / (1 + exp(-s)) if s > -30 else 0.0 for s in scores]
    for _ in range(options.sweeps):
        moved = 0.0
        for term in range(n):
            column = columns[term]
            if not column:
                continue
            hold = ridge[term]
            gradient, curve = hold * (weights[term] - start[term]), hold + 1e-9
            for i, value in column:
                gradient += costs[i] * (p[i] - y[i]) * value
                curve += costs[i] * p[i] * (1 - p[i]) * value * value
            step = max(-1, min(1, -gradient / curve))
            if abs(step) < 1e-4:
                continue
            weights[term] += step
            moved = max(moved, abs(step))
            for i, value in column:
                s = scores[i] = scores[i] + step * value
                p[i] = 1 / (1 + exp(-s)) if s > -30 else 0.0
        if moved < .02:
            break
    return weights


def left_out(lines, start, options, ridge):
    """A logit for each line, by weights fitted without its article."""
    logits = [0.0] * len(lines)
    for fold in range(options.folds):
        weights = fit([x for x in lines if x.article % options.folds != fold and x.noise is not None], start, options, ridge)
        for i, line in enumerate(lines):
            if line.article % options.folds == fold:
                logits[i] = apply(weights, line)
    return logits


def report(sets, lines, logits):
    print(f'{"set":28} {"found":>7} {"lost":>7} {"sentences":>10} {"found at .007":>14} {"(at)":>6}')
    for number, (path, _) in enumerate(sets):
        noise = [s for x, s in zip(lines, logits) if x.set == number and x.noise]
        body = [s for x, s in zip(lines, logits) if x.set == number and x.noise is False]
        prose = sorted((s for x, s in zip(lines, logits) if x.set == number and x.noise is False and x.sentence), reverse=True)
        strict = prose[int(.007 * len(prose))]
        print(f'{os.path.basename(path):28} {sum(s > 0 for s in noise) / max(1, len(noise)):7.3f} {sum(s > 0 for s in body) / len(body):7.4f} '
              f'{sum(s > 0 for s in prose) / len(prose):10.4f} {sum(s > strict for s in noise) / max(1, len(noise)):14.3f} {strict:6.2f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('trial'), parser.add_argument('set', nargs='+')
    parser.add_argument('--folds', type=int, default=7), parser.add_argument('--ridge', type=float, default=1)
    parser.add_argument('--sweeps', type=int, default=40), parser.add_argument('--cost', type=float, default=1)
    parser.add_argument('--c', action='store_true')
    parser.add_argument('--trust', type=float, default=10)
    parser.add_argument('--crowd', type=float, default=6)
    parser.add_argument('--scrap', type=float, default=.5)
    parser.add_argument('--start', default=os.path.join(CLEAN, 'weights.c'))
    options = parser.parse_args()
    sets = [(path, float(weight or 1)) for path, _, weight in (s.partition(':') for s in options.set)]
    names = names_of('term')[:-1]
    start = weights_of(options.start, names)
    ridge = [options.ridge * (options.trust if name.startswith('TERM_CUE') else 1) for name in names]
    lines = read(options.trial, sets, options)
    report(sets, lines, left_out(lines, start, options, ridge))
    if options.c:
        weights = fit([x for x in lines if x.noise is not None], start, options, ridge)
        print('\n'.join(f'\t[{name}] = {weight:.2f},' for name, weight in zip(names, weights) if abs(weight) >= .005))


if __name__ == '__main__':
    main()
