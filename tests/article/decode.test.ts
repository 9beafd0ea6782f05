/** Bytes → text, as browsers do it, and a refusal where nobody can. */
import { afterAll, describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';

import { decode, REPLACED_LIMIT } from '../../src/article/decode.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : Buffer.from(part))));
const page = (charset: string, body: Buffer): Buffer =>
  Buffer.concat([latin(`<html><head><meta charset="${charset}"></head><body><p>`), body, latin('</p></body></html>')]);

const wide = (text: string, swap: boolean): Buffer => {
  const buffer = Buffer.from(text, 'utf16le');
  return swap ? buffer.swap16() : buffer;
};

/** The same word in the bytes of its time. */
const OLD = [
  ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
  ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'],
  ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
  ['euc-jp', [0xc6, 0xfc, 0xcb, 0xdc], '日本'],
  ['gb18030', [0xd6, 0xd0, 0xb9, 0xfa], '中国'],
  ['big5', [0xa4, 0xa4, 0xb0, 0xea], '中國'],
  ['euc-kr', [0xc7, 0xd1, 0xb1, 0xb9], '한국'],
  ['iso-8859-2', [0xb3, 0xf3, 0x64, 0xbc], 'łódź'],
  ['windows-1254', [0xdd, 0x73, 0xfe], 'İsş'],
  ['windows-1256', [0xde, 0xe1, 0xc8], 'قلب'],
  ['iso-8859-1', [0x93, 0x6f, 0x6b, 0x94, 0x96], '“ok”–'],
] as const;

describe('the encoding of a page', () => {
  it.each(OLD)('is %s when its own meta tag says so', (charset, word, text) => {
    expect(decode(page(charset, bytes(word)), 'text/html').text).toContain(`<p>${text}</p>`);
  });

  it.each(OLD)('is %s when the header says so, whatever the page says', (charset, word, text) => {
    expect(decode(page('utf-8', bytes(word)), `text/html; charset=${charset}`).text).toContain(`<p>${text}</p>`);
  });

  it.each([
    [
      'a byte order mark before a header that says another',
      bytes([0xef, 0xbb, 0xbf], [0xc3, 0xbc]),
      'text/html; charset=iso-8859-1',
    ],
    ['an unknown name in the header', page('utf-8', bytes([0xc3, 0xbc])), 'text/html; charset=utf-none'],
    ['quotation marks around the name', page('latin1', bytes([0xc3, 0xbc])), 'text/html; charset="UTF-8"'],
    ['a page that says utf-16 in bytes that are not', page('utf-16', bytes([0xc3, 0xbc])), 'text/html'],
    ['no word of it anywhere', bytes('<p>', [0xc3, 0xbc], '</p>'), 'text/html'],
  ])('survives %s', (_what, body, header) => {
    expect(decode(body, header).text).toContain('ü');
  });

  it('without any label is what browsers assume, when it is not UTF-8', () => {
    expect(decode(bytes('Gr', [0xfc, 0xdf, 0x65]), 'text/plain').text).toBe('Grüße');
  });

  it.each([
    ['little-endian, with a mark', bytes([0xff, 0xfe]), false],
    ['big-endian, with a mark', bytes([0xfe, 0xff]), true],
    ['little-endian, without a mark', bytes(), false],
    ['big-endian, without a mark', bytes(), true],
  ])('may be UTF-16, %s', (_what, mark, swap) => {
    const body = Buffer.concat([mark, wide('<html><body><p>Grüße aus dem Hafen</p></body></html>', swap)]);
    expect(decode(body, 'text/html').text).toContain('<p>Grüße aus dem Hafen</p>');
  });

  it('loses its NULs', () => {
    expect(decode(bytes('<p>a\0b\0</p>'), 'text/html; charset=utf-8').text).toBe('<p>ab</p>');
  });

  it('says how much could not be read', () => {
    const body = bytes('a'.repeat(90), Array<number>(10).fill(0xff));
    expect(decode(body, 'text/html; charset=utf-8').replacedShare).toBeCloseTo(0.1);
  });

  it('stops reading at three million characters, and says so', () => {
    const decoded = decode(Buffer.alloc(3_200_000, 'a'), 'text/html; charset=utf-8');
    expect([decoded.text.length, decoded.wasCut]).toEqual([3_000_000, true]);
    expect(decode(Buffer.alloc(100, 'a'), 'text/html').wasCut).toBe(false);
  });
});

describe('a text that arrived damaged', () => {
  const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, threads: 1 });
  afterAll(() => reader.close());
  const words = 'The council met on Monday and spoke about the boat for a very long time. ';
  const read = (damaged: number) => {
    const text = latin(words.repeat(20));
    for (let at = 0; at < damaged; at++) text[at * 40] = 0xff;
    return reader.read({ kind: 'file', name: 'a.txt', bytes: text, contentType: 'text/plain; charset=utf-8' });
  };

  it('is read when little of it is, and refused with the share when more is', async () => {
    const limit = words.length * 20 * REPLACED_LIMIT;
    await expect(read(Math.floor(limit) - 1)).resolves.toMatchObject({ coverage: { extent: 'whole' } });
    await expect(read(Math.ceil(limit) + 1)).rejects.toMatchObject({
      code: 'page-encoding',
      facts: { host: 'a.txt', replacedPercent: 2 },
    });
  });

  it('is no text when it is a picture that calls itself one', async () => {
    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), Buffer.alloc(400, 1)]);
    await expect(
      reader.read({ kind: 'file', name: 'a.txt', bytes: picture, contentType: 'text/plain' }),
    ).rejects.toMatchObject({ code: 'file-type-unknown' });
  });
});
