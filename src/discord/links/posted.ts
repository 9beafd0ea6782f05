/** Messages with links that nobody asked about; what to do is decided by `linksToBrief`, this looks up and acts. */
import type { Message, PartialMessage } from 'discord.js';

import { canonicalAddress } from '#article';
import { describeError, mayMemberSpend, modeOf, type Settings } from '#domain';
import type { Refusal, Texts } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Edge, Services } from '../contracts/services.ts';
import { type LinkFacts, type LinkFinding, type LinkVerdict, linksOf, linksToBrief } from './links-to-brief.ts';
import { hasRights, seenOf } from './message-facts.ts';
import { pointerView } from './offer-view.ts';
import { actOnLink, type LinkPlace } from './offers.ts';
import { postClaim } from './post-claim.ts';
import type { Stops } from './stops.ts';
import { tellAdmins } from './tell-admins.ts';

export interface PostedLinks {
  posted(message: Message): Promise<void>;
  edited(message: Message | PartialMessage): Promise<void>;
}

/** After Discord refused to let the bot write in a channel, it is left alone so long: refusals get the address banned. */
const REFUSED_PAUSE_MS = 60 * 60_000;
/** What every link begins with that may be briefed. */
const LINK = /https?:\/\//iu;
const NOTHING_KNOWN = { shownHere: new Map<string, string>(), isSpent: false } as const;

export function createPostedLinks(edge: Edge, stops: Stops): PostedLinks {
  const { services, clock, log } = edge;
  const refusedUntil = new Map<string, number>();

  async function consider(message: Message, editedAfterMs: number | null): Promise<void> {
    const { guildId, channelId } = message;
    // Most messages have none, and must cost nothing: not even a look at the settings, which other machines may hold.
    if (guildId === null || !LINK.test(message.content)) return;
    const { settings } = await services.desk.settings.get(guildId);
    const seen = seenOf(message, editedAfterMs);
    const mode = modeOf(settings, seen.modeChannel);
    if (mode === 'off') return;
    const place: LinkPlace = { guild: guildId, channelId, messageId: message.id, authorId: message.author.id };
    const mayAct = (refusedUntil.get(channelId) ?? 0) < clock() && hasRights(message, mode, services.facts);
    const findings = linksOf(seen, settings, mayAct);
    const isWorth = findings.some(({ do: what }) => what === 'look');
    const facts = isWorth ? await lookUp(findings, settings, place, edge) : NOTHING_KNOWN;
    const isResting = isWorth && !(await enterChannel(settings, place, edge));
    for (const verdict of linksToBrief(findings, { ...facts, isResting })) {
      const { do: what } = verdict;
      log({
        level: 'debug',
        event: 'link',
        message: message.id,
        ...(what === 'nothing' ? { reason: verdict.reason } : { do: what }),
      });
      if (what !== 'nothing') await act(verdict, { message, settings, place });
    }
  }

  async function act(verdict: Wanted, found: Found): Promise<void> {
    const { guild, channelId: channel, messageId } = found.place;
    const post = { guild, channel, about: `${messageId} ${canonicalAddress(verdict.url)}`, kind: 'link' };
    const claim = postClaim(services.desk.outbox, post, messageId);
    // The same message comes again after a reconnect, and an edit brings its links again.
    if (!(await claim.take())) return;
    try {
      const refused = await stops.run(messageId, (signal) => actOn(verdict, found, signal, edge));
      if (refused === null) await claim.done();
      else log({ level: 'info', event: 'link left', message: messageId, refused });
      if (refused === 'gone' || refused === 'closed') {
        refusedUntil.set(channel, clock() + REFUSED_PAUSE_MS);
        await tellOfRefusal(found, edge);
      }
    } catch (error) {
      if (error instanceof DiscordBusyError) {
        // An offer that comes an hour late would only be noise; the same link may be offered again from then on.
        refusedUntil.set(channel, clock() + error.retryAfterMs);
        await claim.failed();
      }
      // Nobody asked, so nobody is told.
      log({ level: 'info', event: 'link left', message: messageId, cause: describeError(error) });
    }
  }

  return {
    posted: (message) => consider(message, null),
    async edited(message) {
      // Discord adds the preview of a link as an update without a time of editing.
      if (message.partial || message.editedTimestamp === null || message.author.id === message.client.user.id) return;
      await consider(message, message.editedTimestamp - message.createdTimestamp);
    },
  };
}

type Wanted = Exclude<LinkVerdict, { readonly do: 'nothing' }>;

interface Found {
  readonly message: Message;
  readonly settings: Settings;
  readonly place: LinkPlace;
}

async function lookUp(
  findings: readonly LinkFinding[],
  settings: Settings,
  { guild, channelId, authorId }: LinkPlace,
  { services }: Edge,
): Promise<Omit<LinkFacts, 'isResting'>> {
  const showing = new Map<string, string>();
  for (const found of findings) {
    if (found.do !== 'look') continue;
    const kept = await services.kept.article({ guild, source: { kind: 'link', url: found.url } });
    const posts = kept ? await services.desk.posted.ofArticle(guild, kept.id) : [];
    const shown = posts.find(({ channel, kind }) => channel === channelId && kind !== 'offer');
    if (shown) showing.set(found.address, shown.id);
  }
  const remaining = await services.desk.allowance.remaining({ guild, member: authorId }, settings);
  return { shownHere: showing, isSpent: Math.min(remaining.guild, remaining.member) <= 0 };
}

/** `false`: the channel rests from the last offer. Else it rests from now on. */
async function enterChannel(
  { coolDowns }: Settings,
  { guild, channelId, authorId }: LinkPlace,
  { services }: Edge,
): Promise<boolean> {
  const ofChannel = { coolDowns: { ...coolDowns, member: 0 } };
  return (await services.desk.coolDowns.enter({ guild, member: authorId }, ofChannel, channelId)) === null;
}

/** Gives Discord's refusal of the channel. @throws as `actOnLink` */
async function actOn(
  verdict: Wanted,
  { message, settings, place }: Found,
  signal: AbortSignal,
  { services, speak }: Edge,
): Promise<Refusal | null> {
  const wording = speak(settings.language ?? message.guild?.preferredLocale ?? null);
  if (verdict.do === 'point') return point(verdict.message, place, settings, wording.texts, services);
  const maySpend = mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]);
  return actOnLink({ place, url: verdict.url, mode: verdict.mode, settings, wording, maySpend, signal }, services);
}

async function point(
  shown: string,
  { guild, channelId: channel, messageId, authorId }: LinkPlace,
  settings: Settings,
  texts: Texts,
  { desk, delivery }: Services,
): Promise<Refusal | null> {
  // A reaction is all the noise that the admins of this channel want.
  if (modeOf(settings, channel) === 'reaction') return null;
  const to = await desk.posted.byId(guild, shown);
  if (!to) return null;
  const nonceOf = ['pointer', messageId, shown];
  const pointer = delivery.at({ guild, channel, replyTo: messageId, nonceOf, member: authorId, source: messageId });
  await pointer.show(pointerView(guild, to, texts));
  return pointer.refused;
}

async function tellOfRefusal({ message, settings, place }: Found, { services, speak, log }: Edge): Promise<void> {
  const { guild } = message;
  if (!guild) return;
  // A thread has no mode of its own.
  const channel = services.facts.parentOf(place.guild, place.channelId);
  const { texts } = speak(settings.language ?? guild.preferredLocale);
  try {
    await tellAdmins({ guild, channel, settings }, services, texts);
  } catch (error) {
    log({ level: 'error', event: 'admins not told', cause: describeError(error) });
  }
}
