/** Messages that are meant for the bot: a mention of it with a link, and everything in a direct message. */
import type { Message } from 'discord.js';

import { type AcceptedRequest, type Clock, describeError, mayMemberSpend, type Settings, scopeOf } from '#domain';
import type { Speak, Wording } from '#texts';

import { showBriefing } from '../briefings/show.ts';
import { sourceOfMessage } from '../briefings/sources.ts';
import type { Place } from '../contracts/delivery.ts';
import type { Services } from '../contracts/services.ts';
import { enterCoolDown } from '../interactions/cool-down.ts';
import { errorView } from '../interactions/error-view.ts';
import { closeWhenPossible, throughOutages } from '../interactions/outages.ts';
import { toBotError } from '../interactions/serve.ts';

export interface LinkListenerDependencies {
  readonly services: Services;
  readonly speak: Speak;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

/** What is known before anything is done about it. */
interface Mention {
  readonly guild: string;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly answer: Place;
}

export interface Mentions {
  /** Nobody but a person is answered, or two bots would talk for ever. */
  isAddressed(message: Message): boolean;
  answer(message: Message): Promise<void>;
  /** After a restart; `shown`: the bot's message under it, which may not have been its last word. */
  goOn(message: Message, shown: string | null): Promise<void>;
}

export function createMentions(dependencies: LinkListenerDependencies): Mentions {
  const { services, speak, clock, signal, log } = dependencies;
  const { desk } = services;

  async function mentionOf(message: Message, shown: string | null): Promise<Mention> {
    const guild = scopeOf(message.guildId, message.author.id);
    const { settings } = await desk.settings.get(guild);
    const answer = services.delivery.at({
      guild,
      channel: message.channelId,
      replyTo: message.id,
      nonceOf: ['mention', message.id],
      member: message.author.id,
      source: message.id,
      shown,
    });
    return { guild, settings, answer, wording: speak(settings.language ?? message.guild?.preferredLocale ?? null) };
  }

  async function write(message: Message, { guild, settings, wording, answer }: Mention): Promise<void> {
    const files = message.attachments.map(({ name, url, size, contentType }) => ({ name, url, size, contentType }));
    const maySpend = mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]);
    const userId = message.author.id;
    await showBriefing(
      { guild, userId, settings, maySpend, services, signal, place: answer, wording, isPrivate: false },
      {
        source: sourceOfMessage({ id: message.id, content: message.content, files }),
        kind: 'summary',
        length: null,
        language: null,
        speaker: null,
        issue: null,
      },
    );
  }

  /** Stopped in mid-work it stays in the inbox. */
  async function closing(message: Message, mention: Mention, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      const known = toBotError(error);
      if (known.code === 'internal') log({ level: 'error', reference: known.facts, cause: describeError(error) });
      log({ level: 'info', event: 'mention', outcome: known.code, message: message.id });
      await mention.answer.show(errorView(known, mention.wording));
    }
    await closeWhenPossible(desk.inbox, { guild: mention.guild, id: message.id }, signal);
  }

  return {
    isAddressed(message) {
      if (message.author.bot || message.webhookId || message.system) return false;
      if (message.guildId === null) return true;
      const me = message.client.user.id;
      return new RegExp(`<@!?${me}>`, 'u').test(message.content) && /https?:\/\//iu.test(message.content);
    },
    async answer(message) {
      const mention = await mentionOf(message, null);
      await closing(message, mention, async () => {
        // The gateway may send an event again: it is the same message.
        if (!(await desk.inbox.record(acceptedOf(message, mention.guild)))) return;
        await enterCoolDown({ ...mention, userId: message.author.id, services, signal }, clock);
        await throughOutages(() => write(message, mention), signal);
      });
    },
    async goOn(message, shown) {
      const mention = await mentionOf(message, shown);
      const isAnswered = shown !== null && (await desk.posted.byId(mention.guild, shown)) !== undefined;
      await closing(message, mention, async () => {
        if (!isAnswered) await throughOutages(() => write(message, mention), signal);
      });
    },
  };
}

function acceptedOf({ id, channelId, author }: Message, guild: string): AcceptedRequest {
  const place = { id, guild, channel: channelId, member: author.id };
  return { ...place, kind: 'message', isPrivate: false, mayPost: true, answer: null, request: '{}' };
}
