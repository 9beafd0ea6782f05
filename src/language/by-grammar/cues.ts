/** The words that report speaking: is the word a cue, and of what kind? */

import { isQuote, type Source, type Word } from '../attribution.ts';
import { CLAUSE_VERBS, PHRASE_VERBS, UNAMBIGUOUS } from '../lexicon/en/verbs.ts';
import { BE, POSSESSIVE, PRONOUN, ROLE } from '../lexicon/en/words.ts';
import { isComma, isDeterminer, isNounLike, isOneOf, isTime, type Passage } from './passage.ts';

export interface Cue {
  readonly at: number;
  /** Word after the cue's own words. */
  readonly end: number;
  readonly lemma: string;
  readonly takesClause: boolean;
  readonly takesPhrase: boolean;
  /** `beside`: any verb that stands next to a quotation ("he chuckled"). */
  readonly kind: 'verb' | 'according' | 'beside';
}

const PAST_OR_PRESENT = /(?:ed|s|ew|ot|ung|poke|oke|aid|ore|an|ld)$/u;

export function cueAt(source: Source, passage: Passage, at: number, from = 0): Cue | null {
  const { words } = passage;
  const word = words[at];
  if (!word || isQuote(word) || !word.isWord) return null;
  if (word.isCapital) return capitalCue(passage, at, from);
  if (word.lower === 'according' && words[at + 1]?.lower === 'to') {
    return { at, end: at + 2, lemma: 'according', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  if (word.lower === 'words' && isOneOf(words[at - 1], /^the$/u) && isOneOf(words[at + 1], /^of$/u)) {
    return { at, end: at + 2, lemma: 'words', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  const clause = CLAUSE_VERBS.get(word.lower);
  const phrase = PHRASE_VERBS.get(word.lower);
  if (clause === undefined && phrase === undefined) return besideCue(source, words, at);
  const isPassive = isOneOf(words[at + 1], /^by$/u) && !isTime(words[at + 2]); // "said by experts", not "said by 2050"
  if (!isVerbHere(words, at) || isPassive || isAct(words, at)) return null;
  const before = words[at - 1];
  if (before && at > from && !isQuote(before)) {
    const isFloating = /^(?:both|all|each)$/u.test(before.lower) && isNounLike(words[at - 2]); // "Lee and Ann both said"
    if ((isDeterminer(before) && !isFloating) || before.lower === "'s" || before.lower === 'to') return null;
    if (before.pos === 'ADP' && !word.lower.endsWith('ing')) return null;
  }
  return verbCue(at, clause, phrase);
}

function verbCue(at: number, clause: string | undefined, phrase: string | undefined): Cue {
  const lemma = clause ?? phrase ?? '';
  return { at, end: at + 1, lemma, takesClause: clause !== undefined, takesPhrase: phrase !== undefined, kind: 'verb' };
}

/** A capitalised verb is a cue in a headline, or as a participle that opens the sentence ("Asked …" is not). */
function capitalCue(passage: Passage, at: number, from: number): Cue | null {
  const { words, isHeadline } = passage;
  const word = words[at];
  if (!word) return null;
  if (word.lower === 'according' && words[at + 1]?.lower === 'to') {
    return { at, end: at + 2, lemma: 'according', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  const clause = CLAUSE_VERBS.get(word.lower);
  const phrase = PHRASE_VERBS.get(word.lower);
  if (clause === undefined && phrase === undefined) return null;
  if (isHeadline && at > from) {
    const before = words[at - 1];
    const next = words[at + 1];
    const isFinite = /s$|ed$|^(?:said|told)$/u.test(word.lower);
    const isPreceded = before?.isWord === true && before.lower !== "'s" && before.lower !== 'to';
    const isNoun =
      isOneOf(next, /^(?:of|in|and|for|from|are|were|is|:)$/u) && !/^(?:call|speak|talk|push)/u.test(word.lower);
    return isFinite && isPreceded && !isNoun ? verbCue(at, clause, phrase) : null;
  }
  return at === from && word.lower.endsWith('ing') ? verbCue(at, clause, phrase) : null;
}

const SPORTS_OBJECT = /^(?:penalt(?:y|ies)|corners?|goals?|points?|runs?|possession|free-kick)$/u;
const INVESTIGATOR = /^(?:police|officers?|detectives?|investigators?|agents?|guards?)$/u;

/** Forms of these verbs that tell what somebody did and not what he said. */
function isAct(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const lower = words[at]?.lower ?? '';
  if (isOneOf(next, /^with$/u)) return !/^(?:agree|disagree|plead|argue|sid|concur)/u.test(lower);
  if (lower.startsWith('conced')) return words.slice(at + 1, at + 5).some((word) => isOneOf(word, SPORTS_OBJECT));
  if (lower.startsWith('question'))
    return words.slice(Math.max(0, at - 3), at).some((word) => isOneOf(word, INVESTIGATOR));
  // "the most well known effects", "the best known film"
  if (/(?:ed|wn)$/u.test(lower) && isOneOf(words[at - 1], /^(?:well|most|best|more|less|least|much|widely)$/u))
    return next?.pos === 'NOUN';
  // "will compare marks": a plan to look, not a likening
  if (lower === 'compare') return isOneOf(words[at - 1], /^(?:will|would|shall|to|can|could)$/u);
  if (lower.startsWith('call')) return isOneOf(next, /^(?:at|in|off)$/u); // "the ferry called at the island"
  // "asked not to be named"
  if (lower.startsWith('ask')) return isOneOf(next, /^not$/u) && isOneOf(words[at + 3], /^be$/u);
  return false;
}

/** Any verb of the past or present that stands right beside a quotation counts as a verb of saying. */
function besideCue(source: Source, words: readonly Word[], at: number): Cue | null {
  const word = words[at];
  if (!word || word.pos !== 'VERB' || !(PAST_OR_PRESENT.test(word.lower) || word.lower === 'began')) return null;
  const before = words[at - 1];
  if (!before || isDeterminer(before) || before.lower === 'to' || BE.has(before.lower)) return null;
  const next = words[at + 1];
  const isParticle = isOneOf(next, /^(?:back|out|in|on|off)$/u);
  const stop = isParticle ? at + 2 : at + 1;
  const opensRight = /^[,:]$/u.test(words[stop]?.text ?? '') && isSpeechQuote(source, words[stop + 1]);
  // "shot back that", "chimed in that"
  const reports = isParticle && isOneOf(next, /^(?:back|in)$/u) && isOneOf(words[stop], /^that$/u);
  if (!opensRight && !reports && !closesLeft(source, words, at)) return null;
  return {
    at,
    end: (opensRight || reports) && isParticle ? at + 2 : at + 1,
    lemma: 'beside',
    takesClause: true,
    takesPhrase: false,
    kind: 'beside',
  };
}

/** “…,” the old man with the hat chuckled: at most so many words between the quotation and its verb. */
const MAX_WORDS_TO_QUOTATION = 6;

function closesLeft(source: Source, words: readonly Word[], at: number): boolean {
  let left = at - 1;
  while (left > 0 && at - left < MAX_WORDS_TO_QUOTATION && !isQuote(words[left]) && words[left]?.text !== ',') left--;
  return isSpeechQuote(source, words[left]) && at - left > 1 && isClosedStatement(source, words, left);
}

/** “…,” or “…!” or “…” and a comma: a quotation that ends in the middle of a phrase is a word in marks. */
function isClosedStatement(source: Source, words: readonly Word[], at: number): boolean {
  const quotation = source.quotations[words[at]?.quotation ?? -1];
  return /[,.!?…—-]$/u.test(source.text.slice(quotation?.start, quotation?.end)) || isComma(words[at + 1]);
}

export function isSpeechQuote(source: Source, word: Word | undefined): boolean {
  return word !== undefined && word.quotation >= 0 && source.isTitle[word.quotation] === false;
}

/** Is the word a verb in this place, even where the tagger took it for a noun ("the report notes that")? */
function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.pos === 'VERB') return true;
  if (UNAMBIGUOUS.has(word.lower) && word.pos !== 'ADJ') return true;
  const opensAfterComma = words[at - 1]?.text === ',' && isOneOf(words[at + 1], /^(?:that|he|she|they|it|the)$/u);
  if (word.lower.endsWith('ing') && opensAfterComma) return true; // ", warning that"
  if (
    isOneOf(words[at - 1], /^(?:and|but|who|they|we)$/u) &&
    isOneOf(words[at + 1], /^(?:he|she|they|it|that|there)$/u)
  )
    return word.pos !== 'ADJ'; // "and claim she lied"
  if (!/s$|ed$/u.test(word.lower) || !['NOUN', 'ADJ', 'PROPN', 'ADV'].includes(word.pos ?? '')) return false;
  const next = words[at + 1];
  let before = words[at - 1];
  if (before?.pos === 'ADV') before = words[at - 2];
  if (!before || isQuote(before)) return false;
  const isPronoun =
    /^(?:he|she|they|who|we|it|i|man|woman|mother|father|widow|family)$/u.test(before.lower) || ROLE.has(before.lower);
  const isName = before.isCapital && before.lower !== "'s" && !before.lower.endsWith("'s");
  const isNoun =
    before.pos === 'NOUN' && word.lower.endsWith('s') && !before.lower.endsWith('s') && next?.lower === 'that';
  if (!isPronoun && !isName && !isNoun) return false;
  if (!next || isQuote(next) || /^[.,:]$/u.test(next.text)) return true;
  const opensClause =
    isDeterminer(next) || POSSESSIVE.has(next.lower) || PRONOUN.has(next.lower) || next.isCapital || next.pos === 'ADV';
  return opensClause || next.lower === 'that' || (word.lower === 'points' && next.lower === 'out');
}
