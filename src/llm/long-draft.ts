/** A long article: its windows drafted in parallel, then one call that ranks what they found without reading the text again. */
import { BotError, type DraftItem, type DraftRequest, POINTS_SHOWN } from '#domain';
import { sameSpeaker } from '#language';

import type { JsonPart } from './incremental-json.ts';
import { visible } from './material.ts';
import { LineSchema, MergeSchema } from './schemas.ts';

/** Calls under way at a time: servers limit requests, and one article must not take all of them. */
const PARALLEL = 3;

export interface LongDraftCalls {
  /** Drafts one window. */
  draft(window: readonly number[]): AsyncIterable<DraftItem>;
  /** Parts of the merge call's answer. */
  merge(items: string): AsyncIterable<JsonPart>;
}

type Collected = readonly DraftItem[];

/** Yields positions as each window is done, and the lines when they have been ranked. */
export async function* longDraft(
  windows: readonly (readonly number[])[],
  calls: LongDraftCalls,
  request: Pick<DraftRequest, 'signal'>,
): AsyncGenerator<DraftItem> {
  const results = inParallel(windows, async (window) => {
    const items: DraftItem[] = [];
    for await (const item of calls.draft(window)) items.push(item);
    return items;
  });
  const lines: DraftItem[] = [];
  const speakers: string[] = [];
  for (const result of results) {
    for (const item of await result) {
      if (item.kind !== 'position') lines.push(item);
      else {
        speakers.push(item.item.speaker.name);
        yield item;
      }
    }
  }
  // Somebody mentioned in one part may speak in another.
  const others = lines.filter(
    (item) => item.kind !== 'mention' || !speakers.some((speaker) => sameSpeaker(speaker, item.item.name)),
  );
  yield* await merged(others, calls, request);
}

/** Starts at most `PARALLEL` at a time; results in order. The first failure ends the rest before they start. */
function inParallel<Value, Result>(
  values: readonly Value[],
  run: (value: Value) => Promise<Result>,
): Promise<Result>[] {
  let hasFailed = false;
  const lanes: Promise<unknown>[] = Array.from({ length: PARALLEL }, () => Promise.resolve());
  return values.map((value, index) => {
    const lane = lanes[index % PARALLEL] ?? Promise.resolve();
    const result = lane.then(async () => {
      if (hasFailed) throw new BotError('model-garbled', {});
      try {
        return await run(value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    });
    lanes[index % PARALLEL] = result.catch(() => undefined);
    // Awaited in order later on: a failure of a later one must not count as unhandled meanwhile.
    result.catch(() => undefined);
    return result;
  });
}

async function merged(
  lines: Collected,
  calls: LongDraftCalls,
  request: Pick<DraftRequest, 'signal'>,
): Promise<Collected> {
  const rows = lines.map((item, index) => JSON.stringify(row(item, index + 1)));
  const chosen: DraftItem[] = [];
  try {
    for await (const part of calls.merge(`[\n${rows.join(',\n')}\n]`)) chosen.push(...chosenBy(part, lines));
  } catch (error) {
    if (request.signal.aborted) throw error;
    return inTurn(lines);
  }
  return chosen.some((item) => item.kind === 'point') ? chosen : inTurn(lines);
}

const row = (item: DraftItem, number: number) => ({
  number,
  kind: item.kind,
  evidence: item.item.evidence,
  text: visible(
    item.kind === 'mention' ? item.item.name : item.kind === 'position' ? item.item.statement : item.item.text,
  ),
});

const KINDS: Readonly<Record<string, DraftItem['kind']>> = {
  points: 'point',
  mentioned: 'mention',
  openQuestions: 'question',
};

function chosenBy(part: JsonPart, lines: Collected): DraftItem[] {
  if (part.key === 'headline' || part.key === 'gist') {
    const line = LineSchema.safeParse(part.value);
    return line.success && line.data.text.trim() !== '' ? [{ kind: part.key, item: line.data }] : [];
  }
  const number = MergeSchema.shape.points.element.safeParse(part.value);
  const item = number.success ? lines[number.data - 1] : undefined;
  return item && item.kind === KINDS[part.key] ? [item] : [];
}

/** Without a merge: headline and gist of the first window, the first point of each window, the second of each, … */
function inTurn(lines: Collected): DraftItem[] {
  const first = (kind: DraftItem['kind']) => lines.filter((item) => item.kind === kind).slice(0, 1);
  const starts = lines.flatMap((item, index) =>
    item.kind === 'point' && lines[index - 1]?.kind !== 'point' ? [index] : [],
  );
  const points: DraftItem[] = [];
  for (let offset = 0; points.length < POINTS_SHOWN.detailed; offset += 1) {
    const next = starts
      .filter((start, index) => start + offset < (starts[index + 1] ?? lines.length))
      .flatMap((start) => lines[start + offset] ?? [])
      .filter((item) => item.kind === 'point');
    if (next.length === 0) break;
    points.push(...next);
  }
  const rest = lines.filter((item) => item.kind === 'mention' || item.kind === 'question');
  return [...first('headline'), ...first('gist'), ...points, ...rest];
}
