"""Completions: every option of the table of settings, and what shells make of them. `completions.py TABLE FOLDER` runs all of it;
a shell that is not installed is not asked."""
import os
import re
import shutil
import subprocess
import sys
import unittest

FOLDER = os.path.abspath(sys.argv.pop(2))
TABLE = os.path.abspath(sys.argv.pop(1))
FILES = {'bash': '{}', 'zsh': '_{}', 'fish': '{}.fish'}
COMMANDS = 'build extract sentences dates quotes cluster summarize timeline render verify explain history forget shard stats merge doctor init'.split()


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def bash(line):
    """What bash offers for a line whose last word is being typed."""
    words = line.split(' ')
    script = (f'compopt() {{ :; }}; source {os.path.join(FOLDER, "nutgraf")}; COMP_WORDS=({" ".join(repr(word) for word in words)}); '
              f'COMP_CWORD={len(words) - 1}; _nutgraf; printf "%s\\n" "${{COMPREPLY[@]}}"')
    return subprocess.run(['bash', '-c', script], capture_output=True, text=True, check=True, cwd=FOLDER).stdout.split()


def fish(line):
    script = f'source {os.path.join(FOLDER, "nutgraf.fish")}; complete -C {line!r}'
    done = subprocess.run(['fish', '--no-config', '-c', script], capture_output=True, text=True, check=True, cwd=FOLDER)
    return [entry.split('\t')[0] for entry in done.stdout.splitlines()]


class Completions(unittest.TestCase):
    def test_no_option_is_missing(self):
        table = read(TABLE)
        table = table[table.index('settings[] = {'):table.index('source_settings[] = {')]
        names = re.findall(r'^    \{"([a-z-]+)", ', table, flags=re.M)
        self.assertGreater(len(names), 35)
        for shell, form in (('bash', '--{}'), ('zsh', '--{}'), ('fish', '-l {}')):
            text = read(os.path.join(FOLDER, FILES[shell].format('nutgraf')))
            for name in names:
                self.assertRegex(text, re.escape(form.format(name)) + r'(?![\w-])', (shell, name))
            for command in COMMANDS:
                self.assertRegex(text, rf'\b{command}\b')

    def offers(self, ask):
        self.assertEqual(ask('nutgraf su'), ['summarize'])
        self.assertEqual(ask('nutgraf summarize --se'), ['--sentences'])
        self.assertEqual(ask('nutgraf build --top-'), ['--top-quotes', '--top-sentences', '--top-words'] if ask is fish else
                         ['--top-words', '--top-sentences', '--top-quotes'])
        self.assertEqual(ask('nutgraf extract --top-'), [])
        self.assertEqual(ask('nutgraf render --to js'), ['json', 'json-feed'])
        self.assertIn('input_bytes=', ask('nutgraf extract --limit inp'))
        self.assertIn('nutgraf.fish', ask('nutgraf build --state nutgraf.f'))
        self.assertIn('broadsheet', ask('nutgraf build --theme br'))
        self.assertIn('nutgraf.fish', ask('nutgraf build nutgraf.f'))

    @unittest.skipUnless(shutil.which('bash'), 'no bash')
    def test_bash(self):
        self.offers(bash)

    @unittest.skipUnless(shutil.which('zsh'), 'no zsh')
    def test_zsh(self):
        """What it hands to the functions of zsh's own completion."""
        head = f'fpath=({FOLDER} $fpath); autoload -Uz _nutgraf; '
        told = head + '_arguments() { print -rl -- "$@" }; words=(nutgraf render ""); CURRENT=3; _nutgraf'
        options = subprocess.run(['zsh', '-f', '-c', told], capture_output=True, text=True, check=True).stdout.splitlines()
        self.assertIn('--partials[where {{>name}} finds name.mustache]:DIR:_files', options)
        self.assertEqual(sum(option.startswith('--to[') and option.endswith(':(markdown html json mail atom rss json-feed kite post)')
                             for option in options), 1)
        told = head + '_describe() { print -rl -- "${(@P)@[-1]}" }; words=(nutgraf ""); CURRENT=2; _nutgraf'
        commands = subprocess.run(['zsh', '-f', '-c', told], capture_output=True, text=True, check=True).stdout.splitlines()
        self.assertEqual([command.split(':')[0] for command in commands], COMMANDS)

    @unittest.skipUnless(shutil.which('fish'), 'no fish')
    def test_fish(self):
        self.offers(fish)

    def test_they_parse(self):
        for shell, form in FILES.items():
            for name in (form.format('nutgraf'), form.format('nutgraf-fetch')):
                path = os.path.join(FOLDER, name)
                if not shutil.which(shell) or not os.path.exists(path):
                    continue
                done = subprocess.run([shell, '-n', path], capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, ''), name)


if __name__ == '__main__':
    unittest.main(verbosity=0)
