#!/usr/bin/env python3
"""feeds_check.py BIN [CASES] [-v]: feeds survived, and read as an independent reader reads them.

CASES: JSON Lines {id, expect, text or base64} (the format into which the cases of the W3C's feed validator, MIT, were
put); `expect` begins with "!" where the feed must be valid. All are read in one run of `BIN extract`, which must not
crash or report; of the valid ones each entry's title, link and date must be what Python's own XML parser and date
readers give. That reader follows the specifications and knows nothing of ours. CASES not given: $FEED_CASES. Exits 77
(skipped) without the data.
"""
import base64
import datetime
import email.utils
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree as ET

ATOM = ('{http://www.w3.org/2005/Atom}', '{http://purl.org/atom/ns#}')
RSS = ('', '{http://purl.org/rss/1.0/}', '{http://purl.org/net/rss1.1#}', '{http://my.netscape.com/rdf/simple/0.9/}',
       '{http://backend.userland.com/rss2}', '{http://blogs.law.harvard.edu/tech/rss}')
DC = ('{http://purl.org/dc/elements/1.1/}', '{http://purl.org/dc/terms/}')
FEEDBURNER = ('{http://rssnamespace.org/feedburner/ext/1.0}',)
RELATIONS = 'http://www.iana.org/assignments/relation/'
BASE = '{http://www.w3.org/XML/1998/namespace}base'


def squeeze(text):
    return ' '.join((text or '').split())


def from_html(text):
    """A title that may be HTML, escaped once or twice, as its reader sees it. Animals in angles are no tags."""
    for _ in range(2):
        text = html.unescape(re.sub(r'</?(a|abbr|b|br|code|div|em|h\d|i|img|p|span|strong|sub|sup|u)\b[^<>]*>', '', text))
    return squeeze(text)


def children(node, spaces, name):
    return [child for space in spaces for child in node.findall(space + name)]


def first_text(node, spaces, *names):
    for name in names:
        for child in children(node, spaces, name):
            if squeeze(''.join(child.itertext())):
                return child, ''.join(child.itertext())
    return None, ''


def title_of(entry):
    node, text = first_text(entry, ATOM, 'title')
    if node is None:
        node, text = first_text(entry, RSS, 'title')
        if node is None:
            node, text = first_text(entry, DC, 'title')
        return from_html(text)
    escaped = node.get('type', 'text') in ('html', 'text/html') and len(node) == 0
    return from_html(text) if escaped else squeeze(text)


def resolve(path, reference):
    """The reference against the xml:base of the elements it stands in, outermost first."""
    base = ''
    for node in path:
        base = urllib.parse.urljoin(base, (node.get(BASE) or '').strip())
    return urllib.parse.urljoin(base, reference.strip())


def page_link(path, entry):
    for node in children(entry, FEEDBURNER, 'origLink') + children(entry, RSS, 'link'):
        if squeeze(node.text):
            return resolve(path + [node], node.text)
    links = [n for n in children(entry, ATOM, 'link') if n.get('href')
             and n.get('rel', 'alternate').replace(RELATIONS, '') == 'alternate']
    links.sort(key=lambda n: not n.get('type', 'text/html').startswith(('text/html', 'application/xhtml')))
    if links:
        return resolve(path + [links[0]], links[0].get('href'))
    for node in children(entry, RSS, 'guid'):
        if node.get('isPermaLink', 'true') != 'false' and squeeze(node.text).startswith('http'):
            return squeeze(node.text)
    for node in children(entry, ATOM, 'id'):
        if squeeze(node.text).startswith('http'):
            return squeeze(node.text)
    return ''


def moment(text):
    """Seconds since 1970, or the day alone; None: no date."""
    text = squeeze(text)
    try:
        if re.match(r'\d{4}-\d\d-\d\d$', text):
            return text
        if re.match(r'\d{4}-', text):
            return datetime.datetime.fromisoformat(re.sub(r'\.\d+', '', text.upper()).replace('Z', '+00:00')).timestamp()
        return email.utils.parsedate_to_datetime(re.sub(r'\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)', ' ', text)).timestamp()
    except (ValueError, TypeError):
        return None


