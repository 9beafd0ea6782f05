/** What the bot says to Discord: no mention allowed and nothing doubled. How a request is sent, and sent again, is `rest.ts`. */
import { DiscordAPIError, InteractionResponseType, MessageFlags, type RawFile, Routes } from 'discord.js';

import type { Clock } from '#domain';
import type { Refusal } from '#texts';

import { DiscordBusyError, type DiscordRest } from '../connection/rest.ts';
import type { InteractionRef } from '../contracts/delivery.ts';
import type { ControlStates } from '../contracts/services.ts';
import type { ControlUse, MessageView } from '../contracts/view.ts';
import { nonceOf } from './nonce.ts';
import { refusedBy, verdictOn } from './refusals.ts';
import { render, statesOf } from './render.ts';

/** Discord takes an acknowledgement for 3 s; the rest is for what came before it. */
const CALLBACK_DEADLINE_MS = 2500;
const NOT_FOUND = 404;

export interface WireOptions {
  readonly rest: DiscordRest;
  readonly controls: ControlStates;
  readonly clock: Clock;
}

/** A message, or what goes with a response, as a request takes it. */
interface Outgoing {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files?: readonly RawFile[];
}
type Token = Pick<InteractionRef, 'applicationId' | 'token'>;

interface InteractionCalls {
  /** Gives the id of the message that it made or changed, if it did. */
  callback(ref: Token & { readonly id: string }, response: Outgoing): Promise<string | null>;
  /** Whether Discord was told that this interaction is taken: its original response is there. */
  isAcknowledged(ref: Token): Promise<boolean>;
  followUp(ref: Token, view: MessageView): Promise<void>;
}

interface ChannelCalls {
  /** An ordinary message; gives its id. `nonceOf` names what it is about: the same thing is not posted twice. */
  post(
    channelId: string,
    view: MessageView,
    options: { readonly nonceOf: readonly string[]; readonly replyTo: string | null },
  ): Promise<string>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** A thread on a message, the one that is there already if there is one; gives its id. */
  startThread(channelId: string, messageId: string, name: string): Promise<string>;
  /** "… is typing". */
  typing(channelId: string): Promise<void>;
  /** `null`: removed. */
  remove(channelId: string, messageId: string): Promise<Refusal | null>;
  /** The first message of `author` that replies to this one, among the next hundred; `null`: none. */
  replyTo(channelId: string, messageId: string, author: string): Promise<string | null>;
}

export interface Wire extends InteractionCalls, ChannelCalls {
  readonly clock: Clock;
  /** @param flags beside those that every view has */
  message(view: MessageView, flags?: number): Outgoing;
  /** What controls need to know, before a message with them is sent. */
  keep(guild: string, controls: readonly { readonly use: ControlUse }[]): Promise<void>;
  /** Changes a message, by an interaction's token or as the bot; gives the message's id. */
  patch(route: `/${string}`, view: MessageView): Promise<string>;
}

export function createWire({ rest, controls, clock }: WireOptions): Wire {
  return {
    clock,
    message: messageOf,
    async keep(guild, uses) {
      await Promise.all([...statesOf(uses)].map(([key, state]) => controls.put(guild, key, state)));
    },
    async patch(route, view) {
      const call = { method: 'PATCH', route, ...messageOf(view) } as const;
      const message = await (route.startsWith('/webhooks/') ? rest.asInteraction(call) : rest.asBot(call));
      return (message as { id: string }).id;
    },
    ...interactionCalls(rest),
    ...channelCalls(rest),
  };
}

function messageOf(view: MessageView, flags = 0): Outgoing {
  const { components, files } = render(view);
  const body = {
    flags: MessageFlags.IsComponentsV2 | flags,
    components,
    allowed_mentions: { parse: [], replied_user: false },
    attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
  };
  return files.length === 0 ? { body } : { body, files };
}

/** Responses that are a message. */
const SHOWS = new Set<unknown>([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.UpdateMessage,
]);

function interactionCalls(rest: DiscordRest): InteractionCalls {
  async function original({ applicationId, token }: Token): Promise<{ readonly id: string }> {
    const route = Routes.webhookMessage(applicationId, token, '@original');
    return (await rest.asInteraction({ method: 'GET', route })) as { readonly id: string };
  }

  async function isAcknowledged(ref: Token): Promise<boolean> {
    try {
      await original(ref);
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === NOT_FOUND) return false;
      throw error;
    }
  }

  return {
    isAcknowledged,
    async callback(ref, response) {
      const shows = SHOWS.has(response.body['type']);
      const call = {
        method: 'POST',
        route: Routes.interactionCallback(ref.id, ref.token),
        // Nobody asks for the message of a deferral: it has nothing in it yet.
        ...(shows ? { query: 'with_response=true' } : {}),
        ...response,
        deadlineMs: CALLBACK_DEADLINE_MS,
      } as const;
      const lost = async () => ({ resource: { message: shows ? await original(ref) : undefined } });
      const said = rest.asInteraction(call, (error, tries) => {
        // The try before this one had reached Discord, only its answer was lost.
        if (tries > 1 && verdictOn(error) === 'repeated') return lost();
        throw error;
      });
      const answer = await said.catch(async (error: unknown) => {
        if (!(error instanceof DiscordBusyError) || !(await isAcknowledged(ref))) throw error;
        return lost();
      });
      const { resource } = (answer ?? {}) as { readonly resource?: { readonly message?: { readonly id: string } } };
      return resource?.message?.id ?? null;
    },
    async followUp({ applicationId, token }, view) {
      const route = Routes.webhook(applicationId, token);
      await rest.asInteraction({ method: 'POST', route, ...messageOf(view, MessageFlags.Ephemeral) });
    },
  };
}

interface ReplyingMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly message_reference?: { readonly message_id?: string };
}

function channelCalls(rest: DiscordRest): ChannelCalls {
  return {
    async post(channelId, view, { nonceOf: about, replyTo }) {
      const { body, ...files } = messageOf(view);
      const sent = await rest.asBot({
        method: 'POST',
        route: Routes.channelMessages(channelId),
        body: {
          ...body,
          nonce: nonceOf([channelId, ...about]),
          enforce_nonce: true,
          ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
        },
        ...files,
      });
      return (sent as { id: string }).id;
    },
    async react(channelId, messageId, emoji) {
      const route = Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji));
      await rest.asBot({ method: 'PUT', route });
    },
    async startThread(channelId, messageId, name) {
      const route = Routes.threads(channelId, messageId);
      try {
        return ((await rest.asBot({ method: 'POST', route, body: { name } })) as { id: string }).id;
      } catch (error) {
        // A thread has the id of the message that it hangs on, whoever opened it.
        if (verdictOn(error) === 'thread-is-there') return messageId;
        throw error;
      }
    },
    async typing(channelId) {
      await rest.asBot({ method: 'POST', route: Routes.channelTyping(channelId) });
    },
    async remove(channelId, messageId) {
      try {
        await rest.asBot({ method: 'DELETE', route: Routes.channelMessage(channelId, messageId) });
        return null;
      } catch (error) {
        return refusedBy(error);
      }
    },
    async replyTo(channelId, messageId, author) {
      const query = `after=${messageId}&limit=100`;
      const found = await rest.asBot({ method: 'GET', route: Routes.channelMessages(channelId), query });
      return firstReply(found as readonly ReplyingMessage[], messageId, author);
    },
  };
}

function firstReply(messages: readonly ReplyingMessage[], to: string, author: string): string | null {
  const replies = messages
    .filter((one) => one.author.id === author && one.message_reference?.message_id === to)
    .map(({ id }) => id);
  return replies.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0] ?? null;
}
