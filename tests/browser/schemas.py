#!/usr/bin/env python3
"""schemas.py FILE...: each JSON file keeps to the schema of its kind: a briefing, a JSON Feed, a batch for Kagi's reader."""
import json
import os
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {'stories': '../../data/schema/briefing.schema.json', 'items': 'json-feed.schema.json', 'clusters': 'kite.schema.json'}


def validator_of(value):
    """By the member only that kind has."""
    kind = next(kind for member, kind in KINDS.items() if member in value)
    with open(os.path.join(HERE, kind), encoding='utf-8') as f:
        return jsonschema.Draft202012Validator(json.load(f))


def main():
    findings = 0
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as f:
            value = json.load(f)
        for error in validator_of(value).iter_errors(value):
            print(f'{path}: {list(error.path)}: {error.message[:200]}')
            findings += 1
    print(f'{len(sys.argv) - 1} JSON files: {findings} findings')
    sys.exit(bool(findings))


if __name__ == '__main__':
    main()
