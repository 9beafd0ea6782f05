/** Who passed the words on: a claim about a third party, so it is checked as a speaker is. */
import { type Article, cut, type Speaker, sentenceAt } from '#domain';
import { fold, functionWords, sameSpeaker, tokensOf } from '#language';

import { attributionsOfQuotation, attributionsOfSentence } from './attributions.ts';
import { partyByRole } from './speaker.ts';

export interface SettledRelay {
  readonly relayedBy: string | null;
  /** Why it was left out; `null` when nothing was. */
  readonly note: string | null;
}

/** A name takes a line at most. */
const LONGEST_NAME = 120;

/** @param isKnown are these the article's words, and none that may not be posted? */
export function settleRelay(
  article: Article,
  drafted: string | null,
  speaker: Speaker | null,
  quotations: readonly string[],
  evidence: readonly number[],
  isKnown: (text: string) => boolean,
): SettledRelay {
  const name = drafted?.trim() ?? '';
  if (name === '') return { relayedBy: null, note: null };
  const without = (reason: string): SettledRelay => ({ relayedBy: null, note: `${reason}: ${name.slice(0, 60)}` });
  if (name.length > LONGEST_NAME || !isKnown(name)) return without('relay-absent');
  const named = [speaker?.name, speaker?.speaksFor].filter((one) => one !== undefined && one !== null);
  const holder = partyByRole(article, name);
  if (named.some((one) => sameSpeaker(one, name) || (holder !== null && sameSpeaker(one, holder))))
    return without('relay-is-speaker');
  // The article's own form, where the rules found who passes it on.
  const found = [
    ...quotations.flatMap((id) => attributionsOfQuotation(article, id)),
    ...evidence.flatMap((number) => attributionsOfSentence(article, number)),
  ].find(({ relayedBy }) => relayedBy !== null && sameSpeaker(relayedBy, name));
  if (found?.relayedBy) return { relayedBy: found.relayedBy, note: null };
  return isNamedBeside(article, name, evidence) ? { relayedBy: name, note: null } : without('relay-unnamed');
}

/** Are all words of the name in the cited sentences or in those beside them? */
function isNamedBeside(article: Article, name: string, evidence: readonly number[]): boolean {
  const numbers = new Set(evidence.flatMap((number) => [number - 1, number, number + 1]));
  const beside = new Set(
    [...numbers].flatMap((number) => {
      const sentence = sentenceAt(article, number);
      return sentence ? tokensOf(cut(article, sentence)).map((token) => fold(token.text)) : [];
    }),
  );
  const stop = functionWords(article.language);
  const words = tokensOf(name)
    .map((token) => fold(token.text))
    .filter((word) => !stop.has(word));
  // A last name is enough where the article called the person in full before.
  return words.length > 0 && (words.every((word) => beside.has(word)) || beside.has(words.at(-1) ?? ''));
}
