/** What somebody is said not to have said. */
import type { Attribution, Span } from '#domain';

/** An auxiliary and its "not", with an adverb or two, right before the verb of saying. */
const NEGATION =
  /(?:\b(?:has|have|had|did|does|do|would|will|could|can|may|might)(?: not|n['’]t)|\bnever)(?: \p{Ll}+){0,2} $/u;
const NEGATION_CHARACTERS = 40;

/** "has not said whether it will pay": without its verb the clause would read as said. `null`: nothing is denied. */
export function denialIn(text: string, { cue, content, manner }: Attribution): Span | null {
  const [first] = content;
  if (!cue || !first || manner === 'declined' || first.start < cue.end) return null;
  const before = text.slice(Math.max(0, cue.start - NEGATION_CHARACTERS), cue.start);
  const negation = NEGATION.exec(before);
  return negation && { start: cue.start - before.length + negation.index, end: first.end };
}
