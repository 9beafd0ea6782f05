/**
 * Many requests to one process: the heap stays flat and no handle is left behind. `SOAK=20000 npm run test:all -- soak` is
 * the full run of about ten minutes; without it, as many as fit into a minute.
 */
import { expect, it } from 'vitest';

import { OURS, startBot } from '../../bench/load/process.ts';
import { byMembers, freshArticles, request } from '../../bench/load/requests.ts';

const REQUESTS = Number(process.env['SOAK'] ?? 1500);
/** The first quarter fills what is filled once: compiled code, pools, caches with a bound. */
const QUARTERS = 4;
/** One request in so many is for an article that was never asked for. */
const FRESH_EVERY = 25;
const AT_ONCE = 8;
/** Measured over idle runs: collections end at slightly different heaps. */
const NOISE_MIB = 6;
const NOISE_HANDLES = AT_ONCE;

it(`${REQUESTS} requests leave the heap after garbage collection flat from the first quarter on, and no handle`, async () => {
  const bot = await startBot({ program: OURS });
  const { sandbox } = bot;
  const links = freshArticles(sandbox, Math.ceil(REQUESTS / FRESH_EVERY));
  const known = sandbox.site.url('/news/tidemouth-ferry');
  const heaps: number[] = [];
  const handles: number[] = [];
  const startedAt = performance.now();
  let asked = 0;
  try {
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      await byMembers(REQUESTS / QUARTERS, AT_ONCE, () => {
        asked += 1;
        const isFresh = asked % FRESH_EVERY === 0;
        return request(sandbox, isFresh ? (links[Math.floor(asked / FRESH_EVERY) - 1] ?? known) : known);
      });
      const figures = await bot.figures();
      heaps.push(figures.heapMiB);
      handles.push(figures.handles);
    }
  } finally {
    await bot.close();
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  console.log(
    `${REQUESTS} requests in ${minutes.toFixed(1)} min; heap by quarter, MiB: ${heaps.map((each) => each.toFixed(1)).join(' ')}; handles: ${handles.join(' ')}`,
  );
  const [first = 0, ...later] = heaps;
  expect(Math.max(...later) - first).toBeLessThan(NOISE_MIB);
  expect(Math.max(...handles.slice(1)) - (handles[0] ?? 0)).toBeLessThanOrEqual(NOISE_HANDLES);
}, 3_600_000);
