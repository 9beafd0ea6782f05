/** What the environment may say, and the sentence for what it may not. */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { ConfigError, readConfig } from '../src/config.ts';

const STORE_URL = 'redis://127.0.0.1:6379/0';

function sentencesFor(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
}

describe('SHARDS', () => {
  it.each([
    [undefined, { ids: 'auto', count: null }],
    ['', { ids: 'auto', count: null }],
    ['auto', { ids: 'auto', count: null }],
    ['1', { ids: [0], count: 1 }],
    ['4', { ids: [0, 1, 2, 3], count: 4 }],
    ['2-3/4', { ids: [2, 3], count: 4 }],
    [' 3/64 ', { ids: [3], count: 64 }],
  ])('%j is understood', (text, plan) => {
    expect(readConfig({ STORE_URL, ...(text === undefined ? {} : { SHARDS: text }) }).shards).toEqual(plan);
  });

  it.each([
    ['many', /must be auto, a number of shards like 4, or a part of them like 0-15\/64, and is "many"/u],
    ['[0,1]', /must be auto, a number/u],
    ['0', /must speak of 1 to/u],
    ['0-3/0', /must speak of 1 to/u],
    ['3-2/4', /first shard of a part must not come after its last/u],
    ['0-4/4', /4 shards are numbered from 0 to 3/u],
    ['-1/4', /must be auto, a number/u],
  ])('%j is one sentence', (text, sentence) => {
    expect(sentencesFor({ STORE_URL, SHARDS: text })).toEqual([expect.stringMatching(sentence)]);
  });

  it('of a part needs a store that the other parts reach', () => {
    expect(sentencesFor({ STORE_URL: 'memory://', SHARDS: '0-1/4' })).toEqual([
      expect.stringContaining('STORE_URL must be a store that the other parts reach too'),
    ]);
    // All of them in one process is no part.
    expect(sentencesFor({ STORE_URL: 'memory://', SHARDS: '0-3/4' })).toEqual([]);
  });
});

describe('the limits of the model provider', () => {
  it('are none, or whole numbers above 0', () => {
    const limitsOf = (more: Readonly<Record<string, string>>) =>
      readConfig({ OPENAI_API_KEY: 'k', ...more }).model?.limits;
    expect(limitsOf({})).toBeNull();
    expect(limitsOf({ OPENAI_TOKENS_PER_MINUTE: '200000' })).toEqual({
      requestsPerMinute: null,
      tokensPerMinute: 200_000,
    });
    expect(sentencesFor({ OPENAI_REQUESTS_PER_MINUTE: '0', OPENAI_TOKENS_PER_MINUTE: 'many' })).toEqual([
      'OPENAI_REQUESTS_PER_MINUTE must be a whole number above 0, and is "0".',
      'OPENAI_TOKENS_PER_MINUTE must be a whole number above 0, and is "many".',
    ]);
  });
});

describe('how long the model may think and take', () => {
  const modelOf = (more: Readonly<Record<string, string>>) => readConfig({ OPENAI_API_KEY: 'k', ...more }).model;

  it('is little, unless the operator says otherwise', () => {
    expect(modelOf({})?.reasoningEffort).toBe('low');
    expect(modelOf({ OPENAI_REASONING_EFFORT: '' })?.reasoningEffort).toBe('low');
    expect(modelOf({ OPENAI_REASONING_EFFORT: ' none ' })?.reasoningEffort).toBe('none');
  });

  it('is said with the words of the API description', () => {
    const description = readFileSync(new URL('../sandbox/specs/openai.json', import.meta.url), 'utf8');
    const { components } = JSON.parse(description) as {
      components: { schemas: { ReasoningEffort: { anyOf: { enum?: string[] }[] } } };
    };
    const words = components.schemas.ReasoningEffort.anyOf.flatMap((one) => one.enum ?? []);
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) expect(modelOf({ OPENAI_REASONING_EFFORT: word })?.reasoningEffort).toBe(word);
    expect(sentencesFor({ OPENAI_REASONING_EFFORT: 'little' })).toEqual([
      `OPENAI_REASONING_EFFORT must be one of ${words.join(', ')}, and is "little".`,
    ]);
  });

  it('may be hours, but no time that a timer cannot hold', () => {
    expect(modelOf({ OPENAI_TIMEOUT_S: '7200' })?.timeoutMs).toBe(7_200_000);
    expect(sentencesFor({ OPENAI_TIMEOUT_S: '9999999' })).toEqual([
      'OPENAI_TIMEOUT_S must be at most 86400, and is "9999999".',
    ]);
    expect(sentencesFor({ OPENAI_TIMEOUT_S: 'soon' })).toEqual([
      'OPENAI_TIMEOUT_S must be a positive number, and is "soon".',
    ]);
  });
});
