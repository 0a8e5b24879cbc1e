#!/usr/bin/env python3
"""days.py NUTGRAF [CASE...]: days that are none, through the whole program: nothing to tell, all the same, nothing in
common, far too much of one thing, no dates.

Each case is a function below that yields what is wrong. What always holds besides what hostile.py checks: an answer,
every figure in it a number, and no budget passed. Growth faster than the input is caught by the test's time-out.
"""
import json
import os
import sys
import tempfile

from hostile import expect, run, write

DAY = '2026-03-17'


def line(number, text, **more):
    return json.dumps({'id': str(number), 'title': '', 'published': DAY, 'language': 'en', 'text': text, **more}) + '\n'


def no_number(name):
    raise ValueError(f'{name} is no number')


def objects(done):
    return [json.loads(l, parse_constant=no_number) for l in done.stdout.decode().splitlines()]


def built(data, *options):
    """What is wrong with the run, and its briefing."""
    with tempfile.TemporaryDirectory() as folder:
        source = write(os.path.join(folder, 'day.jsonl'), data)
        done = run('build', source, '-o', os.path.join(folder, 'site'), '-q', *options)
        wrong = list(expect(done, 0))
        path = os.path.join(folder, 'site', DAY.replace('-', '/'), 'briefing.json')
        with open(path, encoding='utf-8') as file:
            briefing = json.load(file, parse_constant=no_number)
        wrong += expect(run('verify', path, source), 0)
        why = run('explain', '--json', path, '1', source, *options)
        wrong += expect(why, 0)
        wrong += [note for note in json.loads(why.stdout, parse_constant=no_number)['notes'] if note.startswith('With these')]
    return wrong, briefing


def few_sentences():
    """None, one and two sentences: as many are told."""
    texts = ['', 'The harbour of Port Anvil was closed on Monday.',
             'The harbour of Port Anvil was closed on Monday. A crane had fallen across its entrance at noon.']
    for told, text in enumerate(texts):
        done = run('summarize', '--sentences', '5', data=line(1, text).encode())
        yield from expect(done, 0)
        if len(done.stdout.splitlines()) != told:
            yield f'{told} sentences, but {done.stdout!r} is told'
        wrong, briefing = built(line(1, text, title='Crane closes harbour of Port Anvil'))
        yield from wrong
        if len(briefing['stories'][0]['sentences']) > told:
            yield f'{told} sentences, but the briefing tells more'


def identical_articles():
    """A hundred thousand of them: one story, told once."""
    text = 'A crane fell across the entrance of Port Anvil on Monday. Nobody was hurt. It was built in 1971, they said.'
    day = ''.join(line(i, text, title='Crane closes harbour', site=f'paper{i % 50}.example') for i in range(100000))
    done = run('cluster', data=day.encode())
    yield from expect(done, 0)
    if {o['story'] for o in objects(done)} != {0}:
        yield 'equal articles are not one story'
    wrong, briefing = built(day[:len(day) // 20].rsplit('\n', 1)[0] + '\n')
    yield from wrong
    if briefing['stories_found'] != 1 or briefing['stories'][0]['outlets'] != 50:
        yield f"{briefing['stories_found']} stories of {briefing['stories'][0]['outlets']} outlets"


def identical_sentences():
    """One sentence again and again, in one article and in many, is said once."""
    again = 'The harbour of Port Anvil was closed on Monday after a crane fell. '
    for day in (line(1, again * 2000), ''.join(line(i, again * (i + 1)) for i in range(60))):
        done = run('summarize', '--sentences', '5', '--json', data=day.encode())
        yield from expect(done, 0)
        if len(objects(done)) != 1:
            yield f'{len(objects(done))} equal sentences are told'


def disjoint():
    """No two articles share a word: each is a story."""
    words = [f'{a}{b}{c}' for a in 'bdfglmnprst' for b in ('ano', 'eli', 'iru', 'osa', 'uke') for c in 'bdfglmnprstvz']
    many = 3000
    day = ''.join(line(i, ' '.join(f'{w}{i}x' for w in words[i % 50:i % 50 + 20]).capitalize() + '.') for i in range(many))
    done = run('cluster', data=day.encode())
    yield from expect(done, 0)
    if len({o['story'] for o in objects(done)}) != many:
        yield f"{len({o['story'] for o in objects(done)})} stories, not {many}"
    yield from built(day)[0]


def one_word():
    """A word a million times, as one sentence and as a million."""
    for text in ('crane ' * 1000000, 'Crane. ' * 1000000):
        for command in ('cluster',), ('summarize', '--json', '--words', '20'), ('timeline',):
            done = run(*command, data=line(1, text).encode())
            yield from expect(done, 0)
            for answer in objects(done):
                if command[0] == 'summarize' and len(answer['text'].split()) > 20:
                    yield f'{command}: the budget is passed'
    yield from built(line(1, 'crane ' * 1000000, title='Crane'))[0]


def many_sentences():
    """A hundred thousand sentences in one article; budgets hold, and ranking has its limit."""
    text = ' '.join(f'Crane {i} of the harbour of Anvil moved load {i * 7 % 1000} on Monday.' for i in range(100000))
    done = run('summarize', '--json', '--words', '60', data=line(1, text).encode())
    yield from expect(done, 0)
    told = objects(done)
    if not told or sum(len(o['text'].split()) for o in told) > 60:
        yield f'{len(told)} sentences pass the budget'
    yield from built(line(1, text, title='Cranes move loads in Anvil'))[0]


def no_dates():
    """A day must be given when no article has one; then all is told."""
    day = ''.join(line(i, f'The harbour of Anvil was closed after crane number {i} fell.', title=f'Crane {i} falls',
                       published='') for i in range(5))
    with tempfile.TemporaryDirectory() as folder:
        yield from expect(run('build', '-o', os.path.join(folder, 'site'), data=day.encode()), 64, says='--date')
    wrong, briefing = built(day, '--date', DAY)
    yield from wrong
    if briefing['articles_read'] != 5 or not briefing['stories']:
        yield 'articles without dates are lost'


def one_date():
    """Ten thousand articles of one minute: stories are found as among fewer."""
    def text(i):
        name = 'abcdefghij'[i % 10] + 'nvil' + 'kmnopqrtvx'[i // 10 % 10]
        return (f'The harbour of {name} was closed after a crane of {name} fell. Mayor {name}son of {name} said so. '
                f'Ships wait before {name} for pilot {i // 100}.')
    day = ''.join(line(i, text(i), published=DAY + 'T08:00:00Z', site=f'paper{i // 100}.example') for i in range(10000))
    done = run('cluster', data=day.encode())
    yield from expect(done, 0)
    stories = {}
    for number, found in enumerate(objects(done)):
        stories.setdefault(found['story'], set()).add(number % 100)
    if any(len(harbours) > 1 for harbours in stories.values()):
        yield 'different harbours are one story'
    if len(stories) > 1000:
        yield f'a hundred stories are told as {len(stories)}'


CASES = [few_sentences, identical_articles, identical_sentences, disjoint, one_word, many_sentences, no_dates, one_date]


def main():
    failed = False
    for case in CASES:
        if sys.argv[2:] and case.__name__ not in sys.argv[2:]:
            continue
        for wrong in case():
            failed = True
            print(f'{case.__name__}: {wrong}')
    return failed


if __name__ == '__main__':
    sys.exit(main())
