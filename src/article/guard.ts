/** The one door to the web: connections only to public addresses, judged and pinned when the socket is opened (SSRF). */
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';

import { Agent, buildConnector } from 'undici';

import { BotError } from '#domain';

import { areAllPublic, bareHost, isPublicAddress, linkRefusal } from './addresses.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** Ends before the connection does, so that a resolver that is silent is told from a site that is. */
const LOOKUP_TIMEOUT_MS = 4_000;
/** A page bomb of headers stays small. */
const MAX_HEADER_BYTES = 16_384;
/** Politeness, and no amplifier: whatever many guilds ask for, a host sees so many connections. */
const SOCKETS_PER_HOST = 4;
const OWN_ADDRESSES_KEPT_MS = 60_000;

export interface GuardOptions {
  /** `host:port` that may be reached although private: for tests and intranets. */
  readonly allowPrivateHosts: readonly string[];
  readonly lookup?: typeof systemLookup;
}

export interface Guard {
  /** @throws BotError `link-refused`, `link-malformed` */
  check(link: string | URL): void;
  readonly agent: Agent;
}

const addressRefused = (host: string, reason: string): BotError => new BotError('link-refused', { host, reason });

export function createGuard(options: GuardOptions): Guard {
  const allowed = new Set(options.allowPrivateHosts.map((entry) => entry.toLowerCase()));
  const isAllowed = (place: string): boolean => allowed.has(place);
  const isOwn = ownAddresses();
  const open = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup: publicLookup(options.lookup ?? systemLookup, isOwn),
  });
  const openAllowed = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    ...(options.lookup ? { lookup: options.lookup as LookupFunction } : {}),
  });

  const connect: buildConnector.connector = (connection, callback) => {
    const host = bareHost(connection.hostname);
    const port = connection.port || (connection.protocol === 'https:' ? '443' : '80');
    if (isAllowed(`${host}:${port}`)) return openAllowed(connection, callback);
    // Addresses written as numbers skip the look-up, so they are judged here.
    if (isIP(host) !== 0 && !areAllPublic([host], isOwn)) return callback(addressRefused(host, 'address'), null);
    return open(connection, (...[error, socket]) => {
      if (error || !socket) return callback(error ?? new Error('no socket'), null);
      if (!areAllPublic([socket.remoteAddress ?? ''], isOwn)) {
        socket.destroy();
        return callback(addressRefused(host, 'peer address'), null);
      }
      return callback(null, socket);
    });
  };

  return {
    agent: new Agent({
      connect,
      // The one deadline of the walk holds for both (fetch.ts).
      headersTimeout: 0,
      bodyTimeout: 0,
      connections: SOCKETS_PER_HOST,
      pipelining: 1,
      maxHeaderSize: MAX_HEADER_BYTES,
      allowH2: false,
    }),
    check(link) {
      const reason = linkRefusal(link, isAllowed);
      if (reason === null) return;
      const text = String(link);
      if (reason === 'malformed' || !URL.canParse(text))
        throw new BotError('link-malformed', { link: text.slice(0, 200) });
      throw addressRefused(bareHost(new URL(text).hostname) || text.slice(0, 60), reason);
    },
  };
}

type Answered = (error: Error | null, answers: readonly LookupAddress[]) => void;

/** All addresses of a name. Waits so long and no longer; what the resolver says later is not heard. */
function resolveAll(resolve: typeof systemLookup, host: string, options: LookupOptions, callback: Answered): void {
  let isOver = false;
  const answer: Answered = (error, answers) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    callback(error, answers);
  };
  const timer = setTimeout(() => {
    answer(Object.assign(new Error(`the resolver is silent about ${host}`), { code: 'EAI_AGAIN' }), []);
  }, LOOKUP_TIMEOUT_MS);
  resolve(host, { ...options, all: true }, answer);
}

/** Refuses when any answer is not public, and hands on exactly the addresses it looked at. */
function publicLookup(resolve: typeof systemLookup, isOwn: (address: string) => boolean): LookupFunction {
  return (host, lookupOptions, callback) => {
    resolveAll(resolve, host, lookupOptions, (error, answers) => {
      if (error) return callback(error, '', 0);
      const addresses = answers.map(({ address }) => address);
      if (!areAllPublic(addresses, isOwn)) return callback(addressRefused(host, 'address'), '', 0);
      if (lookupOptions.all) return callback(null, [...answers]);
      return callback(null, answers[0]?.address ?? '', answers[0]?.family);
    });
  };
}

/** This machine's own public addresses: behind them stand its own services. Read again now and then. */
function ownAddresses(): (address: string) => boolean {
  let known = new Set<string>();
  let readAt = Number.NEGATIVE_INFINITY;
  return (address) => {
    if (performance.now() - readAt > OWN_ADDRESSES_KEPT_MS) {
      const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
      known = new Set(all.map((each) => each.address).filter(isPublicAddress));
      readAt = performance.now();
    }
    return known.has(address);
  };
}
