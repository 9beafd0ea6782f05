/** Sections onto pages: a section begins a new one where little room is left, a line is never cut. Pure. */
import type { Line, MessageSection } from '../contracts/view.ts';

const HEADING_MARK = '### ';
/** With less of a page left, a section that does not fit begins on the next. */
const WORTH_BEGINNING = 1 / 3;

/** The lines as they stand in a text display, headings printed where they begin. */
export function sectionText({ title, lines }: MessageSection): string {
  const printed = lines.flatMap(({ text, under }, index) =>
    under !== undefined && under !== lines[index - 1]?.under ? [under, text] : [text],
  );
  return [...(title === null ? [] : [`${HEADING_MARK}${title}`]), ...printed].join('\n');
}

const sizeOf = (section: MessageSection): number => sectionText(section).length + 1;

/**
 * @param room raw characters of one page
 * @param instead stands for a line that no page can hold
 */
export function pagesOf(
  sections: readonly MessageSection[],
  room: number,
  instead: (line: Line) => Line,
): readonly (readonly MessageSection[])[] {
  const pages: MessageSection[][] = [[]];
  let left = room;
  const put = (section: MessageSection): void => {
    pages.at(-1)?.push(section);
    left -= sizeOf(section);
  };
  const turn = (): void => {
    if (pages.at(-1)?.length === 0) return;
    pages.push([]);
    left = room;
  };
  for (const section of sections) {
    if (section.lines.length === 0) continue;
    if (sizeOf(section) > left && left < room * WORTH_BEGINNING) turn();
    for (const part of partsOf(section, () => left, room, instead)) {
      if (sizeOf(part) > left) turn();
      put(part);
    }
  }
  return pages;
}

/** The section whole, or cut between lines: the first part fits what is left, the others a page each. */
function* partsOf(
  section: MessageSection,
  left: () => number,
  room: number,
  instead: (line: Line) => Line,
): Generator<MessageSection> {
  let part: MessageSection = { title: section.title, lines: [] };
  let limit = left();
  for (const original of section.lines) {
    const isTooLong = sizeOf({ title: section.title, lines: [original] }) > room;
    const next = isTooLong ? instead(original) : original;
    const longer = { title: section.title, lines: [...part.lines, next] };
    if (sizeOf(longer) <= limit) part = longer;
    else {
      if (part.lines.length > 0) yield part;
      part = { title: section.title, lines: [next] };
      limit = room;
    }
  }
  if (part.lines.length > 0) yield part;
}
