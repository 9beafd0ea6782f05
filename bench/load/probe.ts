/** Loaded into a measured process by `--import`: tells its parent what the process costs, when asked. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Figures {
  /** Since the start of the process. */
  readonly cpuMs: number;
  readonly rssMiB: number;
  /** After garbage collection. */
  readonly heapMiB: number;
  /** Sockets, timers and the like that keep the process alive, idle connections included. */
  readonly handles: number;
  /** Lateness of the main loop since the last question. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
}

const MIB = 1024 * 1024;
const NS_PER_MS = 1e6;
const US_PER_MS = 1000;
/** The histogram counts its own period; what is above it is lateness. */
const RESOLUTION_MS = 10;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

async function figures(): Promise<Figures> {
  const lagP99Ms = Math.max(0, delay.percentile(99) / NS_PER_MS - RESOLUTION_MS);
  const lagMaxMs = Math.max(0, delay.max / NS_PER_MS - RESOLUTION_MS);
  const { user, system } = process.cpuUsage();
  // Twice: finalisers of the first round free what the second collects.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await sleep(50);
  }
  const { rss, heapUsed } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  delay.reset();
  return {
    cpuMs: (user + system) / US_PER_MS,
    rssMiB: rss / MIB,
    heapMiB: heapUsed / MIB,
    handles,
    lagP99Ms,
    lagMaxMs,
  };
}

process.on('message', () => void figures().then((answer) => process.send?.(answer)));
// The question must not keep a stopped bot alive.
process.channel?.unref();
