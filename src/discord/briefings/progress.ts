/** What is seen while the briefing is being written: where it stands, and every line that has passed its checks. */
import type { BriefProgress } from '#briefing';
import type { Article, Point, Position, Verified } from '#domain';
import type { Texts } from '#texts';

import { line, type MessageSection, type MessageView } from '../contracts/view.ts';
import { LIMITS } from '../delivery/limits.ts';
import { pagesOf } from '../delivery/pages.ts';
import { gistLine, pointLine, positionLines } from './lines.ts';

type Item = Extract<BriefProgress, { stage: 'item' }>['item'];

export interface ProgressSoFar {
  /** Place in the queue, from 1. */
  readonly place: number | null;
  readonly stage: 'fetching' | 'reading' | 'drafting' | 'checking';
  readonly article: Article | null;
  readonly items: readonly Item[];
}

export const nothingYet = (isLink: boolean): ProgressSoFar => ({
  place: null,
  stage: isLink ? 'fetching' : 'reading',
  article: null,
  items: [],
});

export function withProgress(before: ProgressSoFar, progress: BriefProgress): ProgressSoFar {
  switch (progress.stage) {
    case 'item':
      return { ...before, items: [...before.items, progress.item] };
    case 'drafting':
      return { place: null, stage: 'drafting', article: progress.article, items: [] };
    case 'fallback':
      // The embedded engine begins anew: what the model had is not what the briefing will hold.
      return { ...before, items: [] };
    case 'waiting':
      return { ...before, place: progress.place };
    case 'fetching':
      return { ...before, place: null };
    case 'checking':
      return { ...before, stage: 'checking' };
  }
}

const STATUS_ROOM = 300;

function statusOf({ place, stage, article }: ProgressSoFar, texts: Texts): string {
  if (place !== null) return texts.waiting({ place });
  if (stage === 'drafting') return texts.drafting({ words: article?.coverage.words ?? 0 });
  return { fetching: texts.fetching, reading: texts.reading, checking: texts.checking }[stage];
}

export function progressView(soFar: ProgressSoFar, texts: Texts): MessageView {
  const { article, items } = soFar;
  const body = article ? checkedSections(article, items, texts) : [];
  const [first = []] = pagesOf(body, LIMITS.displayedText - STATUS_ROOM, (long) => long);
  return {
    sections: [{ title: null, lines: [line(statusOf(soFar, texts))] }, ...first],
    footer: first.length > 0 ? [texts.soFar] : [],
    controls: [],
    file: null,
  };
}

function checkedSections(article: Article, items: readonly Item[], texts: Texts): MessageSection[] {
  const points: Verified<Point>[] = [];
  const positions: Verified<Position>[] = [];
  const gists: Verified<Point>[] = [];
  for (const entry of items) {
    if (entry.kind === 'point') points.push(entry.item);
    else if (entry.kind === 'position') positions.push(entry.item);
    else if (entry.kind === 'gist') gists.push(entry.item);
  }
  return [
    { title: null, lines: gists.slice(0, 1).map((gist) => gistLine(article, gist)) },
    { title: texts.points, lines: points.map((point) => pointLine(article, point)) },
    { title: texts.whoSaidWhat, lines: positionLines(article, positions, texts) },
  ].filter(({ lines }) => lines.length > 0);
}
