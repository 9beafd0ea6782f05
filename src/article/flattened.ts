/**
 * A paste that lost its line breaks (a slash command's option does that): headline, caption, byline and reply line stand in
 * the running text. They are found again by what they say and where sentences begin.
 */
import { countWords, squeeze } from '#domain';
import { sentencesIn } from '#language';

import { detectLanguage } from './detect-language.ts';
import type { ExtractRecord } from './extract/record.ts';

export interface Unflattened {
  readonly lines: readonly string[];
  readonly records: readonly ExtractRecord[];
}

/** A shorter text in one line is a paragraph. */
const FLATTENED_CHARACTERS = 1_000;
const SENTENCES_PER_PARAGRAPH = 3;
const TITLE_WORDS = { min: 4, max: 22 };
const MAX_CAPTION_WORDS = 30;

/** `null`: the text still has its lines. */
export function unflatten(text: string): Unflattened | null {
  const trimmed = text.trim();
  if (trimmed.length < FLATTENED_CHARACTERS || trimmed.includes('\n')) return null;
  const wide = trimmed.split(/ {2,}/);
  if (wide.length >= 4) return { lines: wide.map(squeeze).filter((line) => line !== ''), records: [] };
  const records: ExtractRecord[] = [];
  const sentences = sentencesIn(withoutTail(squeeze(trimmed), records), detectLanguage(trimmed, null));
  const body = withoutCaptions(sentences, records);
  const title = takeTitle(body);
  return { lines: [...(title ? [title] : []), ...paragraphs(body)], records };
}

const TAIL =
  /(?:\sBy\s\p{Lu}[\p{L}.'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{1,30}){0,2})?\s(?:Leave a (?:Reply|Comment)|Post a Comment|Share this(?: article| story| post)?|Read more|Subscribe|Related(?: articles| stories)?|Advertisement|\d{1,5} Comments?)\s?$/iu;
const BYLINE_TAIL = /(?<=[.!?]["”»’)]?)\sBy\s\p{Lu}[\p{L}.'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{1,30}){0,2}$/u;
const LONGEST_TAIL = 160;

function withoutTail(text: string, records: ExtractRecord[]): string {
  let rest = text;
  for (const pattern of [TAIL, TAIL, BYLINE_TAIL]) {
    const start = Math.max(0, rest.length - LONGEST_TAIL);
    const found = pattern.exec(rest.slice(start));
    if (!found) continue;
    records.push({
      step: 'furniture',
      selector: 'end of the text',
      reason: 'line after the article',
      text: found[0].trim(),
    });
    rest = rest.slice(0, start + found.index).trim();
  }
  return rest;
}

const CREDIT =
  /^\(?(?:file )?(?:photo|image|picture|foto|bild|credit)(?: by)?\s?[:/]\s?(?:©\s?)?(AFP|AP|Reuters|EPA|EFE|dpa|ANSA|TASS|Xinhua|Getty Images|Shutterstock|\p{Lu}[\p{L}-]{1,20}\s\p{Lu}[\p{L}-]{1,20}(?:\/\p{L}{2,20})?)(?:\s?\/\s?(?:AFP|AP|Reuters|EPA|Getty Images))?[).]?\s?/iu;
const FINITE_VERB =
  /(?:^|\s)(?:is|are|was|were|has|have|had|said|says|will|would|can|could|did|does|do|told|announced|added|warned|claimed)(?=\s|[.,])/i;

/** "… in Tokyo in 2022. Photo: AFP Russia was not invited …": the credit, and the line before it when it has no verb. */
function withoutCaptions(sentences: readonly string[], records: ExtractRecord[]): string[] {
  const kept: string[] = [];
  for (const sentence of sentences) {
    const credit = CREDIT.exec(sentence)?.[0];
    if (credit === undefined) {
      kept.push(sentence);
      continue;
    }
    const before = kept.at(-1);
    const isCaption = before !== undefined && countWords(before) <= MAX_CAPTION_WORDS && !FINITE_VERB.test(before);
    if (isCaption) kept.pop();
    records.push({
      step: 'caption',
      selector: 'sentence',
      reason: 'credit of a picture',
      text: `${isCaption ? before : ''} ${credit}`.trim(),
    });
    const rest = sentence.slice(credit.length).trim();
    if (rest) kept.push(rest);
  }
  return kept;
}

const OPENERS =
  /^(?:The|A|An|In|On|At|For|It|He|She|They|This|After|When|As|More|Two|Three|Der|Die|Das|Le|La|Les|El|Los)$/;
const LOWER_WORD = /^\p{Ll}[\p{L}’'-]{2,30}$/u;
const CAPITAL = /^\p{Lu}/u;

/** The headline runs into the first sentence: it ends where a word begins that also begins another sentence. */
function takeTitle(sentences: string[]): string | null {
  const first = sentences[0];
  if (first === undefined) return null;
  const words = first.split(' ');
  const starts = new Set(sentences.slice(1).map((sentence) => sentence.split(' ').slice(0, 2).join(' ')));
  for (let at = TITLE_WORDS.min; at < Math.min(TITLE_WORDS.max, words.length - 4); at++) {
    const [before = '', word = '', next = ''] = words.slice(at - 1, at + 2);
    if (!LOWER_WORD.test(before) || !CAPITAL.test(word)) continue;
    if (!OPENERS.test(word) && !starts.has(`${word} ${next}`)) continue;
    sentences[0] = words.slice(at).join(' ');
    return words.slice(0, at).join(' ');
  }
  return null;
}

function paragraphs(sentences: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_PER_PARAGRAPH) {
    lines.push(sentences.slice(at, at + SENTENCES_PER_PARAGRAPH).join(' '));
  }
  return lines;
}
