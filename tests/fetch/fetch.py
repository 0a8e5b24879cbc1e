"""nutgraf-fetch from outside, against a server of the test's own: `fetch.py NUTGRAF-FETCH NUTGRAF` runs all of it.

Nothing here sleeps: delays between requests are set to 0 (their arithmetic is test_plan.c's), and what a server makes
wait is cut off by a limit. Each test has a server and a state of its own.
"""
import datetime
import json
import os
import shutil
import signal
import sqlite3
import ssl
import subprocess
import unittest

import server
from case import FETCH, NUTGRAF, OPEN, Case


class Usage(Case):
    def test_bad_arguments(self):
        for args, message in ((['--palges'], 'no option --palges'), (['-x'], 'no option -x'), (['--jobs'], 'needs a value'),
                              (['--jobs', '0', 'x'], 'at least 1'), (['--jobs', 'many'], 'bad value "many"'),
                              (['--all=yes'], 'takes no value'), (['--limit', 'pages'], 'bad value'),
                              (['--limit', 'depth=3'], 'bad value'), (['--limit', 'pages=-1'], 'bad value'),
                              (['--state', ''], 'bad value'), ([], 'no feed; give')):
            result = subprocess.run([FETCH, *args], capture_output=True, text=True, check=False, cwd=self.folder)
            self.assertEqual((result.returncode, result.stdout), (64, ''), args)
            self.assertIn(message, result.stderr)

    def test_help_and_version(self):
        result = subprocess.run([FETCH, '--help'], capture_output=True, text=True, check=True)
        self.assertTrue(result.stdout.startswith('  nutgraf-fetch '))
        self.assertLessEqual(max(map(len, result.stdout.splitlines())), 98)
        version = subprocess.run([FETCH, '-V'], capture_output=True, text=True, check=True)
        self.assertRegex(version.stdout, r'^nutgraf-fetch \d+\.\d+\.\d+\n$')

    def test_lists(self):
        opml = os.path.join(self.folder, 'feeds.opml')
        with open(opml, 'w', encoding='utf-8') as file:
            file.write(f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{self.server.url}/feed/1"/>'
                       f'</outline><outline xmlUrl="nowhere"/></body></opml>')
        result = self.fetch(opml, '-', 'feed/3', code=0, input=f'{self.server.url}/feed/2 tag\n')
        self.assertEqual([article['url'][-1] for article in result.articles], ['1', '2', '3'])
        self.assertIn(f'{opml}:1: "nowhere" is no http or https URL', result.stderr)
        self.assertEqual(self.fetch('/tmp/no/such/list').returncode, 66)
        self.assertEqual(self.fetch(opml, options=['--strict']).returncode, 65)

    def test_dynamic_section(self):
        for path, links in ((FETCH, True), (NUTGRAF, False)):
            section = subprocess.run(['readelf', '-d', path], capture_output=True, text=True, check=True).stdout
            self.assertEqual('libcurl' in section, links, path)

    def test_state_folders(self):
        environment = {'XDG_STATE_HOME': self.folder + '/xdg', 'HOME': self.folder + '/home'}
        command = [FETCH, *OPEN, '-q', f'{self.server.url}/feed/1']
        subprocess.run(command, env=environment, capture_output=True, check=True)
        self.assertTrue(os.path.exists(self.folder + '/xdg/nutgraf/fetch.sqlite'))
        subprocess.run(command, env={'HOME': self.folder + '/home'}, capture_output=True, check=True)
        self.assertTrue(os.path.exists(self.folder + '/home/.local/state/nutgraf/fetch.sqlite'))
        self.assertEqual(subprocess.run(command, env={}, capture_output=True, check=False).returncode, 64)


