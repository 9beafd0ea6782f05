/**
 * The one quotation scanner of the house: every span between quotation marks, whatever the marks. It knows nothing
 * about speech: titles and scare quotes get an id like any other words in marks.
 */
import type { Quotation, QuotationId, Sentence, Span } from '#domain';

import { isWordCharacter, type Mark, markAt } from './marks.ts';

/** What may close a quotation that this mark opened. German „…“ and »…«, Swedish ”…”, Polish „…” are all in use. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '”': '”',
  '"': '"”',
  '„': '“”"‟',
  '«': '»',
  '»': '«»',
  '「': '」',
  '『': '』',
  '〝': '〞',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '‹': '›',
  '›': '‹',
};
const SINGLE = "‘’‚'‹›";
/** A single-mark quotation shorter than this is a letter or an elision ("'n'"), not words. */
const SINGLE_MIN_CHARACTERS = 3;

interface RawQuotation extends Span {
  /** Shape of the mark that opened it. */
  readonly opener: string;
  /** The closing mark is missing: the paragraph ends inside the quotation. */
  readonly open: boolean;
  readonly paragraph: number;
}

/** Quotations of a text, in order, nested ones left inside the outer one. Never throws; linear in the text's length. */
export function scanQuotations(
  text: string,
  paragraphs: readonly Span[],
  sentences: readonly Sentence[] = [],
): Quotation[] {
  const quotations: Quotation[] = [];
  const found: { readonly raw: RawQuotation; readonly id: QuotationId }[] = [];
  let firstSentence = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const last = found.at(-1)?.raw;
    const inherited = last?.open && last.paragraph === index - 1 ? last.opener : null;
    const isInside = inherited !== null && closesLater(text, paragraphs, index, inherited);
    for (const raw of scanParagraph(text, paragraph, index, isInside ? inherited : null)) {
      const span = trimSpan(text, raw);
      if (!span) continue;
      while (firstSentence < sentences.length && (sentences[firstSentence]?.end ?? 0) <= span.start) firstSentence++;
      const id: QuotationId = `Q${quotations.length + 1}`;
      const before = found.at(-1);
      const continues = before && goesOn(text, before.raw, raw, paragraph) ? before.id : null;
      quotations.push({ ...span, id, sentences: sentencesFrom(sentences, firstSentence, span), continues });
      found.push({ raw, id });
    }
  }
  return quotations;
}

/** The longest mark: two single ones. */
const MARK_CHARACTERS = 2;

/** A quotation whose writer forgot the opening mark of its next paragraphs is followed through at most so many. */
const MAX_UNMARKED_PARAGRAPHS = 4;

/** Is this paragraph, which does not begin with a mark, still inside the quotation that the one before left open? */
function closesLater(text: string, paragraphs: readonly Span[], from: number, opener: string): boolean {
  for (let index = from; index < Math.min(paragraphs.length, from + MAX_UNMARKED_PARAGRAPHS); index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) return false;
    const mark = firstDoubleMark(text, paragraph);
    if (!mark) continue;
    if (!(CLOSERS[opener] ?? '').includes(mark.shape)) return false;
    const before = text[mark.at - 1] ?? ' ';
    const after = text[mark.at + mark.length];
    return mark.at > paragraph.start && !/[\s([]/u.test(before) && !isWordCharacter(after);
  }
  return false;
}

function firstDoubleMark(text: string, paragraph: Span): Mark | null {
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = markAt(text, at);
    if (mark && !SINGLE.includes(mark.shape)) return mark;
  }
  return null;
}

/** A paragraph that ends inside a quotation goes on in the next one: behind a mark of the same kind, or without any. */
function goesOn(text: string, before: RawQuotation, raw: RawQuotation, paragraph: Span): boolean {
  if (!before.open || raw.paragraph !== before.paragraph + 1) return false;
  return text.slice(paragraph.start, raw.start).replace(/[\s\u200b]/gu, '').length <= MARK_CHARACTERS + 1;
}

function sentencesFrom(sentences: readonly Sentence[], from: number, span: Span): number[] {
  const numbers: number[] = [];
  for (let index = from; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (!sentence || sentence.start >= span.end) break;
    if (sentence.end > span.start) numbers.push(sentence.number);
  }
  return numbers;
}

function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s\u200b]/u.test(text[start] ?? '')) start++;
  while (end > start && /[\s\u200b]/u.test(text[end - 1] ?? '')) end--;
  return end > start ? { start, end } : null;
}

interface Open {
  readonly mark: Mark;
  nested: number;
}

