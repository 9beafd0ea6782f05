/** The API descriptions of the repository: they are there, hold what the sandbox serves and no more, and are looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { sameRoute } from '../common/http.ts';
import { asJson, type Json } from '../common/json.ts';
import { readSpecification } from '../common/specs.ts';
import { createSandbox } from '../index.ts';
import { cutDescription, OPERATIONS, writtenOut } from '../specs/cut.ts';
import { call } from './bot.ts';

const FOLDER = join(import.meta.dirname, '..', 'specs');

describe.each(['discord', 'openai'] as const)('the description of %s', (name) => {
  const text = readFileSync(join(FOLDER, `${name}.json`), 'utf8');
  const description = JSON.parse(text) as Json;

  it('has every operation that the sandbox serves', () => {
    const paths = Object.entries(asJson(description['paths']));
    const missing = OPERATIONS[name].filter(
      ({ method, template }) =>
        !paths.some(([path, item]) => sameRoute(path, template) && method.toLowerCase() in asJson(item)),
    );
    expect(missing).toEqual([]);
  });

  it('is what sandbox/specs/cut.ts writes, with nothing left to cut', () => {
    expect(`${writtenOut(cutDescription(description, OPERATIONS[name]))}\n`).toBe(text);
  });
});

it('cuts annotations, and no member that is called like one', () => {
  const schema = {
    description: 'words',
    properties: { description: { type: 'string', title: 'words' }, default: { default: 1, enum: [1, 2] } },
    required: ['description'],
  };
  const document = {
    paths: {
      '/a/{id}': {
        put: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
        get: {},
      },
      '/b': { put: {} },
    },
    components: { schemas: { A: schema, B: {} } },
  };
  expect(cutDescription(document, [{ method: 'PUT', template: '/a/{other}' }])).toMatchObject({
    paths: {
      '/a/{id}': {
        put: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
      },
    },
    components: {
      schemas: {
        A: {
          properties: { description: { type: 'string' }, default: { enum: [1, 2] } },
          required: ['description'],
        },
      },
    },
  });
});

describe('a check of bodies', () => {
  it('is refused with a sentence when its description is missing', () => {
    expect(() => readSpecification('discord.json', '/nowhere')).toThrow(
      'The API description /nowhere/discord.json is missing, so no body can be checked.',
    );
  });

  it('says so when bodies came and none was looked at', async () => {
    const sandbox = await createSandbox();
    expect(sandbox.violations()).toEqual([]);
    const messages = `/channels/${sandbox.discord.news.id}/messages`;
    await call(sandbox, 'POST', messages, { content: 'looked at' });
    expect([sandbox.violations(), sandbox.discord.lookedAt()]).toEqual([[], 1]);
    // As if the validator had been left out: there is a request, and no count of it.
    sandbox.discord.lookedAt = () => 0;
    expect(sandbox.violations()).toEqual(['1 bodies were sent to Discord, and none was held against a description']);
    await sandbox.close();
  });

  it('gives no verdict in a sandbox that was told to look at nothing', async () => {
    const sandbox = await createSandbox({ validate: false });
    expect(() => sandbox.violations()).toThrow('validate: false');
    await sandbox.close();
  });
});
