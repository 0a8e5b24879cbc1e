#!/usr/bin/env python3
"""embed.py OUTPUT.c DEPFILE SYMBOL FOLDER SUFFIX...: compiles a folder's files into a sorted C table of resources.

The names in the table are paths below FOLDER; only files with one of the suffixes are taken, `sample` and hidden
folders are not. The table's type is struct resource of summarizer/base/resource.h.
"""
import os
import sys


def main():
    output, depfile, symbol, folder, *suffixes = sys.argv[1:]
    paths, watched = [], []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != 'sample' and not f.startswith('.'))
        watched.append(here)
        paths += [os.path.join(here, n) for n in names if n.endswith(tuple(suffixes))]
    paths.sort(key=lambda p: os.path.relpath(p, folder).encode())
    with open(output, 'w', encoding='utf-8') as out:
        out.write('#include "base/resource.h"\n\n')
        for i, path in enumerate(paths):
            with open(path, 'rb') as f:
                data = f.read()
            out.write(f'static const unsigned char file_{i}[] = {{')
            out.write(','.join(map(str, data)) or '0')
            out.write('};\n')
        out.write(f'\nconst struct resource {symbol}[] = {{\n')
        for i, path in enumerate(paths):
            name = os.path.relpath(path, folder).replace(os.sep, '/')
            out.write(f'\t{{"{name}", file_{i}, {os.path.getsize(path)}}},\n')
        out.write('\t{0, 0, 0}};\n')
    with open(depfile, 'w', encoding='utf-8') as out:
        out.write(f'{output}: {" ".join(watched + paths)}\n')  # a folder changes when a file comes or goes


if __name__ == '__main__':
    main()
