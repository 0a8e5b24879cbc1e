#!/usr/bin/env python3
"""golden.py NUTGRAF [CHECK...]: the briefing of the sample, byte for byte, however it is made; and the truth of it.

`expected` compares briefing.md and briefing.json with the files beside this one (tools/update-golden makes them anew).
The other checks make the briefing in other ways and want the same bytes, in all files; `verbatim` and `caught` let
`nutgraf verify` prove the briefing, and refute it once a single byte of it or of a source has changed.
"""
import difflib
import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NUTGRAF = os.path.abspath(sys.argv[1])
DAY, FOLDER = '2026-03-17', '2026/03/17'


def run(*arguments, cwd=ROOT, data='', **environment):
    return subprocess.run([NUTGRAF, *arguments], cwd=cwd, env={**os.environ, **environment}, input=data, capture_output=True, text=True,
                          check=False)


def build(out, *options, inputs=('data/sample',), cwd=ROOT, **environment):
    done = run('build', '-q', *inputs, '--date', DAY, '-o', os.path.abspath(out), *options, cwd=cwd, **environment)
    if done.returncode:
        sys.exit(f'build {" ".join(inputs)}: exit {done.returncode}: {done.stderr}')
    return out


def tree(folder):
    return sorted(os.path.relpath(os.path.join(here, name), folder) for here, _, names in os.walk(folder) for name in names)


def differences(one, other):
    if tree(one) != tree(other):
        yield f'{tree(one)} are not the files {tree(other)}'
        return
    for name in tree(one):
        yield from difference(os.path.join(one, name), os.path.join(other, name))


def difference(one, other):
    if filecmp.cmp(one, other, shallow=False):
        return
    with open(one, encoding='utf-8') as a, open(other, encoding='utf-8') as b:
        yield '\n'.join(list(difflib.unified_diff(a.read().split('\n'), b.read().split('\n'), one, other, n=1, lineterm=''))[:40])


def sample_files():
    found = []
    for here, folders, names in os.walk(os.path.join(ROOT, 'data/sample')):
        folders.sort()
        found += [os.path.relpath(os.path.join(here, name), ROOT) for name in sorted(names)]
    return found


def build_nights(out, *options):
    """Both days of the sample, the second knowing the first; the state lies outside."""
    for day in '2026-03-16', DAY:
        build(out, '--date', day, '--state', os.path.abspath(out + '.db'), *options, inputs=[f'data/sample/{day}'])
    return out


def expected():
    build_nights('out')
    for name in 'briefing.md', 'briefing.json':
        yield from difference(os.path.join(HERE, name), os.path.join('out', FOLDER, name))


def stories():
    """The articles that the sample's authors wrote as one story are one story, and no others (by id)."""
    with open(os.path.join(HERE, 'stories.txt'), encoding='utf-8') as file:
        wanted = {tuple(sorted(line.split())) for line in file if line.strip() and not line.startswith('#')}
    found = {}
    for line in run('cluster', '-q', 'data/sample').stdout.splitlines():
        article = json.loads(line)
        found.setdefault(article['story'], []).append(article['id'].replace('data/sample/', ''))
    found = {tuple(sorted(story)) for story in found.values()}
    for story in sorted(found - wanted):
        yield f'found but not written: {" ".join(story)}'
    for story in sorted(wanted - found):
        yield f'written but not found: {" ".join(story)}'


def nights():
    yield from differences(build_nights('one', '--jobs', '1'), build_nights('four', '--jobs', '4'))
    shutil.copytree('one', 'again')
    shutil.copy('one.db', 'again.db')
    build('again', '--state', os.path.abspath('again.db'), inputs=[f'data/sample/{DAY}'])
    for wrong in differences('one', 'again'):
        yield f'the same night again: {wrong}'
    done = verify(os.path.join('one', FOLDER, 'briefing.json'), '--state', os.path.abspath('one.db'), f'data/sample/{DAY}')
    if done.returncode:
        yield f'verify: {done.stderr}'
    with open(os.path.join('one', FOLDER, 'briefing.json'), encoding='utf-8') as f:
        ways = {story.get('status') for story in json.load(f)['stories']}
    if not {'new', 'updated'} <= ways:
        yield f'of new and updated stories, only {ways} were seen'


def jobs():
    yield from differences(build('one', '--jobs', '1'), build('four', '--jobs', '4'))
    yield from differences('one', build('odd', '-j3'))


def turkish():
    """The folder of a Turkish locale, in which i and I are no pair and 1.5 is 1,5; None where none can be made."""
    os.makedirs('locales', exist_ok=True)
    made = subprocess.run(['localedef', '-i', 'tr_TR', '-f', 'UTF-8', os.path.abspath('locales/tr_TR.UTF-8')], capture_output=True,
                          check=False) if shutil.which('localedef') else None
    return os.path.abspath('locales') if made and made.returncode == 0 else None


