/** Text out of PDF files: lines of a layout become paragraphs again. */
import { afterAll, describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';

import { joinLayoutLines } from '../../src/article/pdf.ts';

interface PdfLine {
  readonly text: string;
  /** Points from the bottom of the page. */
  readonly y: number;
}

/** A PDF of our own, by hand: one stream of lines a page. */
function pdf(pages: readonly (readonly PdfLine[])[], title = 'The report of the pilots'): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const lines of pages) {
    const draw = lines
      .map(({ text, y }) => `BT /F1 11 Tf 60 ${y} Td (${text.replace(/[()\\]/gu, '\\$&')}) Tj ET`)
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
  }
  add(`<< /Title (${title}) >>`);
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const stacked = (lines: readonly string[]): PdfLine[] => lines.map((text, at) => ({ text, y: 720 - at * 14 }));

const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, threads: 1 });
afterAll(() => reader.close());
const read = (bytes: Buffer, contentType = 'application/pdf') =>
  reader.read({ kind: 'file', name: 'report.pdf', bytes, contentType });

const FIRST = [
  'The pilots of Tarnholm brought in four hundred and twelve ships last year, more',
  'than in any year since the war, and lost none of them, says the report that the har-',
  'bour master gave to the council on Friday.',
  'It asks for a second boat before the winter, because the old one has been repaired',
  'so often that the yard keeps its parts in stock.',
];

describe('a PDF', () => {
  it('is read in paragraphs, with words joined that a line had cut', async () => {
    const { paragraphs, text, coverage } = await read(pdf([stacked(FIRST)]));
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The pilots of Tarnholm brought in four hundred and twelve ships last year, more than in any year since the war, and lost none of them, says the report that the harbour master gave to the council on Friday.',
      'It asks for a second boat before the winter, because the old one has been repaired so often that the yard keeps its parts in stock.',
    ]);
    expect(coverage.extent).toBe('whole');
  });

  it('goes on over the edge of a page, and loses the number of the page', async () => {
    const { text } = await read(pdf([stacked([...FIRST.slice(0, 2), '1']), stacked([...FIRST.slice(2), '2'])]));
    expect(text).toContain('the report that the harbour master gave');
    expect(text).not.toMatch(/\n\n\d/u);
  });

  it('takes its title from its own data', async () => {
    expect((await read(pdf([stacked(FIRST)]))).metadata.title).toBe('The report of the pilots');
  });

  it('is known by its first bytes, whatever it is called', async () => {
    expect((await read(pdf([stacked(FIRST)]), 'text/html')).text).toContain('four hundred and twelve ships');
  });

  it('of 80 pages is read as far as its sixtieth, and says so', async () => {
    const pages = Array.from({ length: 80 }, (_, at) =>
      stacked([`Sheet ${at + 1} of this report says one thing and not another.`]),
    );
    const { text, coverage } = await read(pdf(pages));
    expect(text).toContain('Sheet 60 of');
    expect(text).not.toContain('Sheet 61 of');
    expect(coverage).toMatchObject({ extent: 'part', reasons: ['too-long'] });
  });

  it.each([
    ['broken off', pdf([stacked(FIRST)]).subarray(0, 120)],
    ['no PDF after its first bytes', Buffer.from('%PDF-1.7\nnothing of the kind')],
  ])('that is %s is called damaged', async (_what, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'page-damaged', facts: { host: 'report.pdf' } });
  });

  it('without text is refused', async () => {
    await expect(read(pdf([[]]))).rejects.toMatchObject({ code: 'text-empty' });
  });
});

describe('lines of a layout', () => {
  it('end a paragraph where a line is short, and not where a sentence goes on', () => {
    expect(
      joinLayoutLines('A line of some length that goes\non in the next one.\nAnother begins here and goes on'),
    ).toBe('A line of some length that goes on in the next one.\n\nAnother begins here and goes on');
  });
});
