/** When a failing server is left alone, and how it is tried again. */
import { describe, expect, it } from 'vitest';

import { BotError } from '#domain';

import { createPause } from '../../src/llm/pause.ts';

const busy = (retryAfterSeconds: number | null = null) => new BotError('model-busy', { retryAfterSeconds });
const quota = new BotError('model-quota', {});

function start() {
  let now = 1_000_000;
  const told: BotError[] = [];
  const pause = createPause(
    () => now,
    (error) => told.push(error),
  );
  const isOpen = (): boolean => {
    try {
      pause.enter().left();
      return true;
    } catch {
      return false;
    }
  };
  return { pause, told, isOpen, pass: (seconds: number) => void (now += seconds * 1000) };
}

describe('a failing server', () => {
  it('is left alone after the third failure in a row, for a minute', () => {
    const { pause, isOpen, pass } = start();
    for (const _time of [1, 2]) pause.enter().failed(busy());
    expect(isOpen()).toBe(true);
    pause.enter().failed(busy());
    expect(isOpen()).toBe(false);
    pass(59);
    expect(isOpen()).toBe(false);
    pass(1);
    expect(isOpen()).toBe(true);
  });

  it('that states a time is left alone at once, for that time, and the rest of it is said', () => {
    const { pause, isOpen, pass } = start();
    pause.enter().failed(busy(120));
    pass(30);
    expect(() => pause.enter()).toThrow(expect.objectContaining({ facts: { retryAfterSeconds: 90 } }));
    pass(90);
    expect(isOpen()).toBe(true);
  });

  it('is not left alone for longer than a quarter of an hour, whatever it states', () => {
    const { pause, isOpen, pass } = start();
    pause.enter().failed(busy(3600));
    pass(15 * 60);
    expect(isOpen()).toBe(true);
  });

  it('that answers between two failures is not left alone', () => {
    const { pause, isOpen } = start();
    for (const _time of [1, 2, 3, 4]) {
      pause.enter().failed(busy());
      pause.enter().succeeded();
    }
    expect(isOpen()).toBe(true);
  });
});

describe('when the time is over', () => {
  const halfOpen = () => {
    const world = start();
    world.pause.enter().failed(busy(60));
    world.pass(60);
    return world;
  };

  it('one call tries the server, and the others wait for what comes of it', () => {
    const { pause, isOpen } = halfOpen();
    const probe = pause.enter();
    expect(isOpen()).toBe(false);
    probe.succeeded();
    expect(isOpen()).toBe(true);
    pause.enter();
    expect(isOpen()).toBe(true);
  });

  it('a probe that fails begins a new pause', () => {
    const { pause, isOpen, pass } = halfOpen();
    for (const _time of [1, 2]) {
      pause.enter().failed(busy(60));
      expect(isOpen()).toBe(false);
      pass(60);
    }
    expect(isOpen()).toBe(true);
  });

  it('a probe that was cancelled leaves its place to the next', () => {
    const { pause, isOpen } = halfOpen();
    pause.enter().left();
    pause.enter().failed(new BotError('cancelled', {}));
    expect(isOpen()).toBe(true);
    const probe = pause.enter();
    expect(isOpen()).toBe(false);
    probe.succeeded();
  });

  it('an answer that is of no use shows that the server is there', () => {
    const { pause, isOpen } = halfOpen();
    pause.enter().failed(new BotError('model-garbled', {}));
    pause.enter();
    expect(isOpen()).toBe(true);
  });
});

describe('a fault that only the operator can mend', () => {
  it('stops the calls at once, and is told once until the server has answered again', () => {
    const { pause, told, isOpen, pass } = start();
    for (const _minute of [1, 2, 3]) {
      pause.enter().failed(quota);
      expect(isOpen()).toBe(false);
      pass(60);
    }
    expect(told).toEqual([quota]);
    pause.enter().succeeded();
    pause.enter().failed(quota);
    expect(told).toHaveLength(2);
  });
});
