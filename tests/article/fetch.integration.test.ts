/** The one door to the web, with real sockets: where it goes, how far, how long, how much. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { lookup as systemLookup } from 'node:dns';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { BotError } from '#domain';

import { fetchText } from '../../bench/fetch-text.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/article/fetch.ts';
import { html, type Page, redirect, startWeb, type Web } from './web.ts';

const MEGABYTE = 1024 * 1024;

let web: Web;
/** Not on the list of hosts that may be reached. */
let inside: Web;
let fetcher: Fetcher;
let now = 0;
const opened: Fetcher[] = [];

function open(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({ allowPrivateHosts: [web.host], clock: () => now, ...options });
  opened.push(made);
  return made;
}

/** Answers every name with the next of these lists; the last one from then on. */
function resolver(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const lookup = ((host: string, _options: unknown, callback: (...result: unknown[]) => void) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(host);
    setImmediate(
      callback,
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof systemLookup;
  return { lookup, asked };
}

beforeAll(async () => {
  web = await startWeb();
  inside = await startWeb();
});
afterAll(() => Promise.all([web.close(), inside.close()]));
beforeEach(() => {
  now = 1_000_000;
  fetcher = open();
});
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));

describe('where it goes', () => {
  it('refuses a redirect to a private address, and nothing arrives there', async () => {
    inside.serve('/secret', html('secret'));
    const link = web.serve('/to-inside', redirect(inside.url('/secret')));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'link-refused', facts: { reason: 'port' } });
    expect(inside.requests).toEqual([]);
  });

  it.each([
    ['http://169.254.169.254/latest/', 'link-refused', 'address'],
    ['http://[::ffff:127.0.0.1]/', 'link-refused', 'address'],
    ['http://2130706433/', 'link-refused', 'address'],
    ['https://localhost/', 'link-refused', 'single-label name'],
    ['https://user:pass@news-site.org/', 'link-refused', 'credentials'],
    ['https://news-site.org:8443/', 'link-refused', 'port'],
    ['file:///etc/passwd', 'link-refused', 'scheme'],
    ['data:text/html,<p>hello', 'link-refused', 'scheme'],
    ['//169.254.169.254/', 'link-refused', 'address'],
  ])('refuses a redirect to %s', async (target, code, reason) => {
    const link = web.serve('/hop', redirect(target));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code, facts: { reason } });
  });

  it('refuses a redirect to something that is no address', async () => {
    const link = web.serve('/nowhere', redirect('http://'));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'link-malformed' });
  });

  it.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['::1']], [['::ffff:169.254.169.254']]])(
    'opens nothing for a public name that resolves to %s',
    async (answer) => {
      const { lookup, asked } = resolver(answer);
      await expect(open({ lookup }).get('http://rebind.news-site.org/')).rejects.toMatchObject({
        code: 'link-refused',
        facts: { reason: 'address' },
      });
      expect(asked).toEqual(['rebind.news-site.org']);
    },
  );

  it('dials the address it judged, without asking for it a second time', async () => {
    const { lookup, asked } = resolver(['198.41.0.4'], ['127.0.0.1']);
    const dialled: string[] = [];
    const watch = (message: unknown): void => {
      const { socket } = message as { socket: Socket };
      socket.on('connectionAttempt', (address: string) => dialled.push(address));
    };
    subscribe('net.client.socket', watch);
    const stop = AbortSignal.timeout(500);
    await expect(open({ lookup }).get('http://rebind.news-site.org/', { signal: stop })).rejects.toBeDefined();
    unsubscribe('net.client.socket', watch);
    expect(asked).toEqual(['rebind.news-site.org']);
    expect(dialled).toEqual(['198.41.0.4']);
  });

  it('judges the name again on the next hop', async () => {
    const { lookup } = resolver(['127.0.0.1']);
    const link = web.serve('/to-name', redirect('http://rebind.news-site.org/'));
    await expect(open({ lookup }).get(link)).rejects.toMatchObject({ code: 'link-refused' });
  });

  it('lets exactly the allowed host and port through', async () => {
    web.serve('/open', html('open'));
    await expect(fetcher.get(web.url('/open'))).resolves.toMatchObject({ kind: 'page' });
    const port = web.host.split(':')[1] ?? '';
    for (const link of [`http://localhost:${port}/open`, `http://127.0.0.2:${port}/open`, inside.url('/open')])
      await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'link-refused' });
    await expect(open({ allowPrivateHosts: [] }).get(web.url('/open'))).rejects.toMatchObject({ code: 'link-refused' });
    await expect(open({ allowPrivateHosts: ['127.0.0.1'] }).get(web.url('/open'))).rejects.toMatchObject({
      code: 'link-refused',
    });
  });

  it('is closed to this machine for the measuring adapter', async () => {
    const before = web.requests.length;
    web.serve('/open', html('open'));
    await expect(fetchText(web.url('/open'))).rejects.toMatchObject({ code: 'link-refused' });
    expect(web.requests.length).toBe(before);
  });

  it('takes no proxy from the environment', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: inside.url(''), http_proxy: inside.url(''), NODE_USE_ENV_PROXY: '1' });
    web.serve('/direct', html('direct'));
    await open().get(web.url('/direct'));
    process.env = before;
    expect(inside.requests).toEqual([]);
  });
});

