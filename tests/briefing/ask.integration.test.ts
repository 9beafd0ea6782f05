import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { answerQuestion } from '#briefing';
import { type Answer, type Article, BotError, cut, DEFAULT_SETTINGS, sentenceAt } from '#domain';
import { type Responder } from '#sandbox';
import { speak } from '#texts';

import { bridge } from '../fixtures/questions/bridge.ts';
import { deich } from '../fixtures/questions/deich.ts';
import { orchestra } from '../fixtures/questions/orchestra.ts';
import { usine } from '../fixtures/questions/usine.ts';
import { vaccine } from '../fixtures/questions/vaccine.ts';
import { answerWith, schemaOf, startModelWorld, verdicts } from './model-world.ts';

const SETS = { bridge, vaccine, orchestra, deich, usine };
const TABLE = Object.entries(SETS).flatMap(([name, { questions }]) =>
  questions.map(([question, answer]) => ({ name: name as keyof typeof SETS, question, answer })),
);

let world: Awaited<ReturnType<typeof startModelWorld>>;
const articles = new Map<string, Article>();
beforeAll(async () => {
  world = await startModelWorld();
  for (const [name, { text }] of Object.entries(SETS)) articles.set(name, await world.read(text));
});
afterAll(() => world.close());

const articleOf = (name: string): Article => {
  const article = articles.get(name);
  if (!article) throw new Error(name);
  return article;
};

/** The text of everything a reader is shown. */
const shown = (answer: Answer): string =>
  answer.sentences.flatMap((one) => [one.text, ...one.quotations.map(({ words }) => words)]).join(' ');

const evidenceOf = (article: Article, answer: Answer): string =>
  answer.sentences
    .flatMap((one) => one.evidence)
    .map((evidence) => sentenceAt(article, evidence.sentence))
    .map((sentence) => (sentence ? cut(article, sentence) : ''))
    .join(' ');

async function ask(name: keyof typeof SETS, question: string, responder: Responder, more = {}) {
  world.model.respond(responder);
  const before = world.model.calls.length;
  const article = articleOf(name);
  const result = await answerQuestion(world.dependencies, {
    guild: 'g1',
    settings: DEFAULT_SETTINGS,
    articles: [article],
    question,
    ...more,
  });
  return { ...result, article, calls: world.model.calls.length - before };
}

describe('five articles, twenty questions each', () => {
  it('half of the questions have no answer in their article', () => {
    expect(TABLE).toHaveLength(100);
    expect(TABLE.filter(({ answer }) => answer === null)).toHaveLength(50);
  });

  it.each(TABLE)('$name: $question', async ({ name, question, answer: words }) => {
    const { answer, article, calls } = await ask(name, question, (request) => answerWith(words, request));
    expect(calls).toBe(1);
    expect(answer.outcome).toBe(words === null ? 'not-said' : 'answered');
    expect(evidenceOf(article, answer)).toContain(words ?? '');
    expect(answer.sentences.length).toBeLessThanOrEqual(words === null ? 1 : 5);
  });

  it.each(TABLE)('$name, asked of a model that invents: $question', async ({ name, question }) => {
    const invented = 'According to Ludmila Zorbax it was 777 million on 31 August, as everybody knows.';
    const { answer, calls } = await ask(name, question, () => ({
      json: {
        answerable: true,
        sentences: [
          { evidence: [{ article: 1, sentence: 2 }], text: invented, quotations: ['Q99'] },
          { evidence: [{ article: 7, sentence: 2 }], text: invented, quotations: [] },
          { evidence: [{ article: 1, sentence: 900 }], text: invented, quotations: [] },
          { evidence: [], text: invented, quotations: [] },
        ],
      },
    }));
    expect(shown(answer)).not.toMatch(/Zorbax|777|31 August/u);
    expect(calls).toBe(1);
  });

  it('without a model the best-matching sentences hold the answer nearly always', async () => {
    const found = await Promise.all(
      TABLE.filter(({ answer }) => answer !== null).map(async ({ name, question, answer: words }) => {
        const { answer, article, calls } = await ask(name, question, () => ({ text: '' }), { engine: 'extractive' });
        expect(calls).toBe(0);
        expect(answer.outcome).not.toBe('answered');
        return evidenceOf(article, answer).includes(words ?? '');
      }),
    );
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(45);
  });
});

