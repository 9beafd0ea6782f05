/** The smallest discord.js bot: publishes one command, defers, edits. What it costs is Discord's library, not ours. */
import { Client, Events, GatewayIntentBits, type Interaction, Routes } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
async function answer(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply('done');
}

async function publish(): Promise<void> {
  const option = { name: 'article', description: 'Link or pasted text', type: 3, required: true };
  const body = [{ name: 'summarise', description: 'Defers and edits', type: 1, options: [option] }];
  await client.rest.put(Routes.applicationCommands(client.application?.id ?? ''), { body });
}

client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
client.once(Events.ClientReady, () => void publish());
await client.login(process.env['DISCORD_TOKEN']);
