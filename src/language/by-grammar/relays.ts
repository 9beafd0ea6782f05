/** "…, she told CNN": who passes the words on, when that is a newspaper, a station or an agency and not the hearer. */
import { OUTLET_WORDS } from '../lexicon/en/parties.ts';
import { listed } from '../lexicon/lists.ts';
import type { Context } from './context.ts';
import { isDeterminer, isOneOf, isQuote, type Passage } from './passage.ts';
import { phraseStartingAt } from './phrases.ts';

const OUTLET = new Set(listed(OUTLET_WORDS));
/** So far behind its cue the outlet stands. */
const LOOK_AHEAD = 12;
/** Bodies of the trade, not one outlet: "told the press". */
const EVERYBODY = /^(?:the )?(?:press|news|radio|television|media)$/iu;

/** Name of the outlet that the cue at `at` names as hearer or as the place of the interview, or `null`. */
export function outletAfter(context: Context, { tokens }: Passage, at: number): string | null {
  const isTold = isOneOf(tokens[at], /^(?:told|tells|telling)$/u);
  const stop = Math.min(tokens.length, at + LOOK_AHEAD);
  if (isTold) return outletAt(context, tokens, at + 1);
  for (let index = at + 1; index < stop; index++) {
    if (isQuote(tokens[index]) || isOneOf(tokens[index], /^that$/u)) return null;
    if (isOneOf(tokens[index], /^interview(?:ed)?$/u) && isOneOf(tokens[index + 1], /^(?:with|on|by)$/u))
      return outletAt(context, tokens, index + 2);
    if (isOneOf(tokens[index], /^on$/u)) {
      const outlet = outletAt(context, tokens, index + 1);
      if (outlet) return outlet;
    }
  }
  return null;
}

function outletAt(context: Context, tokens: Passage['tokens'], at: number): string | null {
  const phrase = phraseStartingAt(tokens, at, Math.min(tokens.length, at + LOOK_AHEAD));
  if (!phrase) return null;
  let end = phrase.start;
  while (
    end < phrase.end &&
    (tokens[end]?.isCapital || tokens[end]?.lower === "'s" || isFirstDeterminer(tokens, end, at))
  )
    end++;
  const words = tokens.slice(phrase.start, end);
  if (words.length === 0 || !words.some((word) => word.isCapital && OUTLET.has(word.lower))) return null;
  const name = context.source.text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/gu, ' ');
  return EVERYBODY.test(name) ? null : name;
}

const isFirstDeterminer = (tokens: Passage['tokens'], index: number, at: number): boolean =>
  index === at && isDeterminer(tokens[index]);
