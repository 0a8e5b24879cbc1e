#!/usr/bin/env python3
"""A small web server with the habits of feeds' servers, good and bad, for the tests of nutgraf-fetch. Loopback only.

`server.py [PORT]` serves until it is stopped, for trying things by hand; tests import Server. Each path below is one
habit; Server.log lists what was asked for: (path, headers). Nothing here waits: a slow answer is one that never ends.
"""
import gzip
import http.server
import json
import re
import sys
import threading

try:
    import brotli
except ImportError:
    brotli = None


def paragraphs(subject, n=8):
    return [f'The harbour office of Ostwick said on Tuesday that {subject} will be looked at again in spring, and that '
            f'part {i} of the plan stays as it was drawn up by the town.' for i in range(1, n + 1)]


def item(server, number, subject, full=True, **more):
    link = more.get('link', f'{server.url}/page/{number}')
    text = ''.join(f'&lt;p&gt;{p}&lt;/p&gt;' for p in paragraphs(subject)) if full else f'The town looks at {subject} again ...'
    return (f'<item><title>Ostwick looks at {subject} again</title><link>{link}</link>'
            f'<guid isPermaLink="false">ostwick-{number}</guid><pubDate>Tue, 17 Mar 2026 08:{number % 60:02}:00 +0100</pubDate>'
            f'<description>{text}</description></item>')


def rss(items, encoding=' encoding="utf-8"'):
    return (f'<?xml version="1.0"{encoding}?><rss version="2.0"><channel><title>Ostwick Courier</title>'
            f'<link>https://courier.example/</link>{"".join(items)}</channel></rss>')


