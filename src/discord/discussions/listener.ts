/** Messages in discussions: which are for the bot is decided by `heardAs`, this acts on it. */
import { setTimeout as pause } from 'node:timers/promises';

import type { Message } from 'discord.js';

import { type Clock, type Discussion, describeError, mayMemberSpend, scopeOf } from '#domain';
import type { Refusal, Speak } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Services } from '../contracts/services.ts';
import { type MessageView, notice } from '../contracts/view.ts';
import { enterCoolDown, WAITED_OUT_MS } from '../interactions/cool-down.ts';
import { errorView } from '../interactions/error-view.ts';
import { closeWhenPossible, throughOutages } from '../interactions/outages.ts';
import { toBotError } from '../interactions/serve.ts';
import { heardAs } from './decision.ts';
import { type Turn, takeTurn } from './turn.ts';
import { talkRequest, wantsSomething } from './wish.ts';

export interface TalkDependencies {
  readonly services: Services;
  readonly speak: Speak;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

export interface Talk {
  /**
   * Whether the message belonged to a discussion, so that nothing else need look at it. `isResumed`: an earlier run took it
   * up and did not get to answer. Never rejects.
   */
  heard(message: Message, isResumed?: boolean): Promise<boolean>;
  /** What the gateway says as it comes: of threads that are not in the cache discord.js tells nobody. Never rejects. */
  told(packet: unknown): Promise<void>;
}

/** Questions of one discussion that may wait for their turn. */
const MOST_WAITING = 5;
/** Discord's own pauses are shorter, but for bans; an answer to a question of long ago only puzzles. */
const LONGEST_BUSY_MS = 10 * 60_000;
/** After Discord said that the bot may not write there, it is left alone so long: refusals get the address banned. */
const REFUSED_PAUSE_MS = 3_600_000;

export function createTalk(dependencies: TalkDependencies): Talk {
  const { services, speak, clock, log, signal } = dependencies;
  const { desk, discuss, delivery } = services;
  /** The last question of each discussion, and how many wait. */
  const queues = new Map<string, { last: Promise<void>; waiting: number }>();
  const refusedUntil = new Map<string, number>();

  async function heard(message: Message, isResumed: boolean): Promise<boolean> {
    const guild = scopeOf(message.guildId, message.author.id);
    const me = message.client.user.id;
    const mentionsBot = message.mentions.users.has(me) && message.content.includes(me);
    const repliesToBot = message.mentions.repliedUser?.id === me;
    const isDirect = message.guildId === null;
    const isThread = message.channel.isThread();
    // Most messages of a server are none of the bot's business, and cost nothing.
    if (!isDirect && !isThread && !mentionsBot && !repliesToBot) return false;
    const record = await discuss.get(guild, message.channelId);
    if (!record) return false;
    const { settings } = await desk.settings.get(guild);
    const isPerson = !message.author.bot && !message.webhookId && !message.system;
    const people = isPerson ? await discuss.wrote(guild, message.channelId, message.author.id) : 0;
    const everybodys = speak(settings.language ?? message.guild?.preferredLocale ?? null);
    const wordings = [everybodys, speak('en'), speak('de')];
    const request = talkRequest(message.content, wordings);
    const verdict = heardAs({
      isPerson,
      hasContent: message.content.trim() !== '',
      isDirect,
      mentionsBot,
      repliesToBot,
      isOwnThread: record.isOwnThread,
      answersEveryMessage: settings.answersEveryMessage,
      people,
      wantsSomething: wantsSomething(request, wordings),
    });
    // A text pasted into a direct message, or a link, may be for somebody else who listens there.
    if (!verdict.isForBot || (request.wants === 'nothing' && request.links.length === 0)) return record.isOwnThread;
    const roles = [...(message.member?.roles.cache.keys() ?? [])];
    const turn: Turn = {
      guild,
      discussion: message.channelId,
      message: message.id,
      member: message.author.id,
      maySpend: mayMemberSpend(settings, roles),
      settings,
      wording: everybodys,
      wordings,
      request,
      signal,
    };
    await inOrder(turn, () => answerTurn(turn, record, isResumed));
    return true;
  }

  /** One after the other, so that an answer knows what was said before it. */
  async function inOrder(turn: Turn, work: () => Promise<void>): Promise<void> {
    const key = `${turn.guild}/${turn.discussion}`;
    const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    queues.set(key, queue);
    if (queue.waiting >= MOST_WAITING) {
      await say(turn, notice(turn.wording.texts.discussBusy), 'busy');
      return;
    }
    queue.waiting += 1;
    queue.last = queue.last.then(work);
    await queue.last;
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(key);
  }

  async function answerTurn(turn: Turn, record: Discussion, isResumed: boolean): Promise<void> {
    const startedAt = performance.now();
    const outcome = await outcomeOf(turn, record, isResumed);
    const durationMs = Math.round(performance.now() - startedAt);
    log({ message: turn.message, command: 'discussion', guild: turn.guild, outcome, durationMs });
  }

  async function outcomeOf(turn: Turn, record: Discussion, isResumed: boolean): Promise<string> {
    const { guild, discussion, message, wording } = turn;
    if ((refusedUntil.get(discussion) ?? 0) > clock()) return 'closed';
    const entry = { guild, id: message };
    try {
      // The gateway may send an event again: it is the same question.
      if (!isResumed && !(await desk.inbox.record(acceptedOf(turn)))) return 'repeated';
      await delivery.typing(discussion);
      await enterCoolDown({ ...turn, userId: turn.member, services }, clock, WAITED_OUT_MS);
      const refused = await throughOutages(() => {
        let part = 0;
        return takeTurn(turn, record, services, async (view) => {
          part += 1;
          return say(turn, view, String(part));
        });
      }, signal);
      await closeWhenPossible(desk.inbox, entry, signal);
      return refused ?? 'answered';
    } catch (error) {
      if (signal.aborted) return 'left';
      const known = toBotError(error);
      if (known.code === 'internal') log({ level: 'error', reference: known.facts, cause: describeError(error) });
      await say(turn, errorView(known, wording), 'error').catch(() => null);
      await closeWhenPossible(desk.inbox, entry, signal);
      return known.code;
    }
  }

  /** By the table: what is gone is forgotten, what is closed is left alone for a while, and nothing is said of either. */
  async function say(turn: Turn, view: MessageView, part: string): Promise<Refusal | null> {
    const { guild, discussion, message, member } = turn;
    const nonceOf = ['turn', message, part];
    const spot = { guild, channel: discussion, replyTo: message, nonceOf, member, source: message };
    const place = delivery.at(spot);
    await patiently(() => place.show(view));
    const { refused } = place;
    if (refused === 'gone') await discuss.end(guild, discussion);
    else if (refused !== null) refusedUntil.set(discussion, clock() + REFUSED_PAUSE_MS);
    return refused;
  }

  /** Somebody waits for this answer, and those behind it in the discussion would meet the same. */
  async function patiently<Result>(post: () => Promise<Result>): Promise<Result> {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof DiscordBusyError) || error.retryAfterMs > LONGEST_BUSY_MS || signal.aborted) throw error;
      await pause(error.retryAfterMs, undefined, { ref: false });
      return patiently(post);
    }
  }

  return {
    async heard(message, isResumed = false) {
      try {
        return await heard(message, isResumed);
      } catch (error) {
        log({ level: 'error', event: 'not heard', cause: describeError(error) });
        return false;
      }
    },
    async told(packet) {
      const gone = goneChannel(packet);
      if (!gone) return;
      try {
        await discuss.end(gone.guild, gone.channel);
      } catch (error) {
        log({ level: 'error', event: 'discussion not deleted', cause: describeError(error) });
      }
    },
  };
}

function acceptedOf({ guild, discussion, message, member }: Turn) {
  const request = JSON.stringify({ discussion });
  const place = { id: message, guild, channel: discussion, member };
  return { ...place, kind: 'message' as const, isPrivate: false, mayPost: true, answer: null, request };
}

/** A thread or channel that was deleted; `null`: something else. Untrusted. */
function goneChannel(packet: unknown): { readonly guild: string; readonly channel: string } | null {
  const { t: name, d: data } = packet as { readonly t?: unknown; readonly d?: Record<string, unknown> | null };
  if ((name !== 'THREAD_DELETE' && name !== 'CHANNEL_DELETE') || !data) return null;
  const { id, guild_id: guild } = data;
  return typeof id === 'string' && typeof guild === 'string' ? { guild, channel: id } : null;
}
