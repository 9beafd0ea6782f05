import { briefingView, defineCommand } from '#discord';
import { LENGTHS } from '#domain';

import { sourceOf } from './source.ts';

export default defineCommand({
  name: 'summarise',
  nameLocalizations: { 'en-US': 'summarize', de: 'zusammenfassen' },
  description: 'Summarise an article and list who said what in it',
  options: {
    article: { type: 'string', description: 'Link or pasted text', required: true },
    length: { type: 'string', description: 'How much to show', choices: LENGTHS },
    private: { type: 'boolean', description: 'Show the answer to you only' },
  },
  acknowledge: (args) => (args.private ? 'private' : 'public'),
  async run(context, args) {
    const { article, briefing } = await context.brief({
      guild: context.guild,
      source: sourceOf(args.article),
      signal: context.signal,
    });
    await context.reply(briefingView(article, briefing, args.length ?? 'standard'));
  },
});