/** `inherited`: the mark of a quotation that the paragraph begins inside of. */
function scanParagraph(text: string, paragraph: Span, index: number, inherited: string | null): RawQuotation[] {
  const found: RawQuotation[] = [];
  let open: Open | null = inherited ? openedBefore(paragraph, inherited) : null;
  const close = (mark: Mark | null): void => {
    if (!open) return;
    const { mark: opener } = open;
    const start = opener.at + opener.length;
    const end = mark?.at ?? paragraph.end;
    found.push({ start, end, opener: opener.shape, open: mark === null, paragraph: index });
    open = null;
  };
  const lasts = lastOffsets(text, paragraph);
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = markAt(text, at);
    if (!mark) continue;
    at += mark.length - 1;
    if (open && closes(text, open, mark, paragraph)) {
      if (open.nested > 0) open.nested--;
      else if (mark.shape === '"' && forgotCloser(text, open.mark, mark, lasts)) {
        close(mark);
        open = { mark, nested: 0 };
      } else close(mark);
    } else if (open) {
      if (isNested(open.mark, mark)) open.nested++;
    } else if (opens(text, mark, paragraph, lasts)) open = { mark, nested: 0 };
  }
  if (open && !SINGLE.includes((open as Open).mark.shape)) close(null);
  return found;
}

/** As if the mark stood, without width, at the paragraph's beginning. */
function openedBefore(paragraph: Span, opener: string): Open {
  return { mark: { at: paragraph.start, length: 0, shape: opener }, nested: 0 };
}

/** Last offset of each closing shape in the paragraph: an opening single mark without a closer is an apostrophe. */
function lastOffsets(text: string, paragraph: Span): (shapes: string) => number {
  const memo = new Map<string, number>();
  return (shapes) => {
    let last = memo.get(shapes);
    if (last === undefined) {
      last = -1;
      for (const shape of shapes) last = Math.max(last, text.lastIndexOf(shape, paragraph.end - 1));
      memo.set(shapes, last);
    }
    return last;
  };
}

function opens(text: string, mark: Mark, paragraph: Span, last: (shapes: string) => number): boolean {
  const before = mark.at > paragraph.start ? text[mark.at - 1] : undefined;
  const after = mark.at + mark.length < paragraph.end ? text[mark.at + mark.length] : undefined;
  if ('」』〞'.includes(mark.shape)) return false;
  if (mark.shape === '"' && /\d/.test(before ?? '') && (after === undefined || !isWordCharacter(after))) return false; // 6' 2"
  if (SINGLE.includes(mark.shape)) {
    if (mark.shape === '›' || mark.shape === '’') return false;
    if (isWordCharacter(before) || after === undefined || /\s/u.test(after)) return false;
    return last(CLOSERS[mark.shape] ?? '') > mark.at + SINGLE_MIN_CHARACTERS;
  }
  // ” and » open only where they stand before a word and after none: »so« and ”så” are real, a stray closer is not.
  if (mark.shape === '”' || mark.shape === '»') {
    return isWordCharacter(after) && !isWordCharacter(before) && !/[.,!?…]/.test(before ?? '');
  }
  return true;
}

function closes(text: string, open: Open, mark: Mark, paragraph: Span): boolean {
  const { shape: opener } = open.mark;
  if (!(CLOSERS[opener] ?? '').includes(mark.shape)) return false;
  const after = mark.at + mark.length < paragraph.end ? text[mark.at + mark.length] : undefined;
  if (SINGLE.includes(opener)) {
    return !isWordCharacter(after) && mark.at - open.mark.at > SINGLE_MIN_CHARACTERS;
  }
  if (opener === '»' && mark.shape === '»' && isWordCharacter(after)) return false;
  return true;
}

/** A straight mark before a word and after a space, where one more follows: the writer forgot the closing mark. */
function forgotCloser(text: string, opener: Mark, mark: Mark, last: (shapes: string) => number): boolean {
  if (opener.shape !== '"') return false;
  const before = text[mark.at - 1] ?? '';
  const after = text[mark.at + mark.length];
  if (!/\s/u.test(before) || !isWordCharacter(after)) return false;
  if (/\s/u.test(text[mark.at - 2] ?? ' ')) return false;
  return last('"') > mark.at;
}

/** A double mark of another shape inside an open quotation opens a quotation in the quotation. */
function isNested(open: Mark, mark: Mark): boolean {
  if (open.shape === '"') return mark.shape === '“';
  if (open.shape === '«') return mark.shape === '«';
  return open.shape === '„' && mark.shape === '„';
}
