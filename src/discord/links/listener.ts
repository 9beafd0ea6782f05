/** Messages with links, as they come, change and go; the decision is `linksToBrief`, this acts on it. */
import {
  DiscordAPIError,
  type Message,
  type MessageReaction,
  type PartialMessage,
  type PartialMessageReaction,
  type PartialUser,
  type User,
} from 'discord.js';

import { canonicalAddress } from '#article';
import { type Clock, describeError, mayMemberSpend, modeOf, type PostedMessage, type Settings } from '#domain';
import type { Speak } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Services } from '../contracts/services.ts';
import type { Wire } from '../delivery/wire.ts';
import { acceptMessage } from '../interactions/accept.ts';
import { type LinkFacts, type LinkFinding, type LinkVerdict, linksOf, linksToBrief } from './links-to-brief.ts';
import { createMentions } from './mentions.ts';
import { hasRights, seenOf } from './message-facts.ts';
import { pointerView } from './offer-view.ts';
import { actOnLink, answerLink, type LinkPlace, OFFER_EMOJI, offeredUrls, reactionKey } from './offers.ts';
import { postClaim } from './post-claim.ts';
import { tellAdmins } from './tell-admins.ts';

export interface LinkListenerDependencies {
  readonly services: Services;
  readonly wire: Wire;
  readonly speak: Speak;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

export interface LinkListener {
  posted(message: Message): Promise<void>;
  /** A message meant for the bot that an earlier run took up; `shown`: what it said to it, perhaps not its last word. */
  resumed(message: Message, shown: string | null): Promise<void>;
  edited(before: Message | PartialMessage, after: Message | PartialMessage): Promise<void>;
  deleted(guildId: string | null, messageIds: readonly string[]): Promise<void>;
  reacted(reaction: MessageReaction | PartialMessageReaction, user: User | PartialUser): Promise<void>;
}

/** After Discord refused to let the bot write in a channel, it is left alone so long: refusals get the address banned. */
const REFUSED_PAUSE_MS = 60 * 60_000;
/** Longer than any answer is on its way. */
const GONE_REMEMBERED = 1000;
/** What every link begins with that may be briefed. */
const LINK = /https?:\/\//iu;
const NOTHING_KNOWN = { shownHere: new Map<string, string>(), isSpent: false } as const;
const REFUSALS = new Set<number | string>([10_003, 50_001, 50_013, 50_083, 160_005]);

export function createLinkListener(dependencies: LinkListenerDependencies): LinkListener {
  const { services, wire, speak, clock, log, signal } = dependencies;
  const { desk } = services;
  /** Work under way by source message. */
  const underWay = new Map<string, AbortController>();
  const refusedUntil = new Map<string, number>();
  /** Messages deleted lately: an answer that is on its way to one of them goes again when it arrives. */
  const gone = new Set<string>();
  const remember = (guild: string, post: Omit<PostedMessage, 'postedAt'>): void => {
    desk.posted
      .add(guild, { ...post, postedAt: clock() })
      .then(() => (gone.has(post.source ?? '') ? removeAnswers(guild, post.source ?? '') : undefined))
      .catch((error: unknown) => log({ level: 'error', event: 'not remembered', cause: describeError(error) }));
  };
  const offers = { wire, services, remember };
  const mentioned = createMentions({ ...dependencies, remember });

  async function removeAnswers(guild: string, source: string): Promise<void> {
    for (const post of await desk.posted.ofSource(guild, source)) {
      await wire.remove(post.channel, post.id);
      await desk.posted.forget(guild, post.id);
    }
  }

  function noteGone(id: string): void {
    gone.add(id);
    const [oldest] = gone;
    if (gone.size > GONE_REMEMBERED && oldest !== undefined) gone.delete(oldest);
  }

  async function consider(message: Message, editedAfterMs: number | null): Promise<void> {
    const { guildId } = message;
    // Most messages have none, and must cost nothing: not even a look at the settings, which other machines may hold.
    if (guildId === null || !LINK.test(message.content)) return;
    const { settings } = await desk.settings.get(guildId);
    const seen = seenOf(message, editedAfterMs);
    if (modeOf(settings, seen.modeChannel) === 'off') return;
    const place: LinkPlace = {
      guild: guildId,
      channelId: message.channelId,
      messageId: message.id,
      authorId: message.author.id,
    };
    const mayAct =
      (refusedUntil.get(place.channelId) ?? 0) < clock() && hasRights(message, modeOf(settings, seen.modeChannel));
    const findings = linksOf(seen, settings, mayAct);
    const isWorth = findings.some(({ do: what }) => what === 'look');
    const facts = isWorth ? await lookUp(findings, settings, place) : NOTHING_KNOWN;
    const isResting = isWorth && !(await enterChannel(settings, place));
    const verdicts = linksToBrief(findings, { ...facts, isResting });
    tell(message, verdicts);
    for (const verdict of verdicts) await act(verdict, message, settings, place);
  }

  async function lookUp(
    findings: readonly LinkFinding[],
    settings: Settings,
    { guild, channelId, authorId }: LinkPlace,
  ): Promise<Omit<LinkFacts, 'isResting'>> {
    const showing = new Map<string, string>();
    for (const found of findings) {
      const shown = found.do === 'look' && (await shownHere(guild, channelId, found.url));
      if (shown) showing.set(found.address, shown);
    }
    const remaining = await desk.allowance.remaining({ guild, member: authorId }, settings);
    return { shownHere: showing, isSpent: Math.min(remaining.guild, remaining.member) <= 0 };
  }

  /** `false`: the channel rests from the last offer. Else it rests from now on. */
  async function enterChannel({ coolDowns }: Settings, { guild, channelId, authorId }: LinkPlace): Promise<boolean> {
    const ofChannel = { coolDowns: { ...coolDowns, member: 0 } };
    return (await desk.coolDowns.enter({ guild, member: authorId }, ofChannel, channelId)) === null;
  }

  function tell(message: Message, verdicts: readonly LinkVerdict[]): void {
    for (const verdict of verdicts)
      log({
        level: 'debug',
        event: 'link',
        message: message.id,
        ...('reason' in verdict ? { reason: verdict.reason } : { do: verdict.do }),
      });
  }

  /** The message that shows this link's article in this channel, if one does. */
  async function shownHere(guild: string, channelId: string, url: string): Promise<string | null> {
    const kept = await services.kept.article({ guild, source: { kind: 'link', url } });
    if (!kept) return null;
    const posts = await desk.posted.ofArticle(guild, kept.id);
    return posts.find(({ channel, kind }) => channel === channelId && kind !== 'offer')?.id ?? null;
  }

  async function act(verdict: LinkVerdict, message: Message, settings: Settings, place: LinkPlace): Promise<void> {
    if (verdict.do === 'nothing') return;
    const post = {
      guild: place.guild,
      channel: place.channelId,
      about: `${place.messageId} ${canonicalAddress(verdict.url)}`,
      kind: 'link',
    };
    // The same message comes again after a reconnect, and an edit brings its links again.
    if ((await desk.outbox.begin(post)).state !== 'mine') return;
    const stop = underWay.get(place.messageId) ?? new AbortController();
    underWay.set(place.messageId, stop);
    const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
    try {
      if (verdict.do === 'point') await point(verdict.message, place, settings, wording.texts);
      else
        await actOnLink(
          {
            place,
            url: verdict.url,
            mode: verdict.mode,
            settings,
            wording,
            maySpend: mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]),
            signal: AbortSignal.any([stop.signal, signal]),
          },
          offers,
        );
      await desk.outbox.sent(post, place.messageId);
    } catch (error) {
      if (error instanceof DiscordAPIError && REFUSALS.has(error.code)) {
        refusedUntil.set(place.channelId, clock() + REFUSED_PAUSE_MS);
        const { guild } = message;
        // A thread has no mode of its own.
        const channel = services.facts.parentOf(place.guild, place.channelId);
        if (guild)
          await guarded('admins not told', () => tellAdmins({ guild, channel, settings }, services, wording.texts));
      }
      if (error instanceof DiscordBusyError) {
        // An offer that comes an hour late would only be noise; the same link may be offered again from then on.
        refusedUntil.set(place.channelId, clock() + error.retryAfterMs);
        await desk.outbox.release(post);
      }
      // Nobody asked, so nobody is told.
      log({ level: 'info', event: 'link left', message: place.messageId, cause: describeError(error) });
    } finally {
      underWay.delete(place.messageId);
    }
  }

  async function point(
    shown: string,
    place: LinkPlace,
    settings: Settings,
    texts: Parameters<typeof pointerView>[1],
  ): Promise<void> {
    // A reaction is all the noise that the admins of this channel want.
    if (modeOf(settings, place.channelId) === 'reaction') return;
    const id = await wire.post(place.channelId, pointerView(`${place.guild}/${place.channelId}/${shown}`, texts), {
      nonceOf: ['pointer', place.messageId, shown],
      replyTo: place.messageId,
    });
    const post = await desk.posted.byId(place.guild, shown);
    if (post) remember(place.guild, { ...post, id, kind: 'offer', source: place.messageId });
  }

  async function takeUp(reaction: MessageReaction | PartialMessageReaction, user: User | PartialUser): Promise<void> {
    const { message } = reaction;
    const { guildId, channelId } = message;
    if (user.bot || reaction.emoji.name !== OFFER_EMOJI || guildId === null) return;
    const urls = offeredUrls(await services.controls.get(guildId, reactionKey(message.id)));
    if (urls.length === 0) return;
    const { settings } = await desk.settings.get(guildId);
    const roles = [...(message.guild?.members.cache.get(user.id)?.roles.cache.keys() ?? [])];
    if (!mayMemberSpend(settings, roles)) return;
    const place = { guild: guildId, channelId, messageId: message.id, authorId: user.id };
    const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
    const post = { guild: guildId, channel: channelId, about: message.id, kind: 'reaction' };
    const asked = {
      id: message.id,
      guild: guildId,
      name: 'reaction',
      member: user.id,
      settings,
      claim: postClaim(desk.outbox, post, message.id),
      isResumed: false,
      // Nothing could be said to whoever reacted.
      waits: true,
      say: async () => undefined,
      async acknowledge() {
        await wire.typing(channelId).catch(() => undefined);
        return true;
      },
      run: () =>
        stoppedWith(message.id, async (stopped) => {
          const request = { place, settings, wording, maySpend: true, signal: stopped };
          for (const url of urls)
            await answerLink({ ...request, url }, offers, { channelId, owner: user.id, userId: user.id });
          return 'answered';
        }),
    };
    await acceptMessage(asked, dependencies);
  }

  /** The work on a message ends when somebody deletes it. */
  async function stoppedWith<Result>(
    message: string,
    work: (stopped: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const stop = underWay.get(message) ?? new AbortController();
    underWay.set(message, stop);
    try {
      return await work(AbortSignal.any([stop.signal, signal]));
    } finally {
      underWay.delete(message);
    }
  }

  /** One guard: an event that fails is written down, and the next is served. */
  async function guarded(event: string, run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      log({ level: 'error', event, cause: describeError(error) });
    }
  }

  return {
    posted: (message) =>
      guarded('message', async () => {
        if (mentioned.isAddressed(message)) await mentioned.answer(message);
        else await consider(message, null);
      }),
    resumed: (message, shown) => guarded('message', () => mentioned.goOn(message, shown)),
    edited: (_before, after) =>
      guarded('edit', async () => {
        // Discord adds the preview of a link as an update without a time of editing.
        if (after.partial || after.editedTimestamp === null || after.author.id === after.client.user.id) return;
        await consider(after, after.editedTimestamp - after.createdTimestamp);
      }),
    deleted: (guildId, messageIds) =>
      guarded('deletion', async () => {
        if (guildId === null) return;
        for (const id of messageIds) {
          noteGone(id);
          underWay.get(id)?.abort();
          await removeAnswers(guildId, id);
        }
      }),
    reacted: (reaction, user) => guarded('reaction', () => takeUp(reaction, user)),
  };
}
