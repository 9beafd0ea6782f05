/** Messages and threads of the bot in channels, beside the answers to interactions. */
import { DiscordAPIError, Routes } from 'discord.js';

import type { Refusal } from '#texts';

import type { MessageView } from '../contracts/view.ts';
import { label } from './escape.ts';
import { LIMITS } from './limits.ts';
import { refusalOf } from './refusals.ts';
import { statesOf } from './render.ts';
import type { Wire } from './wire.ts';

export interface PostOptions {
  /** What it is about: the same thing is not posted twice. */
  readonly nonceOf: readonly string[];
  readonly replyTo?: string;
}

export interface Rooms {
  /** ms since the epoch. */
  now(): number;
  /** Gives the message's id. */
  post(guild: string, channel: string, view: MessageView, options: PostOptions): Promise<string | { refused: Refusal }>;
  /** `failed`: not this time. */
  edit(guild: string, channel: string, message: string, view: MessageView): Promise<'done' | 'gone' | 'failed'>;
  /** A thread that hangs on one of the bot's messages; one that is there already counts. Gives its id. */
  openThread(channel: string, message: string, name: string): Promise<string | { refused: Refusal }>;
  /** "Verbatim is typing"; nobody minds when it is not shown. */
  typing(channel: string): Promise<void>;
}

export function createRooms(wire: Wire): Rooms {
  async function post(
    guild: string,
    channel: string,
    view: MessageView,
    options: PostOptions,
  ): Promise<string | { refused: Refusal }> {
    await wire.keep(guild, statesOf(view.controls));
    try {
      return await wire.post(channel, view, options);
    } catch (error) {
      const refused = refusedBy(error);
      // Without "Read Message History" a reply is refused, and a plain message is not.
      if (options.replyTo && (refused === 'closed' || refused === 'unlinked')) {
        const { replyTo: _replyTo, ...alone } = options;
        return post(guild, channel, view, alone);
      }
      return { refused };
    }
  }

  return {
    now: wire.clock,
    post,
    async edit(guild, channel, message, view) {
      try {
        await wire.keep(guild, statesOf(view.controls));
        await wire.patch(Routes.channelMessage(channel, message), view);
        return 'done';
      } catch (error) {
        return error instanceof DiscordAPIError && refusalOf(error.code) === 'gone' ? 'gone' : 'failed';
      }
    },
    async openThread(channel, message, name) {
      try {
        return await wire.startThread(channel, message, label(name, LIMITS.threadName));
      } catch (error) {
        return { refused: refusedBy(error) };
      }
    },
    async typing(channel) {
      try {
        await wire.typing(channel);
      } catch {
        // Only a courtesy.
      }
    },
  };
}

/** @throws what the table does not know */
function refusedBy(error: unknown): Refusal {
  const refusal = error instanceof DiscordAPIError ? refusalOf(error.code) : null;
  if (!refusal) throw error;
  return refusal;
}
