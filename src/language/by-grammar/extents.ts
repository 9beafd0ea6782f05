/** Where what was said ends: at the end of its clause, not of its sentence. */

import { isQuote, type Source, type Word } from '../attribution.ts';
import { CLAUSE_START, PRONOUN } from '../lexicon/en/words.ts';
import { type Cue, cueAt } from './cues.ts';
import { isComma, isDash, isDeterminer, isNounLike, isOneOf, type Passage } from './passage.ts';
import { verbGroup } from './subjects.ts';

/** After a comma these begin a clause of the reporter's, or the speaker's next statement. */
const NEW_STATEMENT =
  /^(?:adding|saying|arguing|calling|noting|telling|writing|claiming|suggesting|citing|insisting|according|accusing|warning|stressing|describing|referring|pointing|urging|quoting|reiterating|echoing|prompting|drawing)$/u;
const REPORTERS_ADJUNCT = /^(?:despite|following|amid)$/u;
/** How far ahead a new subject with its own cue may stand. */
const CUE_LOOK_AHEAD = 14;

const CLAUSE_OPENER = new RegExp(
  `^(?:${[...CLAUSE_START].filter((word) => word !== 'that').join('|')}|adding|saying|arguing|calling|noting|telling|writing)$`,
  'u',
);

/** Index of the first word after the content that begins at `from`; `to` is the passage's end. */
export function contentEnd(
  source: Source,
  passage: Passage,
  cue: Cue,
  from: number,
  start: number,
  to: number,
): number {
  const { words } = passage;
  const opensWithAdverbial =
    isOneOf(words[start], /^(?:while|although|though|when|if|as|after|because)$/u) && cue.at - start < 8;
  for (let at = from + 1; at < to; at++) {
    const word = words[at];
    if (!word || isQuote(word)) continue;
    if (word.text === ';') return at;
    const next = words[at + 1];
    if ((isComma(word) || isDash(word)) && at + 1 < to) {
      if (isOneOf(next, NEW_STATEMENT) || (isOneOf(next, REPORTERS_ADJUNCT) && at - from > 3)) return at;
      // the same cue's next clause, or the next part of a list: ", and that …", ", and for …"
      if (isOneOf(next, /^(?:and|but)$/u) && isOneOf(words[at + 2], /^(?:that|for|to|of|by|from|than|at)$/u)) continue;
      if (isOneOf(next, /^(?:and|but|while|though|although|as|whereas)$/u) && cueFollows(source, passage, at + 2, to))
        return at;
      if (isOneOf(next, /^even$/u) && isOneOf(words[at + 2], /^(?:as|while)$/u)) return at;
      if (isOneOf(next, /^with$/u) && isSecondVoice(source, passage, at + 2, to)) return at;
      if (opensWithAdverbial && opensNounPhrase(next)) return at;
      if (cue.takesPhrase && !isClauseContent(passage, cue, from) && isOneOf(next, CLAUSE_OPENER)) return at;
    }
    if (isOneOf(word, /^(?:and|but)$/u) && at + 1 < to && isSecondCue(source, passage, cue, at + 1)) return at;
    if (
      word.lower === 'as' &&
      isOneOf(next, /^(?:he|she|they)$/u) &&
      at - from > 2 &&
      isPastCue(cue) &&
      isNarrative(passage, at + 2)
    )
      return at;
  }
  return to;
}

function opensNounPhrase(word: Word | undefined): boolean {
  return PRONOUN.has(word?.lower ?? '') || word?.isCapital === true || isDeterminer(word) || isNounLike(word);
}

/** ", with the Gazette reporting that …": somebody else's words begin. */
function isSecondVoice(source: Source, passage: Passage, from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + CUE_LOOK_AHEAD / 2); at++) {
    const word = passage.words[at];
    if (isQuote(word) || isComma(word)) return false;
    if (word?.lower.endsWith('ing') && cueAt(source, passage, at)?.takesClause) return true;
  }
  return false;
}

function isClauseContent(passage: Passage, cue: Cue, from: number): boolean {
  return cue.takesClause && from !== cue.end;
}

function cueFollows(source: Source, passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + CUE_LOOK_AHEAD - 2); at++) {
    if (isQuote(passage.words[at])) return false;
    if (cueAt(source, passage, at) && !verbGroup(passage.words, at, from).isPassive) return true;
  }
  return false;
}

/** ", and called …", "and predicted …": the same speaker's next verb, in the tense of the first. */
function isSecondCue(source: Source, passage: Passage, cue: Cue, at: number): boolean {
  const { words } = passage;
  const verb = words[at]?.pos === 'ADV' ? at + 1 : at;
  const second = cueAt(source, passage, verb);
  if (!second || second.kind !== 'verb') return false;
  const form = words[verb]?.lower ?? '';
  if (second.takesClause && isOneOf(words[verb + 1], /^(?:that|he|she|they|it|we|there)$/u)) return true;
  const isPast = /ed$|^(?:said|told|wrote|swore|spoke)$/u.test(form);
  if (isPast) return isPastCue(cue) || /^(?:has|have|had)$/u.test(words[cue.at - 1]?.lower ?? '');
  return form.endsWith('s') && (words[cue.at]?.lower ?? '').endsWith('s') && words[verb]?.pos === 'VERB';
}

function isPastCue(cue: Cue): boolean {
  return cue.kind !== 'according';
}

/** "as he left the building", not "as he sees it". */
function isNarrative(passage: Passage, verb: number): boolean {
  const word = passage.words[verb];
  return isOneOf(
    word,
    /^(?:left|arrived|announced|launched|opened|toured|walked|signed|visited|unveiled|entered|addressed|accepted)$/u,
  );
}
