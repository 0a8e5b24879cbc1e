#!/usr/bin/env python3
"""timex_conformance.py BIN DATA [-v]: how many expressions of a list get the expected value from `BIN dates`.

DATA: JSON Lines {id, ref, text, timex: [{start, end, type, values: [{timex, value, start, end}]}]} (the format into which
the specs of Recognizers-Text, MIT, were put). Counted are those that have one value as a TIMEX3 DATE or TIME: dates,
times, and ranges that are one month, week, day ...; spans of two ends have none. An expression is right when a DATE or
TIME that overlaps it has the value, or the value of one of its readings ("Friday" before or after); a day may have its time with
it. What is counted in weeks, months or years keeps that unit, as TIMEX3 has it: "two weeks ago" is the week that holds
the day the list gives. Left out is what is counted in hours, minutes or seconds: articles are dated by the day.
Exits 77 (skipped) without the data, 1 under the goal.
"""
import datetime
import json
import os
import re
import subprocess
import sys

GOAL = .85
# What TIMEX3 has: no fiscal years (FY2008), no weeks of a month (2016-12-W05), no meals (TMED).
STANDARD = re.compile(r'\d{4}(-\d\d(-\d\d(T[\d:]+|T(MO|MI|AF|EV|NI|DT))?)?|-W\d\d(-WE)?|-[QH]\d)?|T[\d:]+|T(MO|MI|AF|EV|NI|DT)|[A-Z]+_REF')
LARGE_UNIT = re.compile(r'\b(weeks?|fortnight|months?|years?)\b')
SMALL_UNIT = re.compile(r'\b(hour|(hours|minutes?|seconds?)(?! past))\b')


def day_and_time(text):
    """2019-04-10 04:00:00 -> the forms a TIMEX3 value may take"""
    day, _, time = text.partition(' ')
    if not time:
        return {day}
    forms = {f'{day}T{time}'}
    if time.endswith(':00'):
        forms.add(f'{day}T{time[:5]}')
    if time.endswith(':00:00'):
        forms.add(f'{day}T{time[:2]}')
    return forms


def exists(value):
    """30 February does not"""
    try:
        return not re.match(r'\d{4}-\d\d-\d\d', value) or bool(datetime.date.fromisoformat(value[:10]))
    except ValueError:
        return False


def expected(values):
    """the values that are right; empty: this expression is none of ours"""
    right = set()
    for v in values:
        timex = v.get('timex') or ''
        if timex.startswith('('):
            continue
        first = v.get('value') or v.get('start') or ''
        if timex.startswith('T') or (timex and 'X' not in timex):
            right |= {timex} | (day_and_time(timex.replace('T', ' ')) if re.match(r'\d{4}-\d\d-\d\dT\d', timex) else set())
        if v.get('value') and re.match(r'\d{4}-', first):
            right |= day_and_time(first)
        if re.fullmatch(r'XXXX-\d\d', timex) and first:
            right.add(first[:7])
        part = re.search(r'T[A-Z]{2}$', timex)
        if part and first:
            right.add(first[:10] + part[0])
        if re.fullmatch(r'XXXX-(WXX-\d|\d\d-\d\d)', timex) and first:
            right.add(first[:10])
    return {value for value in right if STANDARD.fullmatch(value) and exists(value)}


def holds(value, day):
    """the week, month or year `value` holds the day"""
    if re.fullmatch(r'\d{4}-W\d\d', value):
        year, week, _ = datetime.date.fromisoformat(day).isocalendar()
        return value == f'{year:04}-W{week:02}'
    return re.fullmatch(r'\d{4}(-\d\d)?', value) and day.startswith(value)


def same(expression, got, right):
    days = {value for value in right if re.fullmatch(r'\d{4}-\d\d-\d\d', value)}
    if LARGE_UNIT.search(expression) and any(holds(got, day) for day in days):
        return True
    forms = {got} | ({got[:10]} if 'T' in got else set())
    clock = re.search(r'T(\d\d):(\d\d)(?::(\d\d))?$', got)
    if clock:
        forms |= {got[:clock.start()] + 'T' + clock[1]} if clock[2] == '00' and clock[3] in (None, '00') else set()
        forms |= {f[f.index('T'):] for f in list(forms) if 'T' in f}
    elif 'T' in got:
        forms.add(got[got.index('T'):])
    return bool(forms & right)


def main():
    if len(sys.argv) < 3 or not os.path.exists(sys.argv[2]):
        print('no data: skipped')
        return 77
    with open(sys.argv[2], encoding='utf-8') as f:
        cases = [json.loads(line) for line in f]
    records = [{'id': c['id'], 'published': (c.get('ref') or c.get('dct') or '')[:10], 'text': c['text'], 'language': 'en'} for c in cases]
    stdin = ''.join(json.dumps(r, ensure_ascii=False) + '\n' for r in records)
    run = subprocess.run([sys.argv[1], 'dates', '--no-clean'], input=stdin.encode(), capture_output=True, check=True)
    total = hits = 0
    for case, line in zip(cases, run.stdout.decode().splitlines()):
        found = [d for d in json.loads(line)['dates'] if d['type'] in ('DATE', 'TIME')]
        for t in case['timex']:
            right = expected(t.get('values') or [])
            if t['type'] in ('duration', 'set', '') or not right or t['start'] is None or t['end'] is None:
                continue
            expression = case['text'][t['start']:t['end']]
            if SMALL_UNIT.search(expression):
                continue
            start, end = (len(case['text'][:t[k]].encode()) for k in ('start', 'end'))
            ok = any(d['start'] < end and start < d['end'] and same(expression, d['value'], right) for d in found)
            total += 1
            hits += ok
            if '-v' in sys.argv and not ok:
                print(f'{case["text"]!r} {case["text"][t["start"]:t["end"]]!r}: {sorted(right)}, got '
                      f'{[(case["text"].encode()[d["start"]:d["end"]].decode(), d["value"]) for d in found]}')
    share = hits / total if total else 0
    print(f'{hits} of {total} expressions have the expected value ({share:.1%}, goal {GOAL:.0%})')
    return 0 if share >= GOAL else 1


if __name__ == '__main__':
    sys.exit(main())
