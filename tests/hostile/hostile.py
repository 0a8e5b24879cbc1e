#!/usr/bin/env python3
"""hostile.py NUTGRAF [CASE...]: what the program does with inputs and outputs that nobody would wish for.

Each case is a function below that runs the program and yields what is wrong. What always holds: a documented exit code,
a message when it is not 0, no signal, no half-written or temporary file, output that is UTF-8. Nothing here measures
time; a case that grows faster than its input is caught by the test's time-out.
"""
import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile

NUTGRAF = os.path.abspath(sys.argv[1])
EXIT_CODES = {0, 1, 3, 64, 65, 66, 70, 73, 74, 75, 78}
GOOD = ('The harbour of Port Anvil was closed on Monday after a crane fell across its only entrance, officials said.\n\n'
        '"We shall cut it up where it lies," said Edda Morrow, the harbour master. "That will take until Friday."\n\n'
        'Nobody was hurt. The crane, which was built in 1971, had been inspected in February.\n')
GOOD_LINE = json.dumps({'id': 'good', 'title': 'Fallen crane closes harbour of Port Anvil', 'site': 'Anvil Post',
                        'published': '2026-03-16', 'language': 'en', 'text': GOOD})


def run(*arguments, data=b'', **more):
    """Runs the program in a scratch folder; what must always hold is checked here."""
    done = subprocess.run([NUTGRAF, *arguments], input=data if 'stdin' not in more else None,
                          stdout=more.pop('stdout', subprocess.PIPE), stderr=subprocess.PIPE, check=False, **more)
    done.wrong = []
    if done.returncode not in EXIT_CODES:
        done.wrong.append(f'{arguments}: exit {done.returncode}: {done.stderr[-2000:].decode(errors="replace")}')
    if done.returncode > 1 and not done.stderr:
        done.wrong.append(f'{arguments}: exit {done.returncode} without a word')
    try:
        (done.stdout or b'').decode()
        done.stderr.decode()
    except UnicodeDecodeError as error:
        done.wrong.append(f'{arguments}: output is not UTF-8: {error}')
    return done


def expect(done, *codes, says=''):
    yield from done.wrong
    message = done.stderr.decode(errors='replace')
    if done.returncode not in codes:
        yield f'{done.args[1:]}: exit {done.returncode}, not {codes}: {message[-500:]}'
    if says not in message:
        yield f'{done.args[1:]}: does not say "{says}" but "{message[-500:]}"'


def write(path, data):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'wb') as f:
        f.write(data if isinstance(data, bytes) else data.encode())
    return path


def tree(folder):
    return sorted(os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)


