import { defineCommand, helpView } from '#discord';

export default defineCommand({
  name: 'help',
  nameLocalizations: { de: 'hilfe' },
  description: 'What this bot does and how to use it',
  options: {},
  acknowledge: () => 'direct',
  async run(context) {
    await context.reply(helpView(context.commands));
  },
});
