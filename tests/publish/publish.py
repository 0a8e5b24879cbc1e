#!/usr/bin/env python3
"""publish.py NUTGRAF CHECK: what is published is taken by those it is for.

own_readers  our own readers take our feeds and mail back with the same titles, addresses and dates
strangers    Python's readers of mail, XML and JSON do, and find nothing amiss
schema       briefing.json keeps to data/schema (needs Python's jsonschema)
hugo jekyll  the generator builds a site from a day of hostile articles and shows the text letter for letter
             (needs the generator, and cmark for what the text should look like)
A check whose tools are missing is skipped (exit 77).
"""
import email
import email.policy
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NUTGRAF = os.path.abspath(sys.argv[1])
DAY, FOLDER = '2026-03-17', '2026/03/17'
ATOM = '{http://www.w3.org/2005/Atom}'
failures = []

HOSTILE = ['<script>alert(1)</script>', '</title><b>x</b>', '{{ .Site }}{{< x >}}', '{% include x %}{# y #}', '# a', '* b',
           '[c](javascript:alert(1))', '"d" -- it\'s... <<e>>', '$$f$$', '`g`', '&lt;h&gt;', '_i_ **j**', '| k | l |', '1. m',
           '---', '\\(n\\)', '~~o~~', ':p:', '[^q]', 'r\u202es\u2066t', '\x1b[31mu', '[x](y)', '{: .v}', '![w](x)']


def want(true, what):
    if not true:
        failures.append(what)


def need(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        print('not here:', ', '.join(missing))
        sys.exit(77)


def run(*arguments, check=True, **more):
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, **more)
    if check and done.returncode:
        sys.exit(f'{" ".join(arguments)}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}')
    return done.stdout


def build(out, *inputs, settings=''):
    options = []
    if settings:
        theme = os.path.join(out, 'theme')
        os.makedirs(theme)
        with open(os.path.join(theme, 'theme.conf'), 'w', encoding='utf-8') as f:
            f.write(settings)
        options = ['--theme', theme]
    site = os.path.join(out, 'site')
    run(NUTGRAF, 'build', '-q', *(inputs or ('data/sample',)), '--date', DAY, '-o', site, *options, cwd=ROOT)
    return site


def read(*path):
    with open(os.path.join(*path), encoding='utf-8', newline='') as f:
        return f.read()


def own_readers(out):
    site = build(out)
    briefing = json.loads(read(site, FOLDER, 'briefing.json'))
    lead = briefing['stories'][0]['headline']['text']
    for name in ('feed.xml', 'rss.xml', 'feed.json'):
        articles = [json.loads(line) for line in run(NUTGRAF, 'extract', os.path.join(site, name)).splitlines()]
        want(len(articles) == 1, f'{name}: {len(articles)} entries read back')
        for article in articles:
            want(lead in article['title'], f'{name}: title {article["title"]!r}')
            want(article['url'] == f'https://nutgraf.localhost/{FOLDER}/', f'{name}: address {article["url"]!r}')
            want(article['published'].startswith(DAY), f'{name}: date {article["published"]!r}')
            want(briefing['stories'][0]['sentences'][0]['text'] in article['text'], f'{name}: the lead sentence is not there')
    for name, output in (('stories.atom.xml', 'atom'), ('stories.rss.xml', 'rss'), ('stories.json', 'json-feed')):
        run(NUTGRAF, 'render', '--to', output, '--entries', 'stories', '-o', os.path.join(out, name), os.path.join(site, FOLDER, 'briefing.json'))
        articles = [json.loads(line) for line in run(NUTGRAF, 'extract', '--format', 'feed', os.path.join(out, name)).splitlines()]
        told = [story for story in briefing['stories'] if story['kind'] in ('top', 'more')]
        want([article['title'] for article in articles] == [story['headline']['text'] for story in told], f'{name}: titles')
        want([article['url'] for article in articles] == [f'https://nutgraf.localhost/{FOLDER}/#{story["slug"]}' for story in told], f'{name}: addresses')
        want(all(article['published'].startswith(DAY) for article in articles), f'{name}: dates')
    page = json.loads(run(NUTGRAF, 'extract', os.path.join(site, FOLDER, 'index.html')))
    want(page['title'] == briefing['title'] == 'The Daily Briefing', f'page: title {page["title"]!r}')
    want(page['url'] == f'https://nutgraf.localhost/{FOLDER}/' and page['published'] == DAY, f'page: {page["url"]!r}, {page["published"]!r}')
    want(briefing['stories'][0]['sentences'][0]['text'] in page['text'], 'page: the lead sentence is not there')
    mail = json.loads(run(NUTGRAF, 'extract', os.path.join(site, FOLDER, 'briefing.eml')))
    want(mail['title'] == lead, f'mail: title {mail["title"]!r}')
    want(mail['published'].startswith(DAY), f'mail: date {mail["published"]!r}')


