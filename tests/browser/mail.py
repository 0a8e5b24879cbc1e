#!/usr/bin/env python3
"""mail.py CANIEMAIL.json MESSAGE...: each message keeps to the rules of mail, and to what mail programs can show.

Rules: RFC 5322, 2045-2047 and 2046 5.1.4 (form), 2369, 2919, 8058 and 3834 (lists), Gmail's 102,400 bytes; each link and the words
of the page stand in the text. What programs can show: the newest result of caniemail.com for each element, attribute and property,
in those most people read mail with; what may be missing there without harm is listed below.
"""
import email
import email.policy
import html.parser
import json
import re
import sys
import unicodedata

LARGEST = 102400
PROGRAMS = 'gmail', 'outlook', 'apple-mail', 'yahoo', 'thunderbird', 'samsung-email'
# Dark colours, wrapping of very long words, names for screen readers, and the preview line, which is hidden in several ways at once.
HARMLESS = {'css-at-media', 'css-at-media-prefers-color-scheme', 'css-word-break', 'html-meta-color-scheme', 'html-style', 'html-aria-label',
            'html-role', 'css-display-none', 'css-max-height', 'css-overflow', 'html-body'}
ONCE = 'From', 'To', 'Date', 'Subject', 'Message-ID', 'MIME-Version', 'List-Id', 'List-Unsubscribe', 'Auto-Submitted'
FORBIDDEN = {'script', 'iframe', 'form', 'video', 'audio', 'object', 'embed', 'link', 'img', 'svg', 'base'}


