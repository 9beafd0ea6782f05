/**
 * Where a speaker stands, by rules. Only the verb of speaking, a stated condition, and what the speaker says of himself
 * decide: "promised" inside what somebody says of somebody else would print a wrong stance, and a wrong one is worse than none.
 */
import { type Article, type Attribution, cut, type Stance } from '#domain';
import { cuedStances } from '#language';

/** "ready to talk, but only if …", "will sign unless …": a condition of the speaker's own readiness. */
const CONDITION =
  /(?<!\p{L})(?:only (?:be \p{L}+ )?(?:if|when|after|on condition)|unless|provided that|as long as|on (?:the )?condition that|nur wenn|sofern|à condition|siempre que|a condición)(?!\p{L})/iu;
const READY_IF =
  /(?<!\p{L})(?:would|will|could|can|ready|willing|prepared|agree[ds]?|accept(?:s|ed)?|support(?:s|ed)?)(?!\p{L})[^.;]*(?<!\p{L})if(?!\p{L})/iu;
/** The statement's subject is the speaker: "we", "he", "his country", "her party". */
const OWN = String.raw`^["“„«'‘\s]*(?:(?:but|and|yet)\s+)?(?:I|we|he|she|it|they|(?:his|her|its|their|our|my)\s\p{L}+)\s+(?:\p{L}+ly\s+)?`;
const REFUSES = new RegExp(
  String.raw`${OWN}(?:(?:do|does|did|will|would|can|could|shall)(?:\s+not|n[’']t)|cannot|never)\s+(?:\p{L}+ly\s+)?` +
    '(?:accept|support|agree|sign|attend|participate|join|back|vote|take part|allow|recogni[sz]e|tolerate|negotiate)',
  'iu',
);
const FAVOURS = new RegExp(String.raw`${OWN}(?:support|back|welcome|favou?r|endorse|approve)`, 'iu');

export function stanceOf(article: Article, attribution: Attribution, statement: string): Stance {
  if (attribution.manner === 'declined') return 'neutral';
  if (CONDITION.test(statement) || READY_IF.test(statement)) return 'conditional';
  if (REFUSES.test(statement)) return 'opposes';
  if (FAVOURS.test(statement)) return 'supports';
  const cue = attribution.cue ? cut(article, attribution.cue) : '';
  // Who warns of something may be for or against what leads there.
  const cued = /^warn/iu.test(cue) ? [] : cuedStances(cue);
  return cued.length === 1 ? (cued[0] ?? 'unclear') : 'unclear';
}
