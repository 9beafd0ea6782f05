/** Messages in discussions: which are for the bot is decided by `heardAs`, this acts on it. */
import type { Message } from 'discord.js';

import { type BotError, type Discussion, mayMemberSpend, type Settings, scopeOf } from '#domain';
import { OTHER_LOCALES } from '#texts';

import type { Edge } from '../contracts/services.ts';
import { notice } from '../contracts/view.ts';
import { acceptMessage, messageClaim } from '../interactions/accept.ts';
import { errorView } from '../interactions/error-view.ts';
import { type HeardFacts, heardAs } from './decision.ts';
import { createQueues } from './queues.ts';
import { createReplies, type Replies } from './replies.ts';
import { type Turn, takeTurn } from './turn.ts';
import { talkRequest, wantsSomething } from './wish.ts';

export interface Discussions {
  /**
   * Whether the message belonged to a discussion, so that nothing else need look at it. `isResumed`: an earlier run took it
   * up and did not get to answer.
   */
  heard(message: Message, isResumed?: boolean): Promise<boolean>;
}

export function createDiscussions(edge: Edge): Discussions {
  const { desk, discuss } = edge.services;
  const replies = createReplies(edge);
  const queues = createQueues();
  return {
    async heard(message, isResumed = false) {
      const address = addressOf(message);
      // Most messages of a server are none of the bot's business, and cost nothing.
      const { isDirect, mentionsBot, repliesToBot, isPerson } = address;
      if (!isDirect && !message.channel.isThread() && !mentionsBot && !repliesToBot) return false;
      const guild = scopeOf(message.guildId, message.author.id);
      const record = await discuss.get(guild, message.channelId);
      if (!record) return false;
      const { settings } = await desk.settings.get(guild);
      const turn = turnOf(message, guild, settings, edge);
      const { request, wordings } = turn;
      const verdict = heardAs({
        ...address,
        isOwnThread: record.isOwnThread,
        answersEveryMessage: settings.answersEveryMessage,
        people: isPerson
          ? await discuss.wrote({ guild, settings, discussion: message.channelId }, message.author.id)
          : 0,
        wantsSomething: wantsSomething(request, wordings),
      });
      // A text pasted into a direct message, or a link, may be for somebody else who listens there.
      if (!verdict.isForBot || (request.wants === 'nothing' && request.links.length === 0)) return record.isOwnThread;
      const work = () => answerTurn(turn, record, { isResumed, replies, edge });
      if (!(await queues.inOrder(`${guild}/${turn.discussion}`, work)))
        await replies.say(turn, notice(turn.wording.texts.discussBusy), 'busy');
      return true;
    },
  };
}

type Address = Pick<HeardFacts, 'isPerson' | 'hasContent' | 'isDirect' | 'mentionsBot' | 'repliesToBot'>;

function addressOf({ client, author, content, mentions, guildId, webhookId, system }: Message): Address {
  const me = client.user.id;
  return {
    isPerson: !author.bot && !webhookId && !system,
    hasContent: content.trim() !== '',
    isDirect: guildId === null,
    mentionsBot: mentions.users.has(me) && content.includes(me),
    repliesToBot: mentions.repliedUser?.id === me,
  };
}

function turnOf(message: Message, guild: string, settings: Settings, { speak, signal }: Edge): Turn {
  const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
  const wordings = [wording, speak(null), ...OTHER_LOCALES.map(speak)];
  return {
    guild,
    discussion: message.channelId,
    message: message.id,
    member: message.author.id,
    maySpend: mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]),
    settings,
    wording,
    wordings,
    request: talkRequest(message.content, wordings),
    signal,
  };
}

interface Answering {
  readonly isResumed: boolean;
  readonly replies: Replies;
  readonly edge: Edge;
}

async function answerTurn(turn: Turn, record: Discussion, { isResumed, replies, edge }: Answering): Promise<void> {
  const { services } = edge;
  const { guild, discussion, message, member, settings, wording } = turn;
  if (replies.isRefused(discussion)) return;
  const asked = {
    id: message,
    guild,
    name: 'discussion',
    member,
    settings,
    claim: messageClaim(edge, { id: message, guild, channel: discussion, member }),
    isResumed,
    waitsOutCoolDown: true,
    async acknowledge() {
      await services.delivery.typing(discussion);
      return true;
    },
    async run() {
      let part = 0;
      const refused = await takeTurn(turn, record, services, (view) => {
        part += 1;
        return replies.say(turn, view, String(part));
      });
      return refused ?? 'answered';
    },
    say: (error: BotError) => replies.say(turn, errorView(error, wording), 'error'),
  };
  await acceptMessage(asked, edge);
}

/** A thread or channel that was deleted; `null`: something else. Untrusted. */
export function goneChannel(packet: unknown): { readonly guild: string; readonly channel: string } | null {
  const { t: name, d: data } = packet as { readonly t?: unknown; readonly d?: Record<string, unknown> | null };
  if ((name !== 'THREAD_DELETE' && name !== 'CHANNEL_DELETE') || !data) return null;
  const { id, guild_id: guild } = data;
  return typeof id === 'string' && typeof guild === 'string' ? { guild, channel: id } : null;
}
