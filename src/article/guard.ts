/** The one door to the web: only public addresses, on every hop, pinned at connect (SSRF). */
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

import { BotError } from '#domain';

const LONGEST_URL = 4096;
const ALLOWED_PORTS = new Set(['', '80', '443']);
/** Names that never mean a public host. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|svc|test|invalid|example|onion|i2p|alt|home\.arpa|localdomain)$/u;
/** Routable IPv6 is 2000::/3; range tables miss what lies outside it. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
/** Public by the tables and yet inside: a cloud's host agent, and AMT relays. */
const REFUSED_V4 = [ipaddr.parseCIDR('168.63.129.16/32'), ipaddr.parseCIDR('192.52.193.0/24')];
const CONNECT_TIMEOUT_MS = 5000;
const HEADERS_TIMEOUT_MS = 8000;
const SOCKETS_PER_HOST = 4;
const MAX_HEADER_BYTES = 16_384;

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv6') return parsed.match(GLOBAL_V6);
  return !REFUSED_V4.some((range) => parsed.match(range));
}

const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');

export interface GuardOptions {
  /** `host:port` that may be reached although private: for tests and intranets. */
  readonly allowPrivateHosts: readonly string[];
  readonly lookup?: typeof systemLookup;
}

export interface Guard {
  /** @throws BotError `link-refused` */
  check(url: URL): void;
  readonly agent: Agent;
}

export function createGuard(options: GuardOptions): Guard {
  const allowed = new Set(options.allowPrivateHosts);
  const isAllowed = (host: string, port: string, protocol: string): boolean =>
    allowed.has(`${host}:${port || (protocol === 'https:' ? '443' : '80')}`);
  const resolve = options.lookup ?? systemLookup;

  /** Refuses when any answer is not public, and hands on exactly the addresses it looked at. */
  const guardedLookup: LookupFunction = (host, lookupOptions, callback) => {
    resolve(host, { ...lookupOptions, all: true }, (error, answers) => {
      if (error) return callback(error, '', 0);
      if (answers.length === 0 || !answers.every(({ address }) => isPublicAddress(address))) {
        return callback(new BotError('link-refused', { host, reason: 'address' }), '', 0);
      }
      const [first] = answers;
      if (lookupOptions.all) return callback(null, answers);
      return callback(null, first?.address ?? '', first?.family);
    });
  };

  const open = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup });
  const openAllowed = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  const agent = new Agent({
    connect(connection, callback) {
      const host = bareHost(connection.hostname);
      if (isAllowed(host, connection.port ?? '', connection.protocol)) return openAllowed(connection, callback);
      // Literals skip the look-up, so they are judged here.
      if (isIP(host) !== 0 && !isPublicAddress(host)) {
        return callback(new BotError('link-refused', { host, reason: 'address' }), null);
      }
      return open(connection, (...result) => {
        const [error, socket] = result;
        if (error || !socket) return callback(error ?? new Error('no socket'), null);
        if (!isPublicAddress(socket.remoteAddress ?? '')) {
          socket.destroy();
          return callback(new BotError('link-refused', { host, reason: 'peer address' }), null);
        }
        return callback(null, socket);
      });
    },
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: HEADERS_TIMEOUT_MS,
    connections: SOCKETS_PER_HOST,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
  });

  return {
    agent,
    check(url) {
      const host = bareHost(url.hostname);
      const refuse = (reason: string): never => {
        throw new BotError('link-refused', { host, reason });
      };
      if (url.protocol !== 'https:' && url.protocol !== 'http:') refuse('scheme');
      if (url.href.length > LONGEST_URL) refuse('length');
      if (url.username || url.password) refuse('credentials');
      if (isAllowed(host, url.port, url.protocol)) return;
      if (!ALLOWED_PORTS.has(url.port)) refuse('port');
      if (isIP(host) !== 0) {
        if (!isPublicAddress(host)) refuse('address');
        return;
      }
      if (!host.includes('.')) refuse('single-label name');
      if (INSIDE.test(host)) refuse('inside name');
    },
  };
}
