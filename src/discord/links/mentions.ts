/** Messages that are meant for the bot: a mention of it with a link, and everything in a direct message. */
import type { Message } from 'discord.js';

import { BotError, mayMemberSpend, type PostedMessage, scopeOf } from '#domain';

import { writeAnswer } from '../answering.ts';
import type { TargetMessage } from '../command.ts';
import { createPost } from '../post.ts';
import { toBotError } from '../serve.ts';
import type { AskedSource } from '../sources.ts';
import { errorView } from '../views/error.ts';
import type { LinkListenerDependencies } from './listener.ts';

interface MentionDependencies extends LinkListenerDependencies {
  readonly remember: (guild: string, post: Omit<PostedMessage, 'postedAt' | 'items'>) => void;
}

export function createMentions({ services, wire, speak, clock, signal, remember, log }: MentionDependencies) {
  return {
    /** Nobody but a person is answered, or two bots would talk for ever. */
    isAddressed(message: Message): boolean {
      if (message.author.bot || message.webhookId || message.system) return false;
      if (message.guildId === null) return true;
      const me = message.client.user.id;
      return new RegExp(`<@!?${me}>`, 'u').test(message.content) && /https?:\/\//iu.test(message.content);
    },

    async answer(message: Message, sourceOf: (target: TargetMessage) => AskedSource): Promise<void> {
      const guild = scopeOf(message.guildId, message.author.id);
      const { settings } = await services.desk.settings.get(guild);
      const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
      const answer = createPost(
        wire,
        { guild, channelId: message.channelId, replyTo: message.id, nonceOf: ['mention', message.id] },
        (id, about) => {
          const post = { ...about, id, channel: message.channelId, member: message.author.id, source: message.id };
          if (message.guildId !== null) remember(guild, post);
        },
      );
      try {
        const refusal = await services.desk.coolDowns.enter({ guild, member: message.author.id }, settings);
        if (refusal)
          throw new BotError('cool-down', {
            of: refusal.of,
            retryAfterSeconds: Math.max(1, Math.ceil((refusal.freesAt - clock()) / 1000)),
          });
        const files = message.attachments.map(({ name, url, size, contentType }) => ({ name, url, size, contentType }));
        await writeAnswer(
          {
            guild,
            userId: message.author.id,
            settings,
            maySpend: mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]),
            services,
            signal,
            answer,
            wording,
            isPrivate: false,
          },
          {
            source: sourceOf({ id: message.id, content: message.content, files }),
            kind: 'summary',
            length: null,
            language: null,
            speaker: null,
            issue: null,
          },
        );
      } catch (error) {
        const known = toBotError(error);
        log({ level: 'info', event: 'mention', outcome: known.code, message: message.id });
        await answer.show(errorView(known, wording));
      }
    },
  };
}
