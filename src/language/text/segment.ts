/**
 * Paragraphs → sentences. Boundaries are proposed by UAX #29 (Intl.Segmenter) and then joined again where a rule says that the
 * sentence goes on: abbreviations, initials, ordinals, a quotation that ends with its own stop before its cue.
 */
import type { Paragraph, Sentence, Span } from '#domain';

import type { AnalysisInput } from '../analysis.ts';
import { endsWithAbbreviation } from './abbreviations.ts';
import { datelineLength } from './dateline.ts';

/** How `Article.text` joins paragraphs. */
export const PARAGRAPH_BREAK = '\n\n';

/** Characters in which a dateline is looked for. */
const LONGEST_DATELINE = 140;
/** The words after a closed quotation that tell that its cue follows: `“Is it true?” asked Dr. Lee`. */
const LOWER_START = /^[\s"'“”‘’«»([–—-]*\p{Ll}/u;
const TERMINATOR = /[.!?…。！？؟۔।]/u;

export interface Joined {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

export function joinParagraphs(input: AnalysisInput['paragraphs']): Joined {
  const paragraphs: Paragraph[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { text, kind } of input) {
    if (parts.length > 0) at += PARAGRAPH_BREAK.length;
    parts.push(text);
    paragraphs.push({ start: at, end: at + text.length, kind });
    at += text.length;
  }
  return { text: parts.join(PARAGRAPH_BREAK), paragraphs };
}

/**
 * Sentences numbered from 1 across the article; offsets count UTF-16 units into the joined text. They tile their
 * paragraph: nothing but white space and a dateline lies outside of them. Never throws; [] for [].
 */
export function segment(joined: Joined, language: string): Sentence[] {
  const segmenter = segmenterFor(language);
  const sentences: Sentence[] = [];
  for (const [index, paragraph] of joined.paragraphs.entries()) {
    const text = joined.text.slice(paragraph.start, paragraph.end);
    const start = paragraph.start + datelineLength(text.slice(0, LONGEST_DATELINE));
    for (const span of sentenceSpans(joined.text.slice(start, paragraph.end), segmenter, language)) {
      sentences.push({
        number: sentences.length + 1,
        start: start + span.start,
        end: start + span.end,
        paragraph: index,
      });
    }
  }
  return sentences;
}

/** The sentences of a text that is no article: a line of a draft, a paste without line breaks. */
export function sentencesIn(text: string, language: string): string[] {
  return sentenceSpans(text, segmenterFor(language), language).map(({ start, end }) => text.slice(start, end));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? newSegmenter(language);
  segmenters.set(language, known);
  return known;
}

function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' }); // not a language tag
  }
}

function sentenceSpans(paragraph: string, segmenter: Intl.Segmenter, language: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (from: number, to: number): void => {
    const span = trimmed(paragraph, from, to);
    if (span) spans.push(span);
  };
  for (const { segment: piece, index } of segmenter.segment(paragraph)) {
    const end = index + piece.length;
    for (const inner of missedBoundaries(piece, paragraph.slice(Math.max(0, index - 2), index))) {
      push(start, index + inner);
      start = index + inner;
    }
    if (end < paragraph.length && goesOn(paragraph, start, end, language)) continue;
    push(start, end);
    start = end;
  }
  push(start, paragraph.length);
  return spans;
}

/** Stops after which UAX #29 sees no boundary since no space follows: `the end.The next`, `he said."Then`. */
function missedBoundaries(piece: string, before: string): number[] {
  const found: number[] = [];
  // French sets a space before the closing mark: « Venez ! » | Personne
  const closing = /^»\s+(?=\p{Lu})/u.exec(piece);
  if (closing && /[.!?…]\s?$/u.test(before)) found.push(closing[0].length);
  for (const match of piece.matchAll(/[\p{Ll})][.!?]["”]?(?=\p{Lu}\p{Ll})/gu)) {
    const end = match.index + match[0].length;
    if (!/\S*(?:@|www\.|:\/\/|\.(?:com|org|net|gov)\b)/u.test(wordAround(piece, end))) found.push(end);
  }
  return found;
}

/** The run without white space around an offset, at most 80 characters each way. */
function wordAround(text: string, at: number): string {
  const left = text.slice(Math.max(0, at - 80), at);
  const right = text.slice(at, at + 80);
  return left.slice(Math.max(left.lastIndexOf(' '), left.lastIndexOf('\n')) + 1) + (right.split(/\s/u, 1)[0] ?? '');
}

const CLOSED = /[。！？][」』”’]$/u;
/** Words that follow a closed quotation without a space: と, or a short subject and its verb of saying. */
const TOLD = /^(?:と|って|\p{Script=Han}{1,12}(?:说|說|道|表示|称|稱|指出|问|問|答))/u;

const isTold = (rest: string): boolean => TOLD.test(rest);

/** Does the sentence go on over the proposed boundary at `end`? */
function goesOn(paragraph: string, start: number, end: number, language: string): boolean {
  const head = paragraph.slice(Math.max(start, end - 60), end).trimEnd();
  const rest = paragraph.slice(end, end + 60);
  if (/\n\s*$/u.test(paragraph.slice(Math.max(start, end - 4), end))) return false; // a line of its own
  if (!rest.trim()) return true;
  const last = head.at(-1) ?? '';
  if (head === '') return true;
  if (LOWER_START.test(rest) && startsLow(rest, head)) return true;
  if (CLOSED.test(head) && isTold(rest)) return true;
  if (last === '.' && endsWithAbbreviation(head, rest, language)) return true;
  if (isBareMark(paragraph.slice(start, end).trim())) return true;
  return /^\s*[,;:)\]”»]/u.test(rest) && !/^\s*[”»]\p{L}/u.test(rest);
}

/** A lower-case start goes on, save after a stop where the writer simply writes small (a brand: "iPhone", "eBay"). */
function startsLow(rest: string, head: string): boolean {
  const word = /\p{Ll}[\p{L}\p{N}]*/u.exec(rest)?.[0] ?? '';
  if (/^\p{Ll}\p{Lu}/u.test(word)) return !/[.!?]["”’']?$/u.test(head);
  return true;
}

/** A list number or a lone mark is no sentence: "1.", "“", "•". */
function isBareMark(text: string): boolean {
  return (
    /^(?:\d{1,3}[.)]|[\p{P}\p{S}]+|[a-zA-Z][.)])$/u.test(text) && !TERMINATOR.test(text.replace(/^\w{1,3}\.$/u, ''))
  );
}

function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return end > start ? { start, end } : null;
}
