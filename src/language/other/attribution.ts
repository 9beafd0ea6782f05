/**
 * Who said what, by rules over cue verbs and the phrases beside them. Order matters: "…, X said" is tried before
 * "X said …", because a quotation that ends right before a speaker belongs to that speaker.
 */
import type { Attribution, Manner, Quotation, Sentence, Span } from '#domain';

import { type Clause, clauseOf, subjectAfter, subjectBefore, type Word } from './clause.ts';
import { type CueLexicon, cueLexicon, DECLINED } from './cues.ts';
import type { Register } from './register.ts';

/** Words between quotation marks below this number are a name or a scare word, not speech, unless a cue stands beside. */
const SPEECH_WORDS = 4;
/** "…, X said on Monday": so many words may stand behind a closing cue. */
const LIGHT_TAIL_WORDS = 8;

interface Context {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly register: Register;
  readonly lexicon: CueLexicon;
  readonly found: Attribution[];
}

export interface AttributionInput {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly register: Register;
  readonly language: string;
}

export function attribute({ text, sentences, quotations, register, language }: AttributionInput): Attribution[] {
  const context: Context = { text, quotations, register, lexicon: cueLexicon(language), found: [] };
  for (const sentence of sentences) attributeSentence(clauseOf(text, sentence, quotations), context);
  attributeRest(sentences, context);
  return context.found.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function attributeSentence(clause: Clause, context: Context): void {
  const { words, sentence, text } = clause;
  if (DECLINED.test(text.slice(sentence.start, sentence.end))) return attributeDeclined(clause, context);
  let floor = 0;
  let subject: Span | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const isAccording = word.lower === 'according' && words[index + 1]?.lower === 'to';
    if (word.quotation || (!isAccording && !isCue(clause, index, context.lexicon))) continue;
    if (isAccording) {
      attributeAccording(clause, index, context);
      continue;
    }
    const trailing = trailingContent(clause, index, floor);
    if (trailing) {
      add(context, clause, trailing.subject, word, trailing.content);
      subject = trailing.subject;
      floor = index + 1;
      continue;
    }
    const isParticiple = context.lexicon.isParticiple(word.lower) || isElided(clause, index);
    const own = isParticiple ? null : subjectBefore(clause, index, floor);
    const speaking: Span | null = own ?? (isParticiple ? (subject ?? mainSubject(clause, index, context)) : null);
    if (!speaking) continue;
    const last = contentEnd(clause, index, context.lexicon);
    const content = contentAfter(clause, index, last, context.lexicon);
    if (content) {
      add(context, clause, speaking, word, [content]);
      subject = speaking;
      floor = index + 1;
      index = last;
    }
  }
}

/** "and predicted …", "but called …": the subject of the cue before. */
function isElided({ words }: Clause, index: number): boolean {
  const before = words[index - 1];
  return (
    before !== undefined &&
    !before.quotation &&
    (before.lower === 'and' || before.lower === 'but' || before.lower === 'then')
  );
}

/** "the claim", "to say", "his call": a form of the verb that reports nothing. */
function isCue({ words }: Clause, index: number, lexicon: CueLexicon): boolean {
  const word = words[index] as Word;
  if (!/^\p{Ll}/u.test(word.text) || !(lexicon.isSaying(word.lower) || lexicon.isActing(word.lower))) return false;
  const before = words[index - 1];
  if (!before) return false;
  // French "a déclaré" behind a quotation is an auxiliary, English "a claim" an article.
  if (before.lower === 'a' && words[index - 2]?.quotation) return true;
  return !/^(?:the|a|an|to|his|her|its|their|this|that|these|those|no|of|for|is|are|was|were|be|been|being)$/u.test(
    before.lower,
  );
}

interface Trailing {
  readonly subject: Span;
  readonly content: Span[];
}

