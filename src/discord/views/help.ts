import type { Command } from '../command.ts';
import type { FixedText, Texts } from '../texts/texts.ts';
import { type MessageView, notice } from './message.ts';

export function helpView(commands: readonly Command[], menu: readonly FixedText[], texts: Texts): MessageView {
  return notice(
    texts.helpIntro,
    ...commands.map((command) =>
      texts.helpCommand({ name: texts[command.name], description: texts[command.description] }),
    ),
    texts.helpMenu({ names: menu.map((name) => texts[name]).join(', ') }),
  );
}
