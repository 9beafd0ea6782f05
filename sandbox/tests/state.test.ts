/** The state of a run: kept, read again, and set aside when it cannot be read. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createSandbox, forgetState, keepState, readState, type Sandbox } from '../index.ts';
import { call } from './bot.ts';

let folder: string;
let open: Sandbox[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
  open = [];
});

afterEach(async () => {
  for (const sandbox of open) await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Sandbox> {
  const sandbox = await createSandbox({ validate: false, saved: readState(folder).world });
  open.push(sandbox);
  return sandbox;
}

test('servers, channels, threads, rights, messages, files, reactions and commands are there again after a restart', async () => {
  const before = await start();
  const { discord } = before;
  const quiet = discord.build.addChannel(discord.guild, { name: 'quiet', topic: 'no bots' });
  discord.build.setOverwrite(quiet, discord.bot, { deny: ['VIEW_CHANNEL'] });
  const posted = discord.act.post({
    channel: discord.news,
    user: discord.member,
    content: 'see this',
    files: [{ name: 'notes.txt', bytes: 'four words of text' }],
  });
  discord.act.react(posted, '👀', discord.admin);
  const thread = discord.act.openThread({
    channel: discord.news,
    user: discord.admin,
    name: 'About it',
    message: posted,
  });
  discord.act.post({ channel: thread, user: discord.admin, content: 'inside' });
  await call(before, 'PUT', `/applications/${discord.applicationId}/commands`, [{ name: 'help', description: 'Help' }]);
  keepState(folder, before).close();
  const seen = (sandbox: Sandbox) => {
    const { discord: now } = sandbox;
    return {
      news: now.shows(now.news, now.member),
      thread: now.shows(thread.id, now.member).map((one) => one.text),
      asBot: now.shows(quiet.id, now.bot),
      canSeeQuiet: now.world.channels.get(quiet.id)?.overwrites,
      commands: now.commands().map((one) => one['id']),
      ids: [now.guild.id, now.otherGuild.id, now.admin.id, now.applicationId],
    };
  };
  const after = await start();
  expect(seen(after)).toEqual(seen(before));
  expect(after.discord.shows(after.discord.news, after.discord.member)[0]?.files[0]?.text).toBe('four words of text');
  expect(readState(folder).sitePort).toBe(Number(new URL(before.site.origin).port));
});

test('an interaction that was accepted before the restart can be answered after it', async () => {
  const before = await start();
  const { discord } = before;
  await call(before, 'PUT', `/applications/${discord.applicationId}/commands`, [{ name: 'help', description: 'Help' }]);
  const run = discord.act.slash({ channel: discord.news, user: discord.member, command: 'help' });
  const { id, token } = run.interaction;
  await call(before, 'POST', `/interactions/${id}/${token}/callback`, { type: 5 });
  keepState(folder, before).close();
  const after = await start();
  const answer = await call(after, 'PATCH', `/webhooks/${after.discord.applicationId}/${token}/messages/@original`, {
    content: 'late, and there',
  });
  expect(answer.status).toBe(200);
  expect(after.discord.shows(after.discord.news, after.discord.admin).map((one) => one.text)).toEqual([
    'late, and there',
  ]);
});

test('a file that cannot be read is set aside with a sentence, and the start is a new one', async () => {
  writeFileSync(join(folder, 'world.json'), '{"version":1,');
  const state = readState(folder);
  expect(state.world).toBeUndefined();
  expect(state.notice).toContain('could not be read');
  expect(readdirSync(folder)).toEqual(['world.json.unreadable']);
  expect(readFileSync(join(folder, 'world.json.unreadable'), 'utf8')).toBe('{"version":1,');
});

test('new guilds after a restart do not take the id of a saved one', async () => {
  const before = await start();
  keepState(folder, before).close();
  const after = await start();
  const third = after.discord.build.addGuild({ name: 'Third' });
  expect([after.discord.guild.id, after.discord.otherGuild.id]).not.toContain(third.id);
  expect(after.discord.world.guilds.size).toBe(3);
});

test('forgetting takes the world and the store of the bot, and leaves what else is in the folder', async () => {
  const before = await start();
  keepState(folder, before).close();
  for (const name of ['verbatim.sqlite', 'verbatim.sqlite-wal', 'letter.txt']) writeFileSync(join(folder, name), 'x');
  forgetState(folder);
  expect(readdirSync(folder)).toEqual(['letter.txt']);
  forgetState(join(folder, 'not-there'));
});
