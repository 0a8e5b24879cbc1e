#!/usr/bin/env python3
"""install.py BUILD CC SAMPLE: `meson install` into a scratch folder leaves what a user needs, and it works from there.

The installed program runs; a program of ours, written after nutgraf(3), compiles against the installed header with the
flags of the installed pkg-config file, links the installed library and prints a headline.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

BUILD, CC, SAMPLE = sys.argv[1:]
WANTED = ['bin/nutgraf', 'include/nutgraf.h', 'share/man/man1/nutgraf.1', 'share/man/man3/nutgraf.3', 'share/nutgraf/data/en/stopwords.txt',
          'share/man/man5/nutgraf.conf.5', 'share/bash-completion/completions/nutgraf', 'share/zsh/site-functions/_nutgraf',
          'share/fish/vendor_completions.d/nutgraf.fish',
          'share/nutgraf/templates/**/*.mustache', 'lib*/**/libnutgraf.so', 'lib*/**/libnutgraf.so.0', 'lib*/**/pkgconfig/nutgraf.pc']
UNWANTED = ['share/nutgraf/data/sample', 'share/nutgraf/**/meson.build', 'lib*/**/*.a']


def run(*command, **environment):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    if done.returncode:
        sys.exit(f'{" ".join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}')
    return done.stdout


def example():
    """The program of nutgraf(3)."""
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, '../../man/nutgraf.3'), encoding='utf-8') as f:
        code = re.search(r'^\.Bd -literal.*?\n(.*?)^\.Ed', f.read(), flags=re.S | re.M)[1]
    return code.replace('\\e', '\\').replace('"articles"', f'"{SAMPLE}"')


def main():
    with tempfile.TemporaryDirectory() as root:
        run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', root)
        prefix = root + os.path.dirname(os.path.dirname(glob.glob(root + '/**/bin/nutgraf', recursive=True)[0]))[len(root):]

        def found(pattern):
            return glob.glob(os.path.join(prefix, pattern), recursive=True)

        for pattern in WANTED:
            if not found(pattern):
                sys.exit(f'{pattern} was not installed')
        for pattern in UNWANTED:
            if found(pattern):
                sys.exit(f'{found(pattern)[0]} should not be installed')
        run(prefix + '/bin/nutgraf', '--version')

        library = os.path.dirname(found('lib*/**/libnutgraf.so')[0])
        flags = run('pkg-config', '--cflags', '--libs', 'nutgraf', PKG_CONFIG_PATH=library + '/pkgconfig', PKG_CONFIG_SYSROOT_DIR=root).split()
        source, program = root + '/example.c', root + '/example'
        with open(source, 'w', encoding='utf-8') as f:
            f.write(example())
        run(*CC.split(), '-std=c11', '-Wall', '-Wextra', '-Werror', '-o', program, source, *flags)
        if 'Tarnbridge' not in run(program, LD_LIBRARY_PATH=library):
            sys.exit('the example of nutgraf(3) finds no headline in the sample')


if __name__ == '__main__':
    main()
