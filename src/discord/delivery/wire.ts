/** What the bot says to Discord: no mention allowed and nothing doubled. How a request is sent, and sent again, is `rest.ts`. */
import { createHash } from 'node:crypto';

import { DiscordAPIError, InteractionResponseType, MessageFlags, type RawFile, Routes } from 'discord.js';

import type { Clock } from '#domain';

import { DiscordBusyError, type DiscordRest } from '../connection/rest.ts';
import type { ControlStates } from '../contracts/services.ts';
import type { MessageView } from '../contracts/view.ts';
import { type RenderedMessage, render } from './render.ts';

/** Discord takes an acknowledgement for 3 s; the rest is for what came before it. */
const CALLBACK_DEADLINE_MS = 2500;
const NONCE_LENGTH = 25;
const NOT_FOUND = 404;

export interface WireOptions {
  readonly rest: DiscordRest;
  readonly controls: ControlStates;
  readonly clock: Clock;
}

type Files = RenderedMessage['files'];
type Body = Record<string, unknown>;

interface CallbackRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export interface Wire {
  readonly clock: Clock;
  /** A view as a body of Discord. */
  body(view: MessageView, flags: number): Body;
  /** Before a message with controls is sent. */
  keep(guild: string, states: ReadonlyMap<string, unknown>): Promise<void>;
  /** Gives the id of the message that it made or changed, if it did. */
  callback(ref: CallbackRef, body: Body, files: Files): Promise<string | null>;
  /** Whether Discord was told that this interaction is taken: its original response is there. */
  isAcknowledged(ref: { readonly applicationId: string; readonly token: string }): Promise<boolean>;
  followUp(ref: { readonly applicationId: string; readonly token: string }, view: MessageView): Promise<void>;
  /** Gives the message's id. */
  patch(route: `/${string}`, view: MessageView): Promise<string>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** A thread on a message, the one that is there already if there is one; gives its id. */
  startThread(channelId: string, messageId: string, name: string): Promise<string>;
  /** "… is typing". */
  typing(channelId: string): Promise<void>;
  remove(channelId: string, messageId: string): Promise<void>;
  /** The first message of `author` that replies to this one, among the next hundred; `null`: none. */
  replyTo(channelId: string, messageId: string, author: string): Promise<string | null>;
  /** An ordinary message; gives its id. `nonceOf` names what it is about: the same thing is not posted twice. */
  post(
    channelId: string,
    view: MessageView,
    options: { readonly nonceOf: readonly string[]; readonly replyTo?: string },
  ): Promise<string>;
}

/** Responses that are a message. */
const SHOWS = new Set<number>([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.UpdateMessage,
]);
const ALREADY_ACKNOWLEDGED = 40_060;
const THREAD_IS_THERE = 160_004;

interface ReplyingMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly message_reference?: { readonly message_id?: string };
}

/** Unknown message, unknown channel, missing access: there is nothing left to remove. */
const ALREADY_GONE = new Set<number | string>([10_008, 10_003, 50_001]);

