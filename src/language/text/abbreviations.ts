/** Words that end with a stop without ending the sentence. */
import { monthNames } from '../compare/calendar.ts';
import { LEXICONS, lexiconOf } from '../lexicon/index.ts';
import { listed } from '../lexicon/lists.ts';

const SETS = new Map<string, ReadonlySet<string>>();

/** A list of a language, or the English one where the language has no lexicon. */
function wordsOf(kind: 'binding' | 'ending', language: string): ReadonlySet<string> {
  const key = `${kind}:${language.slice(0, 2)}`;
  let set = SETS.get(key);
  if (!set) {
    set = new Set(listed((lexiconOf(language) ?? LEXICONS.en).abbreviations[kind]));
    SETS.set(key, set);
  }
  return set;
}

const OPENERS = new Set(listed(LEXICONS.en.abbreviations.openers));
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const GERMAN_ORDINAL = /(?:^|\s)\d{1,2}\.$/u;
const GERMAN_MONTHS = new RegExp(
  String.raw`^\s*(?:${[...monthNames('de'), 'jänner', 'jahrhundert'].map(capitalised).join('|')})`,
  'u',
);
const GERMAN_OPENERS = new RegExp(
  String.raw`^\s*["„“»]?(?:${listed(LEXICONS.de.abbreviations.openers).map(capitalised).join('|')})\s`,
  'u',
);

/** Does the stop at the end of `head` belong to an abbreviation, and does the sentence go on in `rest`? */
export function endsWithAbbreviation(head: string, rest: string, language: string): boolean {
  const base = language.slice(0, 2);
  if (base === 'de' && GERMAN_ORDINAL.test(head)) return GERMAN_MONTHS.test(rest) || !GERMAN_OPENERS.test(rest);
  const word = /([\p{L}\p{M}.&-]{1,12})\.$/u.exec(head)?.[1] ?? '';
  if (!word) return false;
  const lower = word.toLowerCase();
  const next = /^\s*["'“”‘’(]*([\p{L}\p{N}.]+)/u.exec(rest)?.[1] ?? '';
  if (wordsOf('binding', base).has(lower)) return !(lower === 'no' && !/^\d/u.test(next));
  if (/^\p{Lu}$/u.test(word)) return isInitial(head, next, base); // a single capital: an initial, or a grade
  const isInitialism = /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (isInitialism) return initialismGoesOn(lower, next);
  if (/^\p{L}\.?-\p{Lu}/u.test(word)) return !OPENERS.has(next.toLowerCase()); // R-Ky., D-Calif.
  if (base === 'de' && lower.endsWith('str')) return true; // Hauptstr.
  const ending = wordsOf('ending', base);
  const isOwnKind = /^\p{Lu}\.?$/u.test(next) || (next.endsWith('.') && ending.has(next.slice(0, -1).toLowerCase()));
  return ending.has(lower) && (/^\d/u.test(next) || isOwnKind);
}
/** "George W. Bush", "J. K. Rowling"; not "got an A. The", "Plan B. He". */
function isInitial(head: string, next: string, language: string): boolean {
  if (language === 'fr' && /(?:^|[\s(«“"])M\.$/u.test(head)) return true;
  if (/(?:plan|grade|vitamin|group|class|type|an|section|part|team|point|and)\s\p{Lu}\.$/iu.test(head)) return false;
  if (/(?:^|\s)I\.$/u.test(head)) return false; // "than I. She"
  return /^\p{Lu}/u.test(next) && !OPENERS.has(next.toLowerCase());
}

/** "U.S. Senate" goes on, "in the U.S. The" ends, "5 p.m. Friday" goes on, "5 p.m. He" ends. */
function initialismGoesOn(lower: string, next: string): boolean {
  if (/^(?:e\.g|i\.e|z\.b|d\.h|u\.a|p\.ej|s\.a|d\.w\.z|o\.a)$/u.test(lower)) return true;
  if (/^\d/u.test(next)) return true;
  if (OPENERS.has(next.toLowerCase())) return false;
  if (/^(?:a\.m|p\.m|π\.μ|μ\.μ)$/u.test(lower))
    return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:E|P|C|M|G)[DSM]?T$|^(?:Eastern|Pacific|Central|local)/u.test(
      next,
    );
  return /^\p{Lu}/u.test(next);
}