/** "“A,” X said[, “B”]", "“A,” said X", "The vote was close, X said." */
function trailingContent(clause: Clause, index: number, floor: number): Trailing | null {
  const { words, sentence } = clause;
  const word = words[index] as Word;
  // « … », a déclaré Luc Moreau: the auxiliary stands between the marks and the cue.
  const hasAuxiliary = /^(?:a|ont|avait|hat|haben|ha|han)$/u.test(words[index - 1]?.lower ?? '');
  const leftAt = hasAuxiliary ? index - 2 : index - 1;
  const left = words[leftAt];
  if (left && (left.quotation || /^[,!?”"»“]/u.test(word.gap.trim())) && endsContent(clause, leftAt + 1, leftAt + 1)) {
    const after = subjectAfter(clause, index);
    if (after)
      return { subject: after, content: withContinuation(clause, after.last, contentBefore(clause, leftAt + 1)) };
  }
  const before = subjectBefore(clause, index, floor);
  if (!before || before.first === 0 || !endsContent(clause, before.first, index)) return null;
  const first = words[before.first] as Word;
  const isQuoted = words[before.first - 1]?.quotation !== null;
  // Without marks the cue must close the sentence: "…, X said on Monday."
  if (
    !isQuoted &&
    (words.length - index - 1 > LIGHT_TAIL_WORDS || !first.gap.trim().startsWith(',') || before.first - floor < 3)
  )
    return null;
  if (!isQuoted && /^(?:that|he|she|they|it|there)$/u.test(words[index + 1]?.lower ?? '')) return null;
  if (
    !isQuoted &&
    /^(?:on|in|at|after|before|when|while|as|if|with|for|during|since|although|though|despite|asked)$/iu.test(
      words[floor]?.text ?? '',
    )
  )
    return null;
  // "The owner of the yard, Dagny Holt, said …": a comma before the cue closes an insertion and opens no speech.
  if (!isQuoted && word.gap.includes(',')) return null;
  if (sentence.start > first.start) return null;
  return { subject: before, content: withContinuation(clause, index, contentBefore(clause, before.first)) };
}

/** Does something said end right before word `at`? A quotation, or a clause closed by a comma. */
function endsContent({ words }: Clause, at: number, index: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  return before.quotation !== null || (at !== index && (words[at] as Word).gap.trim().startsWith(','));
}

/** From the beginning of the sentence, or of the quotation that began in an earlier one, to the word before `end`. */
function contentBefore({ words, sentence, text }: Clause, end: number): Span[] {
  const last = words[end - 1] as Word;
  const from = last.quotation && last.quotation.start < sentence.start ? last.quotation.start - 1 : sentence.start;
  const to = last.quotation ? Math.min(last.quotation.end + 1, text.length) : last.end;
  return [{ start: from, end: to }];
}

/** “A,” he said, “B.”: what is quoted behind the cue belongs to it too. */
function withContinuation({ words, sentence }: Clause, from: number, content: Span[]): Span[] {
  const next = words.slice(from + 1).find((word) => word.quotation !== null)?.quotation;
  if (!next || words[from + 1]?.quotation === undefined) return content;
  return [...content, { start: next.start - 1, end: Math.min(next.end + 1, Math.max(sentence.end, next.end)) }];
}

/** Index of the last word that belongs to what the cue at `index` reports. */
function contentEnd({ words }: Clause, index: number, lexicon: CueLexicon): number {
  for (let at = index + 2; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.quotation) continue;
    const isCueHere = lexicon.isSaying(word.lower) || lexicon.isActing(word.lower);
    if (/[;]/u.test(word.gap)) return at - 1;
    if (lexicon.isParticiple(word.lower) && /^[”"»]?,/u.test(word.gap.trim())) return at - 1;
    if (/^(?:and|but)$/u.test(word.lower) && isCueAt(words, at + 1, lexicon)) return at - 1;
    if (isCueHere && /,/u.test(word.gap)) return at - 1;
    if (word.lower === 'according' && words[at + 1]?.lower === 'to') return at - 1;
  }
  return words.length - 1;
}

function isCueAt(words: readonly Word[], at: number, lexicon: CueLexicon): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    !word.quotation &&
    (lexicon.isSaying(word.lower) || lexicon.isActing(word.lower)) &&
    /(?:ed|id|ote|old|s)$/u.test(word.lower)
  );
}

/** Verbs whose object is no clause of its own: the verb belongs to the statement. */
const KEEPS_VERB =
  /^(?:call|describ|vow|promis|pledg|demand|propos|recommend|den(?:y|ies)|warn(?:ed|s) (?:of|against))/u;
const RECIPIENT = /^(?:reporters|journalists|parliament|lawmakers|me|us|him|her|them|today|yesterday)$/u;

function contentAfter({ words, text }: Clause, index: number, last: number, lexicon: CueLexicon): Span | null {
  const cue = words[index] as Word;
  const end = words[last];
  if (!end || last <= index) return null;
  let first = index + 1;
  while (first < last && RECIPIENT.test((words[first] as Word).lower)) first += 1;
  if (
    /^told|tells$/u.test(cue.lower) &&
    /^\p{Lu}/u.test((words[first] as Word).text) &&
    (words[first + 1]?.lower === 'that' || words[first + 1]?.gap.trim().startsWith(','))
  )
    first += 1;
  const that = words
    .slice(first, Math.min(last, first + 6))
    .findIndex((word) => word.lower === 'that' && !word.quotation);
  if (that >= 0) first += that + 1;
  const head = words[first] as Word;
  const keepsVerb = lexicon.isActing(cue.lower) || KEEPS_VERB.test(cue.lower);
  const opening = head.quotation && /[“"„«‘]$/u.test(head.gap) ? head.quotation.start - 1 : head.start;
  const closing = end.quotation ? Math.min(end.quotation.end + 1, text.length) : end.end;
  return { start: keepsVerb ? cue.start : opening, end: closing };
}

/** The first phrase of the sentence that stands before a verb: the subject that a participle goes with. */
function mainSubject(clause: Clause, before: number, context: Context): Span | null {
  for (let index = 1; index < before; index += 1) {
    const word = clause.words[index] as Word;
    const isVerb =
      context.lexicon.isSaying(word.lower) ||
      context.lexicon.isActing(word.lower) ||
      /(?:ed|was|were|has|have|is|are)$/u.test(word.lower);
    if (!isVerb || word.quotation) continue;
    const subject = subjectBefore(clause, index, 0);
    if (subject) return subject;
  }
  return null;
}

function attributeAccording(clause: Clause, index: number, context: Context): void {
  const { words, sentence } = clause;
  const subject = subjectAfter(clause, index + 1);
  if (!subject) return;
  const cue = { start: (words[index] as Word).start, end: (words[index + 1] as Word).end };
  if (index >= 3) {
    const last = words[index - 1] as Word;
    const end = last.quotation ? last.quotation.end + 1 : last.end;
    add(context, clause, subject, cue, [{ start: sentence.start, end }]);
    return;
  }
  const next = words[subject.last + 1];
  const end = words.at(-1);
  if (next && end)
    add(context, clause, subject, cue, [{ start: next.start, end: end.quotation ? end.quotation.end + 1 : end.end }]);
}

function attributeDeclined(clause: Clause, context: Context): void {
  const { sentence, text, words } = clause;
  const match = DECLINED.exec(text.slice(sentence.start, sentence.end));
  const at = words.findIndex((word) => word.start >= sentence.start + (match?.index ?? 0));
  const subject = at > 0 ? subjectBefore(clause, at, 0) : null;
  const cue = words[at];
  const end = words.at(-1);
  if (!subject || !cue || !end) return;
  add(context, clause, subject, null, [{ start: cue.start, end: end.end }], 'declined');
}

function add(
  context: Context,
  clause: Clause,
  subject: Span,
  cue: Span | null,
  content: readonly Span[],
  manner?: Manner,
): void {
  const { text, register, quotations, found } = context;
  const named = register.resolve(text.slice(subject.start, subject.end), subject.start);
  const inside = quotations.filter((quotation) =>
    content.some((span) => quotation.start < span.end && quotation.end > span.start),
  );
  if (named) register.spoke(named.speaker.name, subject.start);
  const touched = new Set([clause.sentence.number, ...inside.flatMap((quotation) => quotation.sentences)]);
  found.push({
    speaker: named?.speaker ?? null,
    mention: { start: subject.start, end: subject.end },
    cue: cue && { start: cue.start, end: cue.end },
    content,
    quotations: inside.map((quotation) => quotation.id),
    manner: manner ?? (inside.length > 0 ? 'quoted' : 'reported'),
    sentences: [...touched].sort((a, b) => a - b),
    relayedBy: null,
    certain: named?.isSure ?? false,
  });
}

/** Quotations no cue claimed: the rest of a quotation paragraph runs on to its speaker; anything else has none. */
function attributeRest(sentences: readonly Sentence[], context: Context): void {
  const { quotations, found, text } = context;
  const claimed = new Set(found.flatMap((attribution) => attribution.quotations));
  for (const quotation of quotations) {
    if (claimed.has(quotation.id)) continue;
    const continued = found.find(
      (attribution) => quotation.continues && attribution.quotations.includes(quotation.continues),
    );
    const number = quotation.sentences[0] ?? 0;
    const sentence = sentences[number - 1];
    const words = text.slice(quotation.start, quotation.end).split(/\s+/u).length;
    if (!sentence || (!continued && words < SPEECH_WORDS)) continue;
    const isAlone = text.slice(sentence.start, quotation.start).trim().length <= 1;
    const before = found
      .filter(
        (attribution) =>
          attribution.manner !== 'declined' &&
          attribution.sentences.some((other) => other < number && number - other <= 2),
      )
      .findLast((attribution) => sentences[(attribution.sentences[0] ?? 1) - 1]?.paragraph === sentence.paragraph);
    const source = continued ?? (isAlone ? before : undefined);
    found.push({
      speaker: source?.speaker ?? null,
      mention: null,
      cue: null,
      content: [{ start: quotation.start - 1, end: Math.min(quotation.end + 1, text.length) }],
      quotations: [quotation.id],
      manner: 'quoted',
      sentences: quotation.sentences,
      relayedBy: null,
      certain: source?.certain ?? false,
    });
  }
}