def page(subject, head='<meta charset="utf-8">', word=''):
    body = ''.join(f'<p>{p}</p>' for p in paragraphs(subject))
    return (f'<!doctype html><html lang="en"><head>{head}<title>Ostwick looks at {subject} again</title></head>'
            f'<body><nav><a href="/">Home</a></nav><article><h1>Ostwick looks at {subject} again</h1>{body}'
            f'<p>{word}The mayor asked all who live at the quay to write before the end of the month.</p></article></body></html>')


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = 1 << 20  # one packet an answer

    def log_message(self, *args):
        pass

    def answer(self, body=b'', status=200, kind='application/rss+xml; charset=utf-8', **fields):
        if isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        self.send_header('Content-Type', kind)
        for name, value in fields.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, to, status=302):
        self.answer(status=status, Location=to)

    def feed(self, number=1, subject='the quay', **fields):
        self.answer(rss([item(self.server.owner, number, subject)]), **fields)

    def do_GET(self):
        server = self.server.owner
        path = self.path
        with server.lock:
            server.log.append((path, dict(self.headers)))
            count = sum(1 for asked, _ in server.log if asked == path)
        name, _, rest = path.lstrip('/').partition('/')
        method = getattr(self, 'get_' + name.partition('.')[0].partition('?')[0].replace('-', '_'), None)
        if method:
            method(rest, count)
        else:
            self.answer(status=404)

    def take(self):
        """Stands for the interfaces of newsletter services: keeps what it is given."""
        body = self.rfile.read(int(self.headers['Content-Length']))
        with self.server.owner.lock:
            self.server.owner.taken.append((self.command, self.path, dict(self.headers), json.loads(body)))
        self.answer(b'{"data": {"id": 7}}', kind='application/json')

    do_POST = do_PUT = take

    def get_feed(self, rest, count):
        """A feed of one full article, numbered by the rest of the path."""
        self.feed(int(rest or 1), f'pier {rest or 1}')

    def get_growing(self, rest, count):
        """Each answer has one article more."""
        self.answer(rss([item(self.server.owner, n, f'pier {n}') for n in range(1, count + 1)]))

    def get_etag(self, rest, count):
        """A validator, and 304 to who shows it."""
        if self.headers.get('If-None-Match') == '"v1"' and self.headers.get('If-Modified-Since'):
            self.answer(status=304, ETag='"v1"')
        else:
            self.feed(ETag='"v1"', Last_Modified='Tue, 17 Mar 2026 08:00:00 GMT')

    def get_never(self, rest, count):
        """Says 304 to who has shown nothing."""
        self.answer(status=304)

    def get_gzip(self, rest, count):
        assert 'gzip' in self.headers['Accept-Encoding']
        self.answer(gzip.compress(rss([item(self.server.owner, 1, 'the gate')]).encode()), Content_Encoding='gzip')

    def get_br(self, rest, count):
        self.answer(brotli.compress(rss([item(self.server.owner, 1, 'the sluice')]).encode()), Content_Encoding='br')

    def get_bomb(self, rest, count):
        """Small on the wire, 64 MiB when unpacked."""
        self.answer(gzip.compress(b' ' * (64 << 20)), Content_Encoding='gzip')

    def get_not_gzip(self, rest, count):
        self.answer(b'this is not gzip', Content_Encoding='gzip')

    def get_moved(self, rest, count):
        """moved/N: N redirects, then the feed."""
        self.redirect(f'/moved/{int(rest) - 1}' if int(rest) > 1 else '/feed/1', 301)

    def get_loop(self, rest, count):
        self.redirect('/loop')

    def get_to_private(self, rest, count):
        """To an address of a cloud's metadata service."""
        self.redirect('http://169.254.169.254/latest/meta-data/')

    def get_to_file(self, rest, count):
        self.redirect('file:///etc/passwd')

    def get_to_user(self, rest, count):
        self.redirect(f'http://name:secret@{self.server.owner.host}/feed/1')

    def get_slow(self, rest, count):
        """Half an answer, and the rest never."""
        body = rss([item(self.server.owner, 1, 'the slow boat')]).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/rss+xml')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.wfile.flush()
        self.server.owner.slow.set()
        self.server.owner.over.wait(20)

    def get_endless(self, rest, count):
        self.send_response(200)
        self.send_header('Content-Type', 'application/rss+xml')
        self.send_header('Connection', 'close')
        self.end_headers()
        self.close_connection = True
        try:
            while not self.server.owner.over.is_set():
                self.wfile.write(b' ' * 65536)
        except OSError:
            pass

    def get_short(self, rest, count):
        """Fewer bytes than it announced."""
        self.send_response(200)
        self.send_header('Content-Type', 'application/rss+xml')
        self.send_header('Content-Length', '100000')
        self.end_headers()
        self.wfile.write(rss([]).encode())
        self.close_connection = True

    def get_hiccup(self, rest, count):
        """The first request is hung up on."""
        if count == 1:
            self.close_connection = True
            self.connection.close()
        else:
            self.feed()

    def get_gone(self, rest, count):
        self.answer(status=410)

    def get_closed(self, rest, count):
        self.answer(status=403)

    def get_busy(self, rest, count):
        """busy/S: 429 with Retry-After S, once; then the feed."""
        if count == 1:
            self.answer(status=429, Retry_After=rest)
        else:
            self.feed()

    def get_down(self, rest, count):
        """503; with a Retry-After if the path names one."""
        self.answer(status=503, **({'Retry_After': rest} if rest else {}))

    def get_header(self, rest, count):
        """A header of about 200 KiB."""
        self.feed(**{f'X_Field_{i}': 'x' * 1000 for i in range(200)})

    def get_broken(self, rest, count):
        self.answer('<rss><channel><item><title>Half a')

    def get_html(self, rest, count):
        self.answer(page('a page that is no feed'), kind='text/html')

    def get_home(self, rest, count):
        """A page that names its feed."""
        self.answer(page('home', head='<link rel="alternate" type="application/rss+xml" href="/feed/1">'), kind='text/html')

    def get_empty(self, rest, count):
        self.answer(b'')

    def get_latin(self, rest, count):
        """ISO 8859-1, which only the HTTP header tells."""
        self.answer(rss([item(self.server.owner, 1, 'the caf\u00e9')], encoding='').encode('latin-1'),
                    kind='text/xml; charset=ISO-8859-1')

    def get_teasers(self, rest, count):
        """teasers/N: N teasers of pages; the last one's page is closed by robots.txt, the one before is not there."""
        n = int(rest)
        links = [f'{self.server.owner.url}/page/{i}' for i in range(1, n + 1)]
        if n > 2:
            links[-1] = self.server.owner.url + '/private/page'
            links[-2] = self.server.owner.url + '/missing'
        self.answer(rss([item(self.server.owner, i + 1, f'pier {i + 1}', full=False, link=link)
                         for i, link in enumerate(links)]))

    def get_page(self, rest, count):
        self.answer(page(f'pier {rest}'), kind='text/html; charset=utf-8')

    def get_undated(self, rest, count):
        """A teaser without a day, whose page has one."""
        text = item(self.server.owner, 1, 'pier 1', full=False, link=self.server.owner.url + '/dated-page')
        self.answer(rss([re.sub('<pubDate>.*?</pubDate>', '', text)]))

    def get_dated_page(self, rest, count):
        self.answer(page('pier 1', head='<meta charset="utf-8"><meta property="article:published_time" content="2026-03-17">'),
                    kind='text/html')

    def get_private(self, rest, count):
        self.answer(page('what robots must not see'), kind='text/html')

    def get_sly(self, rest, count):
        """A page that leads to one closed by robots.txt."""
        self.redirect('/private/page')

    def get_sly_feed(self, rest, count):
        self.answer(rss([item(self.server.owner, 1, 'pier 1', full=False, link=self.server.owner.url + '/sly')]))

    def get_latin_page(self, rest, count):
        self.answer(page('the quay', head='', word='At the caf\u00e9: ').encode('latin-1'), kind='text/html; charset=iso-8859-1')

    def get_latin_teaser(self, rest, count):
        self.answer(rss([item(self.server.owner, 1, 'the quay', full=False, link=self.server.owner.url + '/latin-page')]))

    def get_robots(self, rest, count):
        rules = self.server.owner.robots
        if isinstance(rules, int):
            self.answer(status=rules)
        else:
            self.answer(rules, kind='text/plain')


class Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Who hangs up on an answer is no news."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Server:
    """Serves from its making until close(). `robots`: the text of robots.txt, or a status."""

    def __init__(self, port=0):
        self.log, self.taken, self.lock, self.over = [], [], threading.Lock(), threading.Event()
        self.slow = threading.Event()  # a slow answer has begun
        self.robots = 'User-agent: *\nDisallow: /private/\n'
        self.http = Quiet(('127.0.0.1', port), Handler)
        self.http.owner = self
        self.host = f'127.0.0.1:{self.http.server_address[1]}'
        self.url = f'http://{self.host}'
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={'poll_interval': 0.02}, daemon=True)
        self.thread.start()

    def asked(self, path):
        """The headers of each request for a path."""
        return [headers for asked, headers in self.log if asked == path]

    def close(self):
        self.over.set()
        self.http.shutdown()
        self.http.server_close()


if __name__ == '__main__':
    serving = Server(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    print(serving.url, flush=True)
    serving.thread.join()
