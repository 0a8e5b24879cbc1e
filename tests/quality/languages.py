#!/usr/bin/env python3
"""languages.py BIN LABELLED.jsonl...: how often is a text's language told right?

A line is {"lang": "de", "text": "...", "source": "..."}; the program reads it without its language (extract --no-clean).
Prints right/all for each source and language, and what was taken for what. Seen on 25 November 2026, beside CLD2
(libcld2 0.0.0-git20150806) on the same texts:

    whole articles      en 6481/6481  de 230/230  fr 148/148  es 140/140  ru 80/80  vi 311/313
    1,000 characters    programs' messages, 44 languages    .999   CLD2  .994   (1,343 texts)
                        a desktop's manual, 30 languages    .994         .996   (836)
                        sayings, 10 languages              1.000        1.000   (252)
                        manual pages, half English          .921         .967   (392)
    200 characters      messages .986 / .974   manual .979 / .974   sayings .993 / .989   news (en de vi) .985 / .987
    60 characters       messages .938 / .923   manual .929 / .923   sayings .943 / .916

Languages without tables (Icelandic, Welsh, Albanian ...): "und" for two texts of five; the others are taken for a near
relative (Afrikaans for Dutch, Galician for Portuguese).
"""
import collections
import json
import subprocess
import sys


def main():
    binary, *paths = sys.argv[1:]
    rows = [json.loads(line) for path in paths for line in open(path, encoding='utf-8')]
    records = ''.join(json.dumps({'id': str(i), 'text': row['text']}) + '\n' for i, row in enumerate(rows))
    run = subprocess.run([binary, 'extract', '--no-clean', '--format', 'jsonl'], input=records.encode(), stdout=subprocess.PIPE, check=True)
    told = [json.loads(line).get('language') for line in run.stdout.decode().splitlines()]
    right, wrong = collections.defaultdict(lambda: [0, 0]), collections.Counter()
    for row, language in zip(rows, told):
        language = language or 'und'
        count = right[row.get('source', ''), row['lang']]
        count[0] += language == row['lang']
        count[1] += 1
        if language != row['lang']:
            wrong[row['lang'], language] += 1
    for (source, language), (good, n) in sorted(right.items()):
        print(f'{source:12} {language:4} {good}/{n}')
    for (language, taken), n in wrong.most_common(20):
        print(f'{n} of {language} taken for {taken}')


if __name__ == '__main__':
    main()
