/** Kept blocks → paragraphs: lines that a `<br>` cut in the middle of a sentence are one again. */
import type { ParagraphKind } from '#domain';

import type { Block } from './blocks.ts';
import type { BodyParagraph } from './extract.ts';
import { HEADINGS } from './tags.ts';

const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u;
const BEGINS_LOW = /^[\p{Ll}]/u;

export function paragraphsOf(blocks: readonly Block[]): BodyParagraph[] {
  const paragraphs: BodyParagraph[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    if (last && previous && isSameSentence(previous, block)) {
      paragraphs[paragraphs.length - 1] = { text: `${last.text} ${block.text}`, kind: last.kind };
    } else {
      paragraphs.push({ text: block.text, kind: kindOf(block) });
    }
    previous = block;
  }
  return paragraphs;
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
