import { describe, expect, it } from 'vitest';

import { type Line, line } from '../../src/discord/contracts/view.ts';
import { pagesOf, sectionText } from '../../src/discord/delivery/pages.ts';

const words = (length: number, letter = 'x'): string => letter.repeat(length);
const instead = (): Line => line('(in the file)');
const text = (page: readonly Parameters<typeof sectionText>[0][]): string => page.map(sectionText).join('\n');

describe('pages', () => {
  it('hold everything, in order, and none is over its room', () => {
    const sections = [1, 2, 3].map((number) => ({
      title: `Part ${number}`,
      lines: Array.from({ length: 20 }, (_, at) => line(`${number}.${at} ${words(at * 7)}`)),
    }));
    const pages = pagesOf(sections, 900, instead);
    for (const page of pages) expect(text(page).length).toBeLessThanOrEqual(900);
    const shown = pages.flat().flatMap((section) => section.lines.map((one) => one.text));
    expect(shown).toEqual(sections.flatMap((section) => section.lines.map((one) => one.text)));
  });

  it('begin a section anew when little room is left for it', () => {
    const pages = pagesOf(
      [
        { title: null, lines: [line(words(800))] },
        { title: 'Who said what', lines: [line(words(60)), line(words(60)), line(words(60))] },
      ],
      1000,
      instead,
    );
    expect(pages).toHaveLength(2);
    expect(pages[1]?.[0]?.lines).toHaveLength(3);
  });

  it('repeat the speaker where the lines of one go on', () => {
    const lines = Array.from({ length: 6 }, (_, at) => ({ text: `${at}${words(200)}`, under: '**Ada**' }));
    const pages = pagesOf([{ title: 'Who said what', lines }], 700, instead);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(text(page).match(/\*\*Ada\*\*/gu)).toHaveLength(1);
  });

  it('put a sentence in the place of a line that no page holds, and never a part of it', () => {
    const pages = pagesOf([{ title: null, lines: [line(`“${words(5000)}”`)] }], 1000, instead);
    expect(text(pages[0] ?? [])).toBe('(in the file)');
  });

  it('leave out sections without lines', () => {
    expect(pagesOf([{ title: 'Empty', lines: [] }], 1000, instead)).toEqual([[]]);
  });
});
