/** The desk, whole: what every request passes, made over one store. */
import {
  type Allowance,
  type Ceilings,
  type Clock,
  type CoolDowns,
  type Inbox,
  type Outbox,
  type PostedMessages,
  retentionOf,
  type SettingsKeeper,
  type Spending,
  type UsageLedger,
} from '#domain';
import type { Store } from '#store';

import { createAllowance } from './allowance.ts';
import { createCoolDowns } from './cool-downs.ts';
import { createFairQueue, type FairQueue } from './fair-queue.ts';
import { createInbox } from './inbox.ts';
import { createUsageLedger } from './ledger.ts';
import { createOutbox } from './outbox.ts';
import { createPostedMessages } from './posted.ts';
import { createRetention, memberTurns, type OtherCollection, type Retention } from './retention.ts';
import { createSettingsKeeper } from './settings.ts';
import { createSpending, type SpendingDependencies } from './spending.ts';

/**
 * A briefing waits for a site and a model most of its time, so many may be under way; what computes (parsing) has a pool
 * of its own. Four of one server leave room for others; who would be 26th in line is better told so.
 */
const QUEUE = { atOnce: 64, atOncePerGuild: 4, waitingPerGuild: 25, waiting: 1000 } as const;

export interface Desk {
  readonly settings: SettingsKeeper;
  readonly allowance: Allowance;
  readonly coolDowns: CoolDowns;
  readonly spending: Spending;
  readonly ledger: UsageLedger;
  readonly inbox: Inbox;
  readonly posted: PostedMessages;
  readonly outbox: Outbox;
  readonly queue: FairQueue;
  readonly retention: Retention;
  readonly ceilings: Ceilings;
}

export interface DeskDependencies extends Pick<SpendingDependencies, 'onModelCall' | 'onFault'> {
  readonly store: Store;
  readonly ceilings: Ceilings;
  readonly clock: Clock;
  /** Collections made elsewhere that hold something of servers. */
  readonly others?: readonly OtherCollection[];
  /** Whether this process serves that server (`SHARDS`). */
  readonly owns?: (guild: string) => boolean;
}

export function createDesk({
  store,
  ceilings,
  clock,
  others = [],
  owns = () => true,
  ...told
}: DeskDependencies): Desk {
  const settings = createSettingsKeeper(store, clock);
  const allowance = createAllowance({ atomic: store.atomic, ceilings, clock });
  const ledger = createUsageLedger(store, clock);
  const keptMs = async (guild: string): Promise<number> => retentionOf((await settings.get(guild)).settings).ttlMs;
  const posted = createPostedMessages(store, keptMs, clock);
  return {
    settings,
    allowance,
    coolDowns: createCoolDowns(store.atomic),
    spending: createSpending({ allowance, ledger, clock, ...told }),
    ledger,
    inbox: createInbox(store, clock, { owns }),
    posted,
    outbox: createOutbox(store.atomic, clock),
    queue: createFairQueue(QUEUE),
    retention: createRetention(store, { posted, ledger, others: [...others, memberTurns(store.discussions, keptMs)] }),
    ceilings,
  };
}
