"""The program from outside: exit codes, where messages go, what files are left. `cli.py PROGRAM` runs all of it."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
LINE = json.dumps({'id': 'a', 'title': 'Ferry late', 'published': '2026-03-17',
                   'text': 'The ferry to Orlen was late on Monday. Nobody was hurt.'}) + '\n'


def run(*args, stdin='', **more):
    return subprocess.run([PROGRAM, *args], input=stdin, capture_output=True, text=True, **more)


class Usage(unittest.TestCase):
    def refused(self, args, message):
        result = run(*args, stdin=LINE)
        self.assertEqual(result.returncode, 64, args)
        self.assertEqual(result.stdout, '', args)
        self.assertIn(message, result.stderr, args)

    def test_bad_arguments(self):
        self.refused([], 'no command')
        self.refused(['bulid'], 'bulid is no command')
        self.refused(['extract', '--strikt'], 'did you mean --strict?')
        self.refused(['extract', '--unheard-of'], 'no option --unheard-of')
        self.refused(['extract', '-x'], 'no option -x')
        self.refused(['extract', '--words', '3'], 'no option --words')
        self.refused(['summarize', '--words'], 'needs a value')
        self.refused(['summarize', '--words', 'many'], 'bad value "many"')
        self.refused(['summarize', '--words', '-3'], 'bad value "-3"')
        self.refused(['extract', '--strict=yes'], 'takes no value')
        self.refused(['extract', '--format', 'pdf'], 'bad value "pdf"')
        self.refused(['extract', '--limit', 'depth'], 'bad value')
        self.refused(['extract', '--limit', 'width=3'], 'bad value')
        self.refused(['extract', '--date', 'today'], 'YYYY-MM-DD')
        self.refused(['build'], '-o DIR')
        self.refused(['verify'], 'BRIEFING.json')
        self.refused(['explain', 'briefing.json'], 'STORY')
        self.refused(['render', 'one'], 'TEMPLATE')
        self.refused(['render', 'x.json', '--to', 'pdf'], 'bad value "pdf"')

    def test_values_in_each_form(self):
        for args in (['--sentences', '1'], ['--sentences=1']):
            self.assertEqual(run('summarize', *args, stdin=LINE).stdout, 'The ferry to Orlen was late on Monday.\n')

    def test_double_dash_ends_options(self):
        self.assertIn('--json: no such file', run('summarize', '--', '--json').stderr)

    def test_help(self):
        for args in (['--help'], ['-h'], ['help']):
            result = run(*args)
            self.assertEqual((result.returncode, result.stderr), (0, ''))
            self.assertTrue(result.stdout.startswith('  nutgraf build'))
        for command in 'build extract sentences dates quotes cluster summarize timeline render verify explain history forget'.split():
            result = run(command, '--help')
            self.assertEqual(result.returncode, 0)
            self.assertIn(f'  nutgraf {command}', result.stdout)
            self.assertLessEqual(max(map(len, result.stdout.splitlines())), 80)

    def test_version(self):
        self.assertRegex(run('--version').stdout, r'^nutgraf \d+\.\d+\.\d+\n$')
        self.assertEqual(run('extract', '--version').stdout, run('--version').stdout)


class Inputs(unittest.TestCase):
    def test_missing_input_is_named_and_the_rest_used(self):
        with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as file:
            file.write(LINE)
            file.flush()
            result = run('extract', '/no/such/file', file.name)
            self.assertEqual(result.returncode, 66)
            self.assertIn('/no/such/file', result.stderr)
            self.assertEqual(json.loads(result.stdout)['id'], 'a')
            self.assertEqual(run('extract', '--strict', '/no/such/file', file.name).stdout, '')

    def test_bad_line(self):
        result = run('cluster', stdin=LINE + 'not json\n' + LINE)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(len(result.stdout.splitlines()), 2)
        self.assertIn('standard input:2:', result.stderr)
        self.assertEqual(run('cluster', '-q', stdin=LINE + '{"a":1}\n').stderr, '')
        result = run('cluster', '--strict', stdin=LINE + '{"a":1}\n')
        self.assertEqual((result.returncode, result.stdout), (65, ''))

    def test_empty_input(self):
        result = run('extract', stdin='')
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
            self.assertIn('is empty', run('extract', file.name).stderr)

    def test_a_title_tells_the_language_of_few_words(self):
        titles = ('The harbour of Orlen was closed after the storm', 'Der Hafen von Orlen ist nach dem Sturm gesperrt')
        stdin = ''.join(json.dumps({'title': title, 'text': ''}) + '\n' for title in titles)
        lines = run('extract', stdin=stdin).stdout.splitlines()
        self.assertEqual([json.loads(line)['language'] for line in lines], ['en', 'de'])

    def test_limits(self):
        for limit, stdin in (('record_bytes=20', LINE), ('depth=1', '{"text":"x","a":[[]]}\n')):
            result = run('extract', '--limit', limit, '--format', 'jsonl', stdin=stdin)
            self.assertIn('error', json.loads(result.stdout))
            self.assertIn('skipped', result.stderr)
        self.assertIn('articles', run('cluster', '--limit', 'articles=1', stdin=LINE * 2).stderr)

    def test_memory_limit(self):
        result = run('cluster', '--limit', 'memory_bytes=100000', stdin=LINE)
        self.assertEqual(result.returncode, 65)
        self.assertIn('memory', result.stderr)

    def test_messages_are_safe_for_terminals(self):
        result = run('extract', 'a\x1b[31mb')
        self.assertNotIn('\x1b', result.stderr)


class Outputs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.out = os.path.join(self.folder.name, 'out')

    def tearDown(self):
        self.folder.cleanup()

    def test_file(self):
        self.assertEqual(run('extract', '-o', self.out, stdin=LINE).stdout, '')
        with open(self.out, encoding='utf-8') as file:
            self.assertEqual(file.read(), run('extract', stdin=LINE).stdout)
        self.assertEqual(os.listdir(self.folder.name), ['out'])

    def test_a_failed_run_leaves_the_old_file(self):
        with open(self.out, 'w', encoding='utf-8') as file:
            file.write('old')
        self.assertEqual(run('extract', '--strict', '-o', self.out, stdin='{"a":1}\n').returncode, 65)
        with open(self.out, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'old')
        self.assertEqual(os.listdir(self.folder.name), ['out'])

    def test_no_place_to_write(self):
        self.assertEqual(run('extract', '-o', self.folder.name, stdin=LINE).returncode, 73)
        self.assertEqual(run('build', '-o', '/proc/nowhere', stdin=LINE).returncode, 73)

    def test_full_disk(self):
        with open('/dev/full', 'w') as full:
            result = subprocess.run([PROGRAM, 'extract'], input=LINE.encode(), stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 74)
        self.assertIn(b'no space is left', result.stderr.lower())

    def test_build_and_verify(self):
        source = os.path.join(self.folder.name, 'day.jsonl')
        with open(source, 'w', encoding='utf-8') as file:
            file.write(LINE)
        result = run('build', source, '-o', self.out)
        self.assertEqual((result.returncode, result.stdout), (0, ''))
        briefing = os.path.join(self.out, '2026/03/17/briefing.json')
        result = run('verify', briefing, source)
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout, r'^\d+ items, all verbatim\n$')
        with open(source, 'w', encoding='utf-8') as file:
            file.write(LINE.replace('was late', 'was lame'))
        result = run('verify', briefing, source)
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        self.assertIn('does not stand', result.stderr)
        with open(source, 'w', encoding='utf-8') as file:
            file.write(LINE)
        with open('/dev/full', 'w') as full:
            result = subprocess.run([PROGRAM, 'verify', briefing, source], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 74)
        with open(source, 'w', encoding='utf-8') as file:
            file.write(LINE.replace('"a"', '"b"'))
        self.assertIn('not among the inputs', run('verify', briefing, source).stderr)

    def build_storm(self):
        """A story of two outlets with a copy, and a stranger; the briefing's path and that of its input."""
        storm = 'The ferry to Orlen was late on Monday after a storm, the port of Orlen said. '
        text = storm + 'Nobody was hurt on board of the ferry Maid of Orlen. The port will open again on Tuesday morning.'
        rows = [('a', 'Harbour Post', 'Ferry late after storm at Orlen', text),
                ('b', 'Orlen Times', 'Storm makes ferry to Orlen late', 'A storm delayed the ferry to Orlen on Monday. '
                 'The port of Orlen said that nobody was hurt on the ferry.'),
                ('c', 'Evening Bell', 'Ferry late after storm at Orlen', text),
                ('d', 'Orlen Times', 'Library opens', 'The new library opened its doors on Saturday. Children read.')]
        source = os.path.join(self.folder.name, 'day.jsonl')
        with open(source, 'w', encoding='utf-8') as file:
            for name, site, title, body in rows:
                file.write(json.dumps({'id': name, 'site': site, 'title': title, 'text': body,
                                       'published': '2026-03-17'}) + '\n')
        self.assertEqual(run('build', '-q', source, '-o', self.out).returncode, 0)
        return os.path.join(self.out, '2026/03/17/briefing.json'), source

    def test_explain(self):
        briefing, source = self.build_storm()
        with open(briefing, encoding='utf-8') as file:
            told = json.load(file)['stories'][0]
        result = run('explain', '--json', briefing, '1', source)
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        why = json.loads(result.stdout)
        self.assertEqual(why['notes'], [])
        self.assertAlmostEqual(why['importance']['value'], told['importance'], places=3)
        self.assertAlmostEqual(why['importance']['voices'], 2.25)
        self.assertEqual([t['title'] for t in why['titles'] if t['heads']], [told['headline']['text']])
        articles = {a['id']: a for a in why['articles']}
        self.assertEqual(set(articles), {'a', 'b', 'c'})
        self.assertEqual(sorted(a.get('of', '') for a in why['articles']), ['', '', 'a' if 'of' in articles['c'] else 'c'])
        pair, = why['pairs']
        self.assertEqual(pair['days'], 0)
        self.assertGreaterEqual(pair['likeness'], why['joined_from'])
        self.assertIn('ferry', [w['words'].lower() for w in pair['words']])
        self.assertLessEqual(sum(w['part'] for w in pair['words']), pair['cosine'] + .001)
        self.assertEqual([s['text'] for s in why['sentences']], [s['text'] for s in told['sentences']])
        self.assertEqual(sorted(s['turn'] for s in why['sentences']), list(range(1, len(told['sentences']) + 1)))
        for said, sentence in zip(told['sentences'], why['sentences']):
            self.assertAlmostEqual(sentence['score'], said['score'], places=3)
            self.assertAlmostEqual(sum(t['points'] for t in sentence['terms']), sentence['score'], places=2)
            for term in sentence['terms']:
                self.assertAlmostEqual(term['value'] * term['weight'], term['points'], places=3)

    def test_explain_tells_what_was_left_out(self):
        briefing, source = self.build_storm()
        why = json.loads(run('explain', '--json', briefing, '1', source).stdout)
        taken = {s['text'] for s in why['sentences']}
        left = why['left_out']
        self.assertTrue(1 <= len(left) <= 3)
        self.assertEqual([s['score'] for s in left], sorted((s['score'] for s in left), reverse=True))
        self.assertFalse(taken & {s['text'] for s in left})
        self.assertEqual(len({(s['article'], s['start']) for s in left}), len(left))
        self.assertTrue(all(s['reason'] for s in left))
        self.assertIn(left[0]['text'], run('explain', briefing, '1', source).stdout)

    def test_explain_of_a_story_that_goes_on(self):
        state = os.path.join(self.folder.name, 'state')
        sources = []
        for day, text in (('2026-03-16', 'A crane fell across the entrance of Port Anvil on Monday. Nobody was hurt.'),
                          ('2026-03-17', 'Divers cut up the fallen crane of Port Anvil on Tuesday. Eleven ships wait.')):
            sources.append(os.path.join(self.folder.name, day + '.jsonl'))
            with open(sources[-1], 'w', encoding='utf-8') as file:
                for site in 'Post', 'Bell':
                    file.write(json.dumps({'id': site + day, 'title': f'Fallen crane at Port Anvil, {site}', 'site': site,
                                           'published': day, 'text': text + f' The {site} of Anvil was there.'}) + '\n')
            run('build', '-q', *sources, '-o', self.out, '--state', state)
        briefing = os.path.join(self.out, '2026/03/17/briefing.json')
        with open(briefing, encoding='utf-8') as file:
            self.assertNotEqual(json.load(file)['stories'][0]['status'], 'new')
        why = json.loads(run('explain', '--json', briefing, '1', '--state', state, *sources).stdout)
        self.assertEqual(why['notes'], [])
        self.assertEqual(sorted(a['id'] for a in why['articles'] if a['votes']), ['Bell2026-03-17', 'Post2026-03-17'])
        self.assertTrue(all('turn' in s for s in why['sentences']))

    def test_explain_as_a_table(self):
        briefing, source = self.build_storm()
        with open(briefing, encoding='utf-8') as file:
            told = json.load(file)['stories'][0]
        result = run('explain', briefing, told['slug'], source)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout, run('explain', briefing, '1', source, '--jobs', '1').stdout)
        for part in 'Story 1:', 'importance', 'Why this headline', 'carries', 'Why these sentences', 'salience (':
            self.assertIn(part, result.stdout)
        self.assertNotIn('Note:', result.stdout)
        self.assertIn(told['sentences'][0]['text'], result.stdout)

    def test_explain_tells_what_differs(self):
        briefing, source = self.build_storm()
        self.assertIn('"9"', run('explain', briefing, '9', source).stderr)
        self.assertEqual(run('explain', briefing, '9', source).returncode, 64)
        result = run('explain', briefing, '1', '-', stdin=LINE.replace('"a"', '"z"'))
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        self.assertIn('none of the articles', result.stderr)
        result = run('explain', briefing, '1', source, '--tightness', '9')
        self.assertEqual(result.returncode, 0)
        self.assertIn('Note: With these inputs and options the story has other articles', result.stdout)
        with open(source, 'a', encoding='utf-8') as file:
            file.write('not json\n')
        self.assertIn(':5:', run('explain', briefing, '1', source).stderr)

    def test_nothing_to_publish(self):
        result = run('build', '-o', self.out, stdin='\n')
        self.assertEqual(result.returncode, 3)
        self.assertIn('nothing to publish', result.stderr)
        self.assertFalse(os.path.exists(self.out))

    def test_state(self):
        state = os.path.join(self.folder.name, 'state')
        run('build', '-o', self.out, '--state', state, stdin=LINE)
        run('build', '-o', self.out, '--state', state, '--date', '2026-03-18', stdin=LINE)
        lines = run('history', '--state', state).stdout.splitlines()
        self.assertEqual([line.split('\t')[0] for line in lines], ['2026-03-18', '2026-03-17'])
        self.assertEqual(len({line.split('\t')[1] for line in lines}), 1)
        with open(os.path.join(self.out, '2026/03/18/briefing.json'), encoding='utf-8') as file:
            story = json.load(file)['stories'][0]
        self.assertEqual((story['kind'], story['status'], story['first_day'], story['id']),
                         ('quiet', 'continuing', '2026-03-17', lines[0].split('\t')[1]))
        self.assertEqual(run('forget', '--state', state, '2026-03-18').returncode, 0)
        self.assertEqual(run('forget', '--state', state, '2026-03-18').returncode, 3)
        self.assertEqual(len(run('history', '--state', state, lines[0].split('\t')[1]).stdout.splitlines()), 1)
        self.assertEqual(run('forget', '--state', state).returncode, 64)
        self.assertEqual(run('history').returncode, 64)
        unknown = run('history', '--state', state, '20260317-nothing')
        self.assertEqual((unknown.returncode, unknown.stdout), (3, ''))
        self.assertIn('no story "20260317-nothing"', unknown.stderr)

    def test_a_foreign_state_file_is_left_alone(self):
        state = os.path.join(self.folder.name, 'state')
        with open(state, 'w', encoding='utf-8') as file:
            file.write('notes\n' * 100)
        result = run('build', '-o', self.out, '--state', state, stdin=LINE)
        self.assertEqual(result.returncode, 78)
        self.assertIn(state, result.stderr)
        with open(state, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'notes\n' * 100)
        self.assertFalse(os.path.exists(self.out))

    def test_render(self):
        template, data = os.path.join(self.folder.name, 't'), os.path.join(self.folder.name, 'd.json')
        with open(template, 'w', encoding='utf-8') as file:
            file.write('{{name}} & {{{name}}}\n')
        with open(data, 'w', encoding='utf-8') as file:
            file.write('{"name":"<b>"}')
        self.assertEqual(run('render', template, data).stdout, '&lt;b&gt; & <b>\n')
        with open(template, 'w', encoding='utf-8') as file:
            file.write('one\n{{#open}}')
        result = run('render', template, data)
        self.assertEqual((result.returncode, result.stdout), (78, ''))
        self.assertIn(f'{template}:2', result.stderr)

    def test_render_a_briefing(self):
        self.assertEqual(run('build', '-q', '-o', self.out, '--date', '2026-03-17', stdin=LINE).returncode, 0)
        briefing = os.path.join(self.out, '2026/03/17/briefing.json')
        for name in 'markdown html json mail atom rss json-feed kite post'.split():
            result = run('render', '--to', name, briefing)
            self.assertEqual((result.returncode, result.stderr), (0, ''))
            self.assertTrue(result.stdout)
        self.assertTrue(run('render', '--to', 'mail', '--fragment', briefing).stdout.startswith('<table'))
        self.assertIn('To: b@c.example', run('render', '--to', 'mail', briefing, env={**os.environ, 'NUTGRAF_MAIL_TO': 'b@c.example'}).stdout)
        self.assertTrue(run('render', '--to', 'post', '--front-matter', 'buttondown', briefing).stdout.startswith('---\nsubject: '))
        result = run('render', '--to', 'post', '--front-matter', 'wordpress', briefing)
        self.assertEqual(result.returncode, 78)

    def test_list_names(self):
        result = run('render', '--list-names')
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertIn('\ntop.sources.url\t', result.stdout)
        self.assertTrue(all(line.count('\t') == 1 for line in result.stdout.splitlines()))

    def test_a_mail_over_the_limit(self):
        result = run('build', '-q', '-o', self.out, '--date', '2026-03-17', '--limit', 'mail_bytes=100', stdin=LINE)
        self.assertEqual(result.returncode, 65)
        self.assertIn('--limit mail_bytes=', result.stderr)
        day = os.path.join(self.out, '2026/03/17')
        self.assertEqual(sorted(os.listdir(day)), ['briefing.json', 'briefing.md', 'index.html'])
        self.assertTrue(os.path.exists(os.path.join(self.out, 'feed.xml')))

    def test_a_long_mail(self):
        result = run('build', '-o', self.out, '--date', '2026-03-17', '--title', 'word ' * 8500, stdin=LINE)
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stderr, 'warning: briefing.eml: [0-9]+ bytes of HTML')


if __name__ == '__main__':
    unittest.main(verbosity=0)
