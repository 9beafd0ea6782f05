import { describe, expect, it } from 'vitest';

import { searchSentences } from '#language';

import { articleOf, plainArticle } from '../fixtures/articles.ts';

const found = (question: string, limit = 3): number[] =>
  searchSentences(plainArticle, question, limit).map(({ sentence }) => sentence);

describe('searchSentences', () => {
  it('finds the sentence that holds the rare words of a question', () => {
    const article = articleOf({
      sentences: [
        'The council met on Monday.',
        'A new engine for the ferry costs 400,000 dollars.',
        'The mayor thanked the council and the ferry crew.',
      ],
    });
    expect(searchSentences(article, 'How much does the engine cost?', 1)[0]?.sentence).toBe(2);
  });

  it('meets other forms of a word', () => {
    const article = articleOf({ sentences: ['Nobody came.', 'The closing of schools was debated.', 'It rained.'] });
    expect(searchSentences(article, 'Which school closed?', 3).map(({ sentence }) => sentence)).toEqual([2]);
  });

  it('works in German', () => {
    const article = articleOf({
      language: 'de',
      sentences: ['Der Rat tagte.', 'Die Fähren fahren bis März.', 'Es regnete.'],
    });
    expect(searchSentences(article, 'Wie lange fährt die Fähre?', 1)[0]?.sentence).toBe(2);
  });

  it('answers nothing when no word of the question occurs', () => {
    expect(found('What about volcanoes?')).toEqual([]);
    expect(found('Who?')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('keeps to the limit, best first', () => {
    const hits = searchSentences(plainArticle, 'ferry council mayor', 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 0);
  });
});
