/** What a message in a discussion asks for: an article to be added, the positions, another language, or an answer. Pure. */
import { findLinks } from '#article';
import { foldAccents } from '#domain';
import type { Wording } from '#texts';

import { languageCode } from '../briefings/languages.ts';

export interface TalkRequest {
  /** Articles to add. */
  readonly links: readonly string[];
  readonly wants: 'positions' | 'language' | 'answer' | 'nothing';
  /** Code, for `language`. */
  readonly language: string | null;
  /** What is left to answer, mentions and links taken out. */
  readonly question: string;
  /** It asks who is at odds with whom: the positions say that, too. */
  readonly isAboutSides: boolean;
}

/** A message may add as many as one may brief. */
const MOST_LINKS = 3;
/** A wish for a language or for the positions takes few words; a longer message is a question. */
const WISH_WORDS = 6;
/** Question marks of the scripts that have their own. */
const QUESTION_MARK = /[?？؟⁇⸮\u037e՞፧]/u;

const list = (words: string): string[] => foldAccents(words).split(', ');
const wordsOf = (text: string): string[] => foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export function talkRequest(content: string, wordings: readonly Wording[]): TalkRequest {
  const links = findLinks(content)
    .filter(({ isCode }) => !isCode)
    .slice(0, MOST_LINKS)
    .map(({ url }) => url);
  const question = links
    .reduce((text, url) => text.replace(url, ' '), content)
    .replace(/<[@#][!&]?\d+>|<>|\|\|\s*\|\|/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const isAboutSides = wordings.some(({ texts }) =>
    list(texts.wordsSides).some((word) => foldAccents(question).includes(word)),
  );
  const base = { links, question, isAboutSides };
  if (!/[\p{L}\p{N}]/u.test(question)) return { ...base, wants: 'nothing', language: null };
  const language = wishedLanguage(question, wordings);
  if (language) return { ...base, wants: 'language', language };
  return { ...base, wants: wishesPositions(question, wordings) ? 'positions' : 'answer', language: null };
}

/** Does it ask for anything, so that in a dialogue the bot answers without being named? */
export function wantsSomething({ links, wants, question }: TalkRequest, wordings: readonly Wording[]): boolean {
  if (links.length > 0 || wants === 'positions' || wants === 'language') return true;
  if (QUESTION_MARK.test(question)) return true;
  const [first = ''] = wordsOf(question);
  return wordings.some(({ texts }) => list(texts.wordsAsking).includes(first));
}

function wishesPositions(question: string, wordings: readonly Wording[]): boolean {
  if (wordsOf(question).length > WISH_WORDS) return false;
  return wordings.some(({ texts }) =>
    list(texts.wordsPositions).some((phrase) => foldAccents(question).includes(phrase)),
  );
}

/** "in German", "auf Deutsch bitte": one of the words before a language, and its name, with little around them. */
function wishedLanguage(question: string, wordings: readonly Wording[]): string | null {
  const words = question.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length > WISH_WORDS) return null;
  for (const wording of wordings) {
    const before = list(wording.texts.wordsInLanguage);
    const at = words.findIndex((word, index) => index < words.length - 1 && before.includes(foldAccents(word)));
    const code = at >= 0 ? knownLanguage(words[at + 1] ?? '', wording) : null;
    if (code) return code;
  }
  return null;
}

function knownLanguage(name: string, wording: Wording): string | null {
  // Two letters after "in" are rarely meant as a code: "in it".
  if (name.length < 3) return null;
  try {
    return languageCode(name, wording);
  } catch {
    return null;
  }
}
