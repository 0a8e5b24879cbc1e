#!/usr/bin/env python3
"""hostile_day.py DAY.json: that briefing with markup, scripts, long words and writing from right to left in every text, as JSON."""
import itertools
import json
import sys

TEXTS = itertools.cycle([
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</title></style><svg onload=alert(1)>', "' onmouseover='alert(1)",
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikbesitzer' * 3, '{{ constructor.constructor("alert(1)")() }}',
    'שלום עולם, هذا اختبار', '\u202etxet desrever', '💩👩‍🚀' * 40, '&lt;b&gt; & &amp;copy; <b>', '<!-- ', 'x'])


def spoil(value):
    if isinstance(value, list):
        return [spoil(item) for item in value]
    if not isinstance(value, dict):
        return value
    spoiled = ('title', 'author', 'site', 'section', 'text', 'speaker', 'role', 'where', 'what')
    return {name: next(TEXTS) if name in spoiled else spoil(item) for name, item in value.items()}


with open(sys.argv[1], encoding='utf-8') as f:
    print(json.dumps(spoil(json.load(f))))
