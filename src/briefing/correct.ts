/**
 * Use case: somebody says that a line is wrong. It is checked again in another way, and what does not hold is put into the
 * article's own words or withdrawn, in the result that is kept.
 */
import { createHash } from 'node:crypto';

import {
  type Article,
  BotError,
  type Briefing,
  type BriefingRecord,
  type Clock,
  type Complaint,
  type Correction,
  type Engine,
  type JudgeAnswer,
  type JudgeTask,
  retentionOf,
  type Spending,
} from '#domain';
import { type Rechecked, recheckItem, restore, toRecord, type VerifiedItem } from '#grounding';

import type { Questioner } from './guild-questions.ts';

export interface ReportableItem {
  /** The same for the same line; another as soon as it says something else. */
  readonly id: string;
  readonly item: VerifiedItem;
}

export interface CorrectRequest extends Questioner {
  readonly article: string;
  /** The result's key. */
  readonly briefing: string;
  readonly item: string;
  readonly complaint?: Complaint;
  /** An admin's word: it goes, whatever a check would say. */
  readonly isWithdrawal?: boolean;
}

export interface CorrectResult extends Rechecked {
  readonly article: Article;
  /** As it stands from now on. */
  readonly briefing: Briefing;
  readonly reported: VerifiedItem;
  /** Of what stands from now on; `null`: nothing does. */
  readonly itemId: string | null;
  /** Whether a second reader looked; else the rules alone. */
  readonly isJudged: boolean;
}

/** @throws BotError `control-expired` when the result is no longer kept, `item-unknown` when the line no longer stands in it */
export type Correct = (request: CorrectRequest) => Promise<CorrectResult>;

export interface CorrectDependencies {
  readonly engines: { readonly openai: Pick<Engine, 'judge'> | null };
  readonly store: {
    readonly articles: { get(guild: string, id: string): Promise<Article | undefined> };
    readonly briefings: {
      get(guild: string, key: string): Promise<BriefingRecord | undefined>;
      update(
        guild: string,
        key: string,
        change: (current: BriefingRecord | undefined) => BriefingRecord | undefined,
        retention: { readonly ttlMs: number },
      ): Promise<BriefingRecord | undefined>;
    };
  };
  readonly spending: Spending;
  readonly clock: Clock;
}

const ID_LENGTH = 10;
/** The result says how often it was corrected; the list itself need not grow for ever. */
const KEPT_CORRECTIONS = 50;
/** Instructions and answer of one judge call. */
const JUDGE_TOKENS = 1_000;
/** As in `estimateTokens`. */
const BYTES_PER_TOKEN = 3;

export function itemsOf({ headline, gist, points, positions, openQuestions }: Briefing): ReportableItem[] {
  const items: VerifiedItem[] = [
    ...(headline ? [{ kind: 'headline', item: headline } as const] : []),
    ...(gist ? [{ kind: 'gist', item: gist } as const] : []),
    ...points.map((item) => ({ kind: 'point', item }) as const),
    ...positions.map((item) => ({ kind: 'position', item }) as const),
    ...openQuestions.map((item) => ({ kind: 'question', item }) as const),
  ];
  return items.map((item) => ({ id: idOf(item), item }));
}

function idOf(entry: VerifiedItem): string {
  const { kind, item } = entry;
  const text =
    kind === 'position' ? [item.speaker?.name, item.stance, item.statement, item.quotations.map(({ id }) => id)] : item;
  return createHash('sha256')
    .update(JSON.stringify([kind, text]))
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

export function createCorrect(dependencies: CorrectDependencies): Correct {
  const { engines, store, spending, clock } = dependencies;

  /** `null`: nobody could be asked. */
  async function judged(request: CorrectRequest, tasks: readonly JudgeTask[]): Promise<readonly JudgeAnswer[] | null> {
    const { guild, settings, member, maySpend, signal = new AbortController().signal } = request;
    const { openai } = engines;
    if (!openai?.judge || settings.engine === 'extractive' || tasks.length === 0) return null;
    const tokens = JUDGE_TOKENS + Math.ceil(Buffer.byteLength(JSON.stringify(tasks)) / BYTES_PER_TOKEN);
    try {
      return await spending.run({ spender: { guild, member }, settings, maySpend, tokens }, async ({ onUsage }) =>
        openai.judge ? openai.judge(tasks, { signal, onUsage }) : null,
      );
    } catch (error) {
      if (error instanceof BotError && error.code.startsWith('model-')) return null;
      throw error;
    }
  }

  return async (request) => {
    const { guild, isWithdrawal = false } = request;
    const article = await store.articles.get(guild, request.article);
    const record = await store.briefings.get(guild, request.briefing);
    const before = article && record && restore(article, record);
    if (!article || !before) throw new BotError('control-expired', {});
    const reported = itemsOf(before).find(({ id }) => id === request.item)?.item;
    if (!reported) throw new BotError('item-unknown', {});
    const recheck = recheckItem(article, reported, before.language);
    const answers = isWithdrawal ? null : await judged(request, recheck.tasks);
    const settled: Rechecked = isWithdrawal
      ? { outcome: 'withdrawn', item: null }
      : recheck.settle(answers, request.complaint);
    const shared = { article, reported, isJudged: answers !== null };
    if (settled.outcome === 'kept') return { ...settled, ...shared, itemId: request.item, briefing: before };
    const correction: Correction = { outcome: settled.outcome, by: isWithdrawal ? 'admin' : 'report', at: clock() };
    let after: Briefing | null = null;
    const correctedRecord = (current: BriefingRecord | undefined): BriefingRecord | undefined => {
      const briefing = current && restore(article, current);
      after = briefing ? withItem(briefing, request.item, settled.item, correction) : null;
      return after ? toRecord(after) : undefined;
    };
    await store.briefings.update(guild, request.briefing, correctedRecord, retentionOf(request.settings));
    // Somebody else's correction of the same line came first.
    if (!after) throw new BotError('item-unknown', {});
    return { ...settled, ...shared, itemId: settled.item && idOf(settled.item), briefing: after };
  };
}

/** `null`: no such line. */
function withItem(briefing: Briefing, id: string, item: VerifiedItem | null, correction: Correction): Briefing | null {
  const lines = itemsOf(briefing);
  if (!lines.some((one) => one.id === id)) return null;
  const next = lines.flatMap((one) => (one.id === id ? (item ? [item] : []) : [one.item]));
  return {
    ...briefing,
    headline: next.flatMap((one) => (one.kind === 'headline' ? [one.item] : []))[0] ?? null,
    gist: next.flatMap((one) => (one.kind === 'gist' ? [one.item] : []))[0] ?? null,
    points: next.flatMap((one) => (one.kind === 'point' ? [one.item] : [])),
    positions: next.flatMap((one) => (one.kind === 'position' ? [one.item] : [])),
    openQuestions: next.flatMap((one) => (one.kind === 'question' ? [one.item] : [])),
    checks: [
      ...briefing.checks,
      {
        about: (item ?? lines.find((one) => one.id === id)?.item)?.kind ?? 'point',
        decision: correction.outcome === 'corrected' ? 'corrected' : 'dropped',
        reasons: [correction.by === 'admin' ? 'withdrawn-by-admin' : 'reported'],
      },
    ],
    corrections: [...(briefing.corrections ?? []), correction].slice(-KEPT_CORRECTIONS),
  };
}
