/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { createArticleReader, type FetchAnswer, type Reader, type ReaderOptions } from '#article';
import {
  type Ask,
  type Brief,
  type Correct,
  createAsk,
  createBooking,
  createBrief,
  createBriefRuns,
  createCorrect,
  createDiscuss,
  createGuildBrief,
  createGuildQuestions,
  createKeptBriefings,
  createPreview,
  type Discuss,
  type GuildQuestions,
  type KeptBriefings,
  type LookBehind,
  type MakePreview,
} from '#briefing';
import { createDesk, createProviderLimits, createSharedRuns, type Desk, memberRecords } from '#desk';
import { type BotError, type ChannelMode, type Clock, ownerBy, type Prices } from '#domain';
import {
  countTokens,
  createExtractiveEngine,
  createModelClient,
  createOpenAiEngine,
  type OpenAiEngine,
  windowTokens,
} from '#llm';
import type { Log } from '#ops';
import { type Collection, openStore, RESULTS_KEPT_MS, type Store } from '#store';
import { speak } from '#texts';

import type { Config } from './config.ts';
import { createMonitoring, type Monitoring } from './monitoring.ts';

/** Expired records read as not kept at once; this is how long they may still fill the disk. */
const SWEEP_INTERVAL_MS = 3_600_000;
const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: Reader;
  readonly store: Store;
  readonly desk: Desk;
  readonly monitoring: Monitoring;
  readonly brief: Brief;
  readonly ask: Ask;
  readonly discuss: Discuss;
  readonly questions: GuildQuestions;
  readonly correct: Correct;
  readonly kept: KeptBriefings;
  readonly preview: MakePreview;
  /** What buttons, menus and forms lead to. */
  readonly controls: Collection<unknown>;
  readonly prices: Prices | null;
  readonly clock: Clock;
  /** What happens to posted links, over all channels of all servers. */
  modesInUse(): Promise<ReadonlySet<ChannelMode>>;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  /** Runs something on behalf of a request, so that what is told of it carries the request's id. */
  within<T>(request: string, run: () => T): T;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Hears what was done for each request, the article's text included: for a parent process, never for a log. */
  readonly tell?: ((briefing: LookBehind) => void) | undefined;
  /** Threads, names and limits of reading, where they are not the usual ones. */
  readonly reading?: Pick<ReaderOptions, 'lookup' | 'pool' | 'totalTimeoutMs'>;
}

/** @throws StoreError with a sentence when the store cannot be opened */
export async function createApp(config: Config, log: Log, { tell, reading }: AppOptions = {}): Promise<App> {
  // Read on every call, so that tests and clock changes take effect.
  const clock = (): number => Date.now();
  const monitoring = createMonitoring(config, log, clock, tell);
  const store = await openStore(config.storeUrl, { clock, onQuarantine: monitoring.onQuarantine });
  const stopSweeping = sweepHourly(store, monitoring);
  const reader = createArticleReader({
    allowPrivateHosts: config.allowPrivateHosts,
    clock,
    sharedFetches: createSharedRuns<never, FetchAnswer>(),
    ...reading,
  });
  const openai =
    config.model &&
    createEngine(config.model, store, (error) =>
      monitoring.fault('model needs the operator', new Error(speak(null).errorSentence(error), { cause: error })),
    );
  const onFault = (error: unknown): void => monitoring.fault('not booked', error);
  const owns = ownerBy(config.shards);
  const controls = store.collection<unknown>({
    name: 'controls',
    version: 1,
    schema: z.json(),
    ttlMs: RESULTS_KEPT_MS,
    durability: 'cache',
  });
  const desk = createDesk({
    store,
    ceilings: config.ceilings,
    clock,
    others: [memberRecords(controls)],
    owns,
    onFault,
    onModelCall: monitoring.onModelCall,
  });
  monitoring.watch({ queue: desk.queue, check: () => store.check() });
  const engines = { extractive: createExtractiveEngine(), openai };
  const questions = {
    engines,
    clock,
    countTokens,
    spending: desk.spending,
    materialTokens: windowTokens(config.model?.contextTokens ?? Number.POSITIVE_INFINITY),
  };
  const booking = createBooking({ ledger: desk.ledger, onFault });
  const runs = createBriefRuns();
  const brief = createBrief({
    reader,
    store,
    clock,
    engines,
    runs,
    spending: desk.spending,
  });
  const discuss = createDiscuss({ ...questions, store });
  const guildBrief = createGuildBrief({ queue: desk.queue, brief, runs, booking });
  return {
    reader,
    store,
    desk,
    monitoring,
    brief: monitoring.trace.traced(guildBrief),
    ask: createAsk({ ...questions, reader }),
    preview: createPreview({ reader, store, clock, engines }),
    kept: createKeptBriefings({ store, clock, engines, booking }),
    controls,
    prices: pricesOf(config.prices),
    clock,
    modesInUse: () => modesInUse(store, owns),
    discuss,
    questions: createGuildQuestions({
      queue: desk.queue,
      questions,
      discuss,
      source: { reader, store, clock },
      booking,
    }),
    correct: createCorrect({ spending: desk.spending, engines, store, clock }),
    openai,
    within: (request, run) => monitoring.trace.within(request, run),
    async close() {
      stopSweeping();
      await monitoring.close();
      await reader.close();
      await store.close();
    },
  };
}

/** One price without the other would show half of what was spent. */
function pricesOf({ input, output }: Config['prices']): Prices | null {
  return input === null || output === null ? null : { input, output };
}

async function modesInUse({ settings }: Store, owns: (guild: string) => boolean): Promise<ReadonlySet<ChannelMode>> {
  const modes = new Set<ChannelMode>();
  for await (const guild of settings.guilds()) {
    if (!owns(guild)) continue;
    for await (const [, held] of settings.entries(guild))
      for (const mode of Object.values(held.settings.modes)) modes.add(mode);
  }
  return modes;
}

/** Returns how to stop it. */
function sweepHourly(store: Store, monitoring: Monitoring): () => void {
  const sweep = async (): Promise<void> => {
    try {
      await store.sweep();
    } catch (error) {
      monitoring.fault('sweep failed', error);
    }
  };
  const timer = setInterval(() => void sweep(), SWEEP_INTERVAL_MS).unref();
  return () => clearInterval(timer);
}

function createEngine(
  model: NonNullable<Config['model']>,
  { atomic }: Pick<Store, 'atomic'>,
  onLasting: (error: BotError) => void,
): OpenAiEngine {
  const client = createModelClient({
    apiKey: model.apiKey,
    ...(model.baseURL ? { baseURL: model.baseURL } : {}),
    model: model.name,
    reasoningEffort: model.reasoningEffort,
    contextTokens: model.contextTokens,
    timeoutMs: model.timeoutMs,
    clock: Date.now,
    onLasting,
    ...(model.limits ? { admit: createProviderLimits({ atomic, clock: Date.now, limits: model.limits }) } : {}),
  });
  return createOpenAiEngine({ client, promptsFolder: PROMPTS_FOLDER, contextTokens: model.contextTokens });
}
