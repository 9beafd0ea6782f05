/** Draft → gate → one repair → briefing. Each item is checked the moment it is complete and shown only when it passed. */
import {
  type Article,
  BotError,
  type Briefing,
  type Check,
  type Clock,
  type DraftItem,
  type DraftRequest,
  type Engine,
  type ModelUsage,
  POINTS_SHOWN,
  type RepairTask,
} from '#domain';
import { type JudgeCase, type Verdict, type VerifiedItem, verifyItem } from '#grounding';

import type { BriefRequest } from './brief-request.ts';
import { provenanceOf } from './provenance.ts';
import { judged, repaired } from './second-calls.ts';

export async function draftAndCheck(
  engine: Engine,
  article: Article,
  language: string,
  request: Pick<BriefRequest, 'signal' | 'onProgress' | 'mayCall'> & { readonly onUsage?: (usage: ModelUsage) => void },
  clock: Clock,
): Promise<Briefing> {
  const usages: ModelUsage[] = [];
  const draftRequest: DraftRequest = {
    article,
    language,
    signal: request.signal ?? new AbortController().signal,
    onUsage(usage) {
      usages.push(usage);
      request.onUsage?.(usage);
    },
  };
  const kept: Placed<VerifiedItem>[] = [];
  const checks: Check[] = [];
  const failed: Placed<RepairTask>[] = [];
  const doubtful: Placed<JudgeCase>[] = [];
  const take = (verdict: Verdict, place: number): void => {
    if (verdict.check) checks.push(verdict.check);
    if (verdict.toRepair) failed.push({ place, what: verdict.toRepair });
    if (verdict.toJudge) doubtful.push({ place, what: verdict.toJudge });
    if (!verdict.kept) return;
    kept.push({ place, what: verdict.kept });
    request.onProgress?.({ stage: 'item', item: verdict.kept });
  };

  request.onProgress?.({ stage: 'drafting', article, engine: engine.name });
  let drafted = 0;
  for await (const item of withoutRepeats(engine.draft(draftRequest))) {
    take(verifyItem(article, item, language), drafted);
    drafted += 1;
  }
  if (failed.length + doubtful.length > 0) request.onProgress?.({ stage: 'checking' });
  const calls = { engine, request: draftRequest, mayCall: request.mayCall ?? (() => true) };
  const repairs = await repaired(failed.map(whatOf), calls);
  for (const [index, verdict] of repairs.entries()) take(verdict, failed[index]?.place ?? drafted);
  const judgements = await judged(doubtful.map(whatOf), calls);
  for (const [index, verdict] of judgements.entries()) take(verdict, doubtful[index]?.place ?? drafted);
  const items = kept.toSorted((a, b) => a.place - b.place).map(whatOf);
  // A writer of whose lines nothing could stand has written no briefing; the rules can.
  if (items.length === 0 && engine.model !== null) throw new BotError('model-garbled', {});
  return assemble(article, language, engine, items, checks, usages, clock());
}

/** What was looked at twice stands where the writer put it. */
interface Placed<What> {
  /** Of the draft, from 0. */
  readonly place: number;
  readonly what: What;
}

const whatOf = <What>({ what }: Placed<What>): What => what;

/** A model that loops says the same item again and again. */
async function* withoutRepeats(drafts: AsyncIterable<DraftItem>): AsyncGenerator<DraftItem> {
  const seen = new Set<string>();
  for await (const item of drafts) {
    const fingerprint = JSON.stringify(item);
    if (seen.has(fingerprint)) continue;
    seen.add(fingerprint);
    yield item;
  }
}

type LineItem = Extract<VerifiedItem, { kind: 'headline' | 'gist' | 'point' | 'question' }>;
const isLine = (entry: VerifiedItem): entry is LineItem => entry.kind !== 'position' && entry.kind !== 'mention';

function assemble(
  article: Article,
  language: string,
  engine: Engine,
  items: readonly VerifiedItem[],
  checks: readonly Check[],
  usages: readonly ModelUsage[],
  writtenAt: number,
): Briefing {
  const lines = (kind: LineItem['kind']): LineItem['item'][] =>
    items.flatMap((entry) => (entry.kind === kind && isLine(entry) ? [entry.item] : []));
  const positions = items.flatMap((entry) => (entry.kind === 'position' ? [entry.item] : []));
  const mentioned = items.flatMap((entry) => (entry.kind === 'mention' ? [entry.item] : []));
  return {
    article: article.id,
    language,
    headline: lines('headline')[0] ?? null,
    gist: lines('gist')[0] ?? null,
    points: distinct(lines('point')).slice(0, POINTS_SHOWN.detailed),
    positions,
    mentioned,
    openQuestions: lines('question'),
    provenance: provenanceOf(engine, usages, writtenAt),
    checks,
  };
}

/** Two lines that fell back to the same sentence are one. */
function distinct<Line extends { text: string }>(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => lines.findIndex((other) => other.text === line.text) === index);
}
