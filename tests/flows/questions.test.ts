/** Questions about an article: by command, by button, out of what the channel was shown last. */
import { afterEach, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});
const start = async (hasModel: boolean): Promise<void> => {
  world = await startWorld({ hasModel });
};
const article = (): string => world.site.url('/news/tidemouth-ferry');

it('/ask answers out of the article that the channel was shown last, and links what it rests on', async () => {
  await start(false);
  const question = 'How many patients were sent across at night?';
  const nothing = await world.ask({ command: 'ask', options: { question } });
  expect(nothing.text).toContain('No article has been shown in this channel yet');
  await world.ask({ command: 'summarise', options: { article: article() } });
  const fetches = world.site.hits('/news/tidemouth-ferry');
  const { text } = await world.ask({ command: 'ask', options: { question } });
  expect(text).toContain('38 patients');
  expect(text).toMatch(/\(\[9\]\(http[^)]*#:~:text=/u);
  expect(text).not.toContain('does not have');
  expect(text).toContain('I looked for the words of your question');
  expect(world.site.hits('/news/tidemouth-ferry')).toBe(fetches);
});

it('a search names the words that the article does not have: what it found may be no answer', async () => {
  await start(false);
  await world.ask({ command: 'summarise', options: { article: article() } });
  const { text } = await world.ask({ command: 'ask', options: { question: 'How much does a ticket cost in Lisbon?' } });
  expect(text).toContain('The article does not have: “ticket”, “Lisbon”.');
});

it('/ask within the pause of a member is answered when the pause is over', async () => {
  await start(false);
  await world.set({ field: 'coolDown', of: 'member', value: 3 });
  await world.ask({ command: 'summarise', options: { article: article() } });
  const { text } = await world.ask({ command: 'ask', options: { question: 'How many patients were sent across?' } });
  expect(text).toContain('38 patients');
});

it('the button Ask opens a form, and the answer to a private answer stays private', async () => {
  await start(false);
  const answer = await world.ask({ command: 'summarise', options: { article: article(), private: true } });
  const opened = world.discord.act.button(answer, 'Ask', world.discord.member);
  await opened.modal();
  const reply = await world.served(world.discord.act.submitModal(opened, { question: 'Who runs the clinic?' }));
  expect(reply.isEphemeral).toBe(true);
  expect(reply.text).toContain('Solano');
});

it('what was shown to one person only is not what "this channel" means', async () => {
  await start(false);
  await world.ask({ command: 'summarise', options: { article: article(), private: true } });
  const { text } = await world.ask({ command: 'ask', options: { question: 'Who runs the clinic?' } });
  expect(text).toContain('No article has been shown in this channel yet');
});
