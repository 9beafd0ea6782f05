import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { honest } from '../../src/sandbox/index.ts';
import { discordViolations, hasDescriptions, openaiViolations } from './contract.ts';
import { type FlowWorld, startWorld } from './world.ts';

describe.runIf(hasDescriptions)('the official API descriptions', () => {
  let world: FlowWorld;
  beforeAll(async () => {
    world = await startWorld({ hasModel: true });
    // One wrong number, so that the repair call is made too.
    world.model.respond((request) => {
      const answer = honest(request);
      return 'text' in answer ? { text: answer.text.replaceAll('9 to 4', '8 to 4') } : answer;
    });
    await world.discord.slash({ command: 'summarise', options: { article: world.site.url('/ferry') } });
    await world.discord.slash({ command: 'positions', options: { article: world.site.url('/ferry'), private: true } });
    await world.discord.slash({ command: 'summarise', options: { article: world.site.url('/status/404') } });
    await world.discord.slash({ command: 'help' });
  });
  afterAll(() => world.close());

  it('allow every body that was sent to Discord', () => {
    expect(world.discord.requests.filter(({ body }) => body !== null).length).toBeGreaterThan(6);
    expect(discordViolations(world.discord.requests)).toEqual([]);
  });

  it('allow every request that was sent to the model', () => {
    expect(world.model.calls).toHaveLength(2);
    expect(openaiViolations(world.model.calls.map(({ body }) => body))).toEqual([]);
  });

  it('catch a planted fault', () => {
    const path = `/applications/${world.discord.world.applicationId}/commands`;
    expect(discordViolations([{ method: 'PUT', path, body: [{ name: 5 }] }])).not.toEqual([]);
    expect(openaiViolations([{ model: 'x' }])).not.toEqual([]);
  });
});

describe.skipIf(hasDescriptions)('the official API descriptions', () => {
  it('are not at hand (../shared/specs), so no body was held against them', () => {
    expect(discordViolations([{ method: 'PUT', path: '/nowhere', body: {} }])).toEqual([]);
  });
});
