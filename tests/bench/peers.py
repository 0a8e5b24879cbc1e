#!/usr/bin/env python3
"""peers.py BIN ARTICLES.jsonl [--eps E]

The same articles put into stories by `BIN cluster` and by scikit-learn (Debian: python3-sklearn): TfidfVectorizer with
English stop words, then DBSCAN over cosine distances. Prints CPU seconds and peak memory of both, one thread each, and
the ratio. Both read the file; the peer's imports are not counted. Exits 77, saying so, where no Python
here has scikit-learn. Not a test: timings are for reading. tests/bench/make_articles.py makes articles.
"""
import argparse
import os
import subprocess
import sys

PEER = '''
import json, resource, sys, time
from sklearn.cluster import DBSCAN
from sklearn.feature_extraction.text import TfidfVectorizer
start = time.process_time()
with open(sys.argv[1], encoding='utf-8') as file:
    texts = [' '.join((a.get('title') or '', a.get('text') or '')) for a in map(json.loads, file)]
vectors = TfidfVectorizer(stop_words='english', sublinear_tf=True).fit_transform(texts)
weighed = time.process_time()
found = DBSCAN(eps=float(sys.argv[2]), min_samples=2, metric='cosine').fit_predict(vectors)
stories = len(set(found)) - (-1 in found) + sum(label == -1 for label in found)
print(weighed - start, time.process_time() - weighed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, stories)
'''


def measure(command, environment=None):
    """Output, CPU seconds and peak memory in MiB."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f'{" ".join(command[:2])}: exit {child.returncode}')
    return said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def python_with_sklearn():
    for python in dict.fromkeys([sys.executable, '/usr/bin/python3']):
        if not subprocess.run([python, '-c', 'import sklearn'], stderr=subprocess.DEVNULL, check=False).returncode:
            return python
    print('peers.py: no Python here has scikit-learn (apt-get install python3-sklearn): nothing to compare with')
    sys.exit(77)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('articles')
    parser.add_argument('--eps', type=float, default=.75, help="DBSCAN's radius, in cosine distance")
    options = parser.parse_args()
    python = python_with_sklearn()
    lines, ours, memory = measure([options.binary, 'cluster', '-q', '--jobs', '1', options.articles])
    stories = len({line.rsplit(b':', 1)[1] for line in lines.splitlines()})
    one_thread = dict(os.environ, OMP_NUM_THREADS='1', OPENBLAS_NUM_THREADS='1')
    said, _, _ = measure([python, '-c', PEER, options.articles, str(options.eps)], one_thread)
    weigh, cluster, peer_memory, peer_stories = map(float, said.split())
    print(f'{len(lines.splitlines()):,} articles, CPU seconds of one thread')
    print(f'nutgraf cluster: {ours:.2f} s, {memory:.0f} MiB, {stories:,} stories')
    print(f'scikit-learn: reading and tf-idf {weigh:.2f} s + DBSCAN {cluster:.2f} s, {peer_memory:.0f} MiB, {peer_stories:,.0f} stories')
    print(f'ratio {(weigh + cluster) / ours:.1f} x')


if __name__ == '__main__':
    main()
