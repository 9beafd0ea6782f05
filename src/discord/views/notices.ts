import { type BotError, errorSentence } from '#domain';

import type { Command } from '../command.ts';
import { type MessageView, plain } from './message.ts';

const alone = (lines: readonly string[]): MessageView => ({
  sections: [{ title: null, lines }],
  footer: null,
  more: (left) => `${left} more lines`,
});

export function errorView(error: BotError): MessageView {
  return alone([plain(errorSentence(error))]);
}

export function helpView(commands: readonly Pick<Command, 'name' | 'description'>[]): MessageView {
  return alone([
    'I summarise an article and list who said what in it. Quotations are cut out of the article by code, and each line names its sentences.',
    ...commands.map((command) => `• **/${command.name}**: ${command.description}`),
  ]);
}
