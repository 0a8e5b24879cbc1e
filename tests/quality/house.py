#!/usr/bin/env python3
"""house.py CHECK [ARGUMENT...]: the rules of the house that a machine can hold. Prints every breach, exits 1 if there is one.

Each check is a function below; its docstring is the rule. tests/quality/meson.build runs them.
"""
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDERS = ['base', 'read', 'clean', 'language', 'story', 'archive', 'render', 'cli']
ROOM_LINES, HEADER_LINES = 500, 80
# What a library must not do: end the program, print, ask for the hour, follow the locale, run or call anything.
FORBIDDEN = set('''exit _exit _Exit quick_exit printf puts putchar perror vprintf __printf_chk stdout stderr stdin
    time clock clock_gettime gettimeofday localtime localtime_r gmtime mktime strftime getenv secure_getenv setlocale
    newlocale uselocale strtod strtof atof strcoll srand rand random system popen fork execve execv execvp posix_spawn
    socket connect getaddrinfo gethostbyname strcpy strcat sprintf gets strtok signal'''.split())
NETWORK = re.compile(r'lib(curl|soup|ssl|nghttp|neon)')


def files(*suffixes, under=('summarizer', 'tests')):
    for folder in under:
        for here, folders, names in os.walk(os.path.join(ROOT, folder)):
            folders.sort()
            for name in sorted(names):
                if name.endswith(suffixes):
                    yield os.path.relpath(os.path.join(here, name), ROOT)


