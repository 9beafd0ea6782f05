import { describe, expect, it } from 'vitest';

import { countTokens } from '#llm';

describe('the token count', () => {
  it('is that of the tokenizer', () => {
    expect(countTokens('The council voted to close the ferry.')).toBe(8);
  });

  it('stays fast for text without spaces', () => {
    const timeOf = (length: number): number => {
      const text = 'x'.repeat(length);
      // Of this thread alone: the machine is shared.
      const before = process.threadCpuUsage();
      countTokens(text);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    };
    timeOf(10_000);
    // Ten times the text; the square of it would be a hundred times the time.
    expect(timeOf(200_000)).toBeLessThan(50 * Math.max(1, timeOf(20_000)));
  });
});
