/** Which addresses and links lead to the public web. Pure; every rule holds on every hop. */
import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';

/** Browsers and servers stop at 8,000 or earlier; no article's address comes near. */
const MAX_LINK_CHARACTERS = 4_096;
const PORTS = new Set(['', '80', '443']);
/** Routable IPv6 is 2000::/3 (IANA); the range table knows only the exceptions inside. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
/**
 * "Unicast" by the range table, and yet no web site: a cloud's host agent, multicast relays (RFC 7450), the AS112 sinks
 * (RFC 7534, 7535), documentation (RFC 9637), benchmarking (RFC 5180) and dummy addresses.
 */
const REFUSED = [
  '168.63.129.16/32',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
].map((range) => ipaddr.parseCIDR(range));
/** The last half of an ISATAP address (RFC 5214) names an IPv4 address behind a tunnel. */
const ISATAP = { part: 0x5efe, heads: new Set([0, 0x200]) };

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address); // folds IPv4 mapped into IPv6
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_V6)) return false;
  if (parsed instanceof ipaddr.IPv6 && parsed.parts[5] === ISATAP.part && ISATAP.heads.has(parsed.parts[4] ?? 1))
    return false;
  return !REFUSED.some((range) => range[0].kind() === parsed.kind() && parsed.match(range));
}

export type LinkRefusal =
  | 'malformed'
  | 'scheme'
  | 'length'
  | 'credentials'
  | 'port'
  | 'address'
  | 'single-label name'
  | 'inside name';

/** Names that never mean a public host: reserved (RFC 2606, 6761, 6762, 7686, 8375, 9476), or in common use inside. */
const INSIDE_ENDINGS = new Set(
  (
    'localhost local localdomain localnet internal intranet intra lan home corp private priv svc test invalid example onion ' +
    'i2p alt workgroup domain mail dhcp belkin router'
  ).split(' '),
);
const INSIDE_NAMES = /(?:^|\.)(?:home\.arpa|ipv4only\.arpa|fritz\.box|cluster\.local)$/;
/** A link is written without blanks and controls; parsers drop them silently, so that two readers see two links. */
const UNWRITTEN = /[\p{Cc}\p{Z}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

export function bareHost(hostname: string): string {
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

export function hostAndPort(url: URL): string {
  return `${bareHost(url.hostname)}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** `null`: the link may be followed, as far as its letters tell. `isAllowed` lifts the rules on port and host. */
export function linkRefusal(
  link: string | URL,
  isAllowed: (hostAndPort: string) => boolean = () => false,
): LinkRefusal | null {
  const text = typeof link === 'string' ? link.trim() : link.href;
  if (text.length > MAX_LINK_CHARACTERS) return 'length';
  if (UNWRITTEN.test(text) || !URL.canParse(text)) return 'malformed';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (isAllowed(hostAndPort(url))) return null;
  if (!PORTS.has(url.port)) return 'port';
  return hostRefusal(bareHost(url.hostname));
}

function hostRefusal(host: string): LinkRefusal | null {
  if (host === '' || host.startsWith('.') || host.includes('%') || host.includes('..')) return 'malformed';
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : 'address';
  if (!host.includes('.')) return 'single-label name';
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return INSIDE_ENDINGS.has(ending) || INSIDE_NAMES.test(host) ? 'inside name' : null;
}

/** What the look-up of a name may answer: all public, or nothing is opened. */
export function areAllPublic(addresses: readonly string[], isOwn: (address: string) => boolean = () => false): boolean {
  return addresses.length > 0 && addresses.every((address) => isPublicAddress(address) && !isOwn(address));
}