describe('how far', () => {
  const chain = (hops: number): string => {
    for (let at = 0; at < hops; at++)
      web.serve(`/chain/${at}`, redirect(`/chain/${at + 1}`, [301, 302, 303, 307, 308][at % 5]));
    web.serve(`/chain/${hops}`, html('the end'));
    return web.url('/chain/0');
  };

  it('follows five redirects and names where it ended', async () => {
    await expect(fetcher.get(chain(5))).resolves.toMatchObject({ url: web.url('/chain/5') });
  });

  it('stops at the sixth', async () => {
    await expect(fetcher.get(chain(6))).rejects.toMatchObject({ code: 'link-redirects', facts: { hops: 5 } });
  });

  it('stops in an endless circle', async () => {
    const link = web.serve('/circle', redirect('/circle'));
    const before = web.requests.length;
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'link-redirects' });
    expect(web.requests.length - before).toBe(6);
  });

  it('takes no more than four connections to a host', async () => {
    let waiting = 0;
    let mostWaiting = 0;
    const four = Promise.withResolvers<undefined>();
    // Once four are there, with time for a fifth.
    const maySpeak = four.promise.then(() => pause(50));
    web.serve('/slow', (request, response) => {
      waiting++;
      mostWaiting = Math.max(mostWaiting, waiting);
      if (waiting === 4) four.resolve(undefined);
      void maySpeak.then(() => {
        waiting--;
        html('slow')(request, response);
      });
    });
    await Promise.all(Array.from({ length: 16 }, () => fetcher.get(web.url('/slow'))));
    expect(mostWaiting).toBe(4);
  });
});

