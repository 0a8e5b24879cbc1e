"""What the tests of nutgraf-fetch from outside share: programs, a server and a state for each test.

The command line begins with NUTGRAF-FETCH NUTGRAF [FAILMALLOC.so]; what follows is left in sys.argv.
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

import server

FETCH, NUTGRAF = (os.path.abspath(path) for path in sys.argv[1:3])
FAILMALLOC = next((os.path.abspath(path) for path in sys.argv[3:] if path.endswith('.so')), None)
sys.argv[1:] = [word for word in sys.argv[3:] if not word.endswith('.so')]
OPEN = ['--allow-http', '--allow-private', '--delay', '0']


class Case(unittest.TestCase):
    def setUp(self):
        self.server = server.Server()
        self.addCleanup(self.server.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.state = os.path.join(self.folder, 'state')

    def urls(self, paths):
        return [path if '://' in path or path[0] in '/-' else f'{self.server.url}/{path}' for path in paths]

    def fetch(self, *paths, options=(), opened=OPEN, code=None, **more):
        more.setdefault('env', dict(os.environ, XDG_CONFIG_HOME=self.folder))
        result = subprocess.run([FETCH, '--state', self.state, *opened, *options, *self.urls(paths)],
                                capture_output=True, text=True, timeout=60, check=False, **more)
        if code is not None:
            self.assertEqual(result.returncode, code, result.stderr)
        result.articles = [json.loads(line) for line in result.stdout.splitlines()]
        return result

    def fails(self, path, what, code=69, **more):
        result = self.fetch(path, code=code, **more)
        self.assertIn(what, result.stderr)
        self.assertEqual(result.stdout, '')
        return result
