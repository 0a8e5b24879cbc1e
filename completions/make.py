"""make.py SHELL PROGRAM: completions of a program for bash, zsh or fish, on standard output.

Commands and options are read from the program's own help, which is made from its table of settings; only what the values
of an option are stands here.
"""
import os
import re
import subprocess
import sys

# A program without commands has one that has no name.
VALUES = {'format': 'plain html markdown json jsonl feed mail warc', 'stories': 'given found',
          'to': 'markdown html json mail atom rss json-feed kite post', 'theme': 'plain broadsheet wire',
          'front-matter': 'hugo jekyll eleventy buttondown', 'entries': 'briefings stories'}
PATHS = ('FILE', 'DIR', 'NAME')


def ask(program, *args):
    done = subprocess.run([program, *args], capture_output=True, text=True, check=True)
    return done.stdout


def options_of(text):
    """(name, letter, value's name, help) of each option a help tells."""
    for letter, name, value, what in re.findall(r'^  (?:-(\w), |    )--([a-z-]+)(?: (\S+))? +(\S.*)$', text, flags=re.M):
        yield name, letter, value, what


def commands_of(program):
    """(name, what it does, options) of each command."""
    found = re.findall(r'^  ([a-z]+) +(\S.*)$', ask(program, '--help').split('usage:')[-1], flags=re.M)
    if not found:
        return [('', '', list(options_of(ask(program, '--help'))))]
    return [(name, what, list(options_of(ask(program, name, '--help')))) for name, what in found]


def values_of(program, name):
    if name == 'limit' and 'fetch' not in os.path.basename(program):
        limits = ask(program, 'init', '-o', '-').split('limits {')[1].split('}')[0]
        return ' '.join(f'{key}=' for key in re.findall(r'#(\w+) =', limits))
    return VALUES.get(name, '')


def in_single(text):
    return text.replace("'", "'\\''")


def spellings(name, letter):
    return [f'--{name}'] + ([f'-{letter}'] if letter else [])


def bash(program, name, commands):
    several = commands[0][0] != ''
    function = '_' + name.replace('-', '_')
    out = [f'# bash completion of {name}', f'{function}() {{',
           '\tlocal current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options',
           '\tCOMPREPLY=()']
    if several:
        out += ['\tif [ "$COMP_CWORD" -eq 1 ]; then',
                f'\t\tmapfile -t COMPREPLY < <(compgen -W "{" ".join(c[0] for c in commands)} --help --version" -- "$current")',
                '\t\treturn', '\tfi']
    out += ['\tcase $before in']
    seen = {option: (letter, value) for _, _, options in commands for option, letter, value, _ in options if value}
    plain = []
    for option, (letter, value) in seen.items():
        words = values_of(program, option)
        if not words and value not in PATHS:
            plain += spellings(option, letter)
            continue
        out.append(f'\t{"|".join(spellings(option, letter))})')
        if words:
            out.append(f'\t\tmapfile -t COMPREPLY < <(compgen -W "{words}" -- "$current")')
            out += ['\t\tcompopt -o nospace'] if option == 'limit' else []
        if value in PATHS:
            out.append('\t\tmapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")\n\t\tcompopt -o filenames')
        out += ['\t\treturn', '\t\t;;']
    out += [f'\t{"|".join(plain)})', '\t\treturn', '\t\t;;'] if plain else []
    out += ['\tesac', '\tcase $command in'] if several else ['\tesac']
    for command, _, options in commands:
        words = ' '.join(' '.join(spellings(option, letter)) for option, letter, _, _ in options)
        out += [f'\t{command})', f'\t\toptions="{words}"', '\t\t;;'] if several else [f'\toptions="{words}"']
    out += ['\tesac'] if several else []
    out += ['\tif [ "${current:0:1}" = - ]; then', '\t\tmapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")', '\telse',
            '\t\tmapfile -t COMPREPLY < <(compgen -f -- "$current")', '\t\tcompopt -o filenames', '\tfi', '}',
            f'complete -F {function} {name}']
    return out


def zsh_option(program, option):
    name, letter, value, what = option
    what = in_single(re.sub(r'([\[\]:])', r'\\\1', what))
    words = values_of(program, name)
    action = f':{value}:{f"({words})" if words else "_files" if value in PATHS else " "}' if value else ''
    names = f"'(-{letter} --{name})'{{-{letter},--{name}}}" if letter else f'--{name}'
    return f"{names}'[{what}]{action}'"


def zsh(program, name, commands):
    several = commands[0][0] != ''
    out = [f'#compdef {name}', f'# zsh completion of {name}']
    if several:
        out += ['local -a commands=(', *(f"\t'{command}:{in_single(what)}'" for command, what, _ in commands), ')',
                'if (( CURRENT == 2 )); then', f'\t_describe -t commands "{name} command" commands', '\treturn', 'fi',
                'local command=$words[2]', 'shift words', '(( CURRENT-- ))', 'case $command in']
    for command, _, options in commands:
        lines = ' \\\n'.join(f'\t\t{zsh_option(program, option)}' for option in options)
        out += [f'{command})'] if several else []
        out += [f'\t_arguments -s \\\n{lines} \\\n\t\t\'*:input:_files\'']
        out += ['\t;;'] if several else []
    return out + (['esac'] if several else [])


def fish(program, name, commands):
    several = commands[0][0] != ''
    out = [f'# fish completion of {name}']
    if several:
        names = ' '.join(command for command, _, _ in commands)
        out += [f"complete -c {name} -n '__fish_is_first_token' -f -a {command} -d '{fish_text(what)}'" for command, what, _ in commands]
        out += [f"complete -c {name} -n 'not __fish_seen_subcommand_from {names}' -l {option}" for option in ('help', 'version')]
    for command, _, options in commands:
        for option, letter, value, what in options:
            words = values_of(program, option)
            out.append(' '.join(filter(None, [
                f'complete -c {name}', f"-n '__fish_seen_subcommand_from {command}'" if several else '', f'-l {option}',
                f'-s {letter}' if letter else '', ('-r' if value in PATHS else '-x') if value else '',
                f"-a '{words}'" if words else '', f"-d '{fish_text(what)}'"])))
    return out


def fish_text(text):
    return text.replace('\\', '\\\\').replace("'", "\\'")


def main():
    shell, program = sys.argv[1:]
    make = {'bash': bash, 'zsh': zsh, 'fish': fish}[shell]
    print('\n'.join(make(program, os.path.basename(program), commands_of(program))))


if __name__ == '__main__':
    main()
