/**
 * Words that are not ours, made harmless: shown as the letters they are, never as markdown, mention, link, invite or
 * steering of the reader's screen. Pure.
 */
import { INVISIBLE, SPELLING_JOINER } from '#domain';

/** At most three combining marks on one letter. */
const STACKED_MARKS = /(?<kept>\p{M}{3})\p{M}+/gu;
/** Runs of pictures beyond this say nothing. */
const MAX_PICTURES = 12;
const PICTURE = '(?:\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\u{fe0f}\\u{1f3fb}-\\u{1f3ff}]*)';
const PICTURE_WALL = new RegExp(`(?<kept>(?:${PICTURE}\\s*){${MAX_PICTURES}})(?:${PICTURE}\\s*)+`, 'gu');
/** Shown as nothing, and enough to keep Discord from reading an address. */
const BREAK = '\u2060';
const SPELLING = '\ue000';
const NON_JOINER = '\ue001';

/** One line of visible text: no control, no stack of marks, no wall of pictures. For places without markdown, too. */
export function visibleText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\ue000\ue001]/gu, '')
    .replace(SPELLING_JOINER, (joiner) => (joiner === '\u200d' ? SPELLING : NON_JOINER))
    .replace(INVISIBLE, '')
    .replaceAll(SPELLING, '\u200d')
    .replaceAll(NON_JOINER, '\u200c')
    .replace(STACKED_MARKS, '$<kept>')
    .replace(PICTURE_WALL, '$<kept>…')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Addresses that Discord makes clickable (any scheme) or unfurls without one (its own invites). */
function withoutAddresses(text: string): string {
  return text
    .replace(/(?<=[a-z][a-z0-9+.-]*):(?=\/\/)/giu, `:${BREAK}`)
    .replace(/(?<=discord(?:app)?)\.(?=gg|com|me|io|new|gift)/giu, `${BREAK}.`)
    .replace(/(?<=\b(?:dsc|invite))\.(?=gg)/giu, `${BREAK}.`)
    .replace(/\b(?<scheme>mailto|tel|sms|javascript|data|vbscript|steam):/giu, `$<scheme>${BREAK}:`);
}

/** Untrusted words inside a text display. */
export function plain(text: string): string {
  return withoutAddresses(visibleText(text)).replace(/[\\*_~`|<>[\]()#@]/gu, '\\$&');
}

/** The same where the words begin a line, and could begin a list. */
export function plainLine(text: string): string {
  return plain(text).replace(/^(?=[-+•]|\d+(?:\.|\\\)))/u, BREAK);
}

/** Untrusted words where Discord reads no markdown: labels, options, names. Cut at a word, by code points. */
export function label(text: string, limit: number): string {
  return shorten(withoutAddresses(visibleText(text)).replaceAll('@', `@${BREAK}`), limit);
}

/** At most `limit` code points, cut at a word where one ends in the second half; "…" marks the cut. */
export function shorten(text: string, limit: number): string {
  const points = Array.from(text);
  if (points.length <= limit) return text;
  const head = points.slice(0, limit - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** An address inside `[label](…)`: what could end the link early is written in percent. `null`: not a web address. */
export function linkTarget(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.href.replace(/[()<>\s\\|`]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
