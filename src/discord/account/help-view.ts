import type { FixedText, Texts } from '#texts';

import type { Named } from '../contracts/handling.ts';
import type { MissingRight } from '../contracts/rights.ts';
import { line, type MessageView } from '../contracts/view.ts';

export interface HelpFacts {
  readonly commands: readonly Named[];
  readonly menu: readonly FixedText[];
  /** Rights that the bot lacks in this channel, by what they are for; `null` outside servers. */
  readonly missing: readonly MissingRight[] | null;
  /** The operator lets the bot read messages. */
  readonly hasMessageContent: boolean;
  /** Some channel has a mode for posted links. */
  readonly hasModes: boolean;
}

/** What the bot does, and what this server still has to set up. */
export function helpView(facts: HelpFacts, texts: Texts): MessageView {
  const { commands, menu, missing, hasMessageContent, hasModes } = facts;
  const open = [
    ...(missing ?? []).map((right) => texts.missingRight({ right })),
    ...(hasMessageContent ? [] : [texts.withoutMessageContent]),
    ...(missing !== null && hasMessageContent && !hasModes ? [texts.linksAreOff] : []),
  ];
  const todo = open.length > 0 ? open : [texts.nothingMissing];
  return {
    sections: [
      { title: null, lines: [line(texts.helpIntro)] },
      {
        title: texts.helpCommands,
        lines: [
          ...commands.map((command) =>
            line(texts.helpCommand({ name: texts[command.name], description: texts[command.description] })),
          ),
          line(texts.helpMenu({ names: menu.map((name) => texts[name]).join(', ') })),
          line(texts.helpMention),
        ],
      },
      ...(missing === null ? [] : [{ title: texts.helpSetUp, lines: todo.map(line) }]),
    ],
    footer: [],
    controls: [],
    file: null,
  };
}
