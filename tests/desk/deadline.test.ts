/** A deadline for one promise: what comes in time, what comes late, and what it costs when nothing was late. */
import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { inTime } from '#desk';

const tooLate = (): never => {
  throw new Error('too late');
};
const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;

it('gives what is done in time, and its error', async () => {
  expect(await inTime(1000, Promise.resolve('done'), tooLate)).toBe('done');
  expect(await inTime(1000, pause(20, 'done'), tooLate)).toBe('done');
  await expect(inTime(1000, Promise.reject(new Error('broken')), tooLate)).rejects.toThrow('broken');
});

it('gives what stands in for work that is late, or throws it', async () => {
  expect(await inTime(10, new Promise(() => undefined), () => null)).toBe(null);
  await expect(inTime(10, new Promise(() => undefined), tooLate)).rejects.toThrow('too late');
});

it('does not mind what becomes of late work', async () => {
  const failing = pause(40).then(() => Promise.reject(new Error('nobody hears this')));
  expect(await inTime(10, failing, () => 'instead')).toBe('instead');
  await pause(60);
});

it('leaves no timer behind', async () => {
  const before = timers();
  await Promise.all(Array.from({ length: 20 }, () => inTime(60_000, Promise.resolve(), tooLate)));
  await Promise.all(Array.from({ length: 20 }, () => inTime(60_000, pause(5), tooLate)));
  expect(timers()).toBeLessThanOrEqual(before);
});