describe('an answer far from what it cites', () => {
  const far =
    (holds: boolean): Responder =>
    (request) =>
      schemaOf(request) === 'judge'
        ? verdicts(holds)(request)
        : answerWith('eleven new cracks', request, 'It is not safe for anybody to go over it these days.');

  it('stands when the judge confirms it, after two calls', async () => {
    const { answer, calls } = await ask('bridge', 'Why is it shut?', far(true));
    expect(answer.sentences.map(({ origin }) => origin)).toEqual(['confirmed']);
    expect(calls).toBe(2);
  });

  it('is replaced by the cited sentence when the judge does not', async () => {
    const { answer } = await ask('bridge', 'Why is it shut?', far(false));
    expect(answer.sentences.map(({ origin }) => origin)).toEqual(['replaced']);
    expect(shown(answer)).toContain('eleven new cracks');
  });

  it('is replaced without a second call when no allowance is left', async () => {
    const mayCall = (purpose: string): boolean => purpose === 'answer';
    const { answer, calls } = await ask('bridge', 'Why is it shut?', far(true), { mayCall });
    expect(answer.sentences.map(({ origin }) => origin)).toEqual(['replaced']);
    expect(calls).toBe(1);
  });
});

describe('when there is nobody to ask', () => {
  it('an allowance that is used up leaves a search', async () => {
    const { answer, calls } = await ask('bridge', 'When was the bridge opened?', () => ({ text: '' }), {
      mayCall: () => false,
    });
    expect(calls).toBe(0);
    expect(answer).toMatchObject({ outcome: 'searched', provenance: { engine: 'extractive', modelCalls: 0 } });
  });

  it.each<[string, Responder, string]>([
    ['prose', () => ({ text: 'The bridge is shut because of 13 cracks.' }), 'model-garbled'],
    ['a refusal', () => ({ refusal: 'No.' }), 'model-refused'],
    ['a chatty refusal', () => ({ text: "I'm sorry, but I can't help with that." }), 'model-refused'],
    ['HTML', () => ({ raw: { contentType: 'text/html', body: '<p>Log in</p>' } }), 'model-garbled'],
    ['an empty account', () => ({ status: 429, error: { message: 'no', code: 'insufficient_quota' } }), 'model-quota'],
  ])('a model that answers %s leaves a search, and says why', async (_what, responder, code) => {
    const own = await startModelWorld();
    try {
      own.model.respond(responder);
      const { answer, fallback } = await answerQuestion(own.dependencies, {
        guild: 'g1',
        settings: DEFAULT_SETTINGS,
        articles: [articleOf('bridge')],
        question: 'When was the bridge opened?',
      });
      expect(answer.outcome).toBe('searched');
      expect(shown(answer)).toContain('1894');
      expect(shown(answer)).not.toContain('13 cracks');
      expect(fallback && speak(null).errorSentence(fallback)).toMatch(/\.$/u);
      expect(fallback?.code).toBe(code);
    } finally {
      await own.close();
    }
  });

  it.each([
    ['', 'question-missing'],
    ['x'.repeat(1001), 'question-too-long'],
  ])('a question that is none is refused before a call', async (question, code) => {
    const before = world.model.calls.length;
    await expect(ask('bridge', question, () => ({ text: '' }))).rejects.toMatchObject({ code });
    expect(world.model.calls.length).toBe(before);
  });
});

