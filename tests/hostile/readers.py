#!/usr/bin/env python3
"""readers.py BIN KIND [-v]: inputs made to take a reader's time or memory, or to make it open what it was not given.

Each goes through `BIN extract`. It must end by itself with status 0, be read or refused by the name of a limit, and hold at most
100 MiB at its largest. It is stopped after ten seconds of processor time: what is quadratic takes longer. -v prints what
each took. KIND: markdown feed mail warc. All inputs are made here.
"""
import gzip
import os
import re
import resource
import subprocess
import sys
import tempfile

MOST_MEMORY, MOST_SECONDS = 100 << 20, 10
SECRET = 'the words of a file nobody gave'


def markdown(_):
    """The kinds of text on which readers of Markdown have been slow, each near the limit of a megabyte."""
    n = 1000000
    yield 'nested strong emphasis', '*a **a ' * (n // 16) + 'b' + ' a** a*' * (n // 16)
    yield 'emphasis closers without openers', 'a_ ' * (n // 3)
    yield 'emphasis openers without closers', '_a ' * (n // 3)
    yield 'link closers without openers', 'a]' * (n // 2)
    yield 'link openers without closers', '[a' * (n // 2)
    yield 'mismatched openers and closers', '*a_ ' * (n // 4)
    yield 'one opener, many of the other kind', '*a ' + '_a*_ ' * (n // 5)
    yield 'multiples of three', 'a**b' + 'c* ' * (n // 3)
    yield 'link openers and emphasis closers', '[ a_' * (n // 4)
    yield 'destinations that do not end', '[ (](' * (n // 5)
    yield 'images in images', '![[]()' * (n // 6)
    yield 'hard link and emphasis', '**x [a*b**c*](d)' * (n // 16)
    yield 'nested brackets', '[' * (n // 2) + 'a' + ']' * (n // 2)
    yield 'nested block quotes', '> ' * (n // 2) + 'a'
    yield 'block quotes over lines', ''.join('> ' * min(i, 300) + 'a\n' for i in range(1700))
    yield 'nested lists', ''.join('  ' * i + '* a\n' for i in range(950))
    yield 'lists in one line', '* ' * (n // 2) + 'a'
    yield 'zero bytes', 'abc\0de\0' * (n // 12)
    yield 'runs of backticks', ''.join('e' + '`' * i for i in range(1400))
    yield 'unclosed links with angles', '[a](<b' * (n // 6)
    yield 'unclosed links', '[a](b' * (n // 5)
    yield 'unclosed comments', '</' + '<!--' * (n // 4)
    yield 'unclosed declarations', '<!A ' * (n // 4) + '<?' * 1000 + '<![CDATA[' * 1000
    yield 'empty lines in deep lists', '- ' * 16 + 'x' + '\n' * (n - 100)
    yield 'empty lines in lists in a quote', '> ' * 8 + '- ' * 8 + 'x\n' + '>\n' * (n // 2 - 100)
    yield 'emphasis in a deep quote', '>' * 30 + 'a*' * (n // 2)
    yield 'references of one hash', ''.join(f'[{i:x}]: u\n' for i in range(60000))
    yield 'references used often', '[a]: u\n\n' + '[a] ' * (n // 4)
    yield 'one long reference, used often', '[a]: /' + 'u' * 8000 + '\n\n' + '[a] ' * 200000
    yield 'tables of pipes', '|' * n
    yield 'entities', '&' * n
    yield 'one word', 'a' * n
    yield 'over the limit of bytes', 'words ' * (2 * n // 6)


def nested(name, depth):
    return f'<{name}>' * depth


def feed(folder):
    rss = '<rss><channel><title>F</title><item><title>%s</title><description>%s</description></item></channel></rss>'
    secret = os.path.join(folder, 'secret')
    with open(secret, 'w', encoding='utf-8') as f:
        f.write(SECRET)
    laughs = '<!DOCTYPE rss [<!ENTITY l0 "lol">' + ''.join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)) + ']>'
    yield 'billion laughs', laughs + rss % ('&l9;', '&l9;')
    yield 'billion laughs in an attribute', laughs + '<rss><channel a="&l9;">' + rss[14:] % ('a', 'b')
    yield 'quadratic entities', f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50000}">]>' + rss % ('t', '&a;' * 100000)
    yield 'a parameter entity', f'<!DOCTYPE rss [<!ENTITY % a SYSTEM "file://{secret}"> %a;]>' + rss % ('t', 'd')
    yield 'an entity of a file', f'<!DOCTYPE rss [<!ENTITY a SYSTEM "file://{secret}">]>' + rss % ('&a;', '&a;')
    yield 'a file to include', rss % (
        't', f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text" href="file://{secret}"/>')
    yield 'a document type of a file', f'<!DOCTYPE rss SYSTEM "file://{secret}">' + rss % ('t', 'd')
    yield 'a document type that does not end', '<!DOCTYPE rss [' + '<!ENTITY a "' * 500000
    yield 'deep elements', '<rss>' + nested('a', 500000)
    yield 'deep markup in a text', rss % ('t', nested('b', 500000))
    yield 'deep html in a text', rss % ('t', '&lt;div>' * 200000)
    yield 'items in items', '<rss><channel>' + nested('item', 300000)
    yield 'a million attributes', '<rss ' + ' '.join(f'a{i}=""' for i in range(1000000)) + '/>'
    yield 'a million namespaces', '<rss ' + ' '.join(f'xmlns:a{i}="b"' for i in range(500000)) + '>' + '<z:a/>' * 100000
    yield 'an attribute of ten megabytes', f'<rss a="{"b" * 10000000}"/>'
    yield 'quotes that do not close', '<rss><channel>' + '<item a="x>' * 300000
    yield 'tags that do not close', '<rss><channel>' + '<item ' * 500000
    yield 'a million tiny elements', '<rss><channel>' + '<a/>' * 1000000
    yield 'end tags of nothing', '<rss><channel>' + '</a>' * 1000000
    yield 'references', rss % ('&amp;' * 1000000, '&' * 1000000)
    yield 'angles in a text', rss % ('< ' * 1000000, '&lt;a ' * 500000)
    yield 'bases upon bases', '<rss>' + '<channel xml:base="aaaaaaaa/">' * 60 + '<item xml:base="b/c/"/>' * 20000
    yield 'thirty thousand items', '<rss><channel>' + '<item><title>t</title></item>' * 30000
    yield 'a section that does not end', '<rss><channel><item><title><![CDATA[' + 'a]]' * 500000
    yield 'utf-7', ('<?xml version="1.0" encoding="utf-7"?>' + rss % ('+ADw-b+AD4-', 'd'))
    yield 'utf-16', (rss % ('t', 'd' * 1000000)).encode('utf-16')
    yield 'no charset', b'<?xml version="1.0" encoding="\xff\xff"?><rss>' + b'\x80' * 1000000
    yield 'deep json', '{"version":"https://jsonfeed.org/version/1","items":' + '[' * 1000000


def mail(_):
    head = 'From: a@post.example\nSubject: s\n'
    yield 'a thousand nested multiparts', ''.join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(1000)) + '\nwords\n'
    yield 'nested alternatives', ''.join(
        f'Content-Type: multipart/alternative; boundary="b{i}"\n\n--b{i}\n' for i in range(60)) + '\nwords\n' + '--x\n' * 300000
    yield 'messages in messages', 'Content-Type: message/rfc822\n\n' * 5000 + '\nwords'
    yield 'a boundary of a megabyte', head + f'Content-Type: multipart/mixed; boundary="{"b" * 1000000}"\n\n--{"b" * 1000000}\n\nx'
    yield 'no boundary', head + 'Content-Type: multipart/mixed\n\n--\n\nwords\n'
    yield 'half a million parts', head + 'Content-Type: multipart/mixed; boundary=b\n\n' + '--b\n\nx\n' * 500000
    yield 'lines like boundaries', head + 'Content-Type: multipart/mixed; boundary=b\n\n' + '--c\n' * 1000000
    yield 'a million headers', head + ''.join(f'X-{i}: y\n' for i in range(1000000)) + '\nwords\n'
    yield 'a header of ten megabytes', f'Subject: {"s" * 10000000}\n\nwords\n'
    yield 'encoded words', 'From: a@b\nSubject: ' + '=?utf-8?q?a?= ' * 300000 + '\n\nwords\n'
    yield 'encoded words that do not end', 'From: a@b\nSubject: ' + '=?utf-8?b?' * 300000 + '\n\nwords\n'
    yield 'groups in groups', 'To: x\nFrom: ' + 'a:' * 500000 + '\n\nwords\n'
    yield 'comments in comments', 'Subject: s\nDate: ' + '(' * 500000 + '\nFrom: ' + '(' * 500000 + '\n\nwords\n'
    yield 'parameters', head + 'Content-Type: text/plain' + ''.join(f'; a*{i}*=b' for i in range(200000)) + '\n\nwords\n'
    yield 'bad base64', head + 'Content-Transfer-Encoding: base64\n\n' + '=A@' * 2000000
    yield 'bad quoted-printable', head + 'Content-Transfer-Encoding: quoted-printable\n\n' + '=\n=4' * 500000
    yield 'an unknown charset', head + 'Content-Type: text/plain; charset=x-none\n\n' + '\xe9 ' * 500000
    yield 'quotes in quotes', head + '\n' + '>' * 1000000 + '\n' + '> ' * 500000
    yield 'flowed lines', head + 'Content-Type: text/plain; format=flowed\n\n' + 'a \n' * 1000000
    yield 'headings that are links', head + 'Content-Type: text/html\n\n' + '<h2><a href="http://a.example">' * 100000
    yield 'ten thousand messages', 'From a Tue Mar 17 08:40:00 2026\nSubject: s\n\nFrom here on: words.\n\n' * 10000


def warc(_):
    def record(body, kind='response', length=None):
        size = len(body) if length is None else length
        return f'WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Type: application/http\r\nContent-Length: {size}\r\n\r\n'.encode() + body + b'\r\n\r\n'

    ok = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
    yield 'a member of a gigabyte', gzip.compress(record(ok + b'\r\n' + bytes(300 << 20)), 1)
    yield 'a page of a gigabyte', record(ok + b'Content-Encoding: gzip\r\n\r\n' + gzip.compress(bytes(300 << 20), 1))
    yield 'a length too large', record(ok + b'\r\n<p>words', length=10**14)
    yield 'no length', record(ok + b'\r\n<p>words').replace(b'Content-Length', b'X') * 1000
    yield 'chunks of one byte', record(ok + b'Transfer-Encoding: chunked\r\n\r\n' + b'1\r\na\r\n' * 500000)
    yield 'a chunk too large', record(ok + b'Transfer-Encoding: chunked\r\n\r\nffffffff\r\na')
    yield 'members that are cut', gzip.compress(record(ok))[:40] * 20000
    yield 'members of nothing', b'\x1f\x8b\x08' * 300000
    yield 'records of nothing', b'WARC/1.0\r\n\r\n' * 100000
    yield 'a million headers', b'WARC/1.0\r\n' + b'a: b\r\n' * 1000000
    yield 'no record', b'WARC/1.0\r\n' + b'x' * 1000000


SUFFIX = {'markdown': 'md', 'feed': 'xml', 'mail': 'eml', 'warc': 'warc'}


def limit_processor():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def run(binary, kind, folder, body):
    path = os.path.join(folder, 'input.' + SUFFIX[kind])
    with open(path, 'wb') as f:
        f.write(body if isinstance(body, bytes) else body.encode('utf-8', 'surrogateescape'))
    with open(os.path.join(folder, 'out'), 'w+b') as out, open(os.path.join(folder, 'err'), 'w+b') as err:
        process = subprocess.Popen([binary, 'extract', '--jobs', '1', '--format', kind, path], stdout=out, stderr=err,
                                   preexec_fn=limit_processor)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        out.seek(0)
        err.seek(0)
        return os.waitstatus_to_exitcode(status), out.read(), err.read().decode(errors='replace'), usage


def complaint(code, out, err, usage):
    if code != 0:
        return f'exit {code}: {err[-300:]}'
    if SECRET.encode() in out:
        return 'prints a file it was not given'
    if usage.ru_maxrss * 1024 > MOST_MEMORY and 'ASAN_OPTIONS' not in os.environ:
        return f'held {usage.ru_maxrss >> 10} MiB'
    if re.search('memory', err):
        return f'no limit but that of memory stopped it: {err[:200]}'
    return None


def main():
    binary, kind, verbose = sys.argv[1], sys.argv[2], '-v' in sys.argv
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, body in globals()[kind](folder):
            code, out, err, usage = run(binary, kind, folder, body)
            wrong = complaint(code, out, err, usage)
            bad += wrong is not None
            if verbose or wrong:
                seconds = usage.ru_utime + usage.ru_stime
                said = wrong or (err.strip().splitlines() or ['read'])[0][-100:]
                print(f'{kind:8} {name:36} {len(body) / 1e6:6.2f} MB {seconds:6.2f} s {usage.ru_maxrss >> 10:4} MiB  {said}')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
