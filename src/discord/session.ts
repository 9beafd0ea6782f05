/** The bot's session with Discord. */
import { Status } from 'discord.js';

import { type ChannelMode, type Clock, describeError, type OpenRequest } from '#domain';
import { speak as ownLanguages, type Speak } from '#texts';

import { createDownload } from './connection/attachments.ts';
import { type ClientsOptions, createClients } from './connection/clients.ts';
import { createGuildFacts } from './connection/guild-facts.ts';
import { subscriptionFor } from './connection/intents.ts';
import { createRest, type RestLimits } from './connection/rest.ts';
import { StartError, TOKEN_REFUSED } from './connection/start-error.ts';
import type { Edge, Services } from './contracts/services.ts';
import { createDelivery } from './delivery/delivery.ts';
import { createDrain } from './drain.ts';
import { createHearing } from './events.ts';
import type { Definitions } from './interactions/dispatch.ts';
import { type PublishedHash, publish } from './interactions/publish.ts';

/** The bot below the edge. */
type App = Omit<Services, 'download' | 'hasMessageContent' | 'facts' | 'delivery' | 'modesChanged'> & {
  readonly clock: Clock;
  /** Modes of all channels of all servers. */
  modesInUse(): Promise<ReadonlySet<ChannelMode>>;
  /** Runs the handling of an event on behalf of the interaction or message with this id. */
  within<Result>(request: string, run: () => Result): Result;
};

export interface DiscordOptions {
  readonly definitions: Definitions;
  readonly app: App;
  readonly discord: {
    readonly token: string;
    readonly apiUrl: string | undefined;
    /** The operator lets the bot ask for the privileged intent. */
    readonly hasMessageContent: boolean;
    /** Deadlines and waits of requests to Discord; shorter in tests. */
    readonly limits?: RestLimits | undefined;
  };
  readonly log: Edge['log'];
  /** Words by a reader's locale; the bot's own languages when absent. */
  readonly speak?: Speak;
  /** How long an answer under an interaction may take; shorter in tests. */
  readonly patienceMs?: number;
  /** Discord ended the session for good; called once. The bot is to stop, with this sentence. */
  readonly onEnd: (reason: StartError) => void;
  readonly published: PublishedHash;
  readonly shards: ClientsOptions['shards'];
}

export interface DiscordSession {
  /** After a channel's mode has changed: asks Discord for what the modes need now, with a new session if that is more or less. */
  reconsider(): Promise<void>;
  /** Connected and past READY, shard by shard of this process. */
  shards(): readonly { readonly id: number; readonly isReady: boolean; readonly pingMs: number }[];
  /** Servers the bot is in, as far as this process knows. */
  guilds(): number;
  /** Takes nothing new; resolves when what is under way is answered, or after the time given. */
  drain(limitMs: number): Promise<void>;
  close(): Promise<void>;
}

/** @throws StartError with one sentence for a wrong token or an intent that is not enabled */
export async function startDiscord(options: DiscordOptions): Promise<DiscordSession> {
  const { definitions, app, discord, log, speak = ownLanguages, patienceMs, published, shards } = options;
  const { token, apiUrl, hasMessageContent, limits } = discord;
  const { clock, desk } = app;
  const { signal, stop, end } = createEnd(options.onEnd);
  const rest = createRest({ token, apiUrl, limits, log, onUnauthorised: () => end(new StartError(TOKEN_REFUSED)) });
  const underWay = createDrain();
  const facts = createGuildFacts(
    () => clients.current(),
    () => hasMessageContent && !clients.isRefused(),
  );
  const services: Services = {
    ...app,
    hasMessageContent,
    download: createDownload(apiUrl),
    facts,
    delivery: createDelivery({ rest, controls: app.controls, posted: desk.posted, facts, clock, log }),
    modesChanged: () => clients.modesChanged(),
  };
  const hearing = createHearing(
    { services, definitions, speak, clock, log, signal, ...(patienceMs ? { patienceMs } : {}) },
    (request, run) => underWay.begin(() => app.within(request, run)),
  );
  const clients = createClients({
    token,
    rest,
    shards,
    log,
    signal,
    retention: desk.retention,
    onEnd: end,
    wanted: async () => subscriptionFor(await app.modesInUse(), hasMessageContent),
    listen: (client) => hearing.listen(client),
  });
  const notResumed = (error: unknown): void =>
    log({ level: 'error', event: 'not resumed', cause: describeError(error) });
  // Before anything comes in: what is open now is what an earlier run has left.
  const left = await desk.inbox.open().catch((error: unknown): OpenRequest[] => {
    notResumed(error);
    return [];
  });
  const first = await clients.connect();
  await publish(first.application.id, definitions, { rest, published });
  // Under way as what comes in now: a process that is stopped soon after its start finishes it too.
  underWay.begin(() => hearing.resume(left, first).catch(notResumed));
  return {
    reconsider: () => clients.reconsider(),
    shards: () =>
      clients
        .current()
        .ws.shards.map(({ id, status, ping }) => ({ id, isReady: status === Status.Ready, pingMs: ping })),
    guilds: () => clients.current().guilds.cache.size,
    drain: (limitMs) => underWay.drain(limitMs),
    async close() {
      stop();
      await clients.current().destroy();
      rest.close();
    },
  };
}

/** The end of the session: by ourselves (`stop`), or by Discord, which is told once. */
function createEnd(onEnd: (reason: StartError) => void) {
  const stopping = new AbortController();
  let hasEnded = false;
  return {
    signal: stopping.signal,
    stop: (): void => stopping.abort(),
    end: (reason: StartError): void => {
      if (!hasEnded && !stopping.signal.aborted) onEnd(reason);
      hasEnded = true;
    },
  };
}
