/** Links to a passage, tried against the published matching rules by a matcher of the test's own. */
import { describe, expect, it } from 'vitest';

import { createArticleReader, passageLink } from '#article';
import type { Article } from '#domain';

import { directiveFor } from '../../src/article/fragments.ts';

const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, threads: 1 });

async function articleOf(text: string, title = 'A title that nobody repeats'): Promise<Article> {
  return {
    ...(await reader.read({ kind: 'text', text, title })),
    source: { kind: 'link', url: 'https://a.org/x', address: 'https://a.org/x' },
  };
}

interface Terms {
  readonly prefix: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly suffix: string | null;
}

/** `[prefix-,]start[,end][,-suffix]` */
function parseDirective(directive: string): Terms {
  const parts = directive.split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent((parts.shift() ?? '').slice(0, -1)) : null;
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent((parts.pop() ?? '').slice(1)) : null;
  const [start = '', end = null] = parts.map(decodeURIComponent);
  return { prefix, start, end, suffix };
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
/** All places where the terms match: base letters, whole words, each term inside one block. */
function placesOf(article: Article, terms: Terms): string[] {
  const page = blocksOf(article).map(fold).join('\n');
  const words = new Intl.Segmenter(article.language === 'und' ? 'en' : article.language, { granularity: 'word' });
  const edges = new Set([...words.segment(page)].map(({ index }) => index).concat(page.length));
  const at = (term: string, index: number): boolean =>
    page.startsWith(term, index) && edges.has(index) && edges.has(index + term.length);
  const start = fold(terms.start);
  const places: string[] = [];
  for (let index = 0; index < page.length; index++) {
    if (!at(start, index)) continue;
    const before = page.slice(0, index).trimEnd();
    if (
      terms.prefix !== null &&
      !(before.endsWith(fold(terms.prefix)) && at(fold(terms.prefix), before.length - fold(terms.prefix).length))
    )
      continue;
    let end = index + start.length;
    const fits = (to: number): boolean => {
      const after = page.length - page.slice(to).trimStart().length;
      return terms.suffix === null || at(fold(terms.suffix), after);
    };
    if (terms.end !== null) {
      const last = fold(terms.end);
      let found = page.indexOf(last, end);
      while (found >= 0 && !(at(last, found) && fits(found + last.length))) found = page.indexOf(last, found + 1);
      if (found < 0) continue;
      end = found + last.length;
    } else if (!fits(end)) continue;
    places.push(page.slice(index, end));
  }
  return places;
}

const blocksOf = (article: Article): string[] => [
  article.metadata.title ?? '',
  ...article.paragraphs.map(({ start, end }) => article.text.slice(start, end)),
];

/** The passage as the browser will mark it: without the stops at its ends. */
const bare = (text: string): string => fold(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));

const TEXTS: Readonly<Record<string, string>> = {
  plain:
    'The council met on Monday. It spoke about the boat, which is old. Nobody was glad about it.\n\nOn Tuesday the yard sent its bill. The bill was higher than the year before.',
  repeated:
    'The mayor said no. The council said yes.\n\nThe mayor said no. The pilots said nothing.\n\nThe mayor said no. The council said yes to the second boat.',
  marks:
    'It cost 2,5 million, or 1.5-2 % more — a lot, they said (again). “We’ll pay,” said Åse Brønnum-Lie, & left; who’d stay?\n\nThe e-mail: a_b@c.org, 100% sure #1!',
  accents:
    'Le maire a parlé à Évry, où l’été finit. Élise dit non, José dit oui.\n\nL’élève répète : ça va, ça ira, ça allait déjà à Evry.',
  german:
    'Der Rat tagte am Montag. Die Größe des Schiffs überraschte die Öffentlichkeit.\n\nDie Größe des Schiffs blieb unverändert, sagte Jörg Müller-Lüdenscheidt.',
  japanese: '議会は月曜日に開かれた。船は古いと市長は話した。\n\n市長は火曜日にも話した。船は古いと技師も話した。',
  russian:
    'Совет собрался в понедельник. Ёлки стояли у входа, и мэр сказал «нет».\n\nМэр сказал «нет» ещё раз во вторник.',
  turkish: 'İstanbul’da toplantı yapıldı. Işıklar söndü, kimse konuşmadı.\n\nİzmir’de ışıklar yandı ve herkes konuştu.',
};

