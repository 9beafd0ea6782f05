/** What the operator sees: the log, the metrics and the three pages. Made before everything else, told of it afterwards. */
import { createTrace, type LookBehind, lookBehind, stagesOf, type Trace, type TracedBriefing } from '#briefing';
import type { FairQueue } from '#desk';
import type { DiscordSession } from '#discord';
import type { Clock, ModelUsage } from '#domain';
import { createHealth, createMetrics, type Log, startOpsServer } from '#ops';
import type { Quarantined } from '#store';

import type { Config } from './config.ts';

interface Watched {
  readonly queue: Pick<FairQueue, 'waiting' | 'running'>;
  /** Resolves when the store can be written. */
  readonly check: () => Promise<void>;
}

export interface Monitoring {
  /** One record for each request, with what was noted on its way; counted as it passes. */
  readonly log: Log;
  readonly trace: Trace;
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

/** `tell` hears of every briefing, the article's text included: for a parent process, never for a log. */
export function createMonitoring(
  { prices, http }: Pick<Config, 'prices' | 'http'>,
  sink: Log,
  clock: Clock,
  tell?: (briefing: LookBehind) => void,
): Monitoring {
  const trace = createTrace(onBriefing, clock);
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
    sink(isRequest ? { event: 'request', ...trace.facts(), ...record } : record);
  }

  function onBriefing(briefing: TracedBriefing): void {
    for (const { stage, ms } of stagesOf(briefing)) metrics.stage(stage, ms / 1000);
    if (briefing.result) {
      const { article, isFromCache, briefing: written } = briefing.result;
      metrics.briefing(written.provenance.engine, isFromCache ? 'hit' : 'miss', article.coverage.extent);
    }
    tell?.(lookBehind(briefing));
  }

  return {
    log,
    trace,
    onQuarantine(what) {
      metrics.quarantined(what.collection);
      sink({ level: 'warn', event: 'record set aside', ...what });
    },
    onModelCall(usage) {
      trace.called(usage);
      metrics.modelCall(usage.purpose, usage.tokens);
    },
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
