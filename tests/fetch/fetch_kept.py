"""What nutgraf-fetch makes of what it has: pages of teasers, --offline, files and spools, failing allocations.

`fetch_kept.py NUTGRAF-FETCH NUTGRAF [FAILMALLOC.so]` runs all of it.
"""
import json
import os
import re
import subprocess
import unittest

from case import FAILMALLOC, NUTGRAF, Case


class Pages(Case):
    def test_teasers(self):
        result = self.fetch('teasers/4', options=['--pages', '-v'], code=0)
        self.assertEqual([len(a['text']) > 500 for a in result.articles], [True, True, False, False])
        self.assertEqual(result.articles[0]['id'], 'ostwick-1')
        self.assertEqual(result.articles[0]['published'], '2026-03-17T08:01:00+01:00')
        for line in ('/missing: not found (404)', '/private/page: robots.txt does not let it be fetched',
                     '4 pages: 2 fetched, 1 closed by robots.txt, 1 failed, 0 over the limit'):
            self.assertIn(line, result.stderr)
        self.assertEqual(self.server.asked('/private/page'), [])
        self.assertEqual(len(self.server.asked('/robots.txt')), 1)

    def test_pages_are_asked_for_once(self):
        self.fetch('teasers/2', options=['--pages'], code=0)
        result = self.fetch('teasers/2', options=['--pages', '--all'], code=0)
        self.assertEqual(len(self.server.asked('/page/1')), 1)
        self.assertGreater(len(result.articles[0]['text']), 500)
        self.fetch('teasers/3', options=['--pages', '--all'], code=0)
        self.assertEqual(len(self.server.asked('/robots.txt')), 1)  # kept for a day

    def test_no_pages_unless_told(self):
        self.assertEqual(len(self.fetch('teasers/2', code=0).articles[0]['text']), 34)
        self.assertEqual([path for path, _ in self.server.log], ['/teasers/2'])

    def test_full_articles_need_no_page(self):
        self.fetch('feed/1', options=['--pages'], code=0)
        self.assertEqual(self.server.asked('/page/1'), [])
        self.fetch('feed/2', options=['--pages', '--teaser', '100000'], code=0)
        self.assertEqual(len(self.server.asked('/page/2')), 1)

    def test_redirect_to_a_closed_page(self):
        self.assertIn('1 closed by robots.txt', self.fetch('sly-feed', options=['--pages'], code=0).stderr)
        self.assertEqual(self.server.asked('/private/page'), [])

    def test_robots_states(self):
        for robots, pages in ((404, 2), (403, 2), (500, 0), ('', 2), ('User-agent: nutgraf-fetch\nDisallow: /', 0),
                              ('User-agent: *\nDisallow: /\n\nUser-agent: Nutgraf-Fetch\nAllow: /', 2)):
            self.server.robots = robots
            self.server.log.clear()
            self.state = os.path.join(self.folder, str(abs(hash(robots))))
            self.fetch('teasers/2', options=['--pages'], code=0)
            self.assertEqual(len(self.server.asked('/page/1') + self.server.asked('/page/2')), pages, robots)

    def test_robots_that_cannot_be_had(self):
        self.server.robots = 500
        self.assertIn('/page/1: robots.txt of its host cannot be had now', self.fetch('teasers/2', options=['--pages'], code=0).stderr)

    def test_robots_over_the_limit_are_cut(self):
        self.server.robots = 'User-agent: *\nDisallow: /page/1\n' + '# more\n' * 1000 + 'Disallow: /page/2\n'
        self.fetch('teasers/2', options=['--pages', '--limit', 'robots_bytes=1000'], code=0)
        self.assertEqual((len(self.server.asked('/page/1')), len(self.server.asked('/page/2'))), (0, 1))

    def test_limits(self):
        result = self.fetch('teasers/2', options=['--pages', '--limit', 'pages=1'], code=0)
        self.assertIn('1 over the limit', result.stderr)
        self.assertEqual(self.server.asked('/page/2'), [])
        self.state += '2'
        self.assertIn('more bytes than', self.fetch('teasers/2', options=['--pages', '--limit', 'page_bytes=99'], code=0).stderr)


