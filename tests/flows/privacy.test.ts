/** `/privacy`, and servers that come and go: the store dumped before and after. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { dump as dumpOf } from './dump.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const article = (): string => world.site.url('/news/tidemouth-ferry');
const PASTED = `The council met on Monday. ${'It spoke about the pier and its lamps for an hour. '.repeat(12)}“We will mend it,” Ines Okafor said.`;

const dump = (guild: string): Promise<string> => dumpOf(world.app(), guild);

async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const press = (message: ShownMessage, label: string, as: 'member' | 'admin') => world.press(message, label, as);
const here = (): string => world.discord.guild.id;

/** Two members at work in one server. */
async function fill(): Promise<void> {
  await world.ask({ command: 'summarise', options: { article: article() } });
  await world.ask({ command: 'summarise', as: 'admin', options: { article: article() } });
  await world.ask({ command: 'summarise', options: { article: PASTED, private: true } });
  await world.ask({ command: 'summarise', isElsewhere: true, options: { article: article() } });
  await until(async () => (await world.app().desk.retention.heldOf(here(), world.discord.member.id)).posted === 1);
}

beforeEach(async () => {
  world = await startWorld({ hasModel: false, isKept: true });
  await fill();
});
afterEach(async () => {
  await world.close();
});

describe('a wish to delete', () => {
  it('of a member: nothing names them any more, their pasted text is gone, others keep theirs', async () => {
    const { member, admin } = world.discord;
    const before = await dump(here());
    expect(before).toContain(member.id);
    expect(before).toContain('pier and its lamps');
    const shown = await world.ask({ command: 'privacy' });
    expect(shown.isEphemeral).toBe(true);
    expect(shown.text).toContain('that you asked for 1 posted message');
    expect(shown.text).toContain('30 days at most');
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Delete mine']);
    const asked = await press(shown, 'Delete mine', 'member');
    expect(await dump(here())).toContain(member.id);
    expect((await press(asked, 'Yes, delete', 'member')).text).toContain('What was held about you is deleted.');
    const after = await dump(here());
    expect(after).not.toContain(member.id);
    expect(after).not.toContain('pier and its lamps');
    expect(after).toContain(admin.id);
    expect(after).toContain('tidemouth');
    expect(await dump(`user:${member.id}`)).toBe('');
  });

  it('of a member who discussed: what they asked and what they were told goes, what others said stays', async () => {
    const { discord } = world;
    const { member, admin } = discord;
    const briefing = await world.ask({ command: 'discuss', options: { article: article() } });
    const thread = await discord.until(
      () => discord.shows(discord.news, member).find(({ id }) => id === briefing.id)?.threadId,
    );
    for (const [user, question] of [
      [member, 'How many patients were sent across at night?'],
      [admin, 'How many signatures has the petition?'],
    ] as const) {
      const { id } = discord.act.post({ channel: thread, user, content: `<@${discord.bot.id}> ${question}` });
      await discord.appears(thread, user, ({ replyTo }) => replyTo === id);
    }
    await until(async () => (await dump(here())).includes('signatures has the petition'));
    expect(await dump(here())).toContain('patients were sent across');
    const asked = await press(await world.ask({ command: 'privacy' }), 'Delete mine', 'member');
    await press(asked, 'Yes, delete', 'member');
    const after = await dump(here());
    expect(after).not.toContain(member.id);
    expect(after).not.toContain('patients were sent across');
    expect(after).toContain('signatures has the petition');
    expect(after).toContain(admin.id);
  });

  it('of an admin for the whole server: asked once more, then nothing is left of it, and other servers keep theirs', async () => {
    const shown = await world.ask({ command: 'privacy', as: 'admin' });
    expect(shown.text).toContain('### Held about this server');
    const asked = await press(shown, 'Delete everything of this server', 'admin');
    expect(asked.text).toContain('It cannot be taken back.');
    const kept = await press(asked, 'No, keep it', 'admin');
    expect(kept.text).toContain('### Held about this server');
    expect(await dump(here())).not.toBe('');
    const again = await press(kept, 'Delete everything of this server', 'admin');
    expect((await press(again, 'Yes, delete', 'admin')).text).toContain('is deleted');
    expect(await dump(here())).toBe('');
    expect(await dump(world.discord.otherGuild.id)).toContain('tidemouth');
  });

  it('for the whole server is refused to who is no admin at that moment', async () => {
    const asked = await press(
      await world.ask({ command: 'privacy', as: 'admin' }),
      'Delete everything of this server',
      'admin',
    );
    const id = asked.buttons.find(({ label }) => label === 'Yes, delete')?.customId ?? '';
    const before = await dump(here());
    const refused = await world.served(world.discord.act.forgedButton(asked, id, world.discord.member));
    expect(refused.text).toContain('"Manage Server"');
    expect(await dump(here())).toBe(before);
  });
});

describe('/privacy in a direct message', () => {
  it('tells of the person alone', async () => {
    const { discord } = world;
    const dm = discord.build.openDm(discord.member);
    const shown = await world.served(discord.act.slash({ channel: dm, user: discord.member, command: 'privacy' }));
    expect(shown.text).toContain('Outside servers:');
    expect(shown.text).not.toContain('this server');
  });
});

describe('a server that goes', () => {
  const settingsOnly = async (guild: string): Promise<boolean> => {
    const { articles, briefings, posted, usageDays, hasSettings } = await world.app().desk.retention.held(guild);
    return articles + briefings + posted + usageDays === 0 && hasSettings;
  };

  it('loses nothing in an outage', async () => {
    const { discord } = world;
    const before = await dump(here());
    discord.build.startOutage(discord.guild);
    discord.build.endOutage(discord.guild);
    await discord.settled({ quietMs: 200 });
    expect(await dump(here())).toBe(before);
  });

  it('loses texts and results at once when it sends the bot away, and finds its settings when it asks it back', async () => {
    const { discord } = world;
    const { settings } = await world.app().desk.settings.get(here());
    discord.build.removeBot(discord.guild);
    await until(() => settingsOnly(here()));
    const left = await dump(here());
    expect(left).not.toContain('tidemouth');
    discord.build.addBot(discord.guild);
    await discord.settled({ quietMs: 200 });
    expect((await world.app().desk.settings.get(here())).settings).toEqual(settings);
    expect((await world.ask({ command: 'summarise', options: { article: article() } })).text).toContain('### ');
  });

  it('while the bot is not running counts as left after READY; servers in the list keep theirs', async () => {
    const { discord } = world;
    const other = await dump(discord.otherGuild.id);
    // Gone without a word: the session is down when it happens.
    await world.restart(() => discord.build.removeBot(discord.guild));
    await until(() => settingsOnly(here()));
    expect(await dump(discord.otherGuild.id)).toBe(other);
  });
});
