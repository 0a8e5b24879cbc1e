"""Settings from outside: nutgraf.conf, the environment, init. `config.py PROGRAM MANUAL` runs all of it."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

MANUAL = os.path.abspath(sys.argv.pop(2))
PROGRAM = os.path.abspath(sys.argv.pop(1))


def article(name, title, text, **more):
    return json.dumps({'id': name, 'title': title, 'published': '2026-03-17', 'text': text, **more}) + '\n'


DAY = (article('a', 'Ferry late after storm at Orlen', 'The ferry to Orlen was late on Monday after a storm. Nobody was hurt on board.',
               url='https://post.example/a', section='Coast') +
       article('b', 'Storm makes ferry to Orlen late', 'A storm delayed the ferry to Orlen on Monday. Nobody was hurt on the ferry.',
               url='https://times.example/b') +
       article('c', 'Library opens its doors', 'The new library opened its doors on Monday. Children read aloud from books.',
               url='https://news.post.example/c', section='Town') +
       article('d', 'Die Bibliothek ist offen', 'Die neue Bibliothek ist seit Montag offen. Kinder lesen dort aus Büchern vor.',
               url='https://blatt.example/d', language='de'))


class Settings(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = held.name
        self.write('home/.config/nutgraf/empty', '')

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def run_it(self, *args, stdin='', **environment):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(('NUTGRAF', 'XDG'))}
        clean.update(HOME=os.path.join(self.folder, 'home'), **environment)
        return subprocess.run([PROGRAM, *args], input=stdin, capture_output=True, text=True, cwd=self.folder, env=clean, check=False)

    def build(self, *args, **environment):
        """The briefing of the day in the project's folder, as JSON."""
        done = self.run_it('build', '-o', 'out', *args, stdin=DAY, **environment)
        self.assertEqual((done.returncode, done.stdout), (0, ''), done.stderr)
        with open(os.path.join(self.folder, 'out/2026/03/17/briefing.json'), encoding='utf-8') as file:
            return json.load(file)

    def refused(self, text, message):
        path = self.write('bad.conf', text)
        done = self.run_it('build', '--config', 'bad.conf', '-o', 'out', stdin=DAY)
        self.assertEqual((done.returncode, done.stdout), (78, ''), text)
        self.assertIn(f'nutgraf: bad.conf:{message}', done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'out')))
        os.unlink(path)

    def test_faults_have_a_place_and_a_hint(self):
        for text, message in (
                ('titel = x\n', '1:1: no setting "titel" here; did you mean "title"?'),
                ('# a\n\n/* b\n */ topp = 3 # c', '4:5: no setting "topp" here; did you mean "top"?'),
                ('title = "a # b"\n// ${X}\n  frobnicate = 1', '3:3: no setting "frobnicate" here; see nutgraf.conf(5)'),
                ('mail {\n  form = "x"\n}\n', '2:3: no setting "form" here; did you mean "from"?'),
                ('source "a.example" { wieght = 2 }', '1:22: no setting "wieght" here; did you mean "weight"?'),
                ('title = "größer"\n\u00e4 = "x" top = "seven"', '2:1: no setting'),
                ('title = "größer" top = seven', '1:24: top: bad value "seven"; a count is wanted'),
                ('strict = maybe', '1:10: strict: bad value "maybe"; yes or no is wanted'),
                ('tightness = 0', '1:13: tightness: bad value "0"; a number'),
                ('source "a" { weight = -1 }', '1:23: weight: bad value "-1"; a number'),
                ('limits {\n depth = deep\n}', '2:10: depth: bad value "deep"; a count is wanted'),
                ('mute = {a, "b,c"}', '1:13: mute: a comma in "b,c"'),
                ('mail { from = "a\\nb" }', '1: from: bad value'),
                ('top = {1}', '1:'), ('top 3', '1:1: missing equal sign'), ('}', '1:'), ('source { }', '1:1: missing title'),
                ('source "a" { }\nsource "a" { }', '2:9: found duplicate title'),
                ('\ntitle = "abc\n\n', '2: a string begins here'), ('/* abc', '1: a comment begins here'), ("'", '1: a string'),
                ('title = x\ntheme = "${HOME}"', '2: "${" would put the environment in')):
            self.refused(text, message)

    def test_bytes_that_are_no_text(self):
        with open(os.path.join(self.folder, 'bad.conf'), 'wb') as file:
            file.write(b'title = "\xff"')
        self.assertIn('bad.conf: is no UTF-8 text', self.run_it('build', '--config', 'bad.conf').stderr)

    def test_all_files_are_checked_before_it_gives_up(self):
        self.write('home/.config/nutgraf/nutgraf.conf', 'topp = 1')
        self.write('nutgraf.conf', '\nmoar = 2')
        done = self.run_it('build', NUTGRAF_ALSO='some')
        self.assertEqual(done.returncode, 78)
        for part in ('nutgraf/nutgraf.conf:1:1:', ' nutgraf.conf:2:1:', 'NUTGRAF_ALSO: bad value "some"'):
            self.assertIn(part, done.stderr)

    def test_the_more_special_place_wins(self):
        xdg = os.path.dirname(os.path.dirname(self.write('xdg/nutgraf/nutgraf.conf', 'title = xdg')))
        self.write('home/.config/nutgraf/nutgraf.conf', 'title = user\ntop = 0')
        self.assertEqual(self.build()['title'], 'user')
        self.assertEqual(self.build(XDG_CONFIG_HOME=xdg)['title'], 'xdg')
        self.assertEqual(self.build(XDG_CONFIG_HOME='xdg')['title'], 'user')
        self.write('nutgraf.conf', 'title = project')
        briefing = self.build()
        self.assertEqual((briefing['title'], briefing['stories'][0]['kind']), ('project', 'more'))
        self.write('other.conf', 'title = named')
        self.assertEqual(self.build('--config', 'other.conf')['title'], 'named')
        self.assertEqual(self.build('--config', 'other.conf', NUTGRAF_TITLE='environment')['title'], 'environment')
        self.assertEqual(self.build('--config', 'other.conf', '--title', 'option', NUTGRAF_TITLE='environment')['title'], 'option')
        self.assertEqual(self.build('--no-config', NUTGRAF_TITLE='environment')['title'], 'The Daily Briefing')
        self.assertEqual(self.build(NUTGRAF_TITLE='')['title'], 'project')

    def test_a_file_that_is_named_must_be_there(self):
        done = self.run_it('build', '--config', 'none.conf', stdin=DAY)
        self.assertEqual(done.returncode, 66)
        self.assertIn('none.conf', done.stderr)

    def test_paths_are_seen_from_their_file(self):
        self.write('there/day.jsonl', DAY)
        self.write('there/nutgraf.conf', 'output = site\ninputs = {day.jsonl}\nstate = "state"')
        done = self.run_it('build', '--config', 'there/nutgraf.conf')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(os.listdir(os.path.join(self.folder, 'there'))), ['day.jsonl', 'nutgraf.conf', 'site', 'state'])
        self.assertEqual(len(self.run_it('history', '--config', 'there/nutgraf.conf').stdout.splitlines()), 3)

    def test_a_found_file_stays_in_its_folder(self):
        for text in ('output = "/tmp/x"', 'state = "../state"', 'inputs = {a, "b/../../c"}', 'theme = "/etc/theme"', 'data = ".."'):
            self.write('nutgraf.conf', text)
            done = self.run_it('build', stdin=DAY)
            self.assertEqual(done.returncode, 78, text)
            self.assertRegex(done.stderr, r'nutgraf.conf:1:\d+: \w+: "[^"]+" leaves this folder')
        self.write('nutgraf.conf', 'theme = broadsheet\noutput = "a..b/c"\nfetch { feeds = {"https://post.example/../feed"} }')
        self.assertEqual(self.run_it('build', stdin=DAY).returncode, 0)

    @unittest.skipIf(os.geteuid() != 0, 'only root can give a file away')
    def test_a_found_file_of_another_user_does_not_count(self):
        os.chown(self.write('nutgraf.conf', 'title = theirs'), 65534, 65534)
        done = self.run_it('build', '-o', 'out', stdin=DAY)
        self.assertEqual(done.returncode, 78)
        self.assertIn('nutgraf.conf: belongs to another user', done.stderr)
        self.assertEqual(self.build('--config', 'nutgraf.conf')['title'], 'theirs')

    def test_output_is_for_build_alone(self):
        self.write('nutgraf.conf', 'output = "site"')
        self.assertEqual(len(self.run_it('extract', stdin=DAY).stdout.splitlines()), 4)
        self.assertEqual(sorted(os.listdir(self.folder)), ['home', 'nutgraf.conf'])

    def test_wishes(self):
        self.assertEqual(len(self.build()['stories']), 3)
        briefing = self.build('--mute', 'libraries,golf')
        self.assertEqual((briefing['stories_muted'], briefing['stories_found'], briefing['articles_read']), (1, 2, 4))
        self.assertNotIn('c', [article['id'] for article in briefing['articles']])
        self.assertNotIn('stories_muted', self.build('--mute', 'book club, aloud books'))
        self.assertNotIn('stories_muted', self.build('--mute', 'library', '--follow', 'children'))
        briefing = self.build('--follow', 'library', '--top', '1', '--more', '0', '--also', '0')
        self.assertEqual(briefing['articles'][0]['id'], 'c')
        briefing = self.build('--languages', 'EN,fr')
        self.assertEqual((briefing['articles_left_out'], briefing['articles_read']), (1, 3))
        briefing = self.build('--sections', 'coast')
        self.assertEqual(sorted(article['id'] for article in briefing['articles']), ['a', 'b', 'd'])
        self.assertIn('stories_muted', self.build(NUTGRAF_MUTE='ferry'))

    def test_sources(self):
        self.write('nutgraf.conf', 'source "post.example" { name = "Harbour Post" }\nsource "news.post.example" { mute = yes }')
        self.write('home/.config/nutgraf/nutgraf.conf', 'source "post.example" { name = "Old" weight = 3 }')
        self.assertIn('  source "post.example" { name = "Harbour Post" weight = 3 mute = no }\n', self.doctor('-v')[1])
        briefing = self.build()
        self.assertEqual({article['id']: article['site'] for article in briefing['articles'] if article['id'] != 'd'},
                         {'a': 'Harbour Post', 'b': 'times.example'})
        self.assertEqual(briefing['articles_left_out'], 1)
        weighed = briefing['stories'][0]['importance']
        self.write('home/.config/nutgraf/nutgraf.conf', '')
        self.assertGreater(weighed, self.build()['stories'][0]['importance'] * 1.3)

    def test_lengths_and_headers(self):
        self.write('nutgraf.conf', 'top-sentences = 1\nmail {\n from = "desk@post.example"\n to = "all@post.example"\n'
                   ' subject = "{{title}}: {{date.words}}"\n list-id = "list.post.example"\n}\nsite { base = "https://post.example" }')
        self.assertEqual({len(story['sentences']) for story in self.build()['stories']}, {1})
        with open(os.path.join(self.folder, 'out/2026/03/17/briefing.eml'), encoding='utf-8') as file:
            mail = file.read()
        for line in ('From: The Daily Briefing <desk@post.example>', 'To: all@post.example', 'List-Id: <list.post.example>',
                     'Subject: The Daily Briefing: Tuesday 17 March 2026'):
            self.assertIn(line + '\n', mail)
        with open(os.path.join(self.folder, 'out/feed.xml'), encoding='utf-8') as file:
            self.assertIn('https://post.example/', file.read())

    def test_a_header_cannot_be_added(self):
        self.refused('mail { subject = "a\\r\\nBcc: x@y.example" }', '1: subject: bad value')

    def test_init(self):
        printed = self.run_it('init', '-o', '-')
        self.assertEqual((printed.returncode, printed.stderr), (0, ''))
        self.assertEqual(self.run_it('init').returncode, 0)
        with open(os.path.join(self.folder, 'nutgraf.conf'), encoding='utf-8') as file:
            self.assertEqual(file.read(), printed.stdout)
        self.write('nutgraf.conf', 'title = mine')
        refused = self.run_it('init')
        self.assertEqual(refused.returncode, 73)
        self.assertIn('left as it is', refused.stderr)
        with open(os.path.join(self.folder, 'nutgraf.conf'), encoding='utf-8') as file:
            self.assertEqual(file.read(), 'title = mine')

    def test_init_read_back_changes_nothing(self):
        before = self.run_it('doctor', '-v').stdout
        text = re.sub(r'^(\t?)#([^ \n])', r'\1\2', self.run_it('init', '-o', '-').stdout, flags=re.M)
        self.assertNotRegex(text, r'(?m)^\t?#[^ ]')
        self.write('nutgraf.conf', text)
        done = self.run_it('doctor', '-v')
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        values = re.findall(r'^  (\S+ = .*)  \(.*\)$', before, flags=re.M)
        self.assertGreater(len(values), 40)
        self.assertEqual(re.findall(r'^  (\S+ = .*)  \(nutgraf.conf:\d+\)$', done.stdout, flags=re.M),
                         [value for value in values if not value.endswith(' = {}')])
        self.assertEqual(re.findall(r'^  (\S+ = .*)  \(.*\)$', done.stdout, flags=re.M), values)

    def doctor(self, *args, **environment):
        done = self.run_it('doctor', *args, **environment)
        return done.returncode, done.stdout, done.stderr

    def test_doctor_when_all_is_well(self):
        self.write('nutgraf.conf', '\ntop = 3\noutput = site\nstate = state')
        self.write('theme/theme.conf', '[mail]\nfrom\ta@post.example\n')
        self.write('theme/also.html.mustache', '<p>{{headline}}</p>\n')
        code, out, err = self.doctor('-v', '--theme', './theme', '--limit', 'depth=99', 'theme', NUTGRAF_MORE='4', NUTGRAF_ALSO='')
        self.assertEqual((code, err), (0, ''))
        for line in ('settings: nutgraf.conf', '  top = 3  (nutgraf.conf:2)', '  more = 4  (NUTGRAF_MORE)', '  also = 15  (default)',
                     '  theme = "./theme"  (option)', '  limits.depth = 99  (option)', '  limits.articles = 5000000  (default)', 'state: state, not there yet', 'state: state, can be made',
                     'output: site, can be made', 'input: theme', 'all is well'):
            self.assertIn(line + '\n', out)
        self.assertRegex(out, r'data: built in, \d{3} files\ntheme: ./theme, \d\d templates\n')
        self.assertEqual(sorted(os.listdir(self.folder)), ['home', 'nutgraf.conf', 'theme'])

    def test_doctor_names_every_fault(self):
        self.write('nutgraf.conf', '\ntopp = 3')
        self.write('data/en/stopwords.txt', 'a\n[open\n')
        code, out, err = self.doctor('none', '--data', 'data', NUTGRAF_TITEL='x', NUTGRAF_TOP='many')
        self.assertEqual(code, 78)
        for part in ('nutgraf.conf:2:1: no setting', 'NUTGRAF_TOP: bad value', 'did you mean NUTGRAF_TITLE?', 'stopwords.txt:2:',
                     'nutgraf: none: does not exist'):
            self.assertIn(part, err)
        self.assertTrue(out.endswith('\n4 faults\n'), out)
        self.assertEqual(self.doctor('--no-config', 'none')[0], 66)

    def test_doctor_reads_the_theme(self):
        for name, text, message in (
                ('page.html.mustache', 'a\n{{#stories}}', 'theme/page.html.mustache:2: column 1: nothing closes "stories"'),
                ('stray.html.mustache', '{{', 'theme/stray.html.mustache:1:'),
                ('also.html.mustache', '\n\n {{headlin}}', 'theme/also.html.mustache:3: column 2: nothing here has the name "headlin"'),
                ('quiet.html.mustache', '{{nothing}}', 'theme/quiet.html.mustache:1:'),
                ('sitemap.xml.mustache', '{{nothing}}', 'theme/sitemap.xml.mustache:1:'),
                ('rss.xml.mustache', '{{nothing}}', 'theme/rss.xml.mustache:1:'),
                ('mail.txt.mustache', '{{#quotes}}{{/quotes}}', 'theme/mail.txt.mustache:1:'),
                ('post.md.mustache', '{{>none}}', 'theme/post.md.mustache:1:'),
                ('theme.conf', '[mail]\nform\tx\n', 'theme/theme.conf:2: no setting "form" in [mail]'),
                ('theme.conf', '[mail]\nfrom\tx\n', '[mail] from: an address is wanted'),
                ('theme.conf', '[mail]\nsubject\t{{nothing}}\n', 'nothing here has the name "nothing"')):
            path = self.write('theme/' + name, text)
            code, _, err = self.doctor('--theme', './theme')
            self.assertEqual(code, 78, name)
            self.assertIn(message, err)
            self.assertEqual(len(err.splitlines()), 1, err)
            os.unlink(path)

    def test_doctor_reads_the_state(self):
        path = self.write('state', 'notes\n' * 99)
        code, _, err = self.doctor('--state', 'state')
        self.assertEqual(code, 78)
        self.assertIn('nutgraf: state: is damaged or no state file', err)
        os.unlink(path)
        self.build('--state', 'state')
        self.assertIn('state: state, 1 day\n', self.doctor('--state', 'state')[1])
        with open(path, 'r+b') as file:
            file.seek(4096)
            file.write(b'\0' * 4096 * 4)
        self.assertEqual(self.doctor('--state', 'state')[0], 78)

    def test_doctor_finds_places_that_cannot_be_written(self):
        self.write('file', 'x')
        code, _, err = self.doctor('-o', 'file/site')
        self.assertEqual(code, 73)
        self.assertIn('nutgraf: file/site:', err)

    def test_the_manual_tells_the_defaults_of_init(self):
        with open(os.path.join(MANUAL, 'nutgraf.conf.5'), encoding='utf-8') as file:
            manual = file.read()
        found = re.findall(r'^\t?#([\w-]+) = (.*)$', self.run_it('init', '-o', '-').stdout, flags=re.M)
        self.assertGreater(len(found), 40)
        for key, value in found:
            default = '' if value in ('""', '{}') else ' No = Li ' + value.replace('"', '\\(dq')
            self.assertIn(f'\n.It Cm {key}{default}\n', manual)


if __name__ == '__main__':
    unittest.main(verbosity=0)
