"""The recipes of examples/ and the units, tried: `recipes.py NUTGRAF-FETCH NUTGRAF EXAMPLES [UNIT...]` runs all of it.

Programs are found as a user's are, in PATH; there nutgraf-fetch may go to the test's server, and sendmail keeps what it
is given. Nothing leaves the machine.
"""
import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

from case import FETCH, NUTGRAF, Case

EXAMPLES, *UNITS = (os.path.abspath(path) for path in sys.argv[1:])
del sys.argv[1:]


class Recipe(Case):
    def setUp(self):
        super().setUp()
        self.home = os.path.join(self.folder, 'briefing')
        os.mkdir(self.home)
        # The articles of the test's server are as old as they are.
        self.program('nutgraf-fetch', f'exec {FETCH} --allow-http --allow-private --delay 0 "$@" --days 100000')
        self.program('nutgraf', f'exec {NUTGRAF} "$@"')
        self.program('sendmail', f'echo "$@" > {self.folder}/arguments; cat > {self.folder}/sent')
        self.program('date', 'echo 2026-03-17')

    def program(self, name, text):
        path = os.path.join(self.folder, 'bin', name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f'#!/bin/sh\n{text}\n')
        os.chmod(path, 0o755)

    def run_recipe(self, *command, code=0, **environment):
        bin_folder = os.path.join(self.folder, 'bin')
        environment = {'PATH': f'{bin_folder}:/usr/bin:/bin', 'HOME': self.folder, 'SENDMAIL': f'{bin_folder}/sendmail', **environment}
        result = subprocess.run(command, env=environment, cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertEqual(result.stdout, '')
        return result.stderr

    def read(self, *path):
        with open(os.path.join(self.folder, *path), encoding='utf-8') as file:
            return file.read()

    def configure(self, *feeds):
        names = ', '.join(f'"{self.server.url}/{feed}"' for feed in feeds)
        with open(os.path.join(self.home, 'nutgraf.conf'), 'w', encoding='utf-8') as file:
            file.write(f'fetch {{ feeds = {{{names}}} }}\nmail {{ from = "desk@post.example" to = "you@post.example" }}\n')


class Nightly(Recipe):
    def night(self, code=0, **environment):
        return self.run_recipe(os.path.join(EXAMPLES, 'nightly', 'nightly'), self.home, code=code, **environment)

    def is_there(self, name):
        return os.path.exists(os.path.join(self.home, name))

    def test_init_and_nights(self):
        self.run_recipe('sh', '-c', 'cd briefing && nutgraf init')
        self.assertIn('fetch {', self.read('briefing', 'nutgraf.conf'))
        self.configure('growing', 'latin-teaser')
        said = self.night()
        self.assertIn('2 feeds: 2 changed', said)
        self.assertIn('written to site', said)
        self.assertEqual(self.read('arguments'), '-t -i\n')
        message = email.message_from_string(self.read('sent'), policy=email.policy.default)
        self.assertEqual((message['From'].addresses[0].addr_spec, message['To']), ('desk@post.example', 'you@post.example'))
        self.assertFalse(self.is_there('spool.jsonl'))
        proof = subprocess.run([NUTGRAF, 'verify', 'site/2026/03/17/briefing.json', 'told.jsonl'], cwd=self.home,
                               capture_output=True, text=True, check=False)
        self.assertIn('all verbatim', proof.stdout + proof.stderr)
        # The second night brings one article more; the third, when the server is gone, nothing and no mail.
        self.assertIn('1 article from', self.night())
        self.server.close()
        os.remove(os.path.join(self.folder, 'sent'))
        self.assertIn('2 failed', self.night())
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'sent')))

    def test_a_night_that_failed_is_made_up_for(self):
        self.configure('growing')
        self.program('nutgraf', 'exit 74')
        self.night(code=1)
        self.assertTrue(self.is_there('spool.jsonl'))
        self.program('nutgraf', f'exec {NUTGRAF} "$@"')
        self.assertIn('2 articles from', self.night())
        self.assertFalse(self.is_there('spool.jsonl'))

    def test_faults_stop_it(self):
        self.configure('feed/1')
        with open(os.path.join(self.home, 'nutgraf.conf'), 'a', encoding='utf-8') as file:
            file.write('titel = "x"\n')
        self.assertIn('did you mean "title"?', self.night(code=1))
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'sent')))
        with open(os.path.join(self.home, 'nutgraf.conf'), 'w', encoding='utf-8') as file:
            file.write('fetch { feeds = "feeds.opml" }\n')
        self.assertIn('feeds.opml: does not exist', self.night(code=1))
        self.configure('feed/1')
        self.program('sendmail', 'exit 75')
        self.night(code=75)
        self.assertTrue(self.is_there('unsent/2026-03-17.eml'))

    def test_mail_that_failed_goes_another_night(self):
        """That of each night of several, and one that is refused for good holds up no other."""
        self.configure('growing')
        self.program('sendmail', 'exit 75')
        for day in ('2026-03-17', '2026-03-18'):
            self.program('date', f'echo {day}')
            self.night(code=75)
        self.program('nutgraf-fetch', 'exit 3')
        self.program('sendmail', 'message=$(cat); case $message in *"17 Mar"*) exit 67 ;; esac; '
                     f'echo "$message" >> {self.folder}/sent')
        self.night(code=67)
        self.assertEqual(re.findall(r'^Date: \w+, (\d+ \w+)', self.read('sent'), flags=re.M), ['18 Mar'])
        self.assertEqual(os.listdir(os.path.join(self.home, 'unsent')), ['2026-03-17.eml'])
        self.program('sendmail', f'cat >> {self.folder}/sent')
        self.night()
        self.assertEqual(len(re.findall('^Date: ', self.read('sent'), flags=re.M)), 2)
        self.assertEqual(os.listdir(os.path.join(self.home, 'unsent')), [])
        os.remove(os.path.join(self.folder, 'sent'))
        self.night()
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'sent')))

    def test_only_the_message_just_made_is_sent(self):
        """Of a clock that was put back, too; each night has its own day, whatever those of its articles."""
        for name, day in (('first', '2026-03-18'), ('second', '2026-03-17')):
            self.configure('feed/1')
            self.program('date', f'echo {day}')
            with open(os.path.join(self.home, 'spool.jsonl'), 'w', encoding='utf-8') as file:
                file.write(json.dumps({'title': f'The {name} ferry of Ostwick sails', 'published': '2026-03-16T08:00:00Z',
                                       'text': f'The {name} ferry of Ostwick sailed on Tuesday. The harbour office was glad of it.'}))
            self.program('nutgraf-fetch', 'exit 3')
            self.night()
            self.assertIn(f'The {name} ferry', self.read('sent'))
            self.assertTrue(self.is_there(f'site/{day.replace("-", "/")}/briefing.md'))
            os.remove(os.path.join(self.folder, 'sent'))

    def test_crontab(self):
        lines = [line for line in self.read(EXAMPLES, 'nightly', 'crontab').splitlines() if line[:1] not in ('', '#')]
        self.assertEqual([line.split('=')[0] for line in lines[:2]], ['MAILTO', 'PATH'])
        self.assertRegex(lines[2], r'^30 5 \* \* \* \S+/nightly/nightly "\$HOME/briefing"$')


