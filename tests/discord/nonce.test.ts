/** The nonce of an ordinary message. */
import { expect, it } from 'vitest';

import { nonceOf } from '../../src/discord/delivery/nonce.ts';

it('is one for a post, within the limit of Discord, and another for every other', () => {
  const posts = [
    ['10', 'mention', '20'],
    ['11', 'mention', '20'],
    ['10', 'answer', '20'],
    ['10', 'mention', '21'],
    ['10', 'mention'],
    ['10', 'mention20'],
  ];
  expect(nonceOf(['10', 'mention', '20'])).toBe(nonceOf(['10', 'mention', '20']));
  expect(new Set(posts.map((post) => nonceOf(post))).size).toBe(posts.length);
  for (const post of posts) expect(nonceOf(post)).toMatch(/^[\w-]{25}$/u);
});
