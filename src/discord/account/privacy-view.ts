/** What is held, for how long, and the way to delete it. */
import type { Held } from '#desk';
import type { Texts } from '#texts';

import { type ControlView, line, type MessageView, notice } from '../contracts/view.ts';

export type Deletion = 'mine' | 'server';

export interface PrivacyFacts {
  /** Under the person alone, outside servers. */
  readonly alone: Held;
  /** `null` outside servers. */
  readonly here: {
    readonly mine: Pick<Held, 'posted' | 'usageDays'>;
    readonly server: Held;
    /** May delete everything of the server. */
    readonly isAdmin: boolean;
  } | null;
  readonly retentionDays: number;
}

export function privacyView({ alone, here, retentionDays }: PrivacyFacts, texts: Texts): MessageView {
  return {
    sections: [
      {
        title: texts.privacyYours,
        lines: [
          ...(here ? [texts.privacyYoursHere(here.mine)] : []),
          texts.privacyYoursAlone(alone),
          texts.privacyNoChat,
        ].map(line),
      },
      ...(here
        ? [
            {
              title: texts.privacyServer,
              lines: [
                texts.privacyServerHeld(here.server),
                texts.privacySettings({ isHeld: here.server.hasSettings }),
              ].map(line),
            },
          ]
        : []),
      {
        title: texts.privacyHowLong,
        lines: [
          texts.privacyKeptResults({ days: retentionDays }),
          texts.privacyKeptUsage,
          texts.privacyKeptRequests,
          texts.privacyKeptSettings,
          texts.privacyModel,
        ].map(line),
      },
    ],
    footer: [],
    controls: [
      askButton('mine', texts.privacyDeleteMine),
      ...(here?.isAdmin ? [askButton('server', texts.privacyDeleteServer)] : []),
    ],
    file: null,
  };
}

const askButton = (what: Deletion, label: string): ControlView => ({
  kind: 'button',
  label,
  use: { name: 'privacy-ask', state: { what } },
});

/** What exactly would go, before it does. */
export function confirmationView(what: Deletion, texts: Texts): MessageView {
  return {
    ...notice(what === 'mine' ? texts.privacyAskMine : texts.privacyAskServer),
    controls: [
      { kind: 'button', label: texts.privacyNo, use: { name: 'privacy-show', state: {} }, isMain: true },
      { kind: 'button', label: texts.privacyYes, use: { name: 'privacy-delete', state: { what } }, isDangerous: true },
    ],
  };
}