@unittest.skipUnless(shutil.which('jq') and shutil.which('curl'), 'jq and curl are not installed')
class Newsletter(Recipe):
    def setUp(self):
        super().setUp()
        self.configure('feed/1', 'feed/2')
        self.run_recipe(os.path.join(EXAMPLES, 'nightly', 'nightly'), self.home)
        self.day = os.path.join(self.home, 'site/2026/03/17')
        self.text = self.read(self.day, 'briefing.md')

    def test_listmonk(self):
        self.run_recipe(os.path.join(EXAMPLES, 'newsletter', 'listmonk'), self.day, LISTMONK_URL=self.server.url,
                        LISTMONK_USER='desk:secret', LISTMONK_LIST='3')
        (method, path, headers, body), (method2, path2, _, body2) = self.server.taken
        self.assertEqual((method, path, method2, path2), ('POST', '/api/campaigns', 'PUT', '/api/campaigns/7/status'))
        self.assertEqual(headers['Authorization'], 'Basic ZGVzazpzZWNyZXQ=')
        self.assertEqual((body['lists'], body['content_type'], body['body']), ([3], 'markdown', self.text))
        self.assertIn('Ostwick looks at pier', body['subject'])
        self.assertEqual(body2, {'status': 'running'})

    def test_buttondown(self):
        for environment, status in (({}, 'draft'), ({'STATUS': 'about_to_send'}, 'about_to_send')):
            self.server.taken.clear()
            self.run_recipe(os.path.join(EXAMPLES, 'newsletter', 'buttondown'), self.day, BUTTONDOWN_URL=self.server.url,
                            BUTTONDOWN_API_KEY='secret', **environment)
            (method, path, headers, body), = self.server.taken
            self.assertEqual((method, path, headers['Authorization']), ('POST', '/v1/emails', 'Token secret'))
            self.assertEqual((body['status'], body['body']), (status, self.text))


