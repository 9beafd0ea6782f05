import { describe, expect, it } from 'vitest';

import { label, linkTarget, plain, plainLine, shorten, visibleText } from '../../src/discord/delivery/escape.ts';
import { HOSTILE } from './hostile-strings.ts';

/** What Discord's client would make of a text: each is a thing it would show as something other than letters. */
const TRIGGERS: readonly (readonly [string, RegExp])[] = [
  ['mention', /(?<!\\)@(?:everyone|here)|(?<!\\)<(?:@|#|\/|id:|t:|a?:)/iu],
  ['link', /(?:^|[^\\])\[[^\]]*\]\(|(?<!\\)\]\(|[a-z][a-z0-9+.-]*:\/\//iu],
  ['active scheme', /(?:javascript|data|mailto|steam):/iu],
  ['invite', /discord(?:app)?\.(?:gg|com|gift)/iu],
  ['markdown', /(?<!\\)(?:\*\*|__|~~|`|\|\|)/u],
  ['start of a line', /^(?:#{1,3} |-# |>{1,3} |[-*+] |\d+\. )/u],
  ['line', /[\n\r\u2028\u2029]/u],
  ['invisible', /(?!\u2060)(?:\p{Cc}|\p{Cf}|(?!\ufe0f)\p{Variation_Selector}|[\u3164\u2800])/u],
  ['stack', /\p{M}{4}/u],
  ['wall', /(?:\p{Extended_Pictographic}\s*){13}|(?:\p{RI}\p{RI}){13}/u],
];

describe('untrusted words', () => {
  it('are tested with sixty strings and more', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE)('come out as letters: %s', (_what, text) => {
    const shown = plainLine(text);
    expect(TRIGGERS.filter(([, trigger]) => trigger.test(shown)).map(([name]) => name)).toEqual([]);
    expect(Array.from(shown).length).toBeGreaterThan(0);
    // An odd number of strokes at the end would escape what follows.
    expect(/(?:^|[^\\])(?:\\\\)*\\$/u.test(shown)).toBe(false);
  });

  it.each(HOSTILE)('come out as letters on a button, which knows no markdown: %s', (_what, text) => {
    const shown = label(text, 80);
    expect(shown).not.toMatch(/@(?:everyone|here)|:\/\/|discord(?:app)?\.(?:gg|com|gift)|(?!\u2060)[\p{Cc}\p{Cf}]/iu);
    expect(Array.from(shown).length).toBeLessThanOrEqual(80);
  });

  it('meet triggers that would be seen: without escaping most of the table does something', () => {
    const harmful = HOSTILE.filter(([, text]) => TRIGGERS.some(([, trigger]) => trigger.test(text)));
    expect(harmful.length).toBeGreaterThan(HOSTILE.length * 0.8);
  });

  it('keep what a reader reads', () => {
    expect(plain('Prices rose 5 % – “a lot”, she said; café, naïve, 東京.')).toBe(
      'Prices rose 5 % – “a lot”, she said; café, naïve, 東京.',
    );
    expect(visibleText('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(visibleText('👩‍💻 ok 😀😀😀')).toContain('😀😀😀');
  });
});

describe('cutting', () => {
  it('ends at a word, by code points', () => {
    expect(shorten('one two three', 9)).toBe('one two…');
    expect(Array.from(shorten('😀'.repeat(30), 10))).toHaveLength(10);
    expect(shorten('short', 80)).toBe('short');
  });
});

describe('the target of a link', () => {
  it.each([
    ['https://a.example/x_(y)', 'https://a.example/x_%28y%29'],
    ['https://a.example/#:~:text=a%20b,c', 'https://a.example/#:~:text=a%20b,c'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/<x>', 'https://a.example/%3Cx%3E'],
  ])('%s cannot be ended early', (address, target) => {
    expect(linkTarget(address)).toBe(target);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'no address'])('%s is none', (address) => {
    expect(linkTarget(address)).toBeNull();
  });
});
