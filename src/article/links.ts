/** Links in what people write: found, told apart by how they were marked, and brought to one form. Pure. */
import { domainToUnicode } from 'node:url';

import { LinkifyIt } from 'linkify-it';
import { getDomain } from 'tldts';

export interface FoundLink {
  readonly url: string;
  /** UTF-16 offset in the message. */
  readonly index: number;
  /** Inside `||…||`: hidden until pressed. */
  readonly isSpoiler: boolean;
  /** `<…>`: the author wants no preview. */
  readonly isSuppressed: boolean;
  /** Inside `code` or a fenced block: shown, not meant. */
  readonly isCode: boolean;
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ['ftp:', 'mailto:', '//']) linkify.add(scheme, null);

/** A message has 4,000 characters at most; text beyond is not searched. */
const MAX_SEARCHED = 20_000;
const MARKS_BEFORE = /[|`~_*]{1,6}(?=https?:\/\/)/gi;

/** An address and nothing else, without anything that the finder or Discord's marks would look at twice. */
const PLAIN = /^https?:\/\/[a-z\d]+(?:[.-][a-z\d]+)*(?::\d+)?\/(?:[\w/%&=]|[-.?](?=[\w/%]))*$/i;
const DOUBLED = /__|\/\//;

const UNMARKED = { isSpoiler: false, isSuppressed: false, isCode: false } as const;

export function findLinks(message: string): FoundLink[] {
  return isPlain(message) ? [{ url: message, index: 0, ...UNMARKED }] : linksAmong(message);
}

/** What most people give a command; the finder takes some time, and an acknowledgement waits. */
const isPlain = (message: string): boolean =>
  message.length < 500 && PLAIN.test(message) && !DOUBLED.test(message.slice(8)) && URL.canParse(message);

function linksAmong(message: string): FoundLink[] {
  const text = message.slice(0, MAX_SEARCHED);
  const code = codeSpans(text);
  const spoilers = spansBetween(text, '||', code);
  // The finder wants a blank or a stop before a link; Discord's marks are neither.
  const searched = text.replace(MARKS_BEFORE, (marks) => ' '.repeat(marks.length));
  return (linkify.match(searched) ?? []).flatMap(({ index, lastIndex }) => {
    const url = trimMarks(text.slice(index, lastIndex));
    if (!URL.canParse(url)) return [];
    const end = index + url.length;
    return {
      url,
      index,
      isSpoiler: isInside(spoilers, index),
      isSuppressed: text[index - 1] === '<' && text[end] === '>',
      isCode: isInside(code, index),
    };
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const isInside = (spans: readonly Stretch[], index: number): boolean =>
  spans.some(({ start, end }) => index >= start && index < end);

/** Marks of Discord's Markdown that a link can run into. */
function trimMarks(link: string): string {
  let url = link;
  for (const mark of ['||', '**', '__', '~~', '`']) {
    const at = url.indexOf(mark, 8);
    if (at > 0 && (mark === '||' || mark === '`' || at + mark.length === url.length)) url = url.slice(0, at);
  }
  return url.replace(/[<>"*]$/, '');
}

/** Fenced blocks and inline code, by runs of backticks of one length. */
function codeSpans(text: string): Stretch[] {
  const spans: Stretch[] = [];
  for (let at = text.indexOf('`'); at >= 0; ) {
    let run = 1;
    while (text[at + run] === '`') run++;
    const mark = '`'.repeat(run >= 3 ? 3 : run);
    const close = text.indexOf(mark, at + run);
    if (close < 0) {
      at = text.indexOf('`', at + run);
      continue;
    }
    spans.push({ start: at, end: close + mark.length });
    at = text.indexOf('`', close + mark.length);
  }
  return spans;
}

function spansBetween(text: string, mark: string, except: readonly Stretch[]): Stretch[] {
  const spans: Stretch[] = [];
  let open = -1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    if (isInside(except, at)) continue;
    if (open < 0) open = at;
    else {
      spans.push({ start: open, end: at });
      open = -1;
    }
  }
  return spans;
}

const TRACKING_PREFIXES = ['utm_', 'mc_', 'pk_', 'mtm_', 'hsa_', 'at_', 'ns_', '_hs', 'vero_', 'oly_', 'stm_', 'itm_'];
const TRACKING = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mibextid _ga _gl ref_src ref_url ' +
    'cmpid cmp ocid ito smid smtyp s_cid xtor wt_mc wt_zmc icid ncid campaign_id sr_share share_id shared_by ' +
    'guccounter guce_referrer guce_referrer_sig __twitter_impression _branch_match_id srnd partner_id soc_src soc_trk ' +
    'feature_share partner tpcc traffic_source fb_action_ids fb_action_types fb_source ftag taid fbc spm scid dicbo ' +
    'wprov rss_id rss embedded-checkout giftcopy unlocked_article_code amp amp_js_v outputtype _amp usqp amp_gsa'
  ).split(' '),
);
const TRACKING_VALUES: Readonly<Record<string, RegExp>> = {
  ref: /^(?:share|twitter|facebook|rss|home|nav|top|email)$/i,
};

/** The link without the parameters that only trace who shared it; everything else stays. */
export function withoutTracking(link: string): string {
  const url = new URL(link);
  dropTracking(url);
  return url.href;
}

