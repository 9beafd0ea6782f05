/** The real discord.js client against the stand-in: it cannot tell. */
import {
  ActionRowBuilder,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  LabelBuilder,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  Client as RealClient,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { connect, createClient, onInteraction, register } from './bot.ts';

/** Discord's 3 s are for its own machines. */
const ACK_DEADLINE_MS = 60_000;

let sandbox: Sandbox;
let client: Client;
let errors: unknown[];

beforeEach(async () => {
  sandbox = await createSandbox({ ackDeadlineMs: ACK_DEADLINE_MS });
  client = createClient(sandbox);
  errors = onInteraction(client, handle);
  await register(sandbox, [
    { name: 'form', description: 'Opens a form' },
    { name: 'private', description: 'Answers privately' },
    { name: 'choose', description: 'Shows a select' },
    { name: 'file', description: 'Sends a file' },
    {
      name: 'language',
      description: 'Completes',
      options: [{ name: 'to', description: 'To', type: 3, autocomplete: true }],
    },
    { name: 'Summarise', type: 3 },
    { name: 'slow', description: 'Never answers' },
  ]);
  await connect(sandbox, client);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
  if (errors.length > 0) throw new AggregateError(errors, 'the bot met errors');
});

async function handle(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete())
    return interaction.respond([{ name: `German for ${interaction.options.getFocused()}`, value: 'de' }]);
  if (interaction.isModalSubmit()) {
    await interaction.reply(`got ${interaction.fields.getTextInputValue('text')}`);
    return;
  }
  if (interaction.isStringSelectMenu()) {
    await interaction.update(`chose ${interaction.values.join(', ')}`);
    return;
  }
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`about: ${interaction.targetMessage.content}`);
    return;
  }
  if (interaction.isChatInputCommand()) await answers[interaction.commandName]?.(interaction);
}

type Slash = ChatInputCommandInteraction;

const answers: Record<string, (interaction: Slash) => Promise<unknown>> = {
  form: (interaction) => {
    const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMaxLength(4000);
    const label = new LabelBuilder().setLabel('Article').setTextInputComponent(input);
    return interaction.showModal(
      new ModalBuilder().setCustomId('form').setTitle('Paste an article').addLabelComponents(label),
    );
  },
  private: async (interaction) => {
    await interaction.reply({ content: 'only you', flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'this too', flags: MessageFlags.Ephemeral });
  },
  choose: (interaction) => {
    const select = new StringSelectMenuBuilder()
      .setCustomId('mode')
      .setPlaceholder('Mode')
      .addOptions({ label: 'Off', value: 'off', default: true }, { label: 'Button', value: 'button' });
    return interaction.reply({
      content: 'mode',
      components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
    });
  },
  file: (interaction) =>
    interaction.reply({ content: 'all of it', files: [{ attachment: Buffer.from('# Briefing'), name: 'brief.md' }] }),
};

const who = () => ({ channel: sandbox.discord.news, user: sandbox.discord.member });

test('a form is opened, filled and answered', async () => {
  const run = sandbox.discord.act.slash({ ...who(), command: 'form' });
  expect(await run.modal()).toMatchObject({
    title: 'Paste an article',
    fields: [{ label: 'Article', maxLength: 4000 }],
  });
  const submitted = sandbox.discord.act.submitModal(run, { Article: 'line one\nline two' });
  expect((await submitted.answered()).text).toBe('got line one\nline two');
  expect(sandbox.violations()).toEqual([]);
});

test('private answers and follow-ups are seen by one person', async () => {
  const { discord } = sandbox;
  const run = discord.act.slash({ ...who(), command: 'private' });
  expect(await run.followedUp()).toMatchObject({ text: 'this too', isEphemeral: true });
  expect(discord.shows(discord.news, discord.member).map((one) => one.text)).toEqual(['only you', 'this too']);
  expect(discord.shows(discord.news, discord.admin)).toEqual([]);
  expect(sandbox.violations()).toEqual([]);
});

test('a select shows its choice, and updates its message', async () => {
  const { discord } = sandbox;
  const shown = await discord.act.slash({ ...who(), command: 'choose' }).answered();
  expect(shown.text).toBe('mode\n<Off>');
  expect(() => discord.act.select(shown, 'mode', ['thread'], discord.admin)).toThrow('offers no "thread"');
  const chosen = await discord.act.select(shown, 'mode', ['Button'], discord.admin).answered();
  expect(chosen).toMatchObject({ id: shown.id, content: 'chose button' });
  expect(sandbox.violations()).toEqual([]);
});

test('a file is uploaded by the real client', async () => {
  const shown = await sandbox.discord.act.slash({ ...who(), command: 'file' }).answered();
  expect(shown).toMatchObject({ text: 'all of it\n(file: brief.md)', files: [{ text: '# Briefing' }] });
  expect(sandbox.violations()).toEqual([]);
});

test('autocomplete and menu entries', async () => {
  const { discord } = sandbox;
  const typing = discord.act.autocomplete({ ...who(), command: 'language', option: 'to', typed: 'ge' });
  expect(await typing.choices()).toEqual([{ name: 'German for ge', value: 'de' }]);
  const post = discord.act.post({ ...who(), content: 'https://e.org/a' });
  const run = discord.act.messageCommand({ ...who(), command: 'Summarise', message: post });
  expect((await run.answered()).text).toBe('about: https://e.org/a');
});

test('a command that is never answered ends in “did not respond”', async () => {
  const run = sandbox.discord.act.slash({ ...who(), command: 'slow' });
  sandbox.clock.advance(ACK_DEADLINE_MS + 1);
  await expect(run.answered()).rejects.toThrow('The application did not respond');
});

test('messages, replies, threads and direct messages of the real client', async () => {
  const { discord } = sandbox;
  const talker = new RealClient({
    intents: client.options.intents,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
    allowedMentions: { parse: [], repliedUser: false },
  });
  const talk = async (message: Message) => {
    if (message.author.bot) return;
    if (!message.inGuild()) await message.reply('in private');
    else if (message.channel.isThread()) await message.reply('in the thread');
    else await (await message.startThread({ name: 'Talk' })).send('opened');
  };
  talker.on('messageCreate', (message) => void talk(message).catch((error: unknown) => errors.push(error)));
  await connect(sandbox, talker);
  discord.act.post({ ...who(), content: 'hello' });
  const thread = await discord.until(() => [...discord.world.channels.values()].find((one) => one.name === 'Talk'));
  await discord.appears(thread, discord.member, (one) => one.text === 'opened');
  const question = discord.act.post({ channel: thread, user: discord.member, content: 'who said it?' });
  expect(await discord.appears(thread, discord.member, (one) => one.text === 'in the thread')).toMatchObject({
    replyTo: question.id,
    pinged: { users: [] },
  });
  const direct = discord.act.dm(discord.member, 'hello');
  await discord.appears(direct.channelId, discord.member, (one) => one.text === 'in private');
  expect(sandbox.violations()).toEqual([]);
  await talker.destroy();
});