export function createWire({ rest, controls, clock }: WireOptions): Wire {
  function body(view: MessageView, flags: number): Body {
    const { components, files } = render(view);
    return {
      flags,
      components,
      allowed_mentions: { parse: [], replied_user: false },
      attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
    };
  }
  const withFiles = (files: Files): { files?: RawFile[] } =>
    files.length > 0
      ? { files: files.map(({ name, data }) => ({ name, data, contentType: 'text/plain; charset=utf-8' })) }
      : {};

  async function original({ applicationId, token }: Omit<CallbackRef, 'id'>): Promise<{ readonly id: string }> {
    const route = Routes.webhookMessage(applicationId, token, '@original');
    return (await rest.asInteraction({ method: 'GET', route })) as { readonly id: string };
  }

  async function isThere(ref: Omit<CallbackRef, 'id'>): Promise<boolean> {
    try {
      await original(ref);
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === NOT_FOUND) return false;
      throw error;
    }
  }

  return {
    clock,
    body,
    async keep(guild, states) {
      await Promise.all([...states].map(([key, state]) => controls.put(guild, key, state)));
    },
    async callback(ref, data, files) {
      const shows = SHOWS.has(data['type'] as number);
      const call = {
        method: 'POST',
        route: Routes.interactionCallback(ref.id, ref.token),
        // Nobody asks for the message of a deferral: it has nothing in it yet.
        ...(shows ? { query: 'with_response=true' } : {}),
        body: data,
        ...withFiles(files),
        deadlineMs: CALLBACK_DEADLINE_MS,
      } as const;
      const lost = async () => ({ resource: { message: shows ? await original(ref) : undefined } });
      const said = rest.asInteraction(call, (error, tries) => {
        // The try before this one had reached Discord, only its answer was lost.
        if (tries > 1 && error.code === ALREADY_ACKNOWLEDGED) return lost();
        throw error;
      });
      const answer = await said.catch(async (error: unknown) => {
        if (!(error instanceof DiscordBusyError) || !(await isThere(ref))) throw error;
        return lost();
      });
      const { resource } = (answer ?? {}) as { readonly resource?: { readonly message?: { readonly id: string } } };
      return resource?.message?.id ?? null;
    },
    isAcknowledged: isThere,
    async followUp({ applicationId, token }, view) {
      await rest.asInteraction({
        method: 'POST',
        route: Routes.webhook(applicationId, token),
        body: body(view, MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral),
        ...withFiles(render(view).files),
      });
    },
    async patch(route, view) {
      const call = {
        method: 'PATCH',
        route,
        body: body(view, MessageFlags.IsComponentsV2),
        ...withFiles(render(view).files),
      } as const;
      const message = await (route.startsWith('/webhooks/') ? rest.asInteraction(call) : rest.asBot(call));
      return (message as { id: string }).id;
    },
    async react(channelId, messageId, emoji) {
      await rest.asBot({
        method: 'PUT',
        route: Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji)),
      });
    },
    async startThread(channelId, messageId, name) {
      const route = Routes.threads(channelId, messageId);
      try {
        return ((await rest.asBot({ method: 'POST', route, body: { name } })) as { id: string }).id;
      } catch (error) {
        // A thread has the id of the message that it hangs on, whoever opened it.
        if (error instanceof DiscordAPIError && error.code === THREAD_IS_THERE) return messageId;
        throw error;
      }
    },
    async typing(channelId) {
      await rest.asBot({ method: 'POST', route: Routes.channelTyping(channelId) });
    },
    async remove(channelId, messageId) {
      try {
        await rest.asBot({ method: 'DELETE', route: Routes.channelMessage(channelId, messageId) });
      } catch (error) {
        if (!(error instanceof DiscordAPIError && ALREADY_GONE.has(error.code))) throw error;
      }
    },
    async replyTo(channelId, messageId, author) {
      const found = await rest.asBot({
        method: 'GET',
        route: Routes.channelMessages(channelId),
        query: `after=${messageId}&limit=100`,
      });
      const replies = (found as readonly ReplyingMessage[])
        .filter((one) => one.author.id === author && one.message_reference?.message_id === messageId)
        .map(({ id }) => id);
      return replies.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0] ?? null;
    },
    async post(channelId, view, { nonceOf, replyTo }) {
      const sent = await rest.asBot({
        method: 'POST',
        route: Routes.channelMessages(channelId),
        body: {
          ...body(view, MessageFlags.IsComponentsV2),
          nonce: nonceFor([channelId, ...nonceOf]),
          enforce_nonce: true,
          ...(replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
        },
        ...withFiles(render(view).files),
      });
      return (sent as { id: string }).id;
    },
  };
}

/** The same for the same thing, also after a restart. */
function nonceFor(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, NONCE_LENGTH);
}
