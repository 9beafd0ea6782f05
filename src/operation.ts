/** What the operator sees: the log, the metrics and the three pages. Made before everything else, told of it afterwards. */
import type { BriefFacts, BriefObserver } from '#briefing';
import type { FairQueue } from '#desk';
import type { DiscordSession } from '#discord';
import type { ModelUsage } from '#domain';
import { createHealth, createMetrics, createRequestFacts, type Log, startOpsServer } from '#ops';
import type { Quarantined } from '#store';

import type { Config } from './config.ts';

interface Watched {
  readonly queue: Pick<FairQueue, 'waiting' | 'running'>;
  /** Resolves when the store can be written. */
  readonly check: () => Promise<void>;
}

export interface Operation {
  /** One record for each request, with what was noted on its way; counted as it passes. */
  readonly log: Log;
  readonly inRequest: <Result>(work: () => Result) => Result;
  readonly observer: BriefObserver;
  readonly onQuarantine: (what: Quarantined) => void;
  readonly onModelCall: (usage: ModelUsage) => void;
  /** Something failed that nobody who asked needs to hear of. */
  fault(what: string, error: unknown): void;
  watch(watched: Watched): void;
  connected(session: Pick<DiscordSession, 'shards' | 'guilds'>): void;
  /** Opens `/healthz`, `/readyz` and `/metrics` where they are asked for; the port. */
  listen(): Promise<number | null>;
  /** From now on `/readyz` says that this process is stopping. */
  drain(): void;
  close(): Promise<void>;
}

export function createOperation({ prices, http }: Pick<Config, 'prices' | 'http'>, sink: Log): Operation {
  const facts = createRequestFacts();
  let watched: Watched | null = null;
  let session: Pick<DiscordSession, 'shards' | 'guilds'> | null = null;
  let server: Awaited<ReturnType<typeof startOpsServer>> | null = null;
  const metrics = createMetrics(
    {
      queueWaiting: () => watched?.queue.waiting ?? 0,
      queueRunning: () => watched?.queue.running ?? 0,
      shards: () => session?.shards() ?? [],
      guilds: () => session?.guilds() ?? 0,
    },
    prices,
  );
  const health = createHealth({
    checks: {
      storage: async () => {
        if (!watched) throw new Error('not open yet');
        await watched.check();
      },
      discord: async () => {
        const shards = session?.shards() ?? [];
        if (shards.length === 0 || shards.some(({ isReady }) => !isReady)) throw new Error('not connected');
      },
    },
  });

  function log(record: Readonly<Record<string, unknown>>): void {
    const { command, outcome, durationMs } = record;
    const isRequest = typeof command === 'string' && typeof durationMs === 'number';
    if (isRequest) metrics.request(command, String(outcome), durationMs / 1000);
    // The record's own words last: how the request ended is for the edge to say.
    sink(isRequest ? { event: 'request', ...facts.noted(), ...record } : record);
  }

  function briefed(brief: BriefFacts): void {
    const { guild: _guild, outcome, ...rest } = brief;
    facts.note(outcome === 'answered' ? rest : { ...rest, briefing: outcome });
    if (brief.engine && brief.cache) metrics.briefing(brief.engine, brief.cache, brief.coverage ?? 'nothing');
  }

  return {
    log,
    inRequest: (work) => facts.within(work),
    observer: { stage: (stage, ms) => metrics.stage(stage, ms / 1000), briefed },
    onQuarantine(what) {
      metrics.quarantined(what.collection);
      sink({ level: 'warn', event: 'record set aside', ...what });
    },
    onModelCall: ({ purpose, tokens }) => metrics.modelCall(purpose, tokens),
    fault(what, error) {
      metrics.fault(what);
      sink({ level: 'error', event: what, cause: error });
    },
    watch(what) {
      watched = what;
    },
    connected(what) {
      session = what;
    },
    async listen() {
      if (http.port === null) return null;
      server = await startOpsServer({ host: http.host, port: http.port, health, metrics });
      return server.port;
    },
    drain: () => health.drain(),
    async close() {
      health.stop();
      await server?.close();
    },
  };
}
