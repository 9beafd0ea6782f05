/**
 * Interviews: questions and the answers of one person, told apart by labels ("Q:", "A:") or by paragraphs that are nothing
 * but a question. The questions are nobody's position; the answers are those of the person the introduction presents.
 */
import type { Paragraph, Span } from '#domain';

import { isFirstPerson, isSecondPerson } from './grammatical-person.ts';
import { patternOfAll, wholeWord } from './lexicon/index.ts';
import { type Person, type Register } from './names.ts';
import { within } from './text/spans.ts';

export type Turn = { readonly kind: 'question' } | ({ readonly kind: 'answer'; readonly certain: boolean } & Span);

export interface Interview {
  /** Who answers; `null` where the introduction names nobody. */
  readonly person: Person | null;
  /** One entry per paragraph; `null` = no part of the questions and answers. */
  readonly turns: readonly (Turn | null)[];
}

export interface InterviewInput {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly title: string | null;
  readonly register: Register;
}

const label = (words: string): RegExp => new RegExp(String.raw`^(?:${words})\s?[.:：]\s+`, 'u');
const QUESTION_LABEL = label(patternOfAll(({ topics }) => topics?.questionLabels));
const ANSWER_LABEL = label(patternOfAll(({ topics }) => topics?.answerLabels));
/** Labels are abbreviations of other things too: so many of each make an interview. */
const LABELS_EACH = 2;
/** Whole paragraphs that ask; two are enough where they stand close together. */
const QUESTIONS = 3;
const CLOSE_QUESTIONS = 2;
const CLOSE_SHARE = 0.3;
/** Fewer of the paragraphs from the first question on: an essay that asks now and then. */
const QUESTION_SHARE = 0.12;
/** Answers in the first person, without which questions and answers are an explainer. */
const PERSONAL_ANSWERS = 2;
const LONGEST_QUESTION_CHARACTERS = 450;
/** "The mayor disagrees with you.": what an interviewer says without asking. */
const LONGEST_PROMPT_CHARACTERS = 220;
/** Lines behind the last answer that say how the talk came about. */
const OUTRO = wholeWord(patternOfAll(({ topics }) => topics?.outro));
const LONGEST_OUTRO_CHARACTERS = 200;
const OUTRO_PARAGRAPHS = 2;

/** @param isTranscript names label the turns, so that only "Q:" and "A:" say more */
export function findInterview(input: InterviewInput, isTranscript: boolean): Interview | null {
  const lines = input.paragraphs.map(({ start, end }) => input.text.slice(start, end));
  const turns = labelledTurns(lines, input.paragraphs) ?? (isTranscript ? null : askedTurns(lines, input.paragraphs));
  if (!turns) return null;
  closeBeforeOutro(turns, lines);
  return { person: answering(input, turns), turns };
}

/** "Q: …", "A: …", and paragraphs without a label, which go on with the voice before. */
function labelledTurns(lines: readonly string[], paragraphs: readonly Paragraph[]): (Turn | null)[] | null {
  const asked = lines.filter((line) => QUESTION_LABEL.test(line));
  const answered = lines.filter((line) => ANSWER_LABEL.test(line)).length;
  if (asked.length < LABELS_EACH || answered < LABELS_EACH) return null;
  if (asked.filter((line) => /[?？]/u.test(line)).length * 2 < asked.length) return null;
  let voice: Turn['kind'] | null = null;
  return lines.map((line, index) => {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.kind === 'heading') return null;
    if (QUESTION_LABEL.test(line)) voice = 'question';
    const label = ANSWER_LABEL.exec(line);
    if (label) voice = 'answer';
    if (voice !== 'answer') return voice && { kind: voice };
    return answer({ start: paragraph.start + (label?.[0].length ?? 0), end: paragraph.end }, label !== null);
  });
}

const answer = ({ start, end }: Span, certain: boolean): Turn => ({ kind: 'answer', start, end, certain });

function isQuestion(line: string): boolean {
  return /[?？]\s*[)\]]?$/u.test(line) && line.length <= LONGEST_QUESTION_CHARACTERS && !/^["“„«»‘'「]/u.test(line);
}

/** Paragraphs that only ask, each with an answer behind it. */
function askedTurns(lines: readonly string[], paragraphs: readonly Paragraph[]): (Turn | null)[] | null {
  const first = lines.findIndex(isQuestion);
  if (first < 0) return null;
  const asksInHeadings = paragraphs.some(({ kind }, index) => kind === 'heading' && isQuestion(lines[index] ?? ''));
  const isTurn = (index: number): boolean => asksInHeadings || paragraphs[index]?.kind !== 'heading';
  const order = lines.map((_, index) => index).filter((index) => index >= first && isTurn(index));
  const asks = new Set(order.filter((index, place) => isQuestion(lines[index] ?? '') && place + 1 < order.length));
  if (!isTalk(lines, order, asks)) return null;
  const isAlternating = alternates(lines, order, asks);
  for (const [place, index] of order.entries()) {
    const line = lines[index] ?? '';
    const isHeadingPrompt = asksInHeadings && paragraphs[index]?.kind === 'heading';
    if (isHeadingPrompt || (isAlternating ? place % 2 === 0 : isPrompt(line, asks.has(order[place - 1] ?? -1))))
      asks.add(index);
  }
  const before = new Map(order.map((index, place) => [index, order[place - 1] ?? -1]));
  return lines.map((_, index) => {
    const paragraph = paragraphs[index];
    if (!paragraph || index < first || !isTurn(index)) return null;
    if (asks.has(index)) return { kind: 'question' };
    return answer(paragraph, isAlternating || asks.has(before.get(index) ?? -1));
  });
}

