/** Paths that misbehave on the wire: slow, cut, endless or lying. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { ARTICLES, articlePage } from './articles.ts';

/** Misbehaviours that need more than a body: redirects, slowness, cuts, lies and bombs. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

const BIG_BYTES = 50 * 1024 * 1024;
const DRIP_MS = 1000;

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const redirect =
  (target: string, status = 302): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { location: target }).end();
  };

/** Built on first use: compressing 50 MB takes a moment that most tests should not pay. */
function lazily(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => (made ??= make());
}

const page = (filler: string) =>
  Buffer.concat([
    Buffer.from('<!doctype html><html><body><p>'),
    Buffer.alloc(BIG_BYTES, filler),
    Buffer.from('</p></body></html>'),
  ]);
const gzipBomb = lazily(() => gzipSync(page('a'), { level: 1 }));
const brotliBomb = lazily(() => brotliCompressSync(page('a'), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }));
const nested = lazily(() => {
  let bytes = Buffer.from(articlePage(firstArticle(), ''));
  for (let layer = 0; layer < NESTED_LAYERS; layer++) bytes = gzipSync(bytes);
  return bytes;
});
const NESTED_LAYERS = 6;

function firstArticle() {
  const article = ARTICLES[0];
  if (!article) throw new Error('there are no articles');
  return article;
}

const compressed =
  (encoding: string, bytes: () => Buffer): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(bytes());
  };

/** Behaviours by path. `/redirect/chain/7` and the like are handled by `behaviourFor`. */
const BEHAVIOURS: Record<string, Behaviour> = {
  '/redirect/endless': redirect('/redirect/endless'),
  '/redirect/ping': redirect('/redirect/pong'),
  '/redirect/pong': redirect('/redirect/ping'),
  '/redirect/to-article': redirect(firstArticle().path, 301),
  '/redirect/to-loopback': redirect('http://127.0.0.1:1/'),
  '/redirect/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/redirect/to-private': redirect('http://10.0.0.1/'),
  '/redirect/to-file': redirect('file:///etc/hostname'),
  '/redirect/nowhere': (_request, response) => void response.writeHead(302).end(),
  '/slow/drip': drip,
  '/slow/no-headers': () => undefined,
  '/slow/stalled-body': (_request, response) => {
    response.writeHead(200, HTML);
    response.write('<!doctype html><html><body><p>The council ');
  },
  '/cut/body': (_request, response) => {
    response.writeHead(200, { ...HTML, 'content-length': '100000' });
    response.write('<!doctype html><html><body><p>The council voted', () => response.socket?.destroy());
  },
  '/cut/before-headers': (_request, response) => void response.socket?.destroy(),
  /** Says that it is longer than it is, and closes. */
  '/lies/length': (_request, response) => {
    response.writeHead(200, { ...HTML, 'content-length': '5000', connection: 'close' });
    response.write('<!doctype html><p>Short.</p>', () => response.socket?.end());
  },
  /** Says that it is gzip, and is not. */
  '/lies/encoding': (_request, response) =>
    void response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('<p>plain</p>'),
  '/lies/status': (_request, response) =>
    void response
      .writeHead(200, HTML)
      .end('<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1></body></html>'),
  '/big/50mb': big,
  '/bomb/gzip': compressed('gzip', gzipBomb),
  '/bomb/brotli': compressed('br', brotliBomb),
  '/bomb/nested-gzip': compressed(Array.from({ length: NESTED_LAYERS }, () => 'gzip').join(', '), nested),
  '/bomb/headers': (_request, response) =>
    void response.writeHead(200, { ...HTML, 'x-filler': 'a'.repeat(60_000) }).end('<p>text</p>'),
};

/** The behaviour of a path, those with a number in it included. */
export function behaviourFor(path: string): Behaviour | undefined {
  const chain = /^\/redirect\/chain\/(\d+)$/u.exec(path)?.[1];
  if (chain !== undefined)
    return redirect(Number(chain) > 0 ? `/redirect/chain/${Number(chain) - 1}` : firstArticle().path);
  return BEHAVIOURS[path];
}

/** A byte a second: an article that would take an hour. */
function drip(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, HTML).flushHeaders();
  const text = Buffer.from(articlePage(firstArticle(), ''));
  let at = 0;
  const timer = setInterval(() => {
    if (response.destroyed || at >= text.length) return clearInterval(timer);
    response.write(text.subarray(at, at + 1));
    at += 1;
  }, DRIP_MS);
  timer.unref();
  response.on('close', () => clearInterval(timer));
}

function big(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, HTML);
  const piece = Buffer.from('<p>filler text that goes on and on and on</p>\n'.repeat(1500));
  let sent = 0;
  const next = () => {
    while (sent < BIG_BYTES && !response.destroyed) {
      sent += piece.length;
      if (!response.write(piece)) return void response.once('drain', next);
    }
    response.end();
  };
  next();
}
