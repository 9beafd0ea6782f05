import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDiscuss } from '#briefing';
import { type Article, DEFAULT_SETTINGS, type Discussion } from '#domain';

import { bridge } from '../fixtures/questions/bridge.ts';
import { answerWith, startModelWorld } from './model-world.ts';

let world: Awaited<ReturnType<typeof startModelWorld>>;
beforeAll(async () => {
  world = await startModelWorld();
});
afterAll(() => world.close());

async function start() {
  const article = await world.read(bridge.text);
  const kept = new Map<string, Discussion>();
  const articles = new Map<string, Article>([[`g1/${article.id}`, article]]);
  const discuss = createDiscuss({
    ...world.dependencies,
    store: {
      articles: { get: async (guild, id) => articles.get(`${guild}/${id}`) },
      discussions: {
        get: async (guild, id) => kept.get(`${guild}/${id}`),
        async update(guild, id, change) {
          const next = change(kept.get(`${guild}/${id}`));
          if (next) kept.set(`${guild}/${id}`, next);
          return kept.get(`${guild}/${id}`);
        },
        delete: async (guild, id) => kept.delete(`${guild}/${id}`),
        async *entries(guild) {
          for (const [key, value] of kept)
            if (key.startsWith(`${guild}/`)) yield [key.slice(guild.length + 1), value] as const;
        },
      },
    },
  });
  return { discuss, article, kept, articles };
}

const at = (discussion: string) => ({ guild: 'g1', settings: DEFAULT_SETTINGS, discussion });

describe('a conversation', () => {
  it('remembers what was asked and answered, and sends it with the next question', async () => {
    const { discuss, article, kept } = await start();
    await discuss.begin(at('t1'), [article.id]);
    world.model.respond((request) => answerWith('opened in 1894', request));
    await discuss.say({ ...at('t1'), question: 'When was it opened?' });
    expect(kept.get('g1/t1')?.turns.map(({ who }) => who)).toEqual(['person', 'bot']);
    world.model.respond((request) => {
      const content = request.messages[1]?.content ?? '';
      expect(content).toContain('"before":[{"who":"person","text":"When was it opened?"}');
      expect(content).toContain('1894');
      return answerWith('last painted in 2009', request);
    });
    const { answer } = await discuss.say({ ...at('t1'), question: 'And when was it painted?' });
    expect(answer.outcome).toBe('answered');
  });

  it('is not reached from another guild', async () => {
    const { discuss, article } = await start();
    await discuss.begin(at('t1'), [article.id]);
    await expect(discuss.say({ ...at('t1'), guild: 'g2', question: 'When?' })).rejects.toMatchObject({
      code: 'discussion-unknown',
    });
  });

  it('ends in a sentence when its article is kept no longer', async () => {
    const { discuss, article, articles } = await start();
    await discuss.begin(at('t1'), [article.id]);
    articles.clear();
    await expect(discuss.say({ ...at('t1'), question: 'When?' })).rejects.toMatchObject({
      code: 'discussion-unknown',
    });
  });

  it('takes in another article', async () => {
    const { discuss, article } = await start();
    await discuss.begin(at('t1'), [article.id]);
    const { articles } = await discuss.begin(at('t1'), ['other', article.id]);
    expect(articles).toEqual([article.id, 'other']);
  });

  it('keeps the last turns only', async () => {
    const { discuss, article, kept } = await start();
    await discuss.begin(at('t1'), [article.id]);
    for (let turn = 0; turn < 12; turn += 1)
      await discuss.say({ ...at('t1'), question: `Question ${turn}?`, engine: 'extractive' });
    expect(kept.get('g1/t1')?.turns).toHaveLength(20);
    expect(kept.get('g1/t1')?.turns[0]?.text).toBe('Question 2?');
  });

  it('ends with its thread, and with the channel that the thread hung on', async () => {
    const { discuss, article, kept } = await start();
    await discuss.begin(at('t1'), [article.id], { parent: 'c1' });
    await discuss.begin(at('t2'), [article.id], { parent: 'c2' });
    await discuss.begin(at('t3'), [article.id], { parent: 'c2' });
    await discuss.end('g1', 't1');
    expect([...kept.keys()]).toEqual(['g1/t2', 'g1/t3']);
    await discuss.end('g1', 'c2');
    expect([...kept.keys()]).toEqual([]);
  });

  it('counts the people who write in it to two', async () => {
    const { discuss, article, kept } = await start();
    await discuss.begin(at('t1'), [article.id]);
    expect(await discuss.wrote(at('t1'), 'mira')).toBe(1);
    expect(await discuss.wrote(at('t1'), 'mira')).toBe(1);
    expect(await discuss.wrote(at('t1'), 'ada')).toBe(2);
    expect(await discuss.wrote(at('t1'), 'ben')).toBe(2);
    expect(kept.get('g1/t1')?.people).toEqual(['mira', 'ada']);
  });
});