describe('a link to a passage', () => {
  it.each(Object.keys(TEXTS))('selects each sentence and nothing else (%s)', async (name) => {
    const article = await articleOf(TEXTS[name] ?? '');
    expect(article.sentences.length).toBeGreaterThan(2);
    let linked = 0;
    for (const sentence of article.sentences) {
      const directive = directiveFor(article, sentence);
      if (directive === null) continue;
      linked++;
      const places = placesOf(article, parseDirective(directive));
      expect(places).toHaveLength(1);
      expect(bare(places[0] ?? '')).toBe(bare(article.text.slice(sentence.start, sentence.end)));
    }
    // In a text that repeats itself word for word, a sentence may have no directive of its own.
    expect(linked).toBeGreaterThanOrEqual(article.sentences.length - 1);
  });

  it('takes words of the neighbourhood where the passage stands twice', async () => {
    const article = await articleOf(TEXTS.repeated ?? '');
    const second = article.text.indexOf('The mayor said no', 10);
    const directive = directiveFor(article, { start: second, end: second + 17 }) ?? '';
    expect(parseDirective(directive)).not.toMatchObject({ prefix: null, suffix: null });
    expect(placesOf(article, parseDirective(directive))).toHaveLength(1);
  });

  it('spans paragraphs by its first and last words', async () => {
    const article = await articleOf(TEXTS.plain ?? '');
    const terms = parseDirective(directiveFor(article, { start: 0, end: article.text.length }) ?? '');
    expect(terms.end).not.toBeNull();
    expect(placesOf(article, terms)).toHaveLength(1);
  });

  it('does not select words that also stand in the title', async () => {
    const article = await articleOf('The boat is old. Nobody is glad.', 'The boat is old');
    const directive = directiveFor(article, { start: 0, end: 15 });
    const places = directive === null ? [] : placesOf(article, parseDirective(directive));
    expect(directive === null || places.length === 1).toBe(true);
    expect(directive).not.toBe('The%20boat%20is%20old');
  });

  it('writes the marks of the grammar in percent', async () => {
    const article = await articleOf(TEXTS.marks ?? '');
    for (const sentence of article.sentences) {
      const { prefix, start, end, suffix } = parseDirective(directiveFor(article, sentence) ?? '');
      const directive = directiveFor(article, sentence) ?? '';
      const terms = [prefix, start, end, suffix].filter((term) => term !== null);
      expect(directive.split(',').length).toBe(terms.length);
      expect(directive).not.toMatch(/[&\s]/u);
      expect(directive.replace(/^[^,]*-,|,-[^,]*$/gu, '')).not.toContain('-');
    }
  });

  it('stands behind the address, and behind a fragment that the address has', async () => {
    const article = await articleOf(TEXTS.plain ?? '');
    const span = article.sentences[1] ?? { start: 0, end: 0 };
    expect(passageLink(article, span)).toMatch(/^https:\/\/a\.org\/x#:~:text=It%20spoke/u);
    const anchored: Article = {
      ...article,
      source: { kind: 'link', url: 'https://a.org/x', address: 'https://a.org/x#b' },
    };
    expect(passageLink(anchored, span)).toMatch(/^https:\/\/a\.org\/x#b:~:text=It%20spoke/u);
  });

  it('is the address alone for a passage without a word, and nothing without an address', async () => {
    const article = await articleOf(TEXTS.plain ?? '');
    expect(passageLink(article, { start: 3, end: 4 })).toBe('https://a.org/x');
    expect(passageLink({ ...article, source: { kind: 'text' } }, { start: 0, end: 9 })).toBeNull();
  });

  it('is short', async () => {
    const article = await articleOf(TEXTS.plain ?? '');
    for (const sentence of article.sentences) expect((directiveFor(article, sentence) ?? '').length).toBeLessThan(120);
  });
});
