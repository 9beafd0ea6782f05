/** "…, she told CNN": who passes the named on, when that is a newspaper, a station or an agency and not the hearer. */
import { isQuote } from '../attribution.ts';
import { OUTLET_WORDS } from '../lexicon/en/parties.ts';
import { listed } from '../lexicon/lists.ts';
import type { Context } from './context.ts';
import { isDeterminer, isOneOf, type Passage } from './passage.ts';
import { phraseStartingAt } from './phrases.ts';

const OUTLET = new Set(listed(OUTLET_WORDS));
/** So far behind its cue the outlet stands. */
const LOOK_AHEAD = 12;
/** Bodies of the trade, not one outlet: "told the press". */
const EVERYBODY = /^(?:the )?(?:press|news|radio|television|media)$/iu;

/** Name of the outlet that the cue at `at` names as hearer or as the place of the interview, or `null`. */
export function outletAfter(context: Context, { words }: Passage, at: number): string | null {
  const isTold = isOneOf(words[at], /^(?:told|tells|telling)$/u);
  const stop = Math.min(words.length, at + LOOK_AHEAD);
  if (isTold) return outletAt(context, words, at + 1);
  for (let index = at + 1; index < stop; index++) {
    if (isQuote(words[index]) || isOneOf(words[index], /^that$/u)) return null;
    if (isOneOf(words[index], /^interview(?:ed)?$/u) && isOneOf(words[index + 1], /^(?:with|on|by)$/u))
      return outletAt(context, words, index + 2);
    if (isOneOf(words[index], /^on$/u)) {
      const outlet = outletAt(context, words, index + 1);
      if (outlet) return outlet;
    }
  }
  return null;
}

function outletAt(context: Context, words: Passage['words'], at: number): string | null {
  const phrase = phraseStartingAt(words, at, Math.min(words.length, at + LOOK_AHEAD));
  if (!phrase) return null;
  let end = phrase.start;
  while (end < phrase.end && (words[end]?.isCapital || words[end]?.lower === "'s" || isFirstDeterminer(words, end, at)))
    end++;
  const named = words.slice(phrase.start, end);
  if (named.length === 0 || !named.some((word) => word.isCapital && OUTLET.has(word.lower))) return null;
  const name = context.source.text.slice(named[0]?.start, named.at(-1)?.end).replace(/\s+/gu, ' ');
  return EVERYBODY.test(name) ? null : name;
}

const isFirstDeterminer = (words: Passage['words'], index: number, at: number): boolean =>
  index === at && isDeterminer(words[index]);
