/** `Laut X …` · `X zufolge …` · `selon X` · `según X`. */
import { contentSpan, isQuote, type Passage } from '../attribution.ts';
import { type Context, resolvePhrase } from './context.ts';
import { isHonorificStop } from './cues.ts';
import { isMark } from './words.ts';

/** Fewer words before ", selon X" are no statement. */
const MIN_CONTENT_WORDS = 4;
const MAX_NAME_WORDS = 10;

/** Claims what X says; the last word of it all, or 0 when nothing here says "according to". */
export function accordingAt(context: Context, passage: Passage, at: number, floor: number): number {
  const { words } = passage;
  const { lists } = context;
  if (lists.accordingBehind.has(words[at]?.lower ?? '')) return behindName(context, passage, at, floor);
  const form = lists.according.find((list) => list.every((word, index) => words[at + index]?.lower === word));
  if (!form || (lists.inTheEyesOf.has(form[0] ?? '') && at > 0)) return 0;
  const start = at + form.length + (words[at + form.length]?.lower === 'von' ? 1 : 0); // "nach den Worten |von X"
  const end = nameEnd(context, passage, start);
  if (end === start) return 0;
  const cue = { start: words[at]?.start ?? 0, end: words[start - 1]?.end ?? 0 };
  const name = { start: withoutArticle(context, passage, start, end), end, apposition: null };
  const resolved = resolvePhrase(context, passage, name);
  const left = words.slice(floor, at).filter((word) => word.isWord || isQuote(word)).length;
  const holdsQuotation = words.slice(floor, at).some(isQuote);
  if (left >= MIN_CONTENT_WORDS || holdsQuotation || closesShortClause(context, passage, floor, at)) {
    let to = at;
    while (to > floor && isMark(words[to - 1], ',–—')) to--;
    context.add({ resolved, cue, pieces: [contentSpan(context.source, passage, floor, to)] });
    return end;
  }
  // "Pour" is "according to" only with a comma behind a name that can speak.
  if (lists.inTheEyesOf.has(form[0] ?? '') && !(resolved.person && isMark(words[end], ','))) return 0;
  if (end + 1 >= words.length) return 0;
  context.add({ resolved, cue, pieces: [contentSpan(context.source, passage, end, words.length)] });
  return words.length - 1;
}

/** "Le pont tiendra, |selon X": short, but no adverbial that opens the sentence. */
function closesShortClause({ lists }: Context, { words }: Passage, floor: number, at: number): boolean {
  const own = words.slice(floor, at).filter((word) => word.isWord);
  const opensWithNoun = own[0] !== undefined && !lists.breaks.has(own[0].lower);
  return isMark(words[at - 1], ',') && own.length === MIN_CONTENT_WORDS - 1 && opensWithNoun && !lists.capitalNouns;
}

function behindName(context: Context, passage: Passage, at: number, floor: number): number {
  const { words } = passage;
  let start = at;
  while (
    start > floor &&
    at - start < MAX_NAME_WORDS &&
    !isMark(words[start - 1], ',.;:') &&
    !isQuote(words[start - 1])
  )
    start--;
  if (start === at || at + 1 >= words.length) return 0;
  const name = { start: withoutArticle(context, passage, start, at), end: at, apposition: null };
  const resolved = resolvePhrase(context, passage, name);
  const cue = { start: words[at]?.start ?? 0, end: words[at]?.end ?? 0 };
  context.add({ resolved, cue, pieces: [contentSpan(context.source, passage, at + 1, words.length)] });
  return words.length - 1;
}

/** "nach Angaben |der Werft": German bends the article, so the name is shown without it. */
function withoutArticle({ lists }: Context, { words }: Passage, start: number, end: number): number {
  return lists.capitalNouns && end - start > 1 && lists.articles.has(words[start]?.lower ?? '') ? start + 1 : start;
}

/** French and Spanish close the name with a comma or a stop; German with its last noun, since its verb follows at once. */
function nameEnd(context: Context, passage: Passage, start: number): number {
  const { words } = passage;
  const { lists } = context;
  let end = start;
  let hasNoun = false;
  while (end < words.length && end - start < MAX_NAME_WORDS) {
    const word = words[end];
    if (isHonorificStop(words, end, lists)) {
      end++;
      continue;
    }
    if (!word?.isWord || isQuote(word)) break;
    const isTied = lists.articles.has(word.lower) || lists.joints.has(word.lower);
    if (lists.capitalNouns && hasNoun && !word.isCapital && !isTied) break;
    if (lists.capitalNouns && !word.isCapital && !isTied && lists.breaks.has(word.lower)) break;
    if (!lists.capitalNouns && lists.breaks.has(word.lower) && hasNoun && !lists.joints.has(word.lower)) break;
    hasNoun ||= word.isCapital || !isTied;
    end++;
  }
  while (end > start && !words[end - 1]?.isCapital && lists.capitalNouns) end--;
  return end;
}