def records(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def empty_folder():
    os.mkdir('empty')
    yield from expect(run('build', 'empty', '-o', 'out', '--date', '2026-03-17'), 3, says='nothing to publish')
    yield from expect(run('build', 'empty', '-o', 'undated'), 3, says='nothing written')
    if os.path.exists('undated'):
        yield 'a site without a day'
    done = run('extract', 'empty')
    yield from expect(done, 0)
    if done.stdout:
        yield 'an article out of an empty folder'


def empty_files():
    for name, data in ('nothing.txt', b''), ('bom.txt', b'\xef\xbb\xbf'), ('blank.txt', b' \n\n \t\n'), ('nul.txt', bytes(1000)):
        write('in/' + name, data)
    yield from expect(run('build', 'in', '-o', 'out', '--date', '2026-03-17'), 3)
    write('in/good.jsonl', GOOD_LINE)
    yield from expect(run('build', 'in', '-o', 'out', '--date', '2026-03-17'), 0)


def missing_input():
    yield from expect(run('extract', 'nowhere.txt'), 66, says='nowhere.txt')
    write('good.jsonl', GOOD_LINE)
    done = run('extract', 'nowhere.txt', 'good.jsonl')
    yield from expect(done, 66, says='nowhere.txt')
    if len(records(done)) != 1:
        yield 'the good input was not used beside the missing one'
    done = run('extract', '--strict', 'nowhere.txt', 'good.jsonl')
    yield from expect(done, 65, 66, says='nowhere.txt')


def unreadable_file():
    write('in/good.jsonl', GOOD_LINE)
    os.symlink('nowhere', 'in/dangling.txt')
    done = run('extract', 'in')
    yield from expect(done, 0, 66, says='dangling.txt')
    if [r['id'] for r in records(done) if 'error' not in r] != ['good']:
        yield 'the good file was not used beside the dangling one'
    if os.getuid():
        os.chmod(write('in/closed.txt', GOOD), 0)
        yield from expect(run('extract', 'in'), 0, 66, says='closed.txt')
    yield from expect(run('extract', '/dev/null/x'), 66, says='/dev/null/x')


def bad_line():
    data = '\n'.join([GOOD_LINE, '{"id": "cut", "text": "no end', '[]', '{"id": "no text"}', GOOD_LINE.replace('"good"', '"better"')])
    write('day.jsonl', data)
    done = run('extract', 'day.jsonl')
    yield from expect(done, 0)
    ids = [r['id'] for r in records(done) if 'error' not in r]
    if ids != ['good', 'better']:
        yield f'of two good lines among bad ones, {ids} were used'
    if len(records(done)) != 5:
        yield f'{len(records(done))} lines out for 5 lines in'
    done = run('build', 'day.jsonl', '-o', 'out', '--date', '2026-03-17')
    yield from expect(done, 0, says='day.jsonl:2')
    yield from expect(run('build', '--strict', 'day.jsonl', '-o', 'strict', '--date', '2026-03-17'), 65, says='day.jsonl:2')
    if tree('strict'):
        yield f'a failed run left {tree("strict")}'


def one_long_line():
    words = b'the crane fell across the harbour and nobody was hurt '
    write('long.txt', words * (50_000_000 // len(words)))
    yield from expect(run('build', 'long.txt', '-o', 'out', '--date', '2026-03-17'), 0, 3, 65)
    write('long.jsonl', b'{"text": "' + words * (50_000_000 // len(words)) + b'"}')
    done = run('extract', 'long.jsonl', 'good.jsonl') if write('good.jsonl', GOOD_LINE) else None
    yield from expect(done, 0, 65, says='long.jsonl')
    if [r['id'] for r in records(done) if 'error' not in r][-1:] != ['good']:
        yield 'the good input after the long line was lost'


def invalid_utf8():
    for name, data in (('bytes.txt', bytes(range(256)) * 40), ('cut.txt', GOOD.encode()[:-1] + b'\xe2\x80'),
                       ('surrogate.txt', b'\xed\xa0\x80 ' + GOOD.encode()), ('overlong.txt', b'\xc0\xaf ' + GOOD.encode())):
        write('in/' + name, data)
    write('in/line.jsonl', GOOD_LINE.encode().replace(b'crane', b'cr\xffne') + b'\n' + GOOD_LINE.encode())
    for command in 'extract', 'sentences', 'dates', 'quotes', 'cluster', 'summarize', 'timeline':
        yield from expect(run(command, 'in'), 0)
    yield from expect(run('build', 'in', '-o', 'out', '--date', '2026-03-17'), 0)
    for path in tree('out'):
        with open(path, 'rb') as f:
            f.read().decode()


def long_runs():
    """Inputs that trip what is quadratic: many quotation marks, brackets, blank lines, short sentences, equal titles."""
    shapes = {'marks': '"' * 200_000, 'curly': '“a ' * 60_000, 'brackets': '[' * 200_000, 'dots': 'a. ' * 100_000, 'digits': '1' * 300_000,
              'lines': 'Word\n' * 60_000, 'blank': 'a\n\n' * 60_000, 'dates': 'on 3 March 2026 and ' * 20_000, 'word': 'x' * 1_000_000,
              'said': '"No," said Edda Morrow. ' * 20_000, 'accents': 'a' + '\u0301' * 300_000, 'angle': '<' * 200_000,
              'abbreviations': 'Mr. ' * 60_000}
    for name, text in shapes.items():
        write(f'in/{name}.txt', text)
    for command in 'extract', 'sentences', 'dates', 'quotes':
        done = run(command, '--format', 'plain', 'in')
        yield from expect(done, 0)
        if len(records(done)) != len(shapes):
            yield f'{command}: {len(records(done))} lines for {len(shapes)} files'


def deep_json():
    for depth in 100, 100_000:
        line = '{"id": "deep", "text": "a", "x": ' + '[' * depth + ']' * depth + '}'
        write('deep.jsonl', line + '\n' + GOOD_LINE)
        done = run('extract', 'deep.jsonl')
        yield from expect(done, 0)
        if records(done)[-1]['id'] != 'good':
            yield f'{depth} brackets: the line after them was lost'


def full_disk():
    write('good.jsonl', GOOD_LINE)
    for command in ('extract', 'good.jsonl'), ('summarize', 'good.jsonl'), ('--help',), ('--version',), ('build', '--help'):
        with open('/dev/full', 'wb') as full:
            yield from expect(run(*command, stdout=full), 74)
    yield from expect(run('extract', 'good.jsonl', stdout=os.open('good.jsonl', os.O_RDONLY)), 74)


def no_room(limit):
    """A disk that takes `limit` bytes a file, and a program that is told so by an error, not by a signal."""
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return prepare


def half_written():
    write('good.jsonl', GOOD_LINE)
    for limit in 0, 100, 1000:
        done = run('build', 'good.jsonl', '-o', f'out{limit}', '--date', '2026-03-17', preexec_fn=no_room(limit))
        yield from expect(done, 73, 74)
        for path in tree(f'out{limit}'):
            if os.path.getsize(path) >= limit or not path.endswith(('.html', '.md', '.json', '.xml', '.eml', '.css', '.txt')):
                yield f'a disk full after {limit} bytes left {path} ({os.path.getsize(path)} bytes)'
    write('kept.jsonl', 'what was there before')
    yield from expect(run('extract', 'good.jsonl', '-o', 'kept.jsonl', preexec_fn=no_room(100)), 73, 74)
    with open('kept.jsonl', encoding='utf-8') as f:
        if f.read() != 'what was there before':
            yield 'a failed write spoiled the file that was there'


def no_place():
    write('good.jsonl', GOOD_LINE)
    write('file', 'in the way')
    yield from expect(run('build', 'good.jsonl', '-o', 'file', '--date', '2026-03-17'), 73, 74, says='file')
    yield from expect(run('build', 'good.jsonl', '-o', 'file/below', '--date', '2026-03-17'), 73, 74, says='file')
    yield from expect(run('extract', 'good.jsonl', '-o', 'new/folder/x'), 0)
    if tree('new') != ['new/folder/x']:
        yield f'-o new/folder/x made {tree("new")}'
    yield from expect(run('extract', 'good.jsonl', '-o', '.'), 73, 74)


def wrong_usage():
    write('good.jsonl', GOOD_LINE)
    for arguments in ((), ('biuld',), ('build', 'good.jsonl'), ('extract', '--no-such-option'), ('extract', '--format', 'pdf'),
                      ('build', '--date', '2026-02-30', 'good.jsonl', '-o', 'out'), ('summarize', '--words', '-3'), ('extract', '--format'),
                      ('build', '--date', 'yesterday', 'good.jsonl', '-o', 'out'), ('extract', '--limit', 'depth'), ('cluster', '--tightness', 'x')):
        yield from expect(run(*arguments), 64)
    if os.path.exists('out'):
        yield 'wrong usage left a folder behind'
    yield from expect(run('extract', '--langauge', 'en'), 64, says='--language')
    yield from expect(run('build', '--data', 'nowhere', 'good.jsonl', '-o', 'out'), 78, 66, says='nowhere')


def bad_state():
    """A state that is none is refused and left alone; a night that fails remembers nothing."""
    write('good.jsonl', GOOD_LINE)
    for name, data in ('text.db', b'yesterday'), ('zeros.db', bytes(8192)), ('cut.db', b'SQLite format 3\0' + bytes(50)):
        write(name, data)
        yield from expect(run('build', 'good.jsonl', '-o', 'out', '--date', '2026-03-17', '--state', name), 78, says=name)
        with open(name, 'rb') as f:
            if f.read() != data:
                yield f'{name}: was changed'
    yield from expect(run('build', 'good.jsonl', '-o', 'out', '--date', '2026-03-17', '--state', 'no/where.db'), 73, 74, 78, says='no/where.db')
    if tree('out'):
        yield f'a refused state left {tree("out")}'
    write('file', 'in the way')
    yield from expect(run('build', 'good.jsonl', '-o', 'file', '--date', '2026-03-17', '--state', 'new.db'), 73, 74)
    done = run('history', '--state', 'new.db')
    if done.returncode == 0 and done.stdout:
        yield f'a night that failed is remembered: {done.stdout}'
    yield from done.wrong


def small_limits():
    """Every limit can be reached, and says so."""
    write('day.jsonl', '\n'.join(GOOD_LINE.replace('"good"', f'"{i}"') for i in range(8)))
    write('long.txt', GOOD * 40)
    done = run('extract', '--limit', 'record_bytes=100', 'day.jsonl')
    yield from expect(done, 0, 65)
    if [r for r in records(done) if 'error' not in r]:
        yield 'a line over the limit was read'
    yield from expect(run('extract', '--limit', 'input_bytes=100', 'long.txt'), 0, 65, says='long.txt')
    yield from expect(run('build', '--limit', 'memory_bytes=200000', 'day.jsonl', '-o', 'm', '--date', '2026-03-17'), 65, 70)
    if tree('m'):
        yield f'a run over a limit left {tree("m")}'
    done = run('build', '--limit', 'output_bytes=50', 'day.jsonl', '-o', 'b', '--date', '2026-03-17')
    yield from expect(done, 65, says='output_bytes')
    if tree('b'):
        yield f'a file over the limit was written: {tree("b")}'
    done = run('build', '--limit', 'articles=3', 'day.jsonl', '-o', 'a', '--date', '2026-03-17')
    yield from expect(done, 0, 65, says='3')


def poison():
    """Markup, templates, links, control and bidirectional characters in an article stay text in every output."""
    evil = 'Crane <script>alert(1)</script> {{< x >}} {% raw %} [a](javascript:alert(1)) \u202eevil \x1b[31m \x07 <!--'
    line = json.dumps({'id': evil, 'title': evil, 'site': '<b>Anvil</b>\r\nBcc: all@anvil.example', 'author': evil, 'published': '2026-03-16',
                       'url': 'javascript:alert(1)', 'section': evil, 'language': 'en', 'text': evil + ' was found.\n\n' + GOOD})
    write('evil.jsonl', line + '\n' + GOOD_LINE)
    yield from expect(run('build', 'evil.jsonl', '-o', 'out', '--date', '2026-03-17'), 0)
    markup = {'.md': r'(?<!\\)<(script|b)\b|(?<!\\)\]\(javascript:|\{\{|\{%', '.html': r'<script>alert|<b>Anvil|href="?javascript:|\{\{|\{%',
              '.xml': r'<script>alert|<b>Anvil|="javascript:|>javascript:', '.eml': r'^Bcc:'}
    for path in tree('out'):
        with open(path, encoding='utf-8', newline='') as f:
            text = f.read()
        for bad in '\u202e', '\x1b', '\x07', '\x00':
            if bad in text:
                yield f'{path}: holds {bad!r}'
        found = re.search(markup.get(os.path.splitext(path)[1], '(?!)'), text, flags=re.M)
        if found:
            yield f'{path}: holds {text[max(found.start() - 20, 0):found.end() + 20]!r}'
    done = run('extract', '\x1b[31mno\u202esuch')
    if b'\x1b' in done.stderr or '\u202e'.encode() in done.stderr:
        yield 'a message passes control characters to the terminal'


CASES = [empty_folder, empty_files, missing_input, unreadable_file, bad_line, one_long_line, invalid_utf8, long_runs, deep_json, full_disk,
         half_written, no_place, wrong_usage, bad_state, small_limits, poison]


def main():
    wanted = sys.argv[2:] or [case.__name__ for case in CASES]
    failed = False
    for case in CASES:
        if case.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            os.chdir(scratch)
            for wrong in case():
                print(f'{case.__name__}: {wrong}')
                failed = True
            os.chdir('/')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