class Offline(Case):
    def test_opens_no_socket(self):
        self.fetch('teasers/2', 'feed/9', options=['--pages'], code=0)
        self.server.log.clear()
        result = self.fetch('teasers/2', 'feed/9', 'feed/5', options=['--offline', '--pages', '--all'], code=0)
        self.assertEqual(self.server.log, [])
        self.assertEqual(len(result.articles), 3)
        self.assertGreater(len(result.articles[0]['text']), 500)
        self.assertIn('/feed/5: nothing of it is kept', result.stderr)
        self.fetch('teasers/2', options=['--offline'], code=3)
        self.fetch('feed/5', options=['--offline'], code=66)

    def test_no_network_is_needed(self):
        self.fetch('feed/1', code=0)
        self.server.close()
        self.fetch('feed/1', options=['--offline', '--all'], code=0)
        result = self.fetch('feed/1', options=['--all'])
        self.assertEqual((result.returncode, len(result.articles)), (69, 1))  # told what is kept, and that it is old


class Files(Case):
    def test_files(self):
        out = os.path.join(self.folder, 'out')
        result = self.fetch('teasers/2', 'feed/9', options=['--pages', '-o', out], code=0)
        self.assertEqual(result.stdout, '')
        files = sorted(os.path.relpath(os.path.join(here, name), out) for here, _, names in os.walk(out) for name in names)
        self.assertEqual([re.sub('-[0-9a-f]{8}', '', name) for name in files],
                         ['127.0.0.1/feed-9.xml', '127.0.0.1/page-1.warc', '127.0.0.1/page-2.warc', '127.0.0.1/teasers-2.xml'])
        site = os.path.join(self.folder, 'site')
        built = subprocess.run([NUTGRAF, 'build', out, '-o', site], capture_output=True, text=True, check=False)
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn('3 articles from 1 outlet', built.stderr)  # a teaser and its page are one

    def test_spool(self):
        spool = os.path.join(self.folder, 'new', 'spool.jsonl')
        self.assertEqual(self.fetch('growing', options=['--spool', spool], code=0).stdout, '')
        self.fetch('growing', options=['--spool', spool, '-o', os.path.join(self.folder, 'out')], code=0)
        self.fetch('feed/1', options=['--spool', spool], code=3)
        with open(spool, encoding='utf-8') as file:
            self.assertEqual([json.loads(line)['id'] for line in file], ['ostwick-1', 'ostwick-2'])
        self.assertTrue(os.listdir(os.path.join(self.folder, 'out')))
        os.remove(spool)
        self.fetch('feed/3', options=['--spool', spool], code=0)
        with open(spool, encoding='utf-8') as file:
            self.assertEqual([json.loads(line)['id'] for line in file], ['ostwick-3'])

    def test_spool_that_cannot_be_written_is_not_told(self):
        self.assertIn('/dev/full', self.fetch('feed/1', options=['--spool', '/dev/full/x'], code=73).stderr)
        self.fetch('feed/1', code=0)

    def test_files_alone_tell_nothing(self):
        self.fetch('feed/9', options=['-o', os.path.join(self.folder, 'out')], code=0)
        self.fetch('feed/9', code=0)

    def test_folder_that_cannot_be_written(self):
        self.assertIn('/dev/null', self.fetch('feed/9', options=['-o', '/dev/null'], code=73).stderr)


@unittest.skipUnless(FAILMALLOC, 'no failing malloc here')
class Faults(Case):
    """When an allocation fails, the run says so or does without; no article is lost, for the next run prints it."""
    PATHS = ['feed/1', 'latin-teaser', 'gzip', 'moved/1', 'etag']
    POINTS = 60

    def faulty(self, **faults):
        result = self.fetch(*self.PATHS, options=['--pages', '-j1', '-q'], env={'LD_PRELOAD': FAILMALLOC, **faults})
        self.assertIn(result.returncode, (0, 69, 70), faults)
        self.assertTrue(result.returncode == 0 or result.stderr, faults)
        return result.articles

    def test_allocations(self):
        count = os.path.join(self.folder, 'count')
        everything = {article['url'] for article in self.faulty(FAIL_COUNT=count)}
        self.assertEqual(len(everything), 2)
        with open(count, encoding='utf-8') as file:
            calls = int(file.read())
        for i in range(self.POINTS):
            for forever in ('0', '1'):
                at = 1 + i * calls // self.POINTS + i * i % (calls // self.POINTS)
                self.state = os.path.join(self.folder, f'{at}-{forever}')
                first = self.faulty(FAIL_AT=str(at), FAIL_FOREVER=forever)
                second = self.fetch(*self.PATHS, options=['--pages']).articles
                self.assertEqual({article['url'] for article in first + second}, everything, at)


if __name__ == '__main__':
    unittest.main()