/** Enough questions, close enough, and answers in the first person: "I", "we". */
function isTalk(lines: readonly string[], order: readonly number[], asks: ReadonlySet<number>): boolean {
  const share = asks.size / Math.max(1, order.length);
  if (asks.size < CLOSE_QUESTIONS || share < (asks.size >= QUESTIONS ? QUESTION_SHARE : CLOSE_SHARE)) return false;
  const questions = [...asks].map((index) => lines[index] ?? '');
  const answers = order.filter((index) => !asks.has(index)).map((index) => withoutQuoted(lines[index] ?? ''));
  return questions.some(isSecondPerson) && answers.filter(isFirstPerson).length >= PERSONAL_ANSWERS;
}

/** One paragraph asks, one answers, to the end: then the paragraphs between answers that do not ask are the interviewer's too. */
function alternates(lines: readonly string[], order: readonly number[], asks: ReadonlySet<number>): boolean {
  const prompts = order.filter((_, place) => place % 2 === 0);
  const answers = order.filter((_, place) => place % 2 === 1);
  return (
    asks.size >= QUESTIONS &&
    !answers.some((index) => asks.has(index)) &&
    asks.size * 2 >= prompts.length &&
    prompts.every((index) => (lines[index] ?? '').length <= LONGEST_QUESTION_CHARACTERS && !speaksOfSelf(lines[index]))
  );
}

const speaksOfSelf = (line: string | undefined): boolean => isFirstPerson(withoutQuoted(line ?? ''));

/** Behind an answer, short, and turned to the other: "They say you were late." */
function isPrompt(line: string, isBehindQuestion: boolean): boolean {
  return !isBehindQuestion && line.length <= LONGEST_PROMPT_CHARACTERS && isSecondPerson(line) && !speaksOfSelf(line);
}

function withoutQuoted(line: string): string {
  return line.replaceAll(/[“„«"][^“”„«»"]*[”“»"]/gu, ' ');
}

function closeBeforeOutro(turns: (Turn | null)[], lines: readonly string[]): void {
  for (let index = lines.length - 1; index >= Math.max(0, lines.length - OUTRO_PARAGRAPHS); index -= 1) {
    const line = lines[index] ?? '';
    if (line.length > LONGEST_OUTRO_CHARACTERS || !OUTRO.test(line) || speaksOfSelf(line)) return;
    turns[index] = null;
  }
}

/** Weights of the signs by which the person who answers is known. */
const ADDRESSED = 4;
const IN_TITLE = 2;
/** "Dr. Velt, how …": so near the start of a question a name is called. */
const VOCATIVE_CHARACTERS = 25;

function answering(
  { text, paragraphs, title, register }: InterviewInput,
  turns: readonly (Turn | null)[],
): Person | null {
  const first = turns.findIndex((turn) => turn !== null);
  const opening = paragraphs[first]?.start ?? 0;
  const scores = new Map<Person, number>();
  const add = (person: Person, score: number): void => void scores.set(person, (scores.get(person) ?? 0) + score);
  for (const { person, start } of within(register.mentions, { start: 0, end: opening }))
    add(person, isAuthor(text, start) ? -ADDRESSED : 1);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (turns[index]?.kind !== 'question') continue;
    for (const mention of within(register.mentions, { start: paragraph.start, end: paragraph.end }))
      if (isCalled(text, mention, paragraph)) add(mention.person, ADDRESSED);
  }
  for (const person of register.all) {
    const isInTitle = title !== null && title.toLowerCase().includes(person.last);
    if (isInTitle) add(person, IN_TITLE);
  }
  const [best] = [...scores].filter(([, score]) => score > 0).toSorted((a, b) => b[1] - a[1] || a[0].at - b[0].at);
  return best?.[0] ?? null;
}

const BY = new RegExp(String.raw`(?:^|\s)(?:${patternOfAll(({ topics }) => topics?.by)})\s+$`, 'iu');
const isAuthor = (text: string, at: number): boolean => BY.test(text.slice(Math.max(0, at - 6), at));

function isCalled(text: string, { start, end }: Span, paragraph: Span): boolean {
  if (start - paragraph.start < VOCATIVE_CHARACTERS && text[end] === ',') return true;
  return text[end] === '?' && /,\s(?:\p{L}+\.?\s){0,2}$/u.test(text.slice(paragraph.start, start));
}
