import { defineCommand, positionsView } from '#discord';

import { sourceOf } from './source.ts';

export default defineCommand({
  name: 'positions',
  nameLocalizations: { de: 'positionen' },
  description: 'List who said what in an article',
  options: {
    article: { type: 'string', description: 'Link or pasted text', required: true },
    private: { type: 'boolean', description: 'Show the answer to you only' },
  },
  acknowledge: (args) => (args.private ? 'private' : 'public'),
  async run(context, args) {
    const { article, briefing } = await context.brief({
      guild: context.guild,
      source: sourceOf(args.article),
      signal: context.signal,
    });
    await context.reply(positionsView(article, briefing));
  },
});
