/** A server's settings are one value for one request: read once, and handed down. */
import { afterEach, beforeEach, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await startWorld({ hasModel: true });
});
afterEach(async () => {
  await world.close();
});

/** Counts what is asked of the store, not of whoever keeps settings for others. */
function countReads(): () => number {
  const { settings } = world.app().store;
  const get = settings.get.bind(settings);
  let reads = 0;
  Object.assign(settings, {
    get(guild: string, key: string) {
      reads += 1;
      return get(guild, key);
    },
  });
  return () => reads;
}
const summarise = (isPrivate: boolean) =>
  world.ask({
    command: 'summarise',
    options: { article: world.site.url('/news/tidemouth-ferry'), private: isPrivate },
  });

it('a summary written by a model reads them once, and once more when its message is remembered', async () => {
  const reads = countReads();
  const { text } = await summarise(false);
  expect(text).toContain('sandbox');
  // The answer may come minutes after the request: its message is kept as long as the settings say then.
  await expect.poll(reads).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(reads()).toBe(2);
});

it('a private summary, which is remembered nowhere, reads them once', async () => {
  const reads = countReads();
  expect((await summarise(true)).text).toContain('sandbox');
  expect(reads()).toBe(1);
});
