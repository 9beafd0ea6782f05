/**
 * Kept blocks → paragraphs: lines that a `<br>` cut in the middle of a sentence are one again, the cells of a row are one
 * line, and the hour of a live blog's entry stands before its first words.
 */
import type { ParagraphKind } from '#domain';

import type { Block } from './blocks.ts';
import type { Place } from './place.ts';
import { isEntryTime, isLiveBlog } from './protected.ts';
import type { BodyParagraph } from './record.ts';
import { HEADINGS } from './tags.ts';

const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u;
const BEGINS_LOW = /^[\p{Ll}]/u;
/** Longer cells are columns of a layout, or paragraphs. */
const MAX_CELL_WORDS = 12;
const BETWEEN_CELLS = ' | ';

interface Line {
  text: string;
  readonly kind: ParagraphKind;
  /** Its last block. */
  block: Block;
  readonly row: Place | null;
}

export function paragraphsOf(blocks: readonly Block[], off: ReadonlySet<string>): BodyParagraph[] {
  const isLive = !off.has('entry-times') && isLiveBlog(blocks);
  const lines: Line[] = [];
  let time = '';
  for (const block of blocks) {
    if (isLive && isEntryTime(block)) {
      if (time) lines.push({ text: time, kind: 'prose', block, row: null });
      time = block.text;
      continue;
    }
    const row = off.has('table-rows') ? null : rowOf(block);
    const last = lines.at(-1);
    const between = last && !time ? joint(last, block, row, off) : null;
    if (last && between !== null) {
      last.text += between + block.text;
      last.block = block;
      continue;
    }
    lines.push({ text: time ? `${time} ${block.text}` : block.text, kind: kindOf(block), block, row });
    time = '';
  }
  return lines.map(({ text, kind }) => ({ text, kind }));
}

/** What to put between the line and the block that goes on with it; `null`: another line begins. */
function joint(last: Line, block: Block, row: Place | null, off: ReadonlySet<string>): string | null {
  if (row && row === last.row) return last.block.place === block.place ? ' ' : BETWEEN_CELLS;
  return !off.has('broken-lines') && isSameSentence(last.block, block) ? ' ' : null;
}

function rowOf(block: Block): Place | null {
  if (!block.place.isWithin('tr') || block.size > MAX_CELL_WORDS) return null;
  for (let place: Place | null = block.place; place; place = place.above) if (place.name === 'tr') return place;
  return null;
}

function isSameSentence(before: Block, after: Block): boolean {
  if (!before.endsAtBreak || before.index + 1 !== after.index || before.place !== after.place) return false;
  return ENDS_OPEN.test(before.text) && BEGINS_LOW.test(after.text);
}

function kindOf(block: Block): ParagraphKind {
  if (HEADINGS.has(block.tag)) return 'heading';
  if (block.place.isWithin('li')) return 'list-item';
  if (block.place.isWithin('blockquote')) return 'quotation';
  return 'prose';
}
