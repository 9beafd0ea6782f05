/**
 * Where a speaker stands, by rules. Only the verb of speaking, a stated condition, and what the speaker says of himself
 * decide: "promised" inside what somebody says of somebody else would print a wrong stance, and a wrong one is worse than none.
 */
import { type Article, type Attribution, cut, type Stance } from '#domain';
import { cuedStances, type Lexicon, patternOfAll, wholeWord } from '#language';

const ofAll = (list: keyof NonNullable<Lexicon['stances']>): string => patternOfAll(({ stances }) => stances?.[list]);

/** "ready to talk, but only if …", "will sign unless …": a condition of the speaker's own readiness. */
const CONDITION = wholeWord(ofAll('ownConditions'));
const READY_IF =
  /(?<!\p{L})(?:would|will|could|can|ready|willing|prepared|agree[ds]?|accept(?:s|ed)?|support(?:s|ed)?)(?!\p{L})[^.;]*(?<!\p{L})if(?!\p{L})/iu;
/** The statement's subject is the speaker: "we", "he", "his country", "her party". */
const OWN = String.raw`^["“„«'‘\s]*(?:(?:but|and|yet)\s+)?(?:I|we|he|she|it|they|(?:his|her|its|their|our|my)\s\p{L}+)\s+(?:\p{L}+ly\s+)?`;
const REFUSES = new RegExp(
  String.raw`${OWN}(?:(?:do|does|did|will|would|can|could|shall)(?:\s+not|n[’']t)|cannot|never)\s+(?:\p{L}+ly\s+)?` +
    '(?:accept|support|agree|sign|attend|participate|join|back|vote|take part|allow|recogni[sz]e|tolerate|negotiate)',
  'iu',
);
/** "she would vote against the motion" */
const RESISTS = new RegExp(
  String.raw`${OWN}(?:will|would|[’']ll|[’']d)\s+(?:vote against|oppose|fight|reject|resist|veto|block)`,
  'iu',
);
/** "called the vote a mistake": a name that nobody gives to what he wants. */
const NAMING = new RegExp(`^(?:${ofAll('naming')})`, 'iu');
const CONTEMPT = wholeWord(ofAll('contempt'));
const FAVOURS = new RegExp(String.raw`${OWN}(?:support|back|welcome|favou?r|endorse|approve)`, 'iu');

/** "expressed (her) support for", "voiced opposition to": the noun tells. */
const STANCE_NOUN =
  /^(?:express|voic|reiterat|repeat|declar|announc)\p{L}*\s(?:(?:his|her|their|its|the|an?|full|strong|deep)\s){0,2}(?:support for|approval of|opposition to|objections? to|disapproval of)/iu;
/** "called for an end to the ban": for one thing and against another, so the issue alone would mislead. */
const UNDOES = wholeWord(ofAll('undoing'));

/** Verbs that may be for or against what the issue names. */
const OPEN = new RegExp(`^(?:${ofAll('open')})`, 'iu');

export function stanceOf(article: Article, attribution: Attribution, statement: string): Stance {
  if (attribution.manner === 'declined') return 'neutral';
  if (CONDITION.test(statement) || READY_IF.test(statement)) return 'conditional';
  if (REFUSES.test(statement)) return 'opposes';
  if (RESISTS.test(statement)) return 'opposes';
  if (FAVOURS.test(statement)) return 'supports';
  const cue = cueOf(article, attribution);
  if (NAMING.test(cue) && CONTEMPT.test(statement)) return 'opposes';
  if (STANCE_NOUN.test(statement))
    return /opposition|objection|disapproval/iu.test(STANCE_NOUN.exec(statement)?.[0] ?? '') ? 'opposes' : 'supports';
  // A speaker who warns, urges or promises to undo something may be for or against the matter that the issue names.
  const isOpen = OPEN.test(cue) || UNDOES.test(statement);
  const cued = isOpen ? [] : cuedStances(cue);
  return cued.length === 1 ? (cued[0] ?? 'unclear') : 'unclear';
}

/** The verb with the preposition that turns it: "called |for", "argued |against". */
function cueOf(article: Article, { cue }: Attribution): string {
  if (!cue) return '';
  const behind = /^\s(?:for|against)(?!\p{L})/u.exec(article.text.slice(cue.end, cue.end + 10));
  return cut(article, cue) + (behind?.[0] ?? '');
}