class Page(html.parser.HTMLParser):
    """Elements with their attributes, style sheets, links and the text of a page."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.sheets, self.text, self.inside = [], [], '', ''
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag if tag in ('style', 'title') else ''

    def handle_endtag(self, tag):
        self.inside = ''

    def handle_data(self, data):
        if self.inside == 'style':
            self.sheets.append(data)
        elif not self.inside:
            self.text += data


def form(raw):
    """The bytes of the message."""
    head = raw.partition(b'\r\n\r\n')[0]
    lines = raw.split(b'\r\n')
    if any(b'\n' in line or b'\r' in line for line in lines):
        yield 'a line that does not end with CR LF'
    if b'\0' in raw or not head.isascii():
        yield 'a NUL, or a header that is not ASCII'
    if max(map(len, lines)) > 998:
        yield 'a line over 998 bytes'
    if max(map(len, head.split(b'\r\n'))) > 78:
        yield 'a header line over 78 bytes'
    if any(len(word) > 75 for word in re.findall(rb'=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=', head)):
        yield 'an encoded word over 75 bytes'


def headers(message):
    for name in ONCE:
        if len(message.get_all(name, [])) != 1:
            yield f'{name}: {len(message.get_all(name, []))} times'
    unknown = set(map(str.lower, message.keys())) - set(map(str.lower, ONCE)) - {'content-type', 'list-unsubscribe-post'}
    if unknown:
        yield f'headers nobody asked for: {unknown}'
    if not re.fullmatch(r'<[^<>@\s]+@[^<>@\s]+>', message.get('Message-ID', '')):
        yield 'Message-ID is none'
    if 'https:' in message.get('List-Unsubscribe', '') and message['List-Unsubscribe-Post'] != 'List-Unsubscribe=One-Click':
        yield 'an https address to unsubscribe, without List-Unsubscribe-Post'
    if len(message.get('Subject', '')) > 78:
        yield 'a subject over 78 letters'


def parts(message):
    for part in message.walk():
        if part.defects:
            yield f'defects: {part.defects}'
    if message.get_content_type() != 'multipart/alternative':
        yield f'is {message.get_content_type()}'
    if [part.get_content_type() for part in message.iter_parts()] != ['text/plain', 'text/html']:
        yield 'the parts are not text, then HTML'
    for part in message.iter_parts():
        if part.get_content_charset() != 'utf-8' or part['Content-Transfer-Encoding'] != 'quoted-printable':
            yield f'{part.get_content_type()}: not quoted-printable UTF-8'
        if max(len(line) for line in part.get_payload().splitlines()) > 76:
            yield f'{part.get_content_type()}: a quoted-printable line over 76 bytes'


def width(line):
    return sum(unicodedata.category(letter) not in ('Mn', 'Me', 'Cf') for letter in line)


def body(page, markup, text):
    if len(markup.encode()) > LARGEST:
        yield f'{len(markup.encode())} bytes of HTML'
    if not markup.lower().startswith('<!doctype html>'):
        yield 'no doctype'
    tags = {tag for tag, _ in page.elements}
    if tags & FORBIDDEN:
        yield f'has {tags & FORBIDDEN}'
    if 'title' not in tags or not dict(page.elements)['html'].get('lang'):
        yield 'no title, or no language'
    if any(tag == 'table' and attrs.get('role') != 'presentation' for tag, attrs in page.elements):
        yield 'a table for layout that does not say so'
    if not any('display: none' in attrs.get('style', '') or 'display:none' in attrs.get('style', '') for _, attrs in page.elements):
        yield 'no preview'
    links = {attrs['href'] for tag, attrs in page.elements if 'href' in attrs}
    for link in links:
        if not re.match(r'https?://|mailto:', link):
            yield f'a link that is not whole: {link[:60]}'
        elif link not in text:
            yield f'a link the text does not have: {link[:60]}'
    words, there = (set(re.findall(r'\w{4,}', side.lower())) for side in (page.text, text))
    if len(words & there) < .95 * len(words):
        yield f'words the text does not have: {sorted(words - there)[:9]}'
    if any(width(line) > 72 and len(line.split()) > 2 for line in text.splitlines()):  # a mark and a word may be wider
        yield 'a line of the text over 72 columns'


def features(page):
    """What the page needs, by caniemail's names; longer names of properties come before the shorter they belong to."""
    for tag, attrs in page.elements:
        yield f'html-{tag}'
        if re.fullmatch('h[1-6]', tag):
            yield 'html-h1-h6'
        for name, value in attrs.items():
            yield f'html-{name}'
            if name == 'name' and 'color-scheme' in value:
                yield 'html-meta-color-scheme'
    styles = [attrs.get('style', '') for _, attrs in page.elements]
    for sheet in page.sheets:
        yield from (f'css-at-{name}' for name in re.findall(r'@([\w-]+)', sheet))
        if 'prefers-color-scheme' in sheet:
            yield 'css-at-media-prefers-color-scheme'
        styles += re.findall(r'\{([^{}]*)\}', sheet)
    for name, value in (pair.split(':', 1) for style in styles for pair in style.split(';') if ':' in pair):
        name = name.strip()
        if name == 'display':
            yield f'css-display-{value.strip()}'
        while name:
            yield f'css-{name}'
            name = name.rpartition('-')[0]
        yield from (f'css-unit-{unit}' for unit in re.findall(r'\d(px|em|rem|vh|vw|ch)\b', value))
        yield from (f'css-function-{function}' for function in re.findall(r'([\w-]+)\(', value))


def unsupported(page, data):
    known = {feature['slug']: feature for feature in data}
    for slug in sorted({name for name in features(page) if name in known} - HARMLESS):
        lacking = [f'{program} {platform}' for program in PROGRAMS for platform, results in known[slug]['stats'].get(program, {}).items()
                   if results and list(results.values())[-1].startswith('n')]
        if lacking:
            yield f'{slug}: not in {", ".join(lacking)}'


def check(path, data):
    with open(path, 'rb') as f:
        raw = f.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    yield from form(raw)
    yield from headers(message)
    yield from parts(message)
    text, markup = (message.get_body((kind,)) for kind in ('plain', 'html'))
    if text and markup:
        markup = markup.get_content()
        page = Page(markup)
        yield from body(page, markup, text.get_content())
        yield from unsupported(page, data)


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        data = json.load(f)['data']
    findings = 0
    for path in sys.argv[2:]:
        for wrong in check(path, data):
            print(f'{path}: {wrong}')
            findings += 1
    print(f'{len(sys.argv) - 2} messages: {findings} findings')
    sys.exit(bool(findings))


if __name__ == '__main__':
    main()