def strangers(out):
    site = build(out)
    briefing = json.loads(read(site, FOLDER, 'briefing.json'))
    lead = briefing['stories'][0]['headline']['text']
    with open(os.path.join(site, FOLDER, 'briefing.eml'), 'rb') as f:
        mail = email.message_from_binary_file(f, policy=email.policy.default)
    want(mail['subject'] == lead, f'subject {mail["subject"]!r}')
    want(not any(part.defects for part in mail.walk()), 'mail: defects')
    want([part.get_content_type() for part in mail.iter_parts()] == ['text/plain', 'text/html'], 'mail: parts')
    atom = xml.etree.ElementTree.fromstring(read(site, 'feed.xml'))
    want(lead in atom.find(f'{ATOM}entry/{ATOM}title').text, 'atom: title')
    want(xml.etree.ElementTree.fromstring(read(site, 'rss.xml')).find('channel/item/link').text
         == f'https://nutgraf.localhost/{FOLDER}/', 'rss: link')
    want(lead in json.loads(read(site, 'feed.json'))['items'][0]['title'], 'json feed: title')
    want(xml.etree.ElementTree.fromstring(read(site, 'sitemap.xml'))[-1][0].text.endswith(f'/{FOLDER}/'), 'sitemap: last address')


def schema(out):
    try:
        import jsonschema
    except ImportError:
        print('not here: jsonschema')
        sys.exit(77)
    with open(os.path.join(ROOT, 'data/schema/briefing.schema.json'), encoding='utf-8') as f:
        validator = jsonschema.Draft202012Validator(json.load(f))
    for name, text in (('sample', read(build(out), FOLDER, 'briefing.json')), ('day.json', read(ROOT, 'tests/golden/day.json'))):
        for error in validator.iter_errors(json.loads(text)):
            want(False, f'{name}: {list(error.path)}: {error.message[:200]}')
    broken = json.loads(read(ROOT, 'tests/golden/day.json'))
    del broken['stories'][0]['sentences'][0]['origin']
    want(list(validator.iter_errors(broken)), 'a sentence without origin passes')


class Shown(html.parser.HTMLParser):
    """The text a reader sees, white space aside, and what could harm them."""

    def __init__(self, page):
        super().__init__()
        self.text, self.harm = '', []
        self.feed(page)
        self.text = ''.join(self.text.split())

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name.startswith('on') or (name in ('href', 'src') and not re.match(r'https?://|mailto:|#|/', value or '')):
                self.harm.append((tag, name, value))
        if tag in ('script', 'iframe', 'object', 'img', 'input'):
            self.harm.append((tag,))

    def handle_data(self, data):
        self.text += data


def hostile_day(out, generator):
    path = os.path.join(out, 'day.jsonl')
    with open(path, 'w', encoding='utf-8') as f:
        for i, words in enumerate(HOSTILE):
            other = HOSTILE[(i + 7) % len(HOSTILE)]
            text = f'The ferry {i} stopped at quay {i} on Monday because {words} was painted on it, the harbour master said. ' * 2
            f.write(json.dumps({'id': str(i), 'title': f'{words} Ferry {i} stops {other}', 'site': other, 'section': words,
                                'url': f'https://a{i}.example/{{{{x}}}}', 'published': DAY, 'author': other, 'text': text}) + '\n')
    return build(out, path, settings=f'[site]\nfront-matter\t{generator}\n')


def compare(post, page):
    markdown = read(post).split('---\n', 2)[2]
    expected = Shown(run('cmark', input=markdown))
    body = read(page)
    got = Shown(body[body.index('<body>'):] if '<body>' in body else body)
    want('Ferry3' in expected.text, 'the day is not there')
    want(not got.harm, f'harm: {got.harm}')
    for i, (a, b) in enumerate(zip(expected.text + '$', got.text + '$')):
        if a != b:
            want(False, f'shown {got.text[max(0, i - 30):i + 30]!r}, wanted {expected.text[max(0, i - 30):i + 30]!r}')
            return


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)


def hugo(out):
    need('hugo', 'cmark')
    site = hostile_day(out, 'hugo')
    write(f'{site}/config.toml', 'baseURL = "https://x.example/"\ntitle = "x"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    write(f'{site}/layouts/_default/single.html', '<title>{{ .Title }}</title><body>{{ .Content }}</body>')
    write(f'{site}/layouts/_default/list.html', '<title>{{ .Title }}</title><body></body>')
    run('hugo', '--quiet', '--destination', f'{out}/public', cwd=site)
    compare(f'{site}/content/posts/{DAY}.md', f'{out}/public/posts/{DAY}/index.html')


def jekyll(out):
    need('jekyll', 'cmark')
    site = hostile_day(out, 'jekyll')
    write(f'{out}/source/_config.yml', 'title: x\n')
    shutil.copytree(f'{site}/_posts', f'{out}/source/_posts')
    run('jekyll', 'build', '--source', f'{out}/source', '--destination', f'{out}/public', env={**os.environ, 'LANG': 'C.UTF-8'}, cwd=out)
    compare(f'{site}/_posts/{DAY}-briefing.md', f'{out}/public/{FOLDER}/{DAY}.html')


def main():
    with tempfile.TemporaryDirectory() as out:
        globals()[sys.argv[2]](out)
    for failure in failures:
        print(failure)
    sys.exit(bool(failures))


if __name__ == '__main__':
    main()
