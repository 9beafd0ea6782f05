/** PDF → lines of text, page by page. The library is loaded when the first PDF comes. */

/** An article is shorter; a report of hundreds of pages is read as far as that. */
const MAX_PAGES = 60;

export interface PdfText {
  /** Paragraphs are separated by blank lines. */
  readonly text: string;
  readonly title: string | null;
  readonly wasCut: boolean;
}

/** The library logs errors only: its warnings about strangers' files would fill the operator's log. */
const SILENT = 0;

/** @throws whatever the library throws for a damaged file */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const document = await getDocumentProxy(bytes, { verbosity: SILENT });
  try {
    const { text } = await extractText(document, { mergePages: false });
    const pages = text.slice(0, MAX_PAGES).map((page) => joinLayoutLines(page));
    const { info } = await getMeta(document);
    const title: unknown = info?.Title;
    return {
      text: joinPages(pages),
      title: typeof title === 'string' && title.trim().includes(' ') ? title.trim() : null,
      wasCut: text.length > MAX_PAGES,
    };
  } finally {
    await document.cleanup();
  }
}

const HYPHENATED = /\p{L}-$/u;
const BEGINS_LOW = /^\p{Ll}/u;
const SENTENCE_END = /[.!?…:”"»’)]$/u;
/** A line this much shorter than the page's longest ends its paragraph. */
const SHORT_LINE = 0.75;
const PAGE_NUMBER = /^(?:page |seite |p\. ?)?\d{1,4}(?: ?(?:\/|of|von) ?\d{1,4})?$/i;

/** Lines as set on paper become paragraphs: a short line or a full stop before a capital ends one. */
export function joinLayoutLines(page: string): string {
  const lines = page.split('\n').map((line) => line.trim());
  const widest = Math.max(0, ...lines.slice(0, 5_000).map((line) => line.length));
  const paragraphs: string[] = [];
  let current = '';
  let wasShort = false;
  const end = (): void => {
    if (current) paragraphs.push(current);
    current = '';
  };
  for (const line of lines) {
    if (line === '' || PAGE_NUMBER.test(line)) {
      if (line === '') end();
      continue;
    }
    if (current && wasShort && !(BEGINS_LOW.test(line) && !SENTENCE_END.test(current))) end();
    current = current ? joinTwo(current, line) : line;
    wasShort = line.length < widest * SHORT_LINE;
  }
  end();
  return paragraphs.join('\n\n');
}

function joinTwo(before: string, after: string): string {
  if (HYPHENATED.test(before) && BEGINS_LOW.test(after)) return before.slice(0, -1) + after;
  return `${before} ${after}`;
}

/** A sentence that runs over the page's edge stays one. */
function joinPages(pages: readonly string[]): string {
  let text = '';
  for (const page of pages) {
    if (!page) continue;
    if (!text) text = page;
    else if (!SENTENCE_END.test(text) && BEGINS_LOW.test(page)) text = joinTwo(text, page);
    else text += `\n\n${page}`;
  }
  return text;
}
