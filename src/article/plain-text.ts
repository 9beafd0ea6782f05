/** Pasted text or a text file → title and body paragraphs; what surrounds an article on a page is left out, with the reason. */
import { countWords, type ParagraphKind, squeeze } from '#domain';

import { fold } from './extract/judged.ts';
import * as phrases from './extract/phrases.ts';
import type { BodyParagraph, ExtractRecord } from './extract/record.ts';
import { stripUnseen } from './extract/visible-text.ts';
import { unflatten } from './flattened.ts';
import { textLines } from './text-lines.ts';

export interface ReadText {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly paragraphs: readonly BodyParagraph[];
  readonly records: readonly ExtractRecord[];
}

interface LineStep {
  readonly name: string;
  /** A longer line is prose, whatever it says. */
  readonly limitWords: number;
  readonly matches: (line: string) => boolean;
}

const NAME_LINE = new RegExp(String.raw`^(?:${phrases.pageWords('by')})\s?:?\s\p{Lu}`, 'iu');
const SENTENCE_INSIDE = /[.!?]\s\p{Lu}/u;
const WHOLE_DATE =
  /^(?:\p{L}{2,12},?\s)?(?:\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?\s(?:de\s)?\d{4}|\p{L}{3,12}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[\s,|·–-]{1,4}\d{1,2}[:.h]\d{2}.{0,14})?$/u;
const CAPTION = new RegExp(
  String.raw`(?:${phrases.pageWords('pictures')})(?:\s?(?:by|:|©|credit)|\s?\/)|` +
    String.raw`(?:^|\s|\()(?:\/\s?(?:AFP|AP|Reuters|dpa|EPA|EFE|ANSA)|Getty Images)`,
  'iu',
);
const ADDRESS_LINE = /^(?:https?:\/\/|www\.)\S{1,2000}$/iu;

/** In order; the first that matches names the reason. */
const STEPS: readonly LineStep[] = [
  { name: 'address', limitWords: 60, matches: (line) => ADDRESS_LINE.test(line) },
  {
    name: 'byline',
    limitWords: 12,
    matches: (line) => NAME_LINE.test(line) && !SENTENCE_INSIDE.test(line) && !phrases.SENTENCE_END.test(line),
  },
  { name: 'dateline', limitWords: 14, matches: (line) => phrases.DATE_LABEL.test(line) && phrases.DATE.test(line) },
  { name: 'dateline', limitWords: 10, matches: (line) => WHOLE_DATE.test(line) },
  { name: 'caption', limitWords: 45, matches: (line) => CAPTION.test(line) || phrases.CREDIT_INSIDE.test(line) },
  { name: 'credit', limitWords: 20, matches: (line) => phrases.CREDIT.test(line) && !SENTENCE_INSIDE.test(line) },
  { name: 'comments', limitWords: 12, matches: (line) => phrases.COMMENTS_HEADING.test(line) },
  { name: 'furniture', limitWords: 12, matches: (line) => phrases.JUNK.test(line) },
  { name: 'more', limitWords: 14, matches: (line) => phrases.MORE.test(line) },
  { name: 'call', limitWords: 16, matches: (line) => phrases.CALL.test(line) },
  { name: 'sign-off', limitWords: 30, matches: (line) => phrases.SIGN_OFF.test(line) },
  { name: 'legal', limitWords: 40, matches: (line) => phrases.LEGAL.test(line) },
];
/** A first line of up to so many words without a full stop is a title. */
const TITLE_WORDS = 30;
const HEADING_WORDS = 10;
const LIST_ITEM = /^(?:[-–•*·▪‣]|\d{1,2}[.)])\s/u;
const CLOSING_MARK = /["”»’]$/u;
/** When the steps leave less, they have mistaken the text. */
const MIN_KEPT_SHARE = 0.3;

export function readPlainText(text: string, givenTitle?: string): ReadText {
  const given = givenTitle ? squeeze(stripUnseen(givenTitle)) : null;
  const visible = stripUnseen(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'));
  const flat = unflatten(visible);
  const lines = flat ? flat.lines : textLines(visible);
  const records: ExtractRecord[] = [...(flat?.records ?? [])];
  const kept = lines.filter((line) => keepLine(line, records));
  const body = wordsIn(kept) < wordsIn(lines) * MIN_KEPT_SHARE ? [...lines] : kept;
  const title = given ?? takeTitle(body);
  if (title) dropRepeatedTitle(body, title, records);
  return { title, authors: authorsIn(records), paragraphs: body.map(toParagraph), records };
}

function keepLine(line: string, records: ExtractRecord[]): boolean {
  const words = countWords(line);
  if (words === 0) return false;
  const step = STEPS.find(({ limitWords, matches }) => words <= limitWords && matches(line));
  if (step) records.push({ step: step.name, selector: 'line', reason: `reads as ${step.name}`, text: line });
  return step === undefined;
}

const wordsIn = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + countWords(line), 0);

/** The first line, when more follows and it ends like no sentence. */
function takeTitle(body: string[]): string | null {
  const [first] = body;
  if (first === undefined || body.length < 2 || countWords(first) > TITLE_WORDS) return null;
  const asks = /[?!？！]["”»’]?$/u.test(first);
  if (phrases.SENTENCE_END.test(first) && !asks) return null;
  body.shift();
  return first;
}

function dropRepeatedTitle(body: string[], title: string, records: ExtractRecord[]): void {
  const folded = fold(title);
  const [first] = body;
  if (first === undefined || body.length < 2 || fold(first) !== folded) return;
  body.shift();
  records.push({ step: 'title', selector: 'line', reason: 'repeats the title', text: first });
}

function authorsIn(records: readonly ExtractRecord[]): string[] {
  const byline = records.find(({ step }) => step === 'byline')?.text ?? '';
  const name = byline.replace(/^\S{1,12}\s?:?\s(?:by\s)?/iu, '').trim();
  return name !== '' && countWords(name) >= 2 && countWords(name) <= 5 ? [name] : [];
}

function toParagraph(line: string): BodyParagraph {
  if (LIST_ITEM.test(line)) return { text: line.replace(LIST_ITEM, '').trim(), kind: 'list-item' };
  return { text: line, kind: kindOf(line) };
}

function kindOf(line: string): ParagraphKind {
  const isShort = countWords(line) <= HEADING_WORDS;
  return isShort && !phrases.SENTENCE_END.test(line) && !CLOSING_MARK.test(line) ? 'heading' : 'prose';
}
