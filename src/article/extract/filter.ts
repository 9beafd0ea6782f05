/** Runs the steps over the blocks that Readability kept. */
import type { Block } from './blocks.ts';
import { boilerplateStart } from './boilerplate.ts';
import { isFullParagraph, type Judged, type Reading, readingOf } from './judged.ts';
import { COMMENTS_HEADING } from './phrases.ts';
import type { Place } from './place.ts';
import { protectedBlocks } from './protected.ts';
import { STEPS, type Step, type StepContext } from './steps.ts';

export interface DroppedBlock {
  readonly step: string;
  readonly reason: string;
  readonly block: Block;
}

export interface Filtered {
  readonly kept: readonly Block[];
  readonly dropped: readonly DroppedBlock[];
}

/** When less would stay, the steps have mistaken the page and everything is kept. */
const MIN_KEPT_SHARE = 0.3;

export function filterBlocks(
  blocks: readonly Block[],
  known: { title: string; author: string },
  off: ReadonlySet<string>,
): Filtered {
  const reading = readingOf(blocks, known);
  const safe = protectedBlocks(reading.blocks, off);
  const end = off.has('comments') ? reading.blocks.length : commentsStart(reading);
  const { kept, dropped } = runSteps({ ...reading, blocks: reading.blocks.slice(0, end) }, safe, off);
  for (const { block } of reading.blocks.slice(end))
    dropped.push({ step: 'comments', reason: 'under the heading of the comments', block });
  if (!off.has('boilerplate')) {
    for (const { block } of kept.splice(boilerplateStart(kept)))
      dropped.push({ step: 'boilerplate', reason: 'about the sender, under the news', block });
  }
  const last = kept.at(-1);
  if (last?.isHeading && !off.has('end-heading')) {
    while (kept.at(-1)?.isHeading) {
      const heading = kept.pop();
      if (heading) dropped.push({ step: 'end-heading', reason: 'heading with nothing under it', block: heading.block });
    }
  }
  const words = kept.reduce((sum, { size }) => sum + size, 0);
  if (words < reading.words * MIN_KEPT_SHARE) return { kept: blocks, dropped: [] };
  return { kept: kept.map(({ block }) => block), dropped };
}

/** A body has so many words before its readers speak. */
const MIN_BODY_WORDS = 60;
const MAX_HEADING_WORDS = 14;

/** Index of the line that announces the comments; the number of blocks when none does. */
function commentsStart({ blocks }: Reading): number {
  let words = 0;
  const homes = new Set<Place | null>();
  for (const [index, judged] of blocks.entries()) {
    const { size, text, block, isHeading } = judged;
    if (words >= MIN_BODY_WORDS && size <= MAX_HEADING_WORDS && COMMENTS_HEADING.test(text)) {
      const rest = blocks.slice(index + 1).filter((each) => isFullParagraph(each));
      // A link to the comments in the middle of the text: the text goes on beside its earlier paragraphs.
      if (isHeading || !rest.some((each) => homes.has(each.block.place.above))) return index;
    }
    words += size;
    if (isFullParagraph(judged)) homes.add(block.place.above);
  }
  return blocks.length;
}

function runSteps(
  reading: Reading,
  safe: ReadonlySet<Judged>,
  off: ReadonlySet<string>,
): { kept: Judged[]; dropped: DroppedBlock[] } {
  const kept: Judged[] = [];
  const dropped: DroppedBlock[] = [];
  const steps = STEPS.filter(({ name }) => !off.has(name));
  const seen = new Set<string>();
  let afterMore = false;
  for (const [index, judged] of reading.blocks.entries()) {
    const context: StepContext = { reading, index, seen, afterMore };
    const objection = safe.has(judged) ? null : firstObjection(steps, judged, context);
    if (objection) {
      dropped.push(objection);
      afterMore = objection.step === 'more' || (afterMore && objection.step === 'links');
      continue;
    }
    afterMore = false;
    if (judged.isAtHead) seen.add(judged.folded);
    kept.push(judged);
  }
  return { kept, dropped };
}

function firstObjection(steps: readonly Step[], judged: Judged, context: StepContext): DroppedBlock | null {
  for (const { name, objection: ask } of steps) {
    const reason = ask(judged, context);
    if (reason !== null) return { step: name, reason, block: judged.block };
  }
  return null;
}
