/** One whole journey of a bot: published, used, answered, pressed. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { connect, createClient, onInteraction, register } from './bot.ts';

let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
  // Discord's 3 s are for its own machines.
  sandbox = await createSandbox({ ackDeadlineMs: 60_000 });
  client = createClient(sandbox);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

function card(text: string): ContainerBuilder {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('v1:more').setLabel('More').setStyle(ButtonStyle.Primary),
  );
  return new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(row);
}

function behave(): void {
  onInteraction(client, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply();
      await interaction.editReply('reading 812 words');
      await interaction.editReply({
        content: null,
        flags: MessageFlags.IsComponentsV2,
        components: [card(`About ${interaction.options.getString('article', true)}`)],
      });
    } else if (interaction.isButton()) await interaction.update({ components: [card('More of it')] });
  });
}

test('a whole journey: command, deferral, progress, Components V2, button, update, and a resume after op 7', async () => {
  behave();
  await register(sandbox, [
    {
      name: 'summarise',
      description: 'Summarise an article',
      options: [{ name: 'article', description: 'Link or text', type: 3, required: true }],
    },
  ]);
  await connect(sandbox, client);
  await sandbox.discord.ready({ commands: 1 });
  const { discord } = sandbox;
  const run = discord.act.slash({
    channel: discord.news,
    user: discord.member,
    command: 'summarise',
    options: { article: 'the ferry' },
  });
  expect(await run.acknowledged()).toMatchObject({ type: 5 });
  const answer = await run.answered({ matching: (one) => one.isV2 });
  expect(answer.text).toBe('About the ferry\n[More]');
  expect(discord.shows(discord.news, discord.admin).map((one) => one.text)).toEqual(['About the ferry\n[More]']);
  expect(discord.timeline.map((entry) => entry.text)).toEqual([
    'thinking…',
    'reading 812 words',
    'About the ferry\n[More]',
  ]);

  discord.gateway.reconnect();
  await discord.until(() => (discord.gateway.counts.resumed > 0 ? true : undefined));

  const press = discord.act.button(answer, 'More', discord.admin);
  expect((await press.answered()).text).toBe('More of it\n[More]');
  expect(sandbox.violations()).toEqual([]);
  expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
});