describe('how long', () => {
  it('ends a page that drips, although every byte is in time', async () => {
    const link = web.serve('/drip', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await expect(open({ totalTimeoutMs: 700 }).get(link)).rejects.toMatchObject({ code: 'link-timeout' });
  });

  it('counts the redirects into the time', async () => {
    const later =
      (page: Page): Page =>
      (request, response) =>
        void setTimeout(() => page(request, response), 300);
    for (let at = 0; at < 5; at++) web.serve(`/late/${at}`, later(redirect(`/late/${at + 1}`)));
    await expect(open({ totalTimeoutMs: 700 }).get(web.url('/late/0'))).rejects.toMatchObject({ code: 'link-timeout' });
  });

  it('ends at once when nobody waits any more', async () => {
    const link = web.serve('/never', () => {});
    const stop = new AbortController();
    const reading = fetcher.get(link, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says that nothing answers', async () => {
    const gone = await startWeb();
    await gone.close();
    await expect(open({ allowPrivateHosts: [gone.host] }).get(gone.url('/'))).rejects.toMatchObject({
      code: 'link-unreachable',
    });
  });

  it('says that a name does not exist', async () => {
    const missing = ((_host: string, _options: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))) as unknown as typeof systemLookup;
    await expect(open({ lookup: missing }).get('http://nowhere.news-site.org/')).rejects.toMatchObject({
      code: 'link-unresolved',
    });
  });

  it('asks about a name that does not exist again after two minutes', async () => {
    const asked: string[] = [];
    const lookup = ((host: string, _options: unknown, callback: (error: Error) => void) => {
      asked.push(host);
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    }) as unknown as typeof systemLookup;
    const once = open({ lookup });
    const get = () => once.get('http://nowhere.news-site.org/').catch(({ code }: { code: string }) => code);
    expect([await get(), await get()]).toEqual(['link-unresolved', 'link-unresolved']);
    now += 119_000;
    expect(await get()).toBe('link-unresolved');
    expect(asked).toHaveLength(1);
    now += 2_000;
    expect(await get()).toBe('link-unresolved');
    expect(asked).toHaveLength(2);
  });

  it('waits four seconds for a resolver that is silent, and says that there is no such site', async () => {
    const silent = (() => {}) as unknown as typeof systemLookup;
    await expect(open({ lookup: silent }).get('http://nowhere.news-site.org/')).rejects.toMatchObject({
      code: 'link-unresolved',
    });
  });
});

describe('how much', () => {
  it('does not begin a page that says it has 50 MB', async () => {
    const before = web.bytesSent();
    const link = web.serve('/said', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(50 * MEGABYTE) });
      response.write('x'.repeat(1_000));
    });
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'page-too-large' });
    expect(web.bytesSent() - before).toBeLessThan(MEGABYTE);
  });

  it('stops in the middle of 50 MB that say nothing', async () => {
    const before = web.bytesSent();
    const link = web.serve('/unsaid', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const part = Buffer.alloc(64 * 1024, 'x');
      const more = (left: number): void => {
        if (left > 0 && !response.destroyed) response.write(part, () => more(left - part.length));
        else response.end();
      };
      more(50 * MEGABYTE);
    });
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'page-too-large' });
    expect(web.bytesSent() - before).toBeLessThan(20 * MEGABYTE);
  });

  it.each([
    ['gzip', () => gzipSync(Buffer.alloc(50 * MEGABYTE))],
    ['br', () => brotliCompressSync(Buffer.alloc(50 * MEGABYTE))],
  ])('stops in the middle of 50 MB behind a small file in %s', async (encoding, pack) => {
    const bomb = pack();
    expect(bomb.length).toBeLessThan(100_000);
    const link = web.serve('/bomb', html(bomb, { 'content-encoding': encoding }));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'page-too-large' });
  });

  it('reads what was packed twice and refuses what was packed six times', async () => {
    const packed = (times: number): Buffer => {
      let bytes: Buffer = Buffer.from('a page');
      for (let at = 0; at < times; at++) bytes = gzipSync(bytes);
      return bytes;
    };
    const serve = (times: number): string =>
      web.serve('/packed', html(packed(times), { 'content-encoding': Array(times).fill('gzip').join(', ') }));
    const page = await fetcher.get(serve(2));
    expect(page.kind === 'page' && Buffer.from(page.bytes).toString()).toBe('a page');
    await expect(fetcher.get(serve(6))).rejects.toMatchObject({ code: 'page-damaged' });
  });

  it.each([
    ['a page that is not packed as it says', 'gzip', Buffer.from('no gzip at all')],
    ['bytes that are no brotli', 'br', Buffer.from('no brotli at all, and longer than a header')],
  ])('calls %s damaged', async (_what, encoding, bytes) => {
    const link = web.serve('/broken', html(bytes, { 'content-encoding': encoding }));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'page-damaged' });
  });

  it('refuses headers without end', async () => {
    const link = web.serve('/headers', html('x', { 'x-long': 'a'.repeat(60_000) }));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'link-unreachable' });
  });
});

