/** The engine that asks a model, through any server that speaks `chat.completions`. What it yields is unverified. */
import { createHash } from 'node:crypto';

import { BotError, type DraftItem, type DraftRequest, type Engine, type RepairTask } from '#domain';

import type { ModelClient } from './client.ts';
import { createIncrementalJson, type JsonPart } from './incremental-json.ts';
import { materialKey, sentencesAsJson } from './material.ts';
import { fillPrompt, loadPrompt, type Prompt } from './prompts.ts';
import { LineSchema, MentionSchema, PositionSchema, RepairSchema, SCHEMA_VERSION, SCHEMAS } from './schemas.ts';

export interface OpenAiEngineOptions {
  readonly client: ModelClient;
  /** Folder with `briefing.md` and `repair.md`. */
  readonly promptsFolder: string;
}

interface FilledPrompt {
  readonly system: string;
  readonly user: string;
}

export interface OpenAiEngine extends Engine {
  /** The exact prompt for an article, for `--dry-run`. */
  promptFor(request: Pick<DraftRequest, 'article' | 'language'>): FilledPrompt;
}

const LINES: Readonly<Record<string, 'headline' | 'gist' | 'point' | 'question'>> = {
  headline: 'headline',
  gist: 'gist',
  points: 'point',
  openQuestions: 'question',
};

/** One part of the answer as a draft item; `null` when its shape is wrong. */
function toItem(part: JsonPart): DraftItem | null {
  const kind = LINES[part.key];
  if (kind) {
    const line = LineSchema.safeParse(part.value);
    return line.success && line.data.text.trim() !== '' ? { kind, item: line.data } : null;
  }
  if (part.key === 'positions') {
    const position = PositionSchema.safeParse(part.value);
    return position.success ? { kind: 'position', item: position.data } : null;
  }
  if (part.key === 'mentioned') {
    const mention = MentionSchema.safeParse(part.value);
    return mention.success ? { kind: 'mention', item: mention.data } : null;
  }
  return null;
}

export function createOpenAiEngine(options: OpenAiEngineOptions): OpenAiEngine {
  const briefing = loadPrompt(options.promptsFolder, 'briefing');
  const repair = loadPrompt(options.promptsFolder, 'repair');
  const promptHash = createHash('sha256')
    .update(`${briefing.hash} ${repair.hash} ${SCHEMA_VERSION}`)
    .digest('hex')
    .slice(0, 16);

  const promptFor: OpenAiEngine['promptFor'] = ({ article, language }) =>
    fillPrompt(briefing, { key: materialKey(), article: sentencesAsJson(article), language });

  async function* parts(prompt: Prompt, filled: FilledPrompt, purpose: 'briefing' | 'repair', request: DraftRequest) {
    const parser = createIncrementalJson();
    const schema = purpose === 'briefing' ? SCHEMAS.briefing : SCHEMAS.repair;
    for await (const piece of options.client.stream({
      ...filled,
      purpose,
      schema: { name: prompt.schema, shape: schema },
      maxOutputTokens: prompt.maxOutputTokens,
      signal: request.signal,
      onUsage: request.onUsage,
    })) {
      for (const part of parser.feed(piece)) if (!('broken' in part)) yield part;
      // Text behind the closing brace is chatter; the rest of the stream is still read, for its usage.
    }
    if (!parser.hasBegun) throw new BotError('model-garbled', {});
  }

  return {
    name: 'openai',
    model: options.client.model,
    promptHash,
    promptFor,
    async *draft(request) {
      let count = 0;
      for await (const part of parts(briefing, promptFor(request), 'briefing', request)) {
        const item = toItem(part);
        if (!item) continue;
        count += 1;
        yield item;
      }
      if (count === 0) throw new BotError('model-garbled', {});
    },
    async repair(tasks, request) {
      const filled = fillPrompt(repair, {
        key: materialKey(),
        article: sentencesAsJson(request.article),
        tasks: tasksAsJson(tasks),
        language: request.language,
      });
      const repaired = new Map<number, DraftItem>();
      for await (const part of parts(repair, filled, 'repair', request)) {
        const entry = RepairSchema.shape.repaired.element.safeParse(part.value);
        if (part.key !== 'repaired' || !entry.success) continue;
        const { number, line, position } = entry.data;
        const task = tasks[number - 1];
        const item = task && repairedItem(task.draft, line, position);
        if (item) repaired.set(number, item);
      }
      return tasks.map((_task, index) => repaired.get(index + 1) ?? null);
    },
  };
}

function tasksAsJson(tasks: readonly RepairTask[]): string {
  const rows = tasks.map((task, index) =>
    JSON.stringify({ number: index + 1, kind: task.draft.kind, line: task.draft.item, reasons: task.reasons }),
  );
  return `[\n${rows.join(',\n')}\n]`;
}

type RepairEntry = (typeof RepairSchema)['shape']['repaired']['element']['_output'];

function repairedItem(
  draft: DraftItem,
  line: RepairEntry['line'],
  position: RepairEntry['position'],
): DraftItem | null {
  if (draft.kind === 'position') return position && { kind: 'position', item: position };
  if (draft.kind === 'mention') return null;
  return line && { kind: draft.kind, item: line };
}
