import { afterEach, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

it('/help lists the commands and says that links are left alone until an admin chooses', async () => {
  world = await startWorld({ hasModel: false });
  const { text, isEphemeral } = await world.ask({ command: 'help' });
  for (const name of ['/summarise', '/positions', '/ask', '/help']) expect(text).toContain(name);
  expect(text).toContain('Posted links are left alone in every channel');
  expect(isEphemeral).toBe(true);
});

it('/help names the rights that are missing in this channel', async () => {
  world = await startWorld({ hasModel: false });
  const { discord } = world;
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES', 'ADD_REACTIONS'] });
  const { text } = await world.ask({ command: 'help' });
  expect(text).toContain('I lack "Send Messages" here');
  expect(text).toContain('I lack "Add Reactions" here');
  expect(text).not.toContain('I lack "View Channel" here');
});

it('/help says what works when messages are not read', async () => {
  world = await startWorld({ hasModel: false, hasMessageContent: false });
  expect((await world.ask({ command: 'help' })).text).toContain('I do not read messages here');
});
