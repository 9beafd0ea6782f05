/** What a site, its name and its certificate can do, each with its notice. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { lookup as systemLookup } from 'node:dns';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { certificate } from '../fixtures/certificate.ts';
import { type FlowWorld, startWorld } from './world.ts';

type Resolved = readonly string[] | { readonly code: string };

/** What each name resolves to, one answer after the other; the last one from then on. Others go to the system. */
const names = new Map<string, { answers: Resolved[]; asked: number }>();

const lookup = ((host: string, options: object, callback: (...answer: unknown[]) => void): void => {
  const name = names.get(host);
  if (!name) return (systemLookup as (...all: unknown[]) => void)(host, options, callback);
  const answer = name.answers[Math.min(name.asked, name.answers.length - 1)] ?? [];
  name.asked++;
  if ('code' in answer) return void setImmediate(callback, Object.assign(new Error(answer.code), answer));
  setImmediate(
    callback,
    null,
    answer.map((address) => ({ address, family: 4 })),
  );
}) as typeof systemLookup;

const DAY_MS = 86_400_000;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

interface SecureSite {
  readonly port: number;
  readonly cert: string;
  /** Requests that got through. */
  hits(): number;
  close(): Promise<void>;
}

async function secureSite(name: string, from: number, until: number): Promise<SecureSite> {
  const made = certificate({ name, from: daysFromNow(from), until: daysFromNow(until) });
  let hits = 0;
  const server = createServer({ ...made }, (_request, response) => {
    hits++;
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<article>${'<p>A line of text.</p>'.repeat(60)}`);
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cert: made.cert,
    hits: () => hits,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let world: FlowWorld;
let sites: Record<'good' | 'selfSigned' | 'expired' | 'notYet' | 'otherName', SecureSite>;
const trusted = getCACertificates('default');

beforeAll(async () => {
  sites = {
    good: await secureSite('127.0.0.1', -1, 10),
    selfSigned: await secureSite('127.0.0.1', -1, 10),
    expired: await secureSite('127.0.0.1', -20, -1),
    notYet: await secureSite('127.0.0.1', 5, 10),
    otherName: await secureSite('other.news-site.org', -1, 10),
  };
  const { selfSigned: _untrusted, ...others } = sites;
  setDefaultCACertificates([...trusted, ...Object.values(others).map(({ cert }) => cert)]);
  const hosts = Object.values(sites).map(({ port }) => `127.0.0.1:${port}`);
  world = await startWorld({ hasModel: false, allowedHosts: hosts, reading: { lookup } });
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await world.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
});

const summarise = async (article: string): Promise<string> =>
  (await world.ask({ command: 'summarise', options: { article } })).text;

/** Addresses dialled meanwhile. Nobody answers at public ones: the connection ends as it begins. */
async function dialledDuring(act: () => Promise<unknown>): Promise<string[]> {
  const dialled: string[] = [];
  const watch = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    socket.on('connectionAttempt', (address: string) => {
      if (address.startsWith('127.')) return;
      dialled.push(address);
      const error = Object.assign(new Error('nobody answers'), { code: 'ECONNREFUSED' });
      process.nextTick(() => socket.destroy(error));
    });
  };
  subscribe('net.client.socket', watch);
  await act();
  unsubscribe('net.client.socket', watch);
  return dialled;
}

describe('a name that resolves to a public address first and to a private one then', () => {
  const host = 'rebinding.news-site.org';
  const link = `http://${host}/story`;

  it('is dialled at the address that was judged, and refused when it turns private', async () => {
    names.set(host, { answers: [['198.41.0.4'], ['127.0.0.1']], asked: 0 });
    let first = '';
    const dialled = await dialledDuring(async () => {
      first = await summarise(link);
    });
    expect(dialled).toEqual(['198.41.0.4']);
    expect(names.get(host)?.asked).toBe(1);
    expect(first).toMatch(/did not accept the connection/u);

    let second = '';
    const again = await dialledDuring(async () => {
      second = await summarise(link);
    });
    expect(again).toEqual([]);
    expect(second).toMatch(/not a public web address/u);
    expect(second.trim().split('\n')).toHaveLength(1);
  });

  it('is refused when a private address stands beside the public one', async () => {
    names.set('two.news-site.org', { answers: [['198.41.0.4', '10.0.0.1']], asked: 0 });
    const dialled = await dialledDuring(async () => {
      expect(await summarise('http://two.news-site.org/')).toMatch(/not a public web address/u);
    });
    expect(dialled).toEqual([]);
  });

  it('is refused behind a redirect, too', async () => {
    names.set('hop.news-site.org', { answers: [['127.0.0.1']], asked: 0 });
    world.site.page('/to-rebinding', { status: 302, body: '', headers: { location: 'http://hop.news-site.org/' } });
    expect(await summarise(world.site.url('/to-rebinding'))).toMatch(/not a public web address/u);
  });
});

describe('a name without an address', () => {
  it.each([
    ['does not exist', 'ENOTFOUND'],
    ['cannot be looked up for now', 'EAI_AGAIN'],
    ['has no address', 'ENODATA'],
  ])('that %s is said to be no site, and not looked up again for a while', async (_what, code) => {
    const host = `${code.toLowerCase().replace('_', '-')}.news-site.org`;
    names.set(host, { answers: [{ code }], asked: 0 });
    expect(await summarise(`http://${host}/a`)).toMatch(/There is no site named/u);
    expect(await summarise(`http://${host}/b`)).toMatch(/There is no site named/u);
    expect(names.get(host)?.asked).toBe(1);
  });
});

describe('a certificate', () => {
  it('that is valid lets the page be read', async () => {
    expect(await summarise(`https://127.0.0.1:${sites.good.port}/`)).toMatch(/\d+ words read/u);
  });

  it.each(['selfSigned', 'expired', 'notYet', 'otherName'] as const)(
    'that is not (%s) refuses the page, and no request is sent',
    async (kind) => {
      const text = await summarise(`https://127.0.0.1:${sites[kind].port}/`);
      expect(text).toMatch(/certificate/u);
      expect(text.trim().split('\n')).toHaveLength(1);
      expect(sites[kind].hits()).toBe(0);
    },
  );
});

describe('a status', () => {
  const STATUSES = [403, 404, 410, 451, 500, 503] as const;

  it('has a notice of its own for each kind', async () => {
    const notices: string[] = [];
    for (const status of STATUSES) notices.push(await summarise(world.site.url(`/status/${status}`)));
    const withoutHost = notices.map((notice) => notice.replace(world.site.host, ''));
    expect(new Set(withoutHost).size).toBe(STATUSES.length);
    for (const notice of notices) expect(notice.trim().split('\n')).toHaveLength(1);
  });
});

describe('redirects', () => {
  it.each([
    ['in a circle', '/redirect/endless'],
    ['25 in a row', '/redirect/chain/25'],
  ])('%s are given up', async (_what, path) => {
    const before = world.site.log.length;
    expect(await summarise(world.site.url(path))).toMatch(/passed me on more than 5/u);
    expect(world.site.log.length - before).toBe(6);
  });
});

// Last: from here on the site is left alone.
describe('a site that says when to come back', () => {
  it('is not asked before, whatever page of it is wanted', async () => {
    expect(await summarise(world.site.url('/status/429'))).toMatch(/busy/u);
    const before = world.site.log.length;
    expect(await summarise(world.site.url('/news/school-phones'))).toMatch(/busy/u);
    expect(world.site.log.length).toBe(before);
  });
});
