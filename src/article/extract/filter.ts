/** Runs the steps over the blocks that Readability kept. */
import type { Block } from './blocks.ts';
import { type Judged, type Reading, readingOf } from './judged.ts';
import { STEPS } from './steps.ts';

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
  const { kept, dropped } = runSteps(reading, off);
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

function runSteps(reading: Reading, off: ReadonlySet<string>): { kept: Judged[]; dropped: DroppedBlock[] } {
  const kept: Judged[] = [];
  const dropped: DroppedBlock[] = [];
  const steps = STEPS.filter(({ name }) => !off.has(name));
  const seen = new Set<string>();
  let afterMore = false;
  for (const [index, judged] of reading.blocks.entries()) {
    const context = { reading, index, seen, afterMore };
    let objection: DroppedBlock | null = null;
    for (const { name, objection: ask } of steps) {
      const reason = ask(judged, context);
      if (reason === null) continue;
      objection = { step: name, reason, block: judged.block };
      break;
    }
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
