/** Buttons on an answer: who presses decides what changes, and what they know is in the store. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const article = (): string => world.site.url('/news/tidemouth-ferry');
const summarise = (options = {}) => world.ask({ command: 'summarise', options: { article: article(), ...options } });
const idOf = (message: ShownMessage, label: string): string =>
  message.buttons.find((button) => button.label === label)?.customId ?? '';

describe('the buttons of an answer', () => {
  beforeAll(async () => {
    world = await startWorld({ hasModel: true });
  });
  afterAll(async () => {
    await world.close();
  });

  it('change the message of the person who asked', async () => {
    const answer = await summarise();
    const after = await world.press(answer, 'Positions');
    expect(after.id).toBe(answer.id);
    expect(after.text).toContain('**Edda Quillon**');
    expect(after.text).not.toContain('### Points');
    expect((await world.press(after, 'Summary')).text).toContain('### Points');
  });

  it('give anybody else a private copy and leave the message as it is', async () => {
    const answer = await summarise();
    const copy = await world.press(answer, 'Positions', 'admin');
    expect(copy.id).not.toBe(answer.id);
    expect(copy.isEphemeral).toBe(true);
    const now = world.discord.shows(world.discord.news, world.discord.member).find(({ id }) => id === answer.id);
    expect(now?.text).toBe(answer.text);
    // The copy is theirs: on it, their presses change it.
    expect((await world.press(copy, 'Summary', 'admin')).id).toBe(copy.id);
  });

  it('show less and more of the same result without another call', async () => {
    const answer = await summarise();
    const calls = world.model.calls.length;
    const short = await world.press(answer, 'Shorter');
    expect(short.text).not.toContain('### Who said what');
    expect(short.buttons.map(({ label }) => label)).not.toContain('Shorter');
    expect((await world.press(short, 'Longer')).text).toContain('### Who said what');
    expect(world.model.calls).toHaveLength(calls);
  });

  it('list every source with its link, privately, and the whole as a text file', async () => {
    const sources = await world.press(await summarise(), 'Sources');
    expect(sources.isEphemeral).toBe(true);
    expect(sources.text).toMatch(/\[1\]\(http[^)]*#:~:text=/u);
    const [file] = sources.files;
    expect(file?.name).toBe('briefing.txt');
    expect(file?.text).toContain('“No town of our size can carry that.”');
    expect(file?.text).toContain('sentence 2: http');
  });

  it('write the answer in another language, chosen in a form', async () => {
    const answer = await summarise();
    const opened = world.discord.act.button(answer, 'Language', world.discord.member);
    await opened.modal();
    const calls = world.model.calls.length;
    const after = await world.served(world.discord.act.submitModal(opened, { language: ['de'] }));
    expect(after.id).toBe(answer.id);
    expect(world.model.calls).toHaveLength(calls + 1);
  });

  it('read the article again when asked to', async () => {
    const answer = await summarise();
    const fetches = () => world.site.hits('/news/tidemouth-ferry');
    const before = fetches();
    expect((await world.press(answer, 'Read again')).id).toBe(answer.id);
    expect(fetches()).toBe(before + 1);
  });
});

describe('abuse of buttons', () => {
  beforeEach(async () => {
    world = await startWorld({ hasModel: false, isKept: true });
  });
  afterEach(async () => {
    await world.close();
  });
  const forged = (message: ShownMessage, id: string, who: 'member' | 'admin' = 'member') =>
    world.served(world.discord.act.forgedButton(message, id, world.discord[who]));

  it('a button pressed by another user gives nothing of a private answer', async () => {
    const mine = await summarise({ private: true });
    const other = await summarise();
    const refused = await forged(other, idOf(mine, 'Positions'), 'admin');
    expect(refused.isEphemeral).toBe(true);
    expect(refused.text).toContain('no longer kept');
  });

  it('an id from another guild leads nowhere', async () => {
    const here = await summarise();
    const there = await world.ask({
      command: 'summarise',
      options: { article: world.site.url('/news/orchard-water') },
      isElsewhere: true,
    });
    expect((await forged(here, idOf(there, 'Positions'))).text).toContain('no longer kept');
  });

  it.each([
    '0:positions:aaaaaaaaaaaaaaaa',
    '1:nonsense:aaaaaaaaaaaaaaaa',
    '1:positions:aaaaaaaaaaaaaaaa',
    'positions',
    '1:positions:a:b',
  ])('the unknown id %s ends in a sentence', async (id) => {
    const answer = await summarise();
    const refused = await forged(answer, id);
    expect(refused.isEphemeral).toBe(true);
    expect(refused.text).toContain('Ask for the article again.');
  });

  it('buttons from before a restart work', async () => {
    const answer = await summarise();
    await world.restart();
    expect((await world.press(answer, 'Positions')).text).toContain('**Tomas Wray**');
  });
});