def lines(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as f:
        return f.read().splitlines()


def includes():
    """Data flows one way: a folder of summarizer/ includes itself, base/ and folders before it; cli/ sees only
    nutgraf.h and base/, fetch/ also cli/, for its settings."""
    for path in files('.c', '.h', under=('summarizer',)):
        parts = path.split('/')
        home = parts[1] if len(parts) > 2 else None
        for number, line in enumerate(lines(path), 1):
            found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not found or found[1] == 'nutgraf.h':
                continue
            if not os.path.exists(os.path.join(ROOT, 'summarizer', found[1])):
                yield f'{path}:{number}: "{found[1]}" is no path from summarizer/'
                continue
            folder = found[1].split('/')[0]
            if home is None or folder == home:
                continue
            if home in ('cli', 'fetch'):
                allowed = folder == 'base' or (home == 'fetch' and folder == 'cli')
            else:
                allowed = folder in FOLDERS and FOLDERS.index(folder) < FOLDERS.index(home)
            if not allowed:
                yield f'{path}:{number}: {home}/ must not include {found[1]}'


def rooms():
    """A file has a purpose, said at its top, and at most 500 lines; a header of ours 80. Nothing is left for later."""
    for path in files('.c', '.h', '.py'):
        text = lines(path)
        limit = HEADER_LINES if path.endswith('.h') and path.startswith('summarizer') else ROOM_LINES
        if path == 'summarizer/nutgraf.h':
            limit = ROOM_LINES
        if len(text) > limit:
            yield f'{path}: {len(text)} lines, at most {limit}'
        if path.endswith(('.c', '.h')) and not text[0].startswith('/*'):
            yield f'{path}:1: opens without saying what it is for'
        for number, line in enumerate(text, 1):
            if re.search(r'\b(TODO|FIXME|XXX|HACK)\b', line) and not path.endswith('house.py'):
                yield f'{path}:{number}: left for later'
            if line != line.rstrip():
                yield f'{path}:{number}: ends in white space'


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def declared():
    """Names of the public header's functions."""
    code = '\n'.join(line for line in lines('summarizer/nutgraf.h') if not line.startswith('#'))
    header = re.sub(r'/\*.*?\*/', ' ', code, flags=re.S)
    return set(re.findall(r'NG_PUBLIC\b[^;(]*?(\w+)\s*\(', header))


def symbols(library):
    """The library exports what nutgraf.h declares, no more and no less, all of it ng_."""
    found = run('nm', '-D', '--defined-only', library)
    if found.returncode:
        yield found.stderr.strip()
    names = {line.split()[-1].split('@')[0] for line in found.stdout.splitlines()}
    for name in sorted(names - declared()):
        yield f'{library}: exports {name}, which nutgraf.h does not declare'
    for name in sorted(declared() - names):
        yield f'nutgraf.h: declares {name}, which the library does not export'
    for name in sorted(names | declared()):
        if not name.startswith('ng_'):
            yield f'{name}: a public name without ng_'


def calls(library):
    """The library never prints, exits, reads the clock, the locale or the environment, or runs anything; no network."""
    found = run('nm', '-D', '--undefined-only', library)
    if found.returncode:
        yield found.stderr.strip()
    for line in found.stdout.splitlines():
        name = line.split()[-1].split('@')[0]
        if name in FORBIDDEN:
            yield f'{library}: calls {name}'
    for line in run('readelf', '-d', library).stdout.splitlines():
        if 'NEEDED' in line and NETWORK.search(line):
            yield f'{library}: links a network library: {line.split("[")[-1].rstrip("]")}'


def compile_alone(compiler, path, *options):
    done = run(*compiler.split(), *options, '-fsyntax-only', '-Wall', '-Wextra', '-Werror', '-pedantic', '-D_POSIX_C_SOURCE=200809L',
               '-I', os.path.join(ROOT, 'summarizer'), os.path.join(ROOT, path))
    if done.returncode:
        yield f'{path}: does not compile alone with {compiler} {" ".join(options)}\n{done.stderr}'


def headers(compiler):
    """Every header compiles alone as C11; the public one also as C++, where there is a compiler for that."""
    for path in files('.h', under=('summarizer',)):
        yield from compile_alone(compiler, path, '-x', 'c', '-std=c11')
    for other in ('c++', 'g++', 'clang++'):
        if shutil.which(other):
            yield from compile_alone(other, 'summarizer/nutgraf.h', '-x', 'c++', '-std=c++17')
            break


def manual_of_fetch():
    """nutgraf-fetch(1) tells every option, and every limit with its default."""
    page, code = '\n'.join(lines('man/nutgraf-fetch.1')), '\n'.join(lines('summarizer/fetch/options.c'))
    for name in re.findall(r'^    \{"([a-z-]+)", (?:0|\'.\'), ', code, flags=re.M):
        if not re.search(rf'^\.It .*Fl \\-{name}\b', page, flags=re.M):
            yield f'man/nutgraf-fetch.1: says nothing of --{name}'
    for name, default in re.findall(r'^    \{"(\w+)", AT\(limits\.\w+\), (\d+)\}', code, flags=re.M):
        if f'.It {name} Ta {default} Ta ' not in page:
            yield f'man/nutgraf-fetch.1: {name} is not there with its default, {default}'


def manual():
    """nutgraf(1) tells every command, option, reason and limit with its default; nutgraf.conf(5) every key of the table of
    settings, and no other; nutgraf(3) every function."""
    one, three = '\n'.join(lines('man/nutgraf.1')), '\n'.join(lines('man/nutgraf.3'))
    commands = '\n'.join(lines('summarizer/cli/commands.c'))
    sections = dict(re.findall(r'^\.Ss ([a-z]+)\n((?:(?!\.S[hs] ).*\n)*)', one + '\n', flags=re.M))
    for name, options in re.findall(r'^    \{"([a-z]+)", ".*?"([a-z -]*)",\s+command_\w+\}', commands, flags=re.M | re.S):
        if name not in sections:
            yield f'man/nutgraf.1: has no section for the command {name}'
        of_build = sections['build'] if 'the options of\n.Cm build' in sections.get(name, '') else ''
        for option in options.split():
            if not re.search(rf'Fl \\-{option}\b', sections.get(name, '') + of_build):
                yield f'man/nutgraf.1: {name} says nothing of its --{option}'
    table = '\n'.join(lines('summarizer/cli/setting.c'))
    table = table[table.index('settings[] = {'):table.index('formats[] = {')]
    for name in re.findall(r'^    \{"([a-z-]+)", ', table, flags=re.M):
        if not re.search(rf'^\.It .*Fl \\-{name}\b', one, flags=re.M):
            yield f'man/nutgraf.1: says nothing of --{name}'
    yield from manual_of_fetch()
    five = '\n'.join(lines('man/nutgraf.conf.5'))
    keys = re.findall(r'SETTING_\w+,\s+\w+\([^)]*\),\s+(?:true|false),\s+"([a-z._-]+)"', table)
    told = set()
    for head, part in re.findall(r'^\.S[hs] (.*)\n((?:(?!\.S[hs] ).*\n)*)', five + '\n', flags=re.M):
        section = (re.search(r'\bCm (\S+)', head) or [None, ''])[1]
        told |= {f'{section}.{key}'.lstrip('.') for key in re.findall(r'^\.It Cm ([a-z_-]+)', part, flags=re.M)}
    for key in sorted(set(keys) ^ told):
        yield f'man/nutgraf.conf.5: {"says nothing of" if key in keys else "tells of an unknown"} {key}'
    for name in re.findall(r'^    \{"([a-z]+)", "', '\n'.join(lines('summarizer/clean/reason.c')), flags=re.M):
        if not re.search(rf'^\.It Cm {name}$', one, flags=re.M):
            yield f'man/nutgraf.1: says nothing of the reason {name}'
    limits = re.search(r'struct ng_limits \{(.*?)\n\};', '\n'.join(lines('summarizer/nutgraf.h')), flags=re.S)[1]
    defaults = '\n'.join(lines('summarizer/edition.c'))
    for name in re.findall(r'size_t (\w+);', limits):
        number, shift = re.search(rf'\.{name} = (?:\(size_t\))?(\d+)(?: << (\d+))?', defaults).groups()
        if f'.It {name} Ta {int(number) << int(shift or 0)} Ta ' not in one:
            yield f'man/nutgraf.1: {name} is not there with its default, {number} << {shift or 0}'
    for name in sorted(declared()):
        if not re.search(rf'^\.F[no] {name}\b', three, flags=re.M):
            yield f'man/nutgraf.3: says nothing of {name}()'


def packages():
    """What tools/build installs, debian/control asks for."""
    wanted = set(re.findall(r'\b[a-z0-9.+-]+-dev\b', '\n'.join(lines('tools/build')))) - {'libc6-dev'}
    control = '\n'.join(lines('debian/control'))
    asked = set(re.findall(r'[a-z0-9.+-]+', control[control.index('Build-Depends:'):control.index('Standards-Version:')]))
    for name in sorted(wanted - asked):
        yield f'debian/control: does not ask for {name}'


def sample():
    """The sample is invented: every host in it ends in .example."""
    for here, _, names in os.walk(os.path.join(ROOT, 'data', 'sample')):
        for name in names:
            path = os.path.relpath(os.path.join(here, name), ROOT)
            text = '\n'.join(lines(path)).replace('=\n', '')  # a soft line break of mail
            for host in re.findall(r'\bhttps?://([\w.-]+\w)', text) + re.findall(r'[\w.]@([\w.-]+\w)', text):
                if not host.endswith(('.example', 'schema.org', 'purl.org')):
                    yield f'{path}: {host} may be real'


CHECKS = {check.__name__: check for check in (includes, rooms, symbols, calls, headers, manual, packages, sample)}


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in CHECKS:
        sys.exit(f'usage: house.py {"|".join(CHECKS)} [ARGUMENT...]')
    breaches = list(CHECKS[sys.argv[1]](*sys.argv[2:]))
    for breach in breaches:
        print(breach)
    sys.exit(1 if breaches else 0)


if __name__ == '__main__':
    main()
