"""The examples of library use do what they say. `examples.py SAMPLE QUOTES BRIEFING` runs all of it."""
import json
import os
import re
import subprocess
import sys
import unittest

BRIEFING, QUOTES, SAMPLE = (os.path.abspath(sys.argv.pop()) for _ in range(3))


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


class Examples(unittest.TestCase):
    def test_quotes(self):
        done = run(QUOTES, SAMPLE)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        articles = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertGreater(len(articles), 30)
        self.assertGreater(sum(len(article['quotes']) for article in articles), 50)

    def test_briefing(self):
        done = run(BRIEFING, SAMPLE)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        stories = done.stdout.strip().split('\n\n')
        self.assertEqual(len(stories), 5)
        for story in stories:
            self.assertRegex(story, r'^\S.* \(\d+ outlets\)\n(  \S.* <\S+>\n)+')
        self.assertTrue(any(re.search(r'^  ".+" \(.+\)$', story, flags=re.M) for story in stories))

    def test_faults_are_told(self):
        for program in (QUOTES, BRIEFING):
            done = run(program, '/no/such/file')
            self.assertEqual((done.returncode, done.stdout), (66, ''))
            self.assertIn('/no/such/file: ', done.stderr)


if __name__ == '__main__':
    unittest.main(verbosity=0)
