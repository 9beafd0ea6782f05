/** What the page begins with besides the usual two servers. */
import type { Sandbox } from '../sandbox.ts';

/** What the page begins with besides the usual two servers: a few more channels, and a word of welcome. */
export function furnishForPage(sandbox: Sandbox): void {
  const { discord, site } = sandbox;
  const { act, build } = discord;
  discord.news.topic = 'Links and what they say';
  discord.general.topic = 'Everything else';
  const quiet = build.addChannel(discord.guild, { name: 'no-bots', topic: 'Verbatim may read here and not write' });
  build.setOverwrite(quiet, discord.bot, { deny: ['SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS'] });
  const board = build.addChannel(discord.guild, { name: 'rules', topic: 'Only admins write here' });
  build.setOverwrite(board, discord.guild, { deny: ['SEND_MESSAGES'] });
  build.setOverwrite(board, discord.admin, { allow: ['SEND_MESSAGES'] });
  for (const person of [discord.member, discord.admin]) build.openDm(person);
  const first = site.articles[0];
  if (!first) return;
  act.post({
    channel: discord.news,
    user: discord.admin,
    content: [
      '## Welcome',
      'This is a Discord on your own machine, with the real bot in it. Three things to begin with:',
      `1. Type \`/summarise\` and give it ${site.url(first.path)}`,
      '2. Press the magnifying glass of the answer, to see what the bot did for it.',
      '3. Open *Articles to try* above for more: other languages, a paywall, a very long read.',
    ].join('\n'),
  });
}