class Settings(Case):
    def settle(self, text):
        with open(os.path.join(self.folder, 'nutgraf.conf'), 'w', encoding='utf-8') as file:
            file.write(text)
        with open(os.path.join(self.folder, 'feeds'), 'w', encoding='utf-8') as file:
            file.write(f'{self.server.url}/feed/2')

    def test_feeds_and_contact(self):
        self.settle(f'fetch {{ feeds = {{"{self.server.url}/feed/1", feeds}} contact = "me@post.example" }}')
        self.assertEqual([a['id'] for a in self.fetch(cwd=self.folder, code=0).articles], ['ostwick-1', 'ostwick-2'])
        self.assertIn('(+me@post.example)', self.server.asked('/feed/1')[0]['User-Agent'])
        config = os.path.join(self.folder, 'nutgraf.conf')
        self.assertEqual(len(self.fetch(options=['--config', config, '--all'], code=0).articles), 2)
        # What is said on the command line counts more.
        result = self.fetch('feed/3', options=['--contact', 'you'], cwd=self.folder, code=0)
        self.assertEqual([a['id'] for a in result.articles], ['ostwick-3'])
        self.assertIn('(+you)', self.server.asked('/feed/3')[0]['User-Agent'])
        self.fetch(options=['--no-config'], cwd=self.folder, code=64)

    def test_faults(self):
        self.settle('fetch {\n fedes = "x"\n}')
        self.assertIn('nutgraf-fetch: nutgraf.conf:2:2: no setting "fedes" here; did you mean "feeds"?',
                      self.fetch('feed/1', cwd=self.folder, code=78).stderr)
        self.settle('fetch { feeds = "../feeds" }')
        self.fetch(cwd=self.folder, code=78)
        self.fetch('feed/1', options=['--config', '/no/such/file'], code=66)
        self.assertEqual(self.server.log, [])

    def test_environment(self):
        environment = dict(os.environ, NUTGRAF_FETCH_FEEDS=f'{self.server.url}/feed/5,{self.server.url}/feed/4')
        self.assertEqual(len(self.fetch(env=environment, code=0).articles), 2)


class Answers(Case):
    def test_prints_what_nutgraf_reads(self):
        result = self.fetch('feed/1', 'feed/2', code=0)
        self.assertEqual(set(result.articles[0]), {'id', 'url', 'title', 'site', 'language', 'published', 'text'})
        self.assertEqual(result.articles[0]['published'], '2026-03-17T08:01:00+01:00')
        read = subprocess.run([NUTGRAF, 'extract'], input=result.stdout, capture_output=True, text=True, check=True)
        for ours, theirs in zip(result.articles, map(json.loads, read.stdout.splitlines()), strict=True):
            self.assertEqual(ours, {name: theirs[name] for name in ours})

    def test_new_articles_only(self):
        self.assertEqual(len(self.fetch('growing', code=0).articles), 1)
        self.assertEqual([a['id'] for a in self.fetch('growing', code=0).articles], ['ostwick-2'])
        self.assertEqual([a['id'] for a in self.fetch('growing', options=['--all'], code=0).articles],
                         ['ostwick-1', 'ostwick-2', 'ostwick-3'])
        self.assertEqual(len(self.fetch('feed/1', code=3).articles), 0)  # the other feed has told it

    def test_days(self):
        days = lambda n: ['--days', str(n)]
        age = (datetime.datetime.now(datetime.timezone.utc) - datetime.datetime(2026, 3, 17, 7, tzinfo=datetime.timezone.utc)).days
        self.assertIn('1 articles are older than', self.fetch('feed/1', options=days(age - 1), code=3).stderr)
        self.fetch('feed/1', options=days(age + 2), code=0)  # it was not told
        # Where the feed does not say, the page does.
        self.assertIn('1 articles are older', self.fetch('undated', options=['--pages', '--days', '1'], code=3).stderr)
        self.fetch('undated', options=['--all', '--days', '1'], code=0)

    def test_one_article_of_two_feeds_is_one(self):
        self.assertEqual(len(self.fetch('feed/1', 'etag', code=0).articles), 1)

    def test_order_is_that_of_the_list(self):
        paths = ['moved/3', 'feed/9', 'gzip', 'feed/2', 'missing', 'feed/7', 'busy/0', 'feed/4']
        outputs = set()
        for jobs in ('1', '2', '8'):
            self.state = os.path.join(self.folder, jobs)
            self.server.log.clear()
            result = self.fetch(*paths, options=['-j', jobs, '--per-host', jobs], code=0)
            outputs.add(result.stdout)
        self.assertEqual(len(outputs), 1)
        self.assertEqual([a['id'] for a in result.articles],
                         [f'ostwick-{n}' for n in (1, 9, 2, 7, 4)])

    def test_conditional(self):
        self.assertEqual(len(self.fetch('etag', code=0).articles), 1)
        result = self.fetch('etag', code=3)
        self.assertIn('0 changed, 1 unchanged', result.stderr)
        first, second = self.server.asked('/etag')
        self.assertNotIn('If-None-Match', first)
        self.assertEqual(second['If-None-Match'], '"v1"')
        self.assertEqual(second['If-Modified-Since'], 'Tue, 17 Mar 2026 08:00:00 GMT')
        self.assertEqual(len(self.fetch('etag', options=['--all'], code=0).articles), 1)
        self.fails('never', 'status 304')

    def test_compression(self):
        self.assertIn('gate', self.fetch('gzip', code=0).articles[0]['title'])
        self.fails('not-gzip', 'compression cannot be undone')
        self.fails('bomb', 'more bytes than the limit')

    @unittest.skipUnless(server.brotli, 'python3-brotli is not installed')
    def test_brotli(self):
        self.assertIn('sluice', self.fetch('br', code=0).articles[0]['title'])

    def test_charset_of_the_header(self):
        self.assertIn('café', self.fetch('latin', code=0).articles[0]['title'])
        self.assertIn('At the café', self.fetch('latin-teaser', options=['--pages', '--all'], code=0).articles[0]['text'])

    def test_user_agent(self):
        self.fetch('feed/1', options=['--contact', 'https://me.example/bot\r\nX: (y)'])
        agent = self.server.asked('/feed/1')[0]['User-Agent']
        self.assertRegex(agent, r'^nutgraf-fetch/\d+\.\d+\.\d+ \(\+https://me\.example/botX:y\)$')
        self.assertNotIn('X', self.server.asked('/feed/1')[0])

    def test_partial_failure(self):
        result = self.fetch('feed/1', 'gone', 'missing', 'closed', 'html', code=0)
        for line in ('/gone: gone for good (410)', '/missing: not found (404)', '/closed: the server does not give it out (403)',
                     '/html: not a feed', '5 feeds: 2 changed, 0 unchanged, 3 failed; 1 articles listed, 1 printed'):
            self.assertIn(line, result.stderr)
        self.assertEqual(self.fetch('feed/2', 'gone', options=['--strict']).returncode, 65)
        self.assertEqual(self.fetch('feed/3', 'gone', options=['-q'], code=0).stderr.count('\n'), 1)

    def test_page_for_feed(self):
        self.assertIn(f'/home: a page, not a feed; it names this one: {self.server.url}/feed/1', self.fetch('home').stderr)

    def test_bad_feeds(self):
        self.fetch('broken', code=3)
        self.fetch('empty', code=3)

    def test_cut_off(self):
        self.fails('short', 'cut off')
        self.assertEqual(len(self.server.asked('/short')), 2)  # tried again once
        self.fetch('hiccup', code=0)
        self.assertEqual(len(self.server.asked('/hiccup')), 2)
        self.server.log.clear()
        self.fails('short', 'cut off', options=['--limit', 'attempts=1'])
        self.assertEqual(len(self.server.asked('/short')), 1)


