/**
 * What we know of each language, in one table: a new language is one file here. Most rules read all languages at once, since
 * an article quotes others and a line may be written in another language than its article.
 */
import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en/index.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { listed, type Pattern, type Words } from './lists.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import type { Lexicon } from './types.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

/** By ISO 639-1. */
export const LEXICONS = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  nb,
  pl,
  cs,
  ru,
  uk,
  tr,
  ro,
  hu,
  el,
  ar,
  ja,
  zh,
  ko,
} as const satisfies Readonly<Record<string, Lexicon>>;

/** Norwegian goes by three codes. */
const SAME_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** The lexicon of a language tag ("de-AT"); `undefined` for a language without one. */
export function lexiconOf(language: string): Lexicon | undefined {
  const code = language.slice(0, 2);
  return (LEXICONS as Readonly<Record<string, Lexicon>>)[SAME_AS[code] ?? code];
}

const everywhere = (pick: (lexicon: Lexicon) => string | undefined): string[] =>
  Object.values<Lexicon>(LEXICONS).flatMap((lexicon) => pick(lexicon) || []);

/** The words of one list in all languages. */
export function wordsOfAll(pick: (lexicon: Lexicon) => Words | undefined): ReadonlySet<string> {
  return new Set(everywhere(pick).flatMap(listed));
}

/** The alternatives of one list in all languages, joined by `|`. */
export function patternOfAll(pick: (lexicon: Lexicon) => Pattern | undefined): Pattern {
  return [...new Set(everywhere(pick))].join('|');
}

/** The words of a list as a whole, in any case: no letter stands right before or behind them. */
export const wholeWord = (pattern: Pattern): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, 'iu');
