/** The two calls that may follow a draft: one repair for everything that failed, one judge for everything that is far. */
import type { DraftItem, DraftRequest, Engine, JudgeAnswer, ModelUsage, RepairTask } from '#domain';
import { type JudgeCase, settleItem, settleJudged, type Verdict } from '#grounding';

export interface SecondCalls {
  readonly engine: Pick<Engine, 'repair' | 'judge'>;
  readonly request: DraftRequest;
  /** False when no allowance is left for this call: then the cited sentences stand in. */
  readonly mayCall: (purpose: ModelUsage['purpose']) => boolean;
}

/** What failed is written again once; what fails again, or cannot be rewritten, is settled without the writer. */
export async function repaired(failed: readonly RepairTask[], calls: SecondCalls): Promise<Verdict[]> {
  const { engine, request, mayCall } = calls;
  const tasks = [...failed];
  const rewritten =
    tasks.length > 0 && engine.repair && mayCall('repair')
      ? await orNothing<DraftItem>(() => engine.repair?.(tasks, request), tasks.length, request)
      : [];
  return tasks.map((task, index) => {
    const again = rewritten[index] ?? null;
    return settleItem(request.article, again ?? task.draft, request.language, again !== null);
  });
}

/** All questions of all items in one call; without an answer the cited sentences stand in. */
export async function judged(cases: readonly JudgeCase[], calls: SecondCalls): Promise<Verdict[]> {
  const { engine, request, mayCall } = calls;
  const tasks = cases.flatMap((one) => one.tasks);
  const answers =
    tasks.length > 0 && engine.judge && mayCall('judge')
      ? await orNothing<JudgeAnswer>(() => engine.judge?.(tasks, request), tasks.length, request)
      : [];
  let from = 0;
  return cases.map((one) => {
    const own = answers.slice(from, from + one.tasks.length).map((answer) => answer ?? null);
    from += one.tasks.length;
    return settleJudged(request.article, one, own);
  });
}

/** A second call that fails costs its answers, not the briefing. A cancelled one ends everything. */
async function orNothing<Answer>(
  call: () => Promise<readonly (Answer | null)[]> | undefined,
  count: number,
  request: DraftRequest,
): Promise<readonly (Answer | null)[]> {
  try {
    return (await call()) ?? [];
  } catch (error) {
    if (request.signal.aborted) throw error;
    return Array.from({ length: count }, () => null);
  }
}