class Limits(Case):
    def test_bytes(self):
        self.fails('feed/1', 'more bytes than the limit', options=['--limit', 'feed_bytes=100'])
        self.fails('endless', 'more bytes than the limit', options=['--limit', 'feed_bytes=1000000'])
        self.fails('header', 'more bytes of header', options=['--limit', 'header_bytes=65536'])
        self.fails('feed/1', 'URL is longer', options=['--limit', 'url_bytes=10'])
        self.assertEqual(len(self.server.asked('/feed/1')), 1)

    def test_list(self):
        self.fails('-', '11', code=65, input='https://a.example/', options=['--limit', 'list_bytes=11'])
        self.assertIn('limit of 1', self.fetch('feed/1', 'feed/2', options=['--limit', 'feeds=1'], code=65).stderr)

    def test_time(self):
        self.fails('slow', 'no whole answer in time', options=['--limit', 'request_ms=150', '--limit', 'attempts=1'])
        self.fails('slow', 'no time was left', options=['--limit', 'run_ms=150'])

    def test_redirects(self):
        self.assertEqual(len(self.fetch('moved/5', code=0).articles), 1)
        self.fails('moved/6', 'more redirects than the limit')
        self.fails('loop', 'more redirects than the limit')
        self.fails('moved/1', 'more redirects', options=['--limit', 'redirects=0'])

    def test_memory(self):
        self.fails('feed/1', 'more memory', code=65, options=['--limit', 'memory_bytes=5000'])

    def test_kept_days(self):
        self.fetch('feed/1', code=0)
        with sqlite3.connect(self.state) as state:
            state.execute('UPDATE document SET asked = asked - 31 * 86400')
            state.execute('UPDATE article SET listed = listed - 29 * 86400')
        state.close()
        self.fetch('feed/2', code=0)
        self.assertEqual(self.fetch('feed/1', options=['--offline']).returncode, 66)
        self.fetch('feed/1', code=3)


