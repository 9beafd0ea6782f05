/** A reaction beside the bot's own under a posted link asks for the answers to its links. */
import type { MessageReaction, PartialMessageReaction, PartialUser, User } from 'discord.js';

import { mayMemberSpend } from '#domain';

import type { Edge } from '../contracts/services.ts';
import { acceptMessage } from '../interactions/accept.ts';
import { answerLink, OFFER_EMOJI, offeredUrls, reactionKey } from './offers.ts';
import { postClaim } from './post-claim.ts';
import type { Stops } from './stops.ts';

export async function answerReaction(
  { message, emoji }: MessageReaction | PartialMessageReaction,
  user: User | PartialUser,
  stops: Stops,
  edge: Edge,
): Promise<void> {
  const { services, speak } = edge;
  const { desk, controls, delivery } = services;
  const { id, guildId: guild, channelId } = message;
  if (user.bot || emoji.name !== OFFER_EMOJI || guild === null) return;
  const urls = offeredUrls(await controls.get(guild, reactionKey(id)));
  if (urls.length === 0) return;
  const { settings } = await desk.settings.get(guild);
  const roles = [...(message.guild?.members.cache.get(user.id)?.roles.cache.keys() ?? [])];
  if (!mayMemberSpend(settings, roles)) return;
  const place = { guild, channelId, messageId: id, authorId: user.id };
  const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
  const asked = {
    id,
    guild,
    name: 'reaction',
    member: user.id,
    settings,
    claim: postClaim(desk.outbox, { guild, channel: channelId, about: id, kind: 'reaction' }, id),
    isResumed: false,
    // Nothing can be said to whoever reacted.
    waitsOutCoolDown: true,
    say: async () => undefined,
    async acknowledge() {
      await delivery.typing(channelId);
      return true;
    },
    run: () =>
      stops.run(id, async (signal) => {
        const answers = { channelId, owner: user.id, userId: user.id };
        for (const url of urls) {
          const request = { place, url, settings, wording, maySpend: true, signal };
          const refused = await answerLink(request, services, answers);
          if (refused) return refused;
        }
        return 'answered';
      }),
  };
  await acceptMessage(asked, edge);
}