// An address is brought to one form before every acknowledgement: each step is taken only where there is something to do.
function dropTracking(url: URL): void {
  if (url.href.includes('#')) url.hash = '';
  if (url.search !== '' && mayTrack(url.search)) {
    const tracked = [...url.searchParams]
      .filter(([key, value]) => isTracking(key.toLowerCase(), value))
      .map(([key]) => key);
    for (const key of tracked) url.searchParams.delete(key);
  }
  if (url.search === '' && url.href.endsWith('?')) url.search = '';
}

/** Most queries are neither escaped nor tracked, and need not be taken apart. */
function mayTrack(query: string): boolean {
  if (/[%+]/u.test(query)) return true;
  return query
    .slice(1)
    .split('&')
    .some((part) => {
      const [key = '', ...value] = part.split('=');
      return isTracking(key.toLowerCase(), value.join('='));
    });
}

function isTracking(key: string, value: string): boolean {
  if (TRACKING.has(key) || TRACKING_PREFIXES.some((prefix) => key.startsWith(prefix))) return true;
  return TRACKING_VALUES[key]?.test(value) ?? false;
}

/**
 * One address for the ways to one article, to tell whether two links are the same: without tracking, fragment, AMP and
 * mobile host. It need not be reachable; fetch the link itself.
 */
export function canonicalAddress(link: string): string {
  const given = URL.parse(link);
  if (!given) return link;
  // Each rule about AMP wants this word; most addresses do not have it.
  const isAmp = given.href.includes('amp');
  const url = (isAmp && unwrapAmp(given)) || given;
  dropTracking(url);
  const host = desktopHost(url.hostname);
  if (host !== url.hostname) url.hostname = host;
  const path = isAmp ? withoutAmp(url.pathname) : url.pathname;
  if (path !== url.pathname) url.pathname = path;
  return url.href;
}

/** A copy in a cache names the article's address in its path. `null`: not such a copy. */
function unwrapAmp({ hostname, pathname, search }: URL): URL | null {
  const cached = hostname.endsWith('.cdn.ampproject.org') ? /^\/[acvi]\/(s\/)?(.{4,})$/.exec(pathname) : null;
  const viewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname) ? /^\/amp\/(s\/)?(.{4,})$/.exec(pathname) : null;
  const found = cached ?? viewer;
  return found && URL.parse(`${found[1] ? 'https' : 'http'}://${found[2] ?? ''}${search}`);
}

const MOBILE_LABELS = new Set(['m', 'mobile', 'amp', 'touch', 'mobil']);

function desktopHost(host: string): string {
  if (!host.split('.').some((label) => MOBILE_LABELS.has(label))) return host;
  const site = getDomain(host);
  if (site === null || host === site) return host;
  const labels = host.slice(0, -site.length - 1).split('.');
  const kept = labels.filter((label) => !MOBILE_LABELS.has(label));
  if (kept.length === labels.length) return host;
  return kept.length > 0 ? `${kept.join('.')}.${site}` : `www.${site}`;
}

function withoutAmp(path: string): string {
  const plain = path
    .replace(/\.amp(?=\.html?$)/, '')
    .replace(/\.amp$/, '')
    .replace(/\/amp\/?$/, '');
  if (plain !== path) return plain === '' ? '/' : plain;
  return path.startsWith('/amp/') && path.length > 20 ? path.slice(4) : path;
}

/** Scripts that may stand together in one label, as browsers allow it. */
const TOGETHER: readonly RegExp[] = [
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Nd}ー-]+$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hangul}\p{Nd}-]+$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Bopomofo}\p{Nd}-]+$/u,
  /^[\p{Script=Cyrillic}\p{Nd}-]+$/u,
  /^[\p{Script=Greek}\p{Nd}-]+$/u,
  /^[\p{Script=Arabic}\p{Nd}-]+$/u,
  /^[\p{Script=Hebrew}\p{Nd}-]+$/u,
  /^[\p{Script=Devanagari}\p{Mark}\p{Nd}-]+$/u,
  /^[\p{Script=Thai}\p{Mark}\p{Nd}-]+$/u,
  /^[\p{Script=Armenian}\p{Nd}-]+$/u,
  /^[\p{Script=Georgian}\p{Nd}-]+$/u,
];
/** Latin letters that a reader knows; beyond are letters made for phonetics that look like others. */
const COMMON_LATIN = /^[a-z\u00aa-\u0130\u0132-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e00-\u1eff]*$/u;
/** Cyrillic and Greek letters that look like Latin ones: a label of these alone imitates. */
const LOOKS_LATIN = /^[асеорхуіјѕһԁԛԝӏвкмнтгьαοινρυωκτχ\d-]+$/iu;

/** The link's host as it may be shown: in its own letters, or in punycode where they could deceive. */
export function displayHost(link: string): string {
  if (!URL.canParse(link)) return '';
  const { hostname } = new URL(link);
  const shown = domainToUnicode(hostname);
  const ending = shown.slice(shown.lastIndexOf('.') + 1);
  const labels = shown.split('.');
  const isPlain = labels.every((label) => isPlainLabel(label, ending));
  return shown !== '' && isPlain ? shown : hostname;
}

function isPlainLabel(label: string, ending: string): boolean {
  if (/^[\u0020-\u007e]*$/.test(label)) return true;
  if (!TOGETHER.some((together) => together.test(label)) || !COMMON_LATIN.test(label.replace(/\P{Script=Latin}/gu, '')))
    return false;
  const endingIsAscii = /^[a-z0-9-]*$/.test(ending);
  return !(endingIsAscii && LOOKS_LATIN.test(label));
}