class Rules(Case):
    def test_addresses(self):
        for host in ('127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433', '0x7f.1'):
            url = f'http://{host}:{self.server.host.split(":")[1]}/feed/1'
            self.fails(url, 'not of the public internet', opened=['--allow-http', '--delay', '0'])
        self.assertEqual(self.server.log, [])

    def test_proxies_of_the_environment_are_not_used(self):
        environment = dict(os.environ, http_proxy=self.server.url, all_proxy=self.server.url)
        self.fails('http://localhost:1/feed', 'no connection', env=environment)
        self.assertEqual(self.server.log, [])

    def test_schemes(self):
        self.fails('feed/1', 'http is not allowed', opened=['--allow-private'])
        self.fails('to-file', 'no http or https URL')
        self.fails('to-user', 'name or password')
        self.assertNotIn('secret', self.fetch('to-user').stderr)
        self.fetch('file:///etc/passwd', code=66)
        self.assertEqual(self.server.asked('/feed/1'), [])

    @unittest.skipUnless(shutil.which('openssl'), 'openssl is not installed')
    def test_certificates(self):
        """Who vouches for himself is not believed."""
        certificate = os.path.join(self.folder, 'certificate')
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
                        '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', certificate + '.key',
                        '-out', certificate], capture_output=True, check=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate + '.key')
        self.server.http.socket = context.wrap_socket(self.server.http.socket, server_side=True)
        url = f'https://localhost:{self.server.host.split(":")[1]}/feed/1'
        self.fails(url, 'certificate is not to be trusted', opened=['--allow-private', '--delay', '0'])
        self.assertEqual(self.server.log, [])

    def test_delay(self):
        """Between two requests to one host; what no time is left for is named."""
        options = ['--delay', '100000', '--limit', 'run_ms=300']
        result = self.fetch('feed/1', 'feed/2', options=options, code=0)
        self.assertIn('/feed/2: no time was left', result.stderr)
        self.assertEqual([path for path, _ in self.server.log], ['/feed/1'])

    def test_retry_after(self):
        self.fetch('busy/0', code=0)
        self.assertEqual(len(self.server.asked('/busy/0')), 2)
        self.fails('busy/3600', 'wants to be left alone until')
        self.assertEqual(len(self.server.asked('/busy/3600')), 1)
        # The next run does not ask the host at all, for whatever.
        self.server.log.clear()
        self.fails('feed/1', 'wants to be left alone until')
        self.assertEqual(self.server.log, [])

    def test_unavailable(self):
        self.fails('down', 'left alone', options=['--limit', 'wait_ms=0'])
        self.assertEqual(len(self.server.asked('/down')), 1)

    def test_unavailable_twice(self):
        self.fails('down/0', 'left alone')
        self.assertEqual(len(self.server.asked('/down/0')), 2)
        self.fetch('feed/1', code=0)  # 0 seconds are over

    def test_busy_host_is_left_alone_at_once(self):
        result = self.fetch('down/999', *[f'feed/{n}' for n in range(1, 9)], options=['-j1'], code=69)
        self.assertEqual(len(self.server.log), 1)
        self.assertIn('9 failed', result.stderr)

    def test_state_is_for_one_run(self):
        self.fetch('feed/1')
        other = sqlite3.connect(self.state)
        other.execute('BEGIN IMMEDIATE')
        self.assertIn('another run is using it', self.fetch('feed/1', code=75).stderr)
        other.close()

    def test_foreign_state(self):
        with open(self.state, 'wb') as file:
            file.write(b'a letter, ' * 50)
        self.fails('feed/1', 'it was left as it is', code=78)
        with open(self.state, 'rb') as file:
            self.assertEqual(file.read(), b'a letter, ' * 50)

    def test_output_that_fails_is_not_told(self):
        with open('/dev/full', 'w', encoding='utf-8') as full:
            result = subprocess.run([FETCH, '--state', self.state, *OPEN, f'{self.server.url}/etag'],
                                    stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(result.returncode, 74)
        self.assertIn('standard output', result.stderr)
        self.assertEqual(len(self.fetch('etag', code=0).articles), 1)
        self.assertIn('If-None-Match', self.server.asked('/etag')[1])  # what was fetched is kept all the same

    def test_a_killed_run_is_made_up_for(self):
        run = subprocess.Popen([FETCH, '--state', self.state, *OPEN, *self.urls([f'feed/{n}' for n in range(1, 40)]),
                                self.urls(['slow'])[0]], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertTrue(self.server.slow.wait(30))
        run.send_signal(signal.SIGKILL)
        self.assertEqual(run.communicate()[0], b'')
        self.assertEqual(len(self.fetch(*[f'feed/{n}' for n in range(1, 40)], code=0).articles), 39)


if __name__ == '__main__':
    unittest.main()
