#!/usr/bin/env python3
"""nights.py NUTGRAF SHIM CASE [N]: nights that go wrong, and the ones after them.

A week of invented articles (tests/quality/week) is built night by night with a state file. `killed` ends a night as
kill -9 does at N moments between two calls that change a file, or in the middle of a write, spread over the night by a
fixed seed; `full` fills the disk at N moments. Whatever the moment: every page is that of the night before or the new
one, whole; the state is sound and knows the night or does not; the night built again gives the same bytes as one that
was never disturbed, and so does the next night. The other cases are named after what they hold. Nothing here sleeps.
"""
import filecmp
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'quality', 'week'))
import week  # noqa: E402

NUTGRAF, SHIM, CASE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
N = int(sys.argv[4]) if len(sys.argv) > 4 else 20
DAYS = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14']


def build(place, day, inputs='', **environment):
    """One night; `place` holds the site and the state."""
    return subprocess.run([NUTGRAF, 'build', '-q', '--jobs', '1', '--date', day, '--state', f'{place}/state', '-o', f'{place}/site',
                           f'days/{inputs or day}.jsonl'], env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def must(done, code=0):
    if done.returncode != code:
        sys.exit(f'exit {done.returncode}, not {code}: {done.stderr}')
    return done


def history(place):
    done = subprocess.run([NUTGRAF, 'history', '--state', f'{place}/state'], capture_output=True, text=True, check=False)
    return must(done).stdout


def copy(place, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(place, to)
    return to


def pages(place):
    """Those that readers see: a temporary file is hidden."""
    return sorted(os.path.relpath(os.path.join(here, name), f'{place}/site') for here, _, names in os.walk(f'{place}/site')
                  for name in names if not name.startswith('.'))


def same_pages(one, other):
    if pages(one) != pages(other):
        yield f'{one} has the pages {set(pages(one)) ^ set(pages(other))}, or {other} has'
    for name in pages(one):
        if name in pages(other) and not filecmp.cmp(f'{one}/site/{name}', f'{other}/site/{name}', shallow=False):
            yield f'{name} differs between {one} and {other}'


def same_nights(one, other):
    yield from same_pages(one, other)
    if history(one) != history(other):
        yield f'the states of {one} and {other} tell of different nights'


def whole_pages(place, before, after):
    for name in pages(place):
        if not any(os.path.exists(f'{one}/site/{name}') and filecmp.cmp(f'{place}/site/{name}', f'{one}/site/{name}', shallow=False)
                   for one in (before, after)):
            yield f'{name} is neither the old page nor the new one'


def sound_state(place, before, after):
    database = sqlite3.connect(f'{place}/state')
    if database.execute('PRAGMA integrity_check').fetchone() != ('ok',):
        yield 'the state is damaged'
    database.close()
    if history(place) not in (history(before), history(after)):
        yield 'the state knows half a night'


def make_nights():
    """one: after the first night, two: after the second, three."""
    week.write_days(week.read_stories(), 'days')
    os.mkdir('zero')
    for i, name in enumerate(('one', 'two', 'three')):
        place = copy(('zero', 'one', 'two')[i], name)
        must(build(place, DAYS[i]))


def count_calls(before, day):
    must(build(copy(before, 'counted'), day, LD_PRELOAD=SHIM, FAIL_IO_COUNT='count'))
    with open('count', encoding='ascii') as file:
        return int(file.read())


def disturbed(how, codes):
    """The second night, and the first, which has no state yet, disturbed at N moments."""
    chance = random.Random(N)
    for before, after, day, next_day, next_after in ('zero', 'one', DAYS[0], DAYS[1], 'two'), ('one', 'two', DAYS[1], DAYS[2], 'three'):
        calls = count_calls(before, day)
        if calls < 50:
            yield f'only {calls} calls were counted: the shim sees too little'
        for moment in sorted(chance.sample(range(1, calls + 1), min(N // 2, calls))):
            place = copy(before, 'place')
            done = build(place, day, LD_PRELOAD=SHIM, FAIL_IO=how, FAIL_IO_AT=str(moment))
            wrong = []
            if done.returncode not in codes:
                wrong.append(f'exit {done.returncode}: {done.stderr}')
            wrong += whole_pages(place, before, after)
            if os.path.exists(f'{place}/state') and os.path.getsize(f'{place}/state'):
                if before == 'zero':
                    must(build(copy(place, 'again'), day))
                    wrong += same_nights('again', after)
                else:
                    wrong += sound_state(copy(place, 'looked'), before, after)
            if moment % 2:  # the night is not built again: the next one is built all the same
                must(build(copy(place, 'skipped'), next_day))
                if f'{next_day.replace("-", "/")}/index.html' not in pages('skipped'):
                    wrong.append('the next night has no page')
            must(build(place, day))
            wrong += same_nights(place, after)
            must(build(place, next_day))
            wrong += same_nights(place, next_after)
            yield from (f'{how} at call {moment} of {calls} of {day}: {line}' for line in wrong)


def killed():
    yield from disturbed('kill', (-signal.SIGKILL,))


def full():
    # What is left to do after the last write may go well on a full disk.
    yield from disturbed('full', (0, 73, 74))


def hold(path):
    """Another run that has begun and has not ended."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute('BEGIN IMMEDIATE')
    return database


def busy():
    other = hold('one/state')
    before = pages('one')
    done = build('one', DAYS[1])
    if done.returncode != 75 or 'another run is using it' not in done.stderr:
        yield f'exit {done.returncode}: {done.stderr}'
    if pages('one') != before:
        yield 'the run that gave up has left pages'
    other.execute('ROLLBACK')
    must(build('one', DAYS[1]))
    yield from same_nights('one', 'two')


def waiting():
    """A run that finds another one waits for it: it is let go once it has the state open."""
    other = hold('one/state')
    path = os.path.realpath('one/state')
    run = subprocess.Popen([NUTGRAF, 'build', '-q', '--date', DAYS[1], '--state', 'one/state', '-o', 'one/site', f'days/{DAYS[1]}.jsonl'])
    opened = False
    while not opened and run.poll() is None:
        for descriptor in os.listdir(f'/proc/{run.pid}/fd'):
            try:
                opened = opened or os.readlink(f'/proc/{run.pid}/fd/{descriptor}') == path
            except OSError:
                pass
    if not opened:
        yield 'it ended without having opened the state'
    other.execute('ROLLBACK')
    if run.wait() != 0:
        yield f'exit {run.returncode} though the other run ended'
    yield from same_nights('one', 'two')


def two_at_once():
    """Two runs of the same night: both end well, or one says busy; the night is told once."""
    arguments = [NUTGRAF, 'build', '-q', '--date', DAYS[1], '--state', 'one/state', '-o', 'one/site', f'days/{DAYS[1]}.jsonl']
    runs = [subprocess.Popen(arguments) for _ in range(2)]
    codes = sorted(run.wait() for run in runs)
    if codes not in ([0, 0], [0, 75]):
        yield f'exits {codes}'
    yield from same_nights('one', 'two')


def clock_set_back():
    """A night dated before the last one knows what was before it only; the nights after it stand."""
    must(build(copy('three', 'place'), DAYS[1]))
    yield from same_pages('place', 'three')
    if sorted(history('place').splitlines()) != sorted(history('three').splitlines()):
        yield 'an old night built again changed what is remembered'
    must(build('place', '2030-01-01', inputs=DAYS[3]))
    must(build('place', DAYS[3]))
    must(build(copy('three', 'other'), DAYS[3]))
    if [line for line in history('place').splitlines() if not line.startswith('2030')] != history('other').splitlines():
        yield 'a night dated far ahead changed what the next one remembers'


def time_zone():
    for zone in 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns':
        place = copy('zero', 'place')
        for day in DAYS[:3]:
            must(build(place, day, TZ=zone))
        yield from same_nights(place, 'three')


def same_day_twice():
    must(build(copy('two', 'place'), DAYS[1]))
    yield from same_nights('place', 'two')


def day_skipped():
    must(build(copy('one', 'place'), DAYS[2]))
    told = [line.split('\t') for line in history('place').splitlines()]
    first = {story for day, story, *_ in told if day == DAYS[0]}
    if not first & {story for day, story, *_ in told if day == DAYS[2]}:
        yield 'no story of the first night went on after a night without a run'
    must(build('place', DAYS[1]))
    if len({line.split('\t')[0] for line in history('place').splitlines()}) != 3:
        yield 'the skipped night could not be built later'


def damaged():
    """Bytes of the state are overwritten here and there: the night is built or refused by name, and what is refused is left alone."""
    chance, refused = random.Random(N), 0
    whole = open('two/state', 'rb').read()
    for _ in range(N):
        at = chance.randrange(len(whole))
        broken = whole[:at] + chance.randbytes(min(200, len(whole) - at)) + whole[at + 200:]
        place = copy('two', 'place')
        with open(f'{place}/state', 'wb') as file:
            file.write(broken)
        done = build(place, DAYS[2])
        if done.returncode not in (0, 78):
            yield f'{at}: exit {done.returncode}: {done.stderr}'
        if done.returncode:
            refused += 1
            if f'{place}/state' not in done.stderr:
                yield f'{at}: the file is not named: {done.stderr}'
            if open(f'{place}/state', 'rb').read() != broken:
                yield f'{at}: what was refused was changed'
            yield from same_pages(place, 'two')
    if not refused:
        yield 'no damage was noticed'


def nobody():
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def read_only():
    place = copy('one', 'place')
    for here, _, names in os.walk('.'):
        os.chmod(here, 0o755)
        for name in names:
            os.chmod(os.path.join(here, name), 0o644)
    os.chmod(place, 0o555)
    os.chmod(f'{place}/state', 0o444)
    os.chmod('out', 0o777) if os.path.isdir('out') else os.mkdir('out', 0o777)
    os.chmod('out', 0o777)
    if os.getuid() == 0:
        for folder in os.getcwd(), os.path.dirname(NUTGRAF):
            if subprocess.run(['test', '-x', folder], preexec_fn=nobody, check=False).returncode:
                print('read_only: not looked at, since another user cannot reach the program')
                return
    done = subprocess.run([NUTGRAF, 'build', '-q', '--date', DAYS[1], '--state', f'{place}/state', '-o', 'out/site', f'days/{DAYS[1]}.jsonl'],
                          preexec_fn=nobody, capture_output=True, text=True, check=False)
    if done.returncode != 73 or f'{place}/state' not in done.stderr:
        yield f'exit {done.returncode}: {done.stderr}'
    if os.path.exists('out/site'):
        yield 'a night that cannot be remembered was published'
    os.chmod(place, 0o755)
    os.chmod(f'{place}/state', 0o644)
    yield from same_nights(place, 'one')


CASES = [killed, full, busy, waiting, two_at_once, clock_set_back, time_zone, same_day_twice, day_skipped, damaged, read_only]


def main():
    case = next(case for case in CASES if case.__name__ == CASE)
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        make_nights()
        wrong = list(case())
        os.chdir('/')
    for line in wrong[:40]:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
