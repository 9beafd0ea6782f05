/** What a briefing says about itself: lines corrected since it was made, and a page that says something else by now. */
import type { BriefChange } from '#briefing';
import type { Briefing } from '#domain';
import type { Texts } from '#texts';

import { type Line, line, type MessageSection } from '../contracts/view.ts';
import { positionLines, type Subject } from './lines.ts';

/** Discord shows it as "5 minutes ago", in the reader's language, and keeps it true. */
export const timeAgo = (at: number): string => `<t:${Math.floor(at / 1000)}:R>`;

export function correctionNotes({ corrections = [] }: Briefing, texts: Texts): Line[] {
  const last = corrections.at(-1);
  if (!last) return [];
  const count = (outcome: 'corrected' | 'withdrawn'): number =>
    corrections.filter((correction) => correction.outcome === outcome).length;
  return [
    line(texts.correctedNote({ corrected: count('corrected'), withdrawn: count('withdrawn'), when: timeAgo(last.at) })),
  ];
}

export function changeNotes(change: BriefChange | null, texts: Texts): Line[] {
  if (!change) return [];
  if (change.is === 'older') return [line(texts.changedSince)];
  const { positions } = change;
  const isSame = positions && positions.added.length + positions.gone.length === 0;
  return [
    line(texts.changedBefore({ when: timeAgo(change.before.readAt) })),
    ...(isSame ? [line(texts.changedNoPosition)] : []),
  ];
}

/** Positions that are new, and those that the page no longer has. */
export function changedPositions({ article, change = null }: Subject, texts: Texts): MessageSection[] {
  if (change?.is !== 'newer' || !change.positions) return [];
  const { added, gone } = change.positions;
  // The page has those words no longer: a link to them would lead nowhere.
  const earlier = { ...change.before, source: { kind: 'text' } } as const;
  return [
    { title: texts.changedAdded, lines: positionLines(article, added, texts) },
    { title: texts.changedGone, lines: positionLines(earlier, gone, texts) },
  ].filter(({ lines }) => lines.length > 0);
}