@unittest.skipUnless(UNITS and shutil.which('systemd-analyze'), 'no systemd here')
class Units(Recipe):
    def setUp(self):
        super().setUp()
        for unit in UNITS:
            with open(unit, encoding='utf-8') as file:
                text = file.read().replace('/usr/sbin/sendmail', f'{self.folder}/bin/sendmail')
            for line in text.splitlines():  # the programs as they will be installed
                if line.startswith('ExecStart=') and '/nutgraf' in line:
                    text = text.replace(line, re.sub(r'\S+/bin/nutgraf', f'{self.folder}/bin/nutgraf', line)
                                        if '/bin/sh' in line else f'ExecStart={self.folder}/bin/' + line.split('/bin/', 1)[1])
            with open(os.path.join(self.folder, os.path.basename(unit)), 'w', encoding='utf-8') as file:
                file.write(text)

    def analyze(self, *arguments):
        return subprocess.run(['systemd-analyze', *arguments], cwd=self.folder, capture_output=True, text=True, check=False)

    def test_verify(self):
        result = self.analyze('verify', '--man=no', '--recursive-errors=no', *('./' + os.path.basename(unit) for unit in UNITS))
        self.assertEqual((result.returncode, result.stderr), (0, ''))

    def test_security(self):
        """Exposure in tenths, as systemd-analyze counts it."""
        for unit, most in (('nutgraf.service', 10), ('nutgraf-fetch.service', 15)):
            result = self.analyze('security', '--offline=yes', f'--threshold={most}', './' + unit)
            self.assertEqual(result.returncode, 0, result.stdout)

    def test_network(self):
        self.assertIn('\nPrivateNetwork=yes\n', self.read('nutgraf.service'))
        self.assertNotIn('PrivateNetwork', self.read('nutgraf-fetch.service'))

    def test_options(self):
        """The commands of the units run, in a folder as systemd would give them."""
        self.configure('feed/1')
        for name in ('nutgraf-fetch.service', 'nutgraf.service'):
            for line in self.read(name).splitlines():
                if line.startswith(('ExecStart=', 'ExecStartPost=')):
                    command = line.split('=', 1)[1].replace('%S/nutgraf', '.').replace('$$', '$').replace('%%', '%')
                    self.run_recipe('sh', '-c', f'cd {self.home} && {command}')
        self.assertEqual(sorted(os.listdir(self.home)),
                         ['briefing.eml', 'digest.state', 'fetch.sqlite', 'nutgraf.conf', 'site', 'told.jsonl'])


if __name__ == '__main__':
    unittest.main()
