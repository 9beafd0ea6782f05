/** How much of the article was read, and why not all of it. Pure. */
import { type BotErrorCode, type Coverage, type CoverageReason, countWords } from '#domain';

import { BOT_WALL, CONSENT, CONTINUE, CUT_OFF, NEEDS_SCRIPTS, PAYWALL } from './extract/gates.ts';
import { SENTENCE_END } from './extract/phrases.ts';

export interface PageSigns {
  readonly title: string;
  /** Body paragraphs that were kept. */
  readonly paragraphs: readonly string[];
  /** Short lines of the page, kept or not: where a page says "subscribe to continue". */
  readonly shortLines: () => readonly string[];
  /** Words a reader sees on the page, and the share of its characters inside links. */
  readonly pageWords: number;
  readonly pageLinkShare: number;
  readonly scriptCharacters: number;
  readonly hasScriptRoot: boolean;
  readonly isArticle: boolean;
  readonly isPaid: boolean;
  readonly statedWords: number | null;
  /** The address is the site's front door. */
  readonly isFrontPage: boolean;
  readonly wasCut: boolean;
}

export type Refusal = Extract<
  BotErrorCode,
  'page-paywall' | 'page-consent' | 'page-script-shell' | 'page-bot-wall' | 'page-not-article' | 'page-empty'
>;
export type Judgement = { readonly coverage: Coverage } | { readonly refusal: Refusal; readonly words: number };

/** Fewer words than this are no body, on a page that calls itself an article and on one that does not. */
const MIN_ARTICLE_WORDS = 15;
const MIN_PAGE_WORDS = 40;
/** A wall has a few sentences; a longer text with such a sentence in it is an article about walls. */
const MAX_WALL_WORDS = 150;
const SCRIPT_SHELL_CHARACTERS = 5_000;
/** Under a mark that the page is for subscribers, so few words are a teaser. */
const TEASER_WORDS = 150;
/** The text a paywall leaves is seldom longer; beyond, "already a subscriber?" stands in the page's head. */
const GATED_WORDS = 400;
/** `wordCount` in JSON-LD is honest to about a third; ten times as much is another unit. */
const STATED_EXCESS = 1.6;
const STATED_ABSURD = 12;
const LINK_PAGE_SHARE = 0.5;
/** Of an article's paragraphs, lists included, so many are at least one sentence of some words. */
const MIN_SENTENCE_SHARE = 0.2;
const SENTENCE_WORDS = 8;
/** A paragraph of the body with more words speaks about walls. */
const MAX_WALL_LINE_WORDS = 25;
/** Of one line so much is tried against the phrases. */
const MAX_TRIED_CHARACTERS = 600;

export function judgePage(signs: PageSigns): Judgement {
  const words = signs.paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  const refusal = refusalOf(signs, words);
  if (refusal) return { refusal, words };
  return { coverage: coverageOf(signs, words) };
}

/** Of a text that was handed over: there is no page to say that more exists. */
export function coverageOfText(paragraphs: readonly string[], wasCut: boolean): Coverage {
  const words = paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  if (words === 0) return { extent: 'nothing', words, reasons: [] };
  return wasCut ? { extent: 'part', words, reasons: ['too-long'] } : { extent: 'whole', words, reasons: [] };
}

function refusalOf(signs: PageSigns, words: number): Refusal | null {
  const { title, paragraphs, pageWords } = signs;
  const says = (pattern: RegExp): boolean =>
    [title, ...paragraphs, ...signs.shortLines()].some((line) => pattern.test(line.slice(0, MAX_TRIED_CHARACTERS)));
  if (pageWords === 0 && signs.scriptCharacters === 0 && !signs.hasScriptRoot) return 'page-empty';
  if (Math.min(words, pageWords) <= MAX_WALL_WORDS) {
    if (says(BOT_WALL) && !signs.isArticle) return 'page-bot-wall';
    if (paragraphs.filter((line) => CONSENT.test(line.slice(0, MAX_TRIED_CHARACTERS))).length * 2 > paragraphs.length)
      return 'page-consent';
  }
  const hasBody = words >= (signs.isArticle ? MIN_ARTICLE_WORDS : MIN_PAGE_WORDS);
  if (hasBody) {
    const isListOfLinks =
      signs.pageLinkShare > LINK_PAGE_SHARE &&
      (words < MAX_WALL_WORDS || signs.isFrontPage || !hasSentences(paragraphs));
    return isListOfLinks && !signs.isArticle ? 'page-not-article' : null;
  }
  if (says(CONSENT) && pageWords < MAX_WALL_WORDS * 4) return 'page-consent';
  if (says(NEEDS_SCRIPTS) || (pageWords < MAX_WALL_WORDS && isShell(signs))) return 'page-script-shell';
  if (signs.isPaid || says(PAYWALL)) return 'page-paywall';
  return 'page-not-article';
}

function hasSentences(paragraphs: readonly string[]): boolean {
  const sentences = paragraphs.filter((text) => SENTENCE_END.test(text) && countWords(text) >= SENTENCE_WORDS);
  return sentences.length >= paragraphs.length * MIN_SENTENCE_SHARE;
}

function isShell({ hasScriptRoot, scriptCharacters }: PageSigns): boolean {
  return hasScriptRoot || scriptCharacters > SCRIPT_SHELL_CHARACTERS;
}

function coverageOf(signs: PageSigns, words: number): Coverage {
  const reasons = new Set<CoverageReason>();
  const { statedWords, isPaid, paragraphs } = signs;
  const shortLines = words < GATED_WORDS ? signs.shortLines() : [];
  const body = new Set(paragraphs);
  const isProse = (line: string): boolean => body.has(line) && countWords(line) > MAX_WALL_LINE_WORDS;
  const last = paragraphs.at(-1) ?? '';
  const isFarShorter =
    statedWords !== null && statedWords > words * STATED_EXCESS && statedWords < words * STATED_ABSURD;
  const saysPaywall = shortLines.some((line) => PAYWALL.test(line) && !isProse(line));
  const isCut = CUT_OFF.test(last);
  const goesOn = shortLines.some((line) => CONTINUE.test(line) && countWords(line) <= 12);
  if (saysPaywall || (isPaid && (words < TEASER_WORDS || isFarShorter || isCut))) reasons.add('paywall');
  if (isCut || isFarShorter) reasons.add('cut-text');
  if (goesOn && (isCut || words < TEASER_WORDS)) reasons.add('continue-reading');
  if (signs.wasCut) reasons.add('too-long');
  if (reasons.size === 0) return { extent: 'whole', words, reasons: [] };
  const isTeaser = words < TEASER_WORDS && (reasons.has('paywall') || reasons.has('continue-reading'));
  return { extent: isTeaser ? 'teaser' : 'part', words, reasons: [...reasons] };
}
