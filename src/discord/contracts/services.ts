/** What the edge needs from below, as it uses it. */
import type { Brief, Correct, Discuss, GuildQuestions, KeptBriefings, MakePreview } from '#briefing';
import type { Desk } from '#desk';
import type { Clock, Prices } from '#domain';
import type { Speak } from '#texts';

import type { Download } from './attachment.ts';
import type { Delivery } from './delivery.ts';
import type { GuildFacts } from './guild-facts.ts';

/** What a control's id leads to. Kept by guild, as long as the results. */
export interface ControlStates {
  get(guild: string, key: string): Promise<unknown>;
  put(guild: string, key: string, state: unknown): Promise<void>;
}

export interface Services {
  readonly brief: Brief;
  readonly questions: GuildQuestions;
  readonly discuss: Discuss;
  readonly correct: Correct;
  readonly kept: KeptBriefings;
  readonly preview: MakePreview;
  readonly controls: ControlStates;
  readonly download: Download;
  readonly facts: GuildFacts;
  readonly delivery: Delivery;
  /** The operator lets the bot ask for the Message Content intent. */
  readonly hasMessageContent: boolean;
  /** After a channel's mode has changed: the bot may need to hear more, or less. */
  readonly modesChanged: () => void;
  /** `null`: tokens are shown and no money. */
  readonly prices: Prices | null;
  readonly desk: Pick<
    Desk,
    'settings' | 'coolDowns' | 'ledger' | 'inbox' | 'posted' | 'outbox' | 'allowance' | 'retention' | 'ceilings'
  >;
}

/** What everything that hears an event is made with. */
export interface Edge {
  readonly services: Services;
  /** Words by a reader's locale. */
  readonly speak: Speak;
  readonly clock: Clock;
  /** Holds no token. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  /** The process stops. */
  readonly signal: AbortSignal;
}