def date_of(entry):
    for spaces, names in ((ATOM, ('published', 'issued')), (RSS, ('pubDate',)), (DC, ('issued', 'date', 'created')),
                          (ATOM, ('created', 'updated', 'modified')), (DC, ('modified',))):
        for name in names:
            node, text = first_text(entry, spaces, name)
            if node is not None and moment(text) is not None:
                return moment(text)
    return None


def entries(root):
    """(path of elements from the root, entry)"""
    found, stack = [], [[root]]
    while stack:
        path = stack.pop()
        if path[-1].tag in [s + 'entry' for s in ATOM] + [s + 'item' for s in RSS]:
            found.append(path)
            continue
        stack += [path + [child] for child in reversed(path[-1])]
    return found


def expected(data):
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        return None
    return [{'title': title_of(path[-1]), 'url': page_link(path, path[-1]), 'date': date_of(path[-1])}
            for path in entries(root)]


def same_date(want, got, line):
    if want is None:
        return True  # the independent reader could not read it; ours may
    if isinstance(want, float) and want > time.time() + 86400:
        return not line['published']  # a day to come is no day of publication
    if isinstance(want, str):
        return line['published'] == want
    return got == want


def differences(want, lines):
    if len(want) != len(lines):
        return [f'{len(lines)} entries, not {len(want)}']
    out = []
    for entry, line in zip(want, lines):
        if entry['title'] and squeeze(line['title']) != entry['title']:  # without one, it is looked for in the text
            out.append(f'title {line["title"]!r}, not {entry["title"]!r}')
        link = entry['url'] if urllib.parse.urlsplit(entry['url']).scheme in ('http', 'https') else ''
        if link and line['url'] != link:
            out.append(f'link {line["url"]!r}, not {link!r}')
        got = moment(line['published']) if line['published'] else None
        if not same_date(entry['date'], got, line):
            out.append(f'date {line["published"]!r}, not {entry["date"]!r}')
    return out


def main():
    verbose = '-v' in sys.argv
    binary, *rest = [argument for argument in sys.argv[1:] if argument != '-v']
    data = rest[0] if rest else os.environ.get('FEED_CASES', '')
    if not os.path.exists(data):
        print('skipped: no cases', data)
        return 77
    cases = [json.loads(line) for line in open(data, encoding='utf-8')]
    raw = [base64.b64decode(c['base64']) if 'base64' in c else c['text'].encode('utf-8') for c in cases]
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, f'{i:05}.xml') for i in range(len(cases))]
        for name, bytes_ in zip(names, raw):
            with open(name, 'wb') as file:
                file.write(bytes_)
        run = subprocess.run([binary, 'extract', '--format', 'feed', folder], capture_output=True, timeout=600)
    if run.returncode != 0 or b'Sanitizer' in run.stderr or b'runtime error' in run.stderr:
        print(f'exit {run.returncode}\n{run.stderr.decode(errors="replace")[-3000:]}')
        return 1
    lines = {}
    for line in map(json.loads, run.stdout.decode('utf-8').splitlines()):
        if 'error' not in line:
            lines.setdefault(line['source'], []).append(line)
    valid = entries_seen = unreadable = wrong = 0
    for name, case, bytes_ in zip(names, cases, raw):
        want = expected(bytes_) if case['expect'].startswith('!') else None
        unreadable += case['expect'].startswith('!') and want is None
        if want is None:
            continue
        valid += 1
        entries_seen += len(want)
        bad = differences(want, lines.get(name, []))
        wrong += bool(bad)
        if bad and verbose:
            print(case['id'], *bad, sep='\n    ')
    print(f'{len(cases)} feeds survived; {valid} valid ones with {entries_seen} entries read, {wrong} otherwise than'
          f' the independent reader; {unreadable} valid ones it cannot read')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
