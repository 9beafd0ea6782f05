/** The words that report speaking: is the token a cue, and of what kind? */

import { CLAUSE_VERBS, PHRASE_VERBS, UNAMBIGUOUS } from '../lexicon/en/verbs.ts';
import { BE, POSSESSIVE, PRONOUN, ROLE } from '../lexicon/en/words.ts';
import { isComma, isDeterminer, isNounLike, isOneOf, isQuote, isTime, type Passage, type Source } from './passage.ts';
import type { Token } from './tagged.ts';

export interface Cue {
  readonly at: number;
  /** Token after the cue's own words. */
  readonly end: number;
  readonly lemma: string;
  readonly takesClause: boolean;
  readonly takesPhrase: boolean;
  /** `beside`: any verb that stands next to a quotation ("he chuckled"). */
  readonly kind: 'verb' | 'according' | 'beside';
}

const PAST_OR_PRESENT = /(?:ed|s|ew|ot|ung|poke|oke|aid|ore|an|ld)$/u;

export function cueAt(source: Source, passage: Passage, at: number, from = 0): Cue | null {
  const { tokens } = passage;
  const token = tokens[at];
  if (!token || isQuote(token) || !token.isWord) return null;
  if (token.isCapital) return capitalCue(passage, at, from);
  if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
    return { at, end: at + 2, lemma: 'according', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  if (token.lower === 'words' && isOneOf(tokens[at - 1], /^the$/u) && isOneOf(tokens[at + 1], /^of$/u)) {
    return { at, end: at + 2, lemma: 'words', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  const clause = CLAUSE_VERBS.get(token.lower);
  const phrase = PHRASE_VERBS.get(token.lower);
  if (clause === undefined && phrase === undefined) return besideCue(source, tokens, at);
  const isPassive = isOneOf(tokens[at + 1], /^by$/u) && !isTime(tokens[at + 2]); // "said by experts", not "said by 2050"
  if (!isVerbHere(tokens, at) || isPassive || isAct(tokens, at)) return null;
  const before = tokens[at - 1];
  if (before && at > from && !isQuote(before)) {
    const isFloating = /^(?:both|all|each)$/u.test(before.lower) && isNounLike(tokens[at - 2]); // "Lee and Ann both said"
    if ((isDeterminer(before) && !isFloating) || before.lower === "'s" || before.lower === 'to') return null;
    if (before.pos === 'ADP' && !token.lower.endsWith('ing')) return null;
  }
  return verbCue(at, clause, phrase);
}

function verbCue(at: number, clause: string | undefined, phrase: string | undefined): Cue {
  const lemma = clause ?? phrase ?? '';
  return { at, end: at + 1, lemma, takesClause: clause !== undefined, takesPhrase: phrase !== undefined, kind: 'verb' };
}

/** A capitalised verb is a cue in a headline, or as a participle that opens the sentence ("Asked …" is not). */
function capitalCue(passage: Passage, at: number, from: number): Cue | null {
  const { tokens, isHeadline } = passage;
  const token = tokens[at];
  if (!token) return null;
  if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
    return { at, end: at + 2, lemma: 'according', takesClause: false, takesPhrase: false, kind: 'according' };
  }
  const clause = CLAUSE_VERBS.get(token.lower);
  const phrase = PHRASE_VERBS.get(token.lower);
  if (clause === undefined && phrase === undefined) return null;
  if (isHeadline && at > from) {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    const isFinite = /s$|ed$|^(?:said|told)$/u.test(token.lower);
    const isPreceded = before?.isWord === true && before.lower !== "'s" && before.lower !== 'to';
    const isNoun =
      isOneOf(next, /^(?:of|in|and|for|from|are|were|is|:)$/u) && !/^(?:call|speak|talk|push)/u.test(token.lower);
    return isFinite && isPreceded && !isNoun ? verbCue(at, clause, phrase) : null;
  }
  return at === from && token.lower.endsWith('ing') ? verbCue(at, clause, phrase) : null;
}

const SPORTS_OBJECT = /^(?:penalt(?:y|ies)|corners?|goals?|points?|runs?|possession|free-kick)$/u;
const INVESTIGATOR = /^(?:police|officers?|detectives?|investigators?|agents?|guards?)$/u;

/** Forms of these verbs that tell what somebody did and not what he said. */
function isAct(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const lower = tokens[at]?.lower ?? '';
  if (isOneOf(next, /^with$/u)) return !/^(?:agree|disagree|plead|argue|sid|concur)/u.test(lower);
  if (lower.startsWith('conced')) return tokens.slice(at + 1, at + 5).some((token) => isOneOf(token, SPORTS_OBJECT));
  if (lower.startsWith('question'))
    return tokens.slice(Math.max(0, at - 3), at).some((token) => isOneOf(token, INVESTIGATOR));
  // "the most well known effects", "the best known film"
  if (/(?:ed|wn)$/u.test(lower) && isOneOf(tokens[at - 1], /^(?:well|most|best|more|less|least|much|widely)$/u))
    return next?.pos === 'NOUN';
  // "will compare marks": a plan to look, not a likening
  if (lower === 'compare') return isOneOf(tokens[at - 1], /^(?:will|would|shall|to|can|could)$/u);
  if (lower.startsWith('call')) return isOneOf(next, /^(?:at|in|off)$/u); // "the ferry called at the island"
  // "asked not to be named"
  if (lower.startsWith('ask')) return isOneOf(next, /^not$/u) && isOneOf(tokens[at + 3], /^be$/u);
  return false;
}

/** Any verb of the past or present that stands right beside a quotation counts as a verb of saying. */
function besideCue(source: Source, tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at];
  if (!token || token.pos !== 'VERB' || !(PAST_OR_PRESENT.test(token.lower) || token.lower === 'began')) return null;
  const before = tokens[at - 1];
  if (!before || isDeterminer(before) || before.lower === 'to' || BE.has(before.lower)) return null;
  const next = tokens[at + 1];
  const isParticle = isOneOf(next, /^(?:back|out|in|on|off)$/u);
  const stop = isParticle ? at + 2 : at + 1;
  const opensRight = /^[,:]$/u.test(tokens[stop]?.text ?? '') && isSpeechQuote(source, tokens[stop + 1]);
  // "shot back that", "chimed in that"
  const reports = isParticle && isOneOf(next, /^(?:back|in)$/u) && isOneOf(tokens[stop], /^that$/u);
  if (!opensRight && !reports && !closesLeft(source, tokens, at)) return null;
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

function closesLeft(source: Source, tokens: readonly Token[], at: number): boolean {
  let left = at - 1;
  while (left > 0 && at - left < MAX_WORDS_TO_QUOTATION && !isQuote(tokens[left]) && tokens[left]?.text !== ',') left--;
  return isSpeechQuote(source, tokens[left]) && at - left > 1 && isClosedStatement(source, tokens, left);
}

/** “…,” or “…!” or “…” and a comma: a quotation that ends in the middle of a phrase is a word in marks. */
function isClosedStatement(source: Source, tokens: readonly Token[], at: number): boolean {
  const quotation = source.quotations[tokens[at]?.quotation ?? -1];
  return /[,.!?…—-]$/u.test(source.text.slice(quotation?.start, quotation?.end)) || isComma(tokens[at + 1]);
}

export function isSpeechQuote(source: Source, token: Token | undefined): boolean {
  return token !== undefined && token.quotation >= 0 && source.isTitle[token.quotation] === false;
}

/** Is the word a verb in this place, even where the tagger took it for a noun ("the report notes that")? */
function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === 'VERB') return true;
  if (UNAMBIGUOUS.has(token.lower) && token.pos !== 'ADJ') return true;
  const opensAfterComma = tokens[at - 1]?.text === ',' && isOneOf(tokens[at + 1], /^(?:that|he|she|they|it|the)$/u);
  if (token.lower.endsWith('ing') && opensAfterComma) return true; // ", warning that"
  if (
    isOneOf(tokens[at - 1], /^(?:and|but|who|they|we)$/u) &&
    isOneOf(tokens[at + 1], /^(?:he|she|they|it|that|there)$/u)
  )
    return token.pos !== 'ADJ'; // "and claim she lied"
  if (!/s$|ed$/u.test(token.lower) || !['NOUN', 'ADJ', 'PROPN', 'ADV'].includes(token.pos)) return false;
  const next = tokens[at + 1];
  let before = tokens[at - 1];
  if (before?.pos === 'ADV') before = tokens[at - 2];
  if (!before || isQuote(before)) return false;
  const isPronoun =
    /^(?:he|she|they|who|we|it|i|man|woman|mother|father|widow|family)$/u.test(before.lower) || ROLE.has(before.lower);
  const isName = before.isCapital && before.lower !== "'s" && !before.lower.endsWith("'s");
  const isNoun =
    before.pos === 'NOUN' && token.lower.endsWith('s') && !before.lower.endsWith('s') && next?.lower === 'that';
  if (!isPronoun && !isName && !isNoun) return false;
  if (!next || isQuote(next) || /^[.,:]$/u.test(next.text)) return true;
  const opensClause =
    isDeterminer(next) || POSSESSIVE.has(next.lower) || PRONOUN.has(next.lower) || next.isCapital || next.pos === 'ADV';
  return opensClause || next.lower === 'that' || (token.lower === 'points' && next.lower === 'out');
}
