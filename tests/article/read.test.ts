import { describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';
import { cut } from '#domain';

const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1 });
const read = (text: string) => reader.read({ kind: 'text', text });

describe('pasted text', () => {
  it('loses title, byline, dateline, caption and reply lines', async () => {
    const article = await read(
      'A quiet vote on the ferry\n\nBy Lena Marsh\n\n12 March 2026\n\nThe council voted on Tuesday.\n\nThe boat at dusk. Photo: Gazette\n\nNobody was surprised by it.\n\nLeave a Reply',
    );
    expect(article.metadata.title).toBe('A quiet vote on the ferry');
    expect(article.text).toBe('The council voted on Tuesday.\n\nNobody was surprised by it.');
  });

  it('numbers its sentences from 1 with offsets that cut the exact words', async () => {
    const article = await read('One thing was said. Another was not.\n\nThe third came later.');
    expect(article.sentences.map((sentence) => [sentence.number, cut(article, sentence)])).toEqual([
      [1, 'One thing was said.'],
      [2, 'Another was not.'],
      [3, 'The third came later.'],
    ]);
  });

  it('reads a text that lost its line breaks in paragraphs again', async () => {
    const flattened = 'The council met on Monday and talked for a long time about the boat. '.repeat(30);
    expect((await read(flattened)).paragraphs.length).toBeGreaterThan(5);
  });

  it('refuses a text without words', async () => {
    await expect(read(' \n ')).rejects.toMatchObject({ code: 'text-empty' });
  });

  it.each([
    ['en', 'The storm closed the port. “Nobody was hurt,” Ines Okafor said.'],
    ['de', 'Der Sturm hat den Hafen geschlossen, und niemand wurde dabei verletzt.'],
    ['fr', 'La tempête a fermé le port, mais personne n’a été blessé dans la ville.'],
    ['es', 'La tormenta cerró el puerto, pero nadie resultó herido en la ciudad.'],
  ])('knows %s', async (language, text) => {
    expect((await read(text)).language).toBe(language);
  });
});

describe('links', () => {
  it.each([
    ['http://127.0.0.1/', 'address'],
    ['http://[::1]/', 'address'],
    ['http://[::ffff:127.0.0.1]/', 'address'],
    ['http://[::127.0.0.1]/', 'address'],
    ['http://169.254.169.254/latest/meta-data', 'address'],
    ['http://168.63.129.16/', 'address'],
    ['http://10.0.0.1/', 'address'],
    ['http://100.64.0.1/', 'address'],
    ['http://0x7f.1/', 'address'],
    ['http://2130706433/', 'address'],
    ['http://[4000::1]/', 'address'],
    ['http://localhost/', 'single-label name'],
    ['http://intranet/', 'single-label name'],
    ['http://db.internal/', 'inside name'],
    ['http://printer.local/', 'inside name'],
    ['http://site.example.com:8080/', 'port'],
    ['http://user:pass@site.example.com/', 'credentials'],
    ['ftp://site.example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    [`http://site.example.com/${'a'.repeat(5000)}`, 'length'],
  ])('%s is refused by its %s', async (url, reason) => {
    await expect(reader.read({ kind: 'link', url })).rejects.toMatchObject({ code: 'link-refused', facts: { reason } });
  });
});
