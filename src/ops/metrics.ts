/** What is counted and measured, in Prometheus' words. Names, units and alerts are in docs/operating.md. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** In seconds: from a ready answer to a model on a slow machine. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120];

/** Read when somebody asks for the metrics. */
export interface Readings {
  readonly queueWaiting: () => number;
  readonly queueRunning: () => number;
  readonly shards: () => readonly { readonly id: number; readonly isReady: boolean; readonly pingMs: number }[];
  readonly guilds: () => number;
}

export interface Prices {
  /** Money per million tokens; `null`: not known, so no cost is counted. */
  readonly input: number | null;
  readonly output: number | null;
}

export interface Metrics {
  request(kind: string, outcome: string, seconds: number): void;
  briefing(engine: string, cache: 'hit' | 'miss', extent: string): void;
  stage(stage: string, seconds: number): void;
  modelCall(purpose: string, tokens: { readonly input: number; readonly output: number }): void;
  quarantined(collection: string): void;
  fault(what: string): void;
  contentType: string;
  text(): Promise<string>;
}

export function createMetrics(readings: Readings, prices: Prices): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'verbatim_' });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name: `verbatim_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Histogram<Label> =>
    new Histogram({ name: `verbatim_${name}`, help, labelNames: [...labelNames], buckets: SECONDS, registers });
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name: `verbatim_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  const requests = counter('requests_total', 'Requests by command and outcome.', ['command', 'outcome']);
  const requestSeconds = histogram('request_seconds', 'From the event to the last word of the answer.', ['command']);
  const briefings = counter('briefings_total', 'Briefings by engine, cache and coverage.', [
    'engine',
    'cache',
    'extent',
  ]);
  const stages = histogram('stage_seconds', 'Time in each stage of a briefing.', ['stage']);
  const calls = counter('model_calls_total', 'Calls of the model by purpose.', ['purpose']);
  const tokens = counter('model_tokens_total', 'Tokens by direction.', ['direction']);
  const cost = counter('model_cost_total', 'Cost at PRICE_INPUT and PRICE_OUTPUT, in their currency.', []);
  const quarantined = counter('records_set_aside_total', 'Stored records that could not be read.', ['collection']);
  const faults = counter('faults_total', 'Faults that nobody who asked was told of.', ['what']);
  gauge('queue_waiting', 'Requests that wait for their turn.', readings.queueWaiting);
  gauge('queue_running', 'Requests under way.', readings.queueRunning);
  gauge('guilds', 'Servers the bot is in.', readings.guilds);
  gauge('shards', 'Shards of this process.', () => readings.shards().length);
  gauge('shards_ready', 'Shards that are connected.', () => readings.shards().filter((shard) => shard.isReady).length);
  gauge('shard_ping_seconds', 'Slowest answer of the gateway to a heartbeat.', () =>
    Math.max(0, ...readings.shards().map(({ pingMs }) => pingMs / 1000)),
  );

  return {
    request(command, outcome, seconds) {
      requests.inc({ command, outcome });
      requestSeconds.observe({ command }, seconds);
    },
    briefing: (engine, cache, extent) => briefings.inc({ engine, cache, extent }),
    stage: (stage, seconds) => stages.observe({ stage }, seconds),
    modelCall(purpose, { input, output }) {
      calls.inc({ purpose });
      tokens.inc({ direction: 'input' }, input);
      tokens.inc({ direction: 'output' }, output);
      if (prices.input !== null && prices.output !== null)
        cost.inc((input * prices.input + output * prices.output) / 1_000_000);
    },
    quarantined: (collection) => quarantined.inc({ collection }),
    fault: (what) => faults.inc({ what }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
