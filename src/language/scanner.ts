/** Finds what stands between quotation marks, across the marks of several languages and over paragraph ends. */
import type { Paragraph, Quotation, QuotationId, Sentence, Span } from '#domain';

/** Opening mark → the marks that close it. German „…“ closes with the English opener; » « may stand either way. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"”',
  '「': '」',
  '‘': '’',
};
const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Spans inside marks in one paragraph, and whether the last one was still open at its end. */
function scanParagraph(text: string, paragraph: Span, language: string): { spans: Span[]; isOpen: boolean } {
  const spans: Span[] = [];
  let open = -1;
  let mark = '';
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const char = text.charAt(at);
    if (open >= 0) {
      if (!closes(text, at, mark)) continue;
      if (at > open) spans.push({ start: open, end: at });
      open = -1;
    } else if (opens(text, at, char, paragraph, language)) {
      open = at + 1;
      mark = char;
    }
  }
  if (open < 0) return { spans, isOpen: false };
  // A mark left open counts to the paragraph's end, but not a single one: that is nearly always an apostrophe.
  if (mark !== '‘' && paragraph.end > open) spans.push({ start: open, end: paragraph.end });
  return { spans, isOpen: mark !== '‘' };
}

function closes(text: string, at: number, mark: string): boolean {
  const char = text.charAt(at);
  if (!(CLOSERS[mark] ?? '').includes(char)) return false;
  // “‘Hello’s” — an apostrophe inside a word closes nothing.
  return mark !== '‘' || !isWordChar(text[at + 1]);
}

function opens(text: string, at: number, char: string, paragraph: Span, language: string): boolean {
  if (!(char in CLOSERS)) return false;
  // Only German turns guillemets round: »…«.
  if (char === '»') return language === 'de';
  if (char === '‘') return !isWordChar(text[at - 1]) && isWordChar(text[at + 1]);
  // 6" of snow: inches behind a digit.
  if (char === '"') return at === paragraph.start || !isWordChar(text[at - 1]);
  return true;
}

export function scanQuotations(
  text: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  language: string,
): Quotation[] {
  const quotations: Quotation[] = [];
  let continued: QuotationId | null = null;
  for (const paragraph of paragraphs) {
    const { spans, isOpen } = scanParagraph(text, paragraph, language);
    for (const [index, span] of spans.entries()) {
      const trimmed = trim(text, span);
      if (trimmed.end <= trimmed.start) continue;
      const id: QuotationId = `Q${quotations.length + 1}`;
      const isContinuation = index === 0 && continued !== null && span.start <= paragraph.start + 1;
      quotations.push({
        ...trimmed,
        id,
        sentences: sentences
          .filter(({ start, end }) => start < trimmed.end && end > trimmed.start)
          .map(({ number }) => number),
        continues: isContinuation ? continued : null,
      });
    }
    const last = quotations.at(-1);
    continued = isOpen && last ? last.id : null;
  }
  return quotations;
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}
