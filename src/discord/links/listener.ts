/** Messages with links, as they come, change and go; the decision is `linksToBrief`, this acts on it. */
import type { Message, MessageReaction, PartialMessage, PartialMessageReaction, PartialUser, User } from 'discord.js';

import { canonicalAddress } from '#article';
import { describeError, mayMemberSpend, modeOf, type Settings } from '#domain';
import type { Refusal, Texts } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import { enterCoolDown, WAITED_OUT_MS } from '../interactions/cool-down.ts';
import { type LinkVerdict, linksToBrief, type SeenMessage } from './links-to-brief.ts';
import { createMentions, type LinkListenerDependencies } from './mentions.ts';
import { hasRights, seenOf } from './message-facts.ts';
import { pointerView } from './offer-view.ts';
import { actOnLink, answerLink, type LinkPlace, OFFER_EMOJI, offeredUrls, reactionKey } from './offers.ts';
import { tellAdmins } from './tell-admins.ts';

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
/** What every link begins with that may be briefed. */
const LINK = /https?:\/\//iu;

export function createLinkListener(dependencies: LinkListenerDependencies): LinkListener {
  const { services, speak, clock, log, signal } = dependencies;
  const { desk, delivery } = services;
  /** Work under way by source message. */
  const underWay = new Map<string, AbortController>();
  const refusedUntil = new Map<string, number>();
  const mentioned = createMentions(dependencies);

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
    const verdicts = await decide(message, seen, settings, place);
    for (const verdict of verdicts) await act(verdict, message, settings, place);
  }

  async function decide(
    message: Message,
    seen: SeenMessage,
    settings: Settings,
    { guild, channelId }: LinkPlace,
  ): Promise<readonly LinkVerdict[]> {
    const mayAct =
      (refusedUntil.get(channelId) ?? 0) < clock() &&
      hasRights(message, modeOf(settings, seen.modeChannel), services.facts);
    const facts = {
      handled: new Set<string>(),
      shownHere: new Map<string, string>(),
      isResting: false,
      isSpent: false,
      mayAct,
    };
    const first = linksToBrief(seen, settings, facts);
    const wanted = first.filter(({ do: what }) => what === 'offer');
    if (wanted.length === 0) return told(message, first);
    for (const { url } of wanted) {
      const shown = await shownHere(guild, channelId, url);
      if (shown) facts.shownHere.set(canonicalAddress(url), shown);
    }
    const spender = { guild, member: message.author.id };
    const remaining = await desk.allowance.remaining(spender, settings);
    facts.isSpent = Math.min(remaining.guild, remaining.member) <= 0;
    facts.isResting =
      (await desk.coolDowns.enter(spender, { coolDowns: { ...settings.coolDowns, member: 0 } }, channelId)) !== null;
    return told(message, linksToBrief(seen, settings, facts));
  }

  function told(message: Message, verdicts: readonly LinkVerdict[]): readonly LinkVerdict[] {
    for (const verdict of verdicts)
      log({
        level: 'debug',
        event: 'link',
        message: message.id,
        ...('reason' in verdict ? { reason: verdict.reason } : { do: verdict.do }),
      });
    return verdicts;
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
      const refused =
        verdict.do === 'point'
          ? await point(verdict.message, place, settings, wording.texts)
          : await actOnLink(
              {
                place,
                url: verdict.url,
                mode: verdict.mode,
                settings,
                wording,
                maySpend: mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]),
                signal: AbortSignal.any([stop.signal, signal]),
              },
              services,
            );
      if (refused === null) await desk.outbox.sent(post, place.messageId);
      else log({ level: 'info', event: 'link left', message: place.messageId, refused });
      if (refused === 'gone' || refused === 'closed') {
        refusedUntil.set(place.channelId, clock() + REFUSED_PAUSE_MS);
        const { guild } = message;
        // A thread has no mode of its own.
        const channel = services.facts.parentOf(place.guild, place.channelId);
        if (guild)
          await guarded('admins not told', () => tellAdmins({ guild, channel, settings }, services, wording.texts));
      }
    } catch (error) {
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

  async function point(shown: string, place: LinkPlace, settings: Settings, texts: Texts): Promise<Refusal | null> {
    const { guild, channelId: channel, messageId, authorId } = place;
    // A reaction is all the noise that the admins of this channel want.
    if (modeOf(settings, channel) === 'reaction') return null;
    const to = await desk.posted.byId(guild, shown);
    if (!to) return null;
    const nonceOf = ['pointer', messageId, shown];
    const pointer = delivery.at({ guild, channel, replyTo: messageId, nonceOf, member: authorId, source: messageId });
    await pointer.show(pointerView(guild, to, texts));
    return pointer.refused;
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
    const post = {
      guild: guildId,
      channel: channelId,
      about: message.id,
      kind: 'reaction',
    };
    if ((await desk.outbox.begin(post)).state !== 'mine') return;
    const stop = new AbortController();
    underWay.set(message.id, stop);
    try {
      await delivery.typing(channelId);
      // Nothing could be said to whoever reacted, so a short pause is waited out.
      await enterCoolDown({ guild: guildId, userId: user.id, settings, services, signal }, clock, WAITED_OUT_MS);
      const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
      const place = { guild: guildId, channelId, messageId: message.id, authorId: user.id };
      const stopped = AbortSignal.any([stop.signal, signal]);
      let refused: Refusal | null = null;
      for (const url of urls)
        refused ??= await answerLink({ place, url, settings, wording, maySpend: true, signal: stopped }, services, {
          channelId,
          owner: user.id,
          userId: user.id,
        });
      if (refused === null) await desk.outbox.sent(post, message.id);
      else await desk.outbox.release(post);
    } catch (error) {
      await desk.outbox.release(post);
      throw error;
    } finally {
      underWay.delete(message.id);
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
          underWay.get(id)?.abort();
          await delivery.removeAnswers(guildId, id);
        }
      }),
    reacted: (reaction, user) => guarded('reaction', () => takeUp(reaction, user)),
  };
}
