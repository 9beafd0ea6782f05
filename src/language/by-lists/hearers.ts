/** What stands between a verb of speaking and its subject or quotation: the hearer, a time, small pronouns. */
import { isQuote, type Word } from '../attribution.ts';
import type { Lists } from './lists.ts';
import { isMark } from './words.ts';

/** First word of the verb with its small pronouns: "|le dijo", "|s'est écriée". */
export function withClitics(words: readonly Word[], at: number, lists: Lists): number {
  let start = at;
  while (start > 0 && !isQuote(words[start - 1]) && lists.clitics.has(words[start - 1]?.lower ?? '')) start--;
  return start;
}

/** Where the subject may begin behind "dijo", "a déclaré", "sagte": "dijo ayer |el alcalde", "a déclaré à la presse |Luc Moreau". */
export function overHearer(words: readonly Word[], from: number, lists: Lists): number {
  const first = words[from];
  if (!first || isQuote(first)) return from;
  if (lists.capitalNouns) {
    const isDative =
      lists.datives.has(first.lower) || (first.lower === 'ihr' && lists.articles.has(words[from + 1]?.lower ?? ''));
    return isDative ? from + 1 : from;
  }
  if (lists.times.has(first.lower)) return from + 1;
  if (lists.articles.has(first.lower) && lists.times.has(words[from + 1]?.lower ?? '')) return from + 2;
  if (!lists.toHearer.has(first.lower)) return from;
  let at = from + 1;
  while (lists.articles.has(words[at]?.lower ?? '')) at++;
  if (!words[at]?.isWord) return from;
  if (words[at]?.isCapital) while (words[at]?.isCapital) at++;
  else at++;
  return at;
}

/** "ein Sprecher |der Nachrichtenagentur dpa", "die Bürgermeisterin |der Zeitung": a German dative that is told, not owned. */
export function beginsHearer(words: readonly Word[], from: number, at: number, lists: Lists): boolean {
  if (!lists.capitalNouns || words[at]?.lower !== 'der') return false;
  const noun = words.slice(at + 1, at + 3).find((word) => word.isCapital && !isMark(word, '„“"'));
  if (!noun || !lists.media.test(noun.text)) return false;
  const head = words.slice(from, at).findLast((word) => word.isCapital);
  return lists.agencies.test(noun.text) || !lists.ofMedia.test(head?.text ?? '');
}

/** "Dem Moorboten sagte …", "Der Zeitung sagte sie …": German puts the hearer first. */
export function isHearerPhrase(
  words: readonly Word[],
  start: number,
  end: number,
  next: Word | undefined,
  lists: Lists,
): boolean {
  if (!lists.capitalNouns) return lists.toHearer.has(words[start]?.lower ?? '');
  const first = words[start]?.lower ?? '';
  if (/^(?:dem|den|einem|seinem|ihrem)$/u.test(first)) return true;
  return (
    first === 'der' &&
    lists.media.test(words[end - 1]?.text ?? '') &&
    next !== undefined &&
    next.lower in lists.pronouns
  );
}