describe('several articles at once', () => {
  const other = `Harlow bridge opens again in June, engineers say

The iron bridge at Harlow Quay will open again in June, the engineers’ firm Tarn & Lowe said on Friday. It found nine new cracks and puts the cost at £2.9 million.

“Nine cracks are a nuisance, not a danger,” said Petra Lowe, who runs the firm. The county had spoken of eleven cracks and a higher sum earlier this week. Traders on the eastern bank welcomed the report and called for the barriers to go at once. The county did not respond to a request for comment, and a spokesman for the bus company said it would wait for the county.`;

  it('each sentence is held against the articles that it cites', async () => {
    const second = await world.read(other);
    const sentence = (text: string, evidence: { article: number; sentence: number }[]) => ({
      evidence,
      text,
      quotations: [],
    });
    world.model.respond((request) =>
      schemaOf(request) === 'judge'
        ? verdicts(true)(request)
        : {
            json: {
              answerable: true,
              sentences: [
                sentence('The county says eleven new cracks, the firm Tarn & Lowe nine new cracks.', [
                  { article: 1, sentence: 1 },
                  { article: 2, sentence: 2 },
                ]),
                sentence('The repairs will cost £2.9 million.', [{ article: 1, sentence: 2 }]),
              ],
            },
          },
    );
    const { answer } = await answerQuestion(world.dependencies, {
      guild: 'g1',
      settings: DEFAULT_SETTINGS,
      articles: [articleOf('bridge'), second],
      question: 'Where do the two reports differ?',
    });
    expect(answer.sentences[0]?.evidence.map(({ article }) => article)).toEqual([articleOf('bridge').id, second.id]);
    // £2.9 million stands in the second article only, and was said of the first.
    expect(answer.sentences[1]).toMatchObject({ origin: 'replaced', text: expect.stringContaining('£3.4 million') });
  });

  it('a quotation comes out of the article that was cited, with its own speaker', async () => {
    const second = await world.read(other);
    world.model.respond(() => ({
      json: {
        answerable: true,
        sentences: [
          {
            evidence: [{ article: 2, sentence: 3 }],
            text: 'Nine cracks are a nuisance, not a danger, said Petra Lowe.',
            quotations: ['Q1'],
          },
        ],
      },
    }));
    const { answer } = await answerQuestion(world.dependencies, {
      guild: 'g1',
      settings: DEFAULT_SETTINGS,
      articles: [articleOf('bridge'), second],
      question: 'Who disagrees with the county?',
    });
    expect(answer.sentences[0]?.quotations).toMatchObject([
      { words: 'Nine cracks are a nuisance, not a danger,', article: second.id, speaker: { name: 'Petra Lowe' } },
    ]);
  });
});

it('a question that the allowance refuses is answered by a search', async () => {
  const refusal = new BotError('model-unconfigured', {});
  const spending = { run: () => Promise.reject(refusal) };
  const before = world.model.calls.length;
  const { answer, fallback } = await answerQuestion(
    { ...world.dependencies, spending },
    {
      guild: 'g1',
      settings: DEFAULT_SETTINGS,
      articles: [articleOf('bridge')],
      question: 'When was the bridge opened?',
    },
  );
  expect(answer.outcome).toBe('searched');
  expect(fallback).toBe(refusal);
  expect(world.model.calls.length).toBe(before);
});

it('of an article beyond the limit the sentences that a search finds are sent', async () => {
  const small = await startModelWorld(1_500);
  try {
    const filler = Array.from({ length: 400 }, (_none, index) => `Boat ${index} lay in the harbour all day long.`);
    const text = `The harbour in winter\n\n${filler.slice(0, 300).join(' ')}\n\nThe lighthouse keeper Anton Brill found a chest of letters.\n\n${filler.slice(300).join(' ')}`;
    const article = await small.read(text);
    small.model.respond((request) => answerWith('chest of letters', request));
    const { answer } = await answerQuestion(small.dependencies, {
      guild: 'g1',
      settings: DEFAULT_SETTINGS,
      articles: [article],
      question: 'What did the lighthouse keeper find?',
    });
    expect(answer).toMatchObject({ outcome: 'answered' });
    expect(small.model.calls[0]?.request.messages[1]?.content.length).toBeLessThan(12_000);
  } finally {
    await small.close();
  }
});