def place():
    build('here')
    folder = turkish()
    where = {'LOCPATH': folder} if folder else {}
    yield from differences('here', build('turkish', LC_ALL='tr_TR.UTF-8', LANG='tr_TR.UTF-8', **where))
    yield from differences('here', build('ascii', LC_ALL='C', LANG='C'))
    yield from differences('here', build('east', TZ='Pacific/Kiritimati'))
    yield from differences('here', build('west', TZ='Pacific/Pago_Pago', COLUMNS='20', NO_COLOR='1', TERM='dumb'))


def order():
    files = sample_files()
    build('sorted', inputs=files)
    yield from differences('sorted', build('reversed', inputs=files[::-1]))
    yield from differences('sorted', build('shuffled', inputs=files[1::2] + files[0::2]))


def times():
    """When the files were written tells nothing, as long as it is after they were published."""
    shutil.copytree(os.path.join(ROOT, 'data/sample'), 'copy/data/sample')
    for here, folders, names in os.walk('copy'):
        for name in folders + names:
            os.utime(os.path.join(here, name), (1893456000, 1893456000))
    yield from differences(build('now'), build('then', cwd='copy'))


def shards():
    """The map commands keep nothing between records: record by record they print what they print for all."""
    with open(os.path.join(ROOT, 'data/sample', DAY, 'papers.jsonl'), encoding='utf-8') as f:
        records = f.read().splitlines(keepends=True)
    for command in 'extract', 'sentences', 'dates', 'quotes':
        whole = run(command, data=''.join(records)).stdout
        if whole.count('\n') != len(records):
            yield f'{command}: {len(records)} records in, {whole.count(chr(10))} lines out'
        if run(command, '--jobs', '4', data=''.join(records)).stdout != whole or run(command, '-j1', data=''.join(records)).stdout != whole:
            yield f'{command}: the number of threads tells'
        if ''.join(run(command, data=record).stdout for record in records) != whole:
            yield f'{command}: records tell of each other'


def twice():
    """A second run over the first one's files leaves them as they were."""
    build('one')
    shutil.copytree('one', 'two')
    yield from differences('one', build('two'))


def printed(briefing):
    for story in briefing['stories']:
        yield story['headline']
        for kind in 'sentences', 'quotes', 'timeline':
            yield from story[kind]


def verify(briefing, *inputs, cwd=ROOT):
    return run('verify', os.path.abspath(briefing), *inputs, cwd=cwd)


def verbatim():
    build('out')
    path = os.path.join('out', FOLDER, 'briefing.json')
    with open(path, encoding='utf-8') as f:
        n = len(list(printed(json.load(f))))
    done = verify(path, 'data/sample')
    counted = re.search(r'(\d+) items, all verbatim', done.stdout + done.stderr)
    if done.returncode or not counted or int(counted[1]) < n:
        yield f'verify: exit {done.returncode}, {n} items printed: {done.stdout}{done.stderr}'
    if verify(path, 'data/sample/2026-03-16').returncode != 1:
        yield 'verify: content with half of the sources'


def caught():
    """One byte of a printed sentence is changed in its source, then in the briefing: verify must name it."""
    build('out')
    path = os.path.join('out', FOLDER, 'briefing.json')
    with open(path, encoding='utf-8') as f:
        text = f.read()
    briefing = json.loads(text)
    changed = 0
    for item in list(printed(briefing))[::5]:
        words = item['text'].encode()
        source = briefing['articles'][item['origin']['article']]['source']
        with open(os.path.join(ROOT, source), 'rb') as f:
            data = f.read()
        if data.count(words) != 1:
            continue  # folded, escaped or said twice
        changed += 1
        at = data.index(words) + len(words) // 2
        while not chr(data[at]).isalpha() or data[at] > 127:
            at += 1
        with tempfile.TemporaryDirectory() as copy:
            shutil.copytree(os.path.join(ROOT, 'data/sample'), os.path.join(copy, 'data/sample'))
            with open(os.path.join(copy, source), 'wb') as f:
                f.write(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
            done = verify(path, 'data/sample', cwd=copy)
        if done.returncode != 1 or not done.stderr:
            yield f'verify: exit {done.returncode} though a byte of "{item["text"]}" changed in {source}: {done.stderr}'
        with open('forged.json', 'w', encoding='utf-8') as f:
            f.write(text.replace(json.dumps(item['text'], ensure_ascii=False)[1:-1], item['text'][:-2].replace('"', '\\"') + 'X.'))
        if verify('forged.json', 'data/sample').returncode != 1:
            yield f'verify: content with a forged "{item["text"]}"'
    if changed < 10:
        yield f'only {changed} items could be changed: this proves little'


CHECKS = [expected, stories, nights, jobs, place, order, times, shards, twice, verbatim, caught]


def main():
    wanted = sys.argv[2:] or [check.__name__ for check in CHECKS]
    failed = False
    for check in CHECKS:
        if check.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            os.chdir(scratch)
            for wrong in check():
                print(f'{check.__name__}: {wrong}')
                failed = True
            os.chdir('/')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