describe('what the server says', () => {
  it('is asked for once more when the connection was cut before the answer, and no more', async () => {
    let cuts = 1;
    const asked = (): number => web.requests.filter((one) => one.url === '/cut').length;
    const url = web.serve('/cut', (request, response) => {
      if (cuts-- > 0) request.socket.resetAndDestroy();
      else response.end('<p>text</p>');
    });
    await expect(fetcher.get(url)).resolves.toMatchObject({ kind: 'page' });
    expect(asked()).toBe(2);
    cuts = 9;
    await expect(fetcher.get(url)).rejects.toMatchObject({ code: 'link-unreachable' });
    expect(asked()).toBe(4);
  });

  it.each([
    [401, 'page-forbidden'],
    [402, 'page-forbidden'],
    [403, 'page-forbidden'],
    [404, 'page-missing'],
    [410, 'page-gone'],
    [451, 'page-legal'],
    [429, 'page-busy'],
    [503, 'page-busy'],
    [400, 'page-failed'],
    [500, 'page-failed'],
    [502, 'page-failed'],
  ])('%i ends in %s', async (status, code) => {
    const link = web.serve('/status', (_request, response) => void response.writeHead(status).end('<p>words</p>'));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code, facts: { status } });
  });

  it('leaves a host alone for as long as it asks, and asks again after', async () => {
    const link = web.serve(
      '/busy',
      (_request, response) => void response.writeHead(429, { 'retry-after': '120' }).end(),
    );
    web.serve('/other', html('other'));
    await expect(fetcher.get(link)).rejects.toMatchObject({ code: 'page-busy', facts: { retryAfterSeconds: 120 } });
    const before = web.requests.length;
    now += 60_000;
    await expect(fetcher.get(web.url('/other'))).rejects.toMatchObject({ facts: { retryAfterSeconds: 60 } });
    expect(web.requests.length).toBe(before);
    now += 61_000;
    await expect(fetcher.get(web.url('/other'))).resolves.toMatchObject({ kind: 'page' });
  });

  it('reads Retry-After as a date, too', async () => {
    now = Date.parse('2026-11-24T08:00:00Z');
    const link = web.serve(
      '/date',
      (_request, response) => void response.writeHead(503, { 'retry-after': 'Tue, 24 Nov 2026 08:05:00 GMT' }).end(),
    );
    await expect(fetcher.get(link)).rejects.toMatchObject({ facts: { retryAfterSeconds: 300 } });
  });

  it('hands back what the version is recognised by, and hears that nothing changed', async () => {
    const link = web.serve('/version', (request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      if (etag === '"v1"' && since === 'Tue, 24 Nov 2026 08:00:00 GMT') return void response.writeHead(304).end();
      html('text', { etag: '"v1"', 'last-modified': 'Tue, 24 Nov 2026 08:00:00 GMT' })(request, response);
    });
    const page = await fetcher.get(link);
    if (page.kind !== 'page') throw new Error('no page');
    expect(page.validators).toEqual({ etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT' });
    await expect(fetcher.get(link, { validators: page.validators })).resolves.toEqual({ kind: 'not-modified' });
    await expect(fetcher.get(link, { validators: { etag: '"v0"', lastModified: null } })).resolves.toMatchObject({
      kind: 'page',
    });
  });

  it('is asked by an honest name, without cookies and referrer', async () => {
    await fetcher.get(web.serve('/who', html('x', { 'set-cookie': 'id=1' })));
    await fetcher.get(web.url('/who'));
    const headers = web.requests.at(-1)?.headers;
    expect(headers?.['user-agent']).toMatch(/^Verbatim\/\d/u);
    expect(headers?.cookie).toBeUndefined();
    expect(headers?.referer).toBeUndefined();
  });
});

describe('robots.txt', () => {
  /** Is the link read although nobody asked for it by name? */
  const robotsAllows = async (link: string): Promise<boolean> => {
    try {
      await fetcher.get(link, { respectRobots: true });
      return true;
    } catch (error) {
      return (error as BotError).code !== 'link-robots';
    }
  };
  const rules = (text: string) =>
    web.serve('/robots.txt', (_request, response) => void response.writeHead(200).end(text));

  it('is obeyed where nobody asked, on every hop, and not where somebody did', async () => {
    rules('User-agent: *\nDisallow: /closed\n');
    web.serve('/closed/a', html('closed'));
    web.serve('/free', html('free'));
    const hop = web.serve('/hop-to-closed', redirect('/closed/a'));
    const options = { respectRobots: true };
    await expect(fetcher.get(web.url('/free'), options)).resolves.toMatchObject({ kind: 'page' });
    await expect(fetcher.get(web.url('/closed/a'), options)).rejects.toMatchObject({ code: 'link-robots' });
    await expect(fetcher.get(hop, options)).rejects.toMatchObject({ code: 'link-robots' });
    await expect(fetcher.get(web.url('/closed/a'))).resolves.toMatchObject({ kind: 'page' });
    await expect(robotsAllows(web.url('/closed/a'))).resolves.toBe(false);
  });

  it('may name this bot alone', async () => {
    rules('User-agent: Verbatim\nDisallow: /\n\nUser-agent: *\nAllow: /\n');
    await expect(robotsAllows(web.url('/free'))).resolves.toBe(false);
  });

  it('is asked for once an hour', async () => {
    rules('User-agent: *\nAllow: /\n');
    const asked = (): number => web.requests.filter(({ url }) => url === '/robots.txt').length;
    const before = asked();
    await robotsAllows(web.url('/free'));
    await robotsAllows(web.url('/other'));
    expect(asked() - before).toBe(1);
    now += 61 * 60 * 1000;
    await robotsAllows(web.url('/free'));
    expect(asked() - before).toBe(2);
  });

  it.each([
    [404, true],
    [403, true],
    [500, false],
    [503, false],
  ])('that answers %i means allowed: %s', async (status, isAllowed) => {
    web.serve('/robots.txt', (_request, response) => void response.writeHead(status).end());
    await expect(robotsAllows(web.url('/free'))).resolves.toBe(isAllowed);
  });
});
