/** Requests to Discord, each with a deadline of its own, no mention allowed and nothing doubled. */
import { createHash } from 'node:crypto';

import { DiscordAPIError, MessageFlags, type RawFile, REST, type RESTOptions, Routes } from 'discord.js';

import type { Clock } from '#domain';

import type { ControlStates } from './ports.ts';
import type { MessageView } from './views/message.ts';
import { type RenderedMessage, render } from './views/render.ts';

/** discord.js waits for ever for a body that stalls; its own 15 s end with the headers. */
const CALL_DEADLINE_MS = 20_000;
const NONCE_LENGTH = 25;
const NOT_FOUND = 404;

export interface WireOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly controls: ControlStates;
  readonly clock: Clock;
}

type Files = RenderedMessage['files'];
type Body = Record<string, unknown>;

export interface Wire {
  readonly clock: Clock;
  /** A view as a body of Discord. */
  body(view: MessageView, flags: number): Body;
  /** Before a message with controls is sent. */
  keep(guild: string, states: ReadonlyMap<string, unknown>): Promise<void>;
  /** Gives the id of the message that it made or changed, if it did. */
  callback(ref: { readonly id: string; readonly token: string }, body: Body, files: Files): Promise<string | null>;
  /** Whether Discord was told that this interaction is taken: its original response is there. */
  isAcknowledged(ref: { readonly applicationId: string; readonly token: string }): Promise<boolean>;
  followUp(ref: { readonly applicationId: string; readonly token: string }, view: MessageView): Promise<void>;
  /** Gives the message's id. */
  patch(route: `/${string}`, view: MessageView): Promise<string>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** A thread on a message; gives its id. */
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

interface ReplyingMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly message_reference?: { readonly message_id?: string };
}

/** Unknown message, unknown channel, missing access: there is nothing left to remove. */
const ALREADY_GONE = new Set<number | string>([10_008, 10_003, 50_001]);

export function createWire({ token, apiUrl, controls, clock }: WireOptions): Wire {
  const base = { makeRequest, ...(apiUrl ? { api: apiUrl } : {}) };
  const rest = new REST(base).setToken(token);
  // Webhook routes do not count among the bot's 50 a second, and discord.js would count them.
  const hooks = new REST({ ...base, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const within = () => ({ signal: AbortSignal.timeout(CALL_DEADLINE_MS) });

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

  return {
    clock,
    body,
    async keep(guild, states) {
      await Promise.all([...states].map(([key, state]) => controls.put(guild, key, state)));
    },
    async callback({ id, token: interactionToken }, data, files) {
      const answer = await hooks.post(Routes.interactionCallback(id, interactionToken), {
        auth: false,
        query: new URLSearchParams({ with_response: 'true' }),
        body: data,
        ...withFiles(files),
        ...within(),
      });
      const { resource } = answer as { readonly resource?: { readonly message?: { readonly id: string } } };
      return resource?.message?.id ?? null;
    },
    async isAcknowledged({ applicationId, token: interactionToken }) {
      try {
        await hooks.get(Routes.webhookMessage(applicationId, interactionToken, '@original'), {
          auth: false,
          ...within(),
        });
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === NOT_FOUND) return false;
        throw error;
      }
    },
    async followUp({ applicationId, token: interactionToken }, view) {
      await hooks.post(Routes.webhook(applicationId, interactionToken), {
        auth: false,
        body: body(view, MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral),
        ...withFiles(render(view).files),
        ...within(),
      });
    },
    async patch(route, view) {
      const client = route.startsWith('/webhooks/') ? hooks : rest;
      const message = await client.patch(route, {
        auth: client === rest,
        body: body(view, MessageFlags.IsComponentsV2),
        ...withFiles(render(view).files),
        ...within(),
      });
      return (message as { id: string }).id;
    },
    async react(channelId, messageId, emoji) {
      await rest.put(Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji)), within());
    },
    async startThread(channelId, messageId, name) {
      const thread = await rest.post(Routes.threads(channelId, messageId), { body: { name }, ...within() });
      return (thread as { id: string }).id;
    },
    async typing(channelId) {
      await rest.post(Routes.channelTyping(channelId), within());
    },
    async remove(channelId, messageId) {
      try {
        await rest.delete(Routes.channelMessage(channelId, messageId), within());
      } catch (error) {
        if (!(error instanceof DiscordAPIError && ALREADY_GONE.has(error.code))) throw error;
      }
    },
    async replyTo(channelId, messageId, author) {
      const query = new URLSearchParams({ after: messageId, limit: '100' });
      const found = await rest.get(Routes.channelMessages(channelId), { query, ...within() });
      const replies = (found as readonly ReplyingMessage[])
        .filter((one) => one.author.id === author && one.message_reference?.message_id === messageId)
        .map(({ id }) => id);
      return replies.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0] ?? null;
    },
    async post(channelId, view, { nonceOf, replyTo }) {
      const sent = await rest.post(Routes.channelMessages(channelId), {
        body: {
          ...body(view, MessageFlags.IsComponentsV2),
          nonce: nonceFor([channelId, ...nonceOf]),
          enforce_nonce: true,
          ...(replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
        },
        ...withFiles(render(view).files),
        ...within(),
      });
      return (sent as { id: string }).id;
    },
  };
}

/**
 * Node's own fetch: discord.js would share a global agent with whichever undici was loaded first, and an agent of another
 * version refuses its form data, so that no file could be sent.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, { method, headers, body, signal }) =>
  fetch(url, { method, headers, body, signal } as RequestInit) as unknown as ReturnType<RESTOptions['makeRequest']>;

/** The same for the same thing, also after a restart. */
function nonceFor(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, NONCE_LENGTH);
}
