/** The engine that asks a model, through any server that speaks `chat.completions`. What it yields is unverified. */
import { createHash } from 'node:crypto';

import {
  type AnswerPart,
  type AnswerRequest,
  type Article,
  BotError,
  type DraftItem,
  type DraftRequest,
  type Engine,
  type RepairTask,
} from '#domain';

import type { ModelClient } from './client.ts';
import type { JsonPart } from './incremental-json.ts';
import { longDraft } from './long-draft.ts';
import {
  articlesAsJson,
  claimsAsJson,
  materialKey,
  questionAsJson,
  sentencesAsJson,
  sourcesAsJson,
} from './material.ts';
import { answerParts, type FilledPrompt } from './model-calls.ts';
import { fillPrompt, loadPrompt, type Prompt } from './prompts.ts';
import {
  AnswerSentenceSchema,
  JudgeSchema,
  LineSchema,
  MentionSchema,
  PositionSchema,
  RepairSchema,
  SCHEMA_VERSION,
} from './schemas.ts';
import { windowsOf, windowTokens } from './windows.ts';

export interface OpenAiEngineOptions {
  readonly client: ModelClient;
  /** Folder with the prompt files. */
  readonly promptsFolder: string;
  /** What the model can read. */
  readonly contextTokens?: number;
}

export interface OpenAiEngine extends Engine {
  /** The exact prompt for an article, for `--dry-run`. */
  promptFor(request: Pick<DraftRequest, 'article' | 'language'>, window?: readonly number[]): FilledPrompt;
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
  const judge = loadPrompt(options.promptsFolder, 'judge');
  const answer = loadPrompt(options.promptsFolder, 'answer');
  const merge = loadPrompt(options.promptsFolder, 'merge');
  const { client } = options;
  const limitTokens = windowTokens(options.contextTokens ?? Number.POSITIVE_INFINITY);
  const promptHash = createHash('sha256')
    .update(`${briefing.hash} ${repair.hash} ${judge.hash} ${merge.hash} ${answer.hash} ${SCHEMA_VERSION}`)
    .digest('hex')
    .slice(0, 16);

  const promptFor: OpenAiEngine['promptFor'] = ({ article, language }, window) =>
    fillPrompt(briefing, { key: materialKey(), article: sentencesAsJson(article, window), language });

  /** One writing call: for the whole article, or for one window of it. */
  async function* draftOf(request: DraftRequest, window: readonly number[] | undefined): AsyncGenerator<DraftItem> {
    const kinds = new Set<DraftItem['kind']>();
    const outcome = { isComplete: false };
    const filled = promptFor(request, window);
    for await (const part of answerParts(client, briefing, filled, 'briefing', request, outcome)) {
      const item = toItem(part);
      if (!item) continue;
      kinds.add(item.kind);
      yield item;
    }
    // An answer that broke off before the positions would show an article in which nobody speaks.
    const isUsable = outcome.isComplete ? kinds.size > 0 : kinds.has('point') && kinds.has('position');
    if (!isUsable) throw new BotError('model-garbled', {});
  }

  return {
    name: 'openai',
    model: client.model,
    promptHash,
    promptFor,
    async *draft(request) {
      const windows = windowsOf(request.article, limitTokens);
      if (windows.length === 1) return yield* draftOf(request, undefined);
      yield* longDraft(
        windows,
        {
          draft: (window) => draftOf(request, window),
          merge: (items) => {
            const filled = fillPrompt(merge, { key: materialKey(), items, language: request.language });
            return answerParts(client, merge, filled, 'briefing', request);
          },
        },
        request,
      );
    },
    async repair(tasks, request) {
      const filled = fillPrompt(repair, {
        key: materialKey(),
        article: sentencesAsJson(request.article, sentencesFor(tasks, request.article, limitTokens)),
        tasks: tasksAsJson(tasks),
        language: request.language,
      });
      const repaired = new Map<number, DraftItem>();
      for await (const part of answerParts(client, repair, filled, 'repair', request)) {
        const entry = RepairSchema.shape.repaired.element.safeParse(part.value);
        if (part.key !== 'repaired' || !entry.success) continue;
        const { number, line, position } = entry.data;
        const task = tasks[number - 1];
        const item = task && repairedItem(task.draft, line, position);
        if (item) repaired.set(number, item);
      }
      return tasks.map((_task, index) => repaired.get(index + 1) ?? null);
    },
    async judge(tasks, request) {
      const filled = fillPrompt(judge, { key: materialKey(), claims: claimsAsJson(tasks) });
      const answers = new Map<number, boolean>();
      for await (const part of answerParts(client, judge, filled, 'judge', request)) {
        const entry = JudgeSchema.shape.verdicts.element.safeParse(part.value);
        if (part.key !== 'verdicts' || !entry.success) continue;
        // Said twice and not the same: a reader that contradicts itself confirms nothing.
        const before = answers.get(entry.data.number);
        answers.set(entry.data.number, entry.data.holds && before !== false);
      }
      return tasks.map((_task, index) => answers.get(index + 1) ?? null);
    },
    answer: (request) => answerOf(client, answer, request),
  };
}

async function* answerOf(client: ModelClient, answer: Prompt, request: AnswerRequest): AsyncGenerator<AnswerPart> {
  const filled = fillPrompt(answer, {
    key: materialKey(),
    sources: sourcesAsJson(request.articles),
    sentences: articlesAsJson(request.articles),
    question: questionAsJson(request.question, request.history),
    language: request.language,
  });
  const outcome = { isComplete: false };
  let answerable: boolean | null = null;
  let sentences = 0;
  for await (const part of answerParts(client, answer, filled, 'answer', request, outcome)) {
    if (part.key === 'answerable' && typeof part.value === 'boolean') {
      answerable = part.value;
      yield { kind: 'answerable', isAnswerable: answerable };
    }
    const sentence = AnswerSentenceSchema.safeParse(part.value);
    if (part.key !== 'sentences' || !sentence.success) continue;
    sentences += 1;
    yield { kind: 'sentence', sentence: sentence.data };
  }
  // Only a whole answer may say that the article does not.
  if (answerable === null || (sentences === 0 && !outcome.isComplete)) throw new BotError('model-garbled', {});
}

/** Neighbours on each side that a correction may need. */
const REPAIR_REACH = 3;

/** The whole article where it is short; of a long one the cited sentences with their neighbours. */
function sentencesFor(tasks: readonly RepairTask[], article: Article, limitTokens: number): number[] | undefined {
  if (Buffer.byteLength(article.text) < limitTokens) return undefined;
  const numbers = tasks.flatMap((task) =>
    task.draft.item.evidence.flatMap((number) =>
      Array.from({ length: 2 * REPAIR_REACH + 1 }, (_none, offset) => number - REPAIR_REACH + offset),
    ),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
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
