/** What is done about one link that is worth an offer: looked at without a model, then offered or answered as the mode says. */
import { z } from 'zod';

import { canonicalAddress } from '#article';
import { BotError, type Settings } from '#domain';
import type { Refusal, Wording } from '#texts';

import { showBriefing } from '../briefings/show.ts';
import type { Place } from '../contracts/delivery.ts';
import type { Services } from '../contracts/services.ts';
import type { Offer } from './links-to-brief.ts';
import { type OfferedArticle, type OfferState, offerView } from './offer-view.ts';

export interface LinkPlace {
  readonly guild: string;
  readonly channelId: string;
  /** The message that the link stands in, and who wrote it. */
  readonly messageId: string;
  readonly authorId: string;
}

export interface OfferRequest {
  readonly place: LinkPlace;
  readonly url: string;
  readonly mode: Offer;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly maySpend: boolean;
  readonly signal: AbortSignal;
}

export const OFFER_EMOJI = '📰';
/** What a reaction on a message stands for. */
export const reactionKey = (messageId: string): string => `reaction/${messageId}`;

const ReactionSchema = z.object({ urls: z.array(z.string()) });
/** The links that a reaction on a message would have summarised. */
export function offeredUrls(state: unknown): readonly string[] {
  const parsed = ReactionSchema.safeParse(state);
  return parsed.success ? parsed.data.urls : [];
}

/**
 * Gives Discord's refusal to let the bot act in that channel.
 * @throws BotError as the reader does: nobody asked, so nobody is told
 */
export async function actOnLink(request: OfferRequest, services: Services): Promise<Refusal | null> {
  const { place, url, mode, settings, signal } = request;
  const { delivery } = services;
  const offered = await services.preview({
    guild: place.guild,
    settings,
    source: { kind: 'link', url },
    signal,
    ...(settings.language ? { language: settings.language } : {}),
    ...(settings.engine === 'extractive' ? { engine: settings.engine } : {}),
  });
  const { extent } = offered.article.coverage;
  if (extent !== 'whole' && extent !== 'part') return null;
  if (signal.aborted) throw new BotError('cancelled', {});
  if (mode === 'reaction') {
    const key = reactionKey(place.messageId);
    const urls = offeredUrls(await services.controls.get(place.guild, key));
    await services.controls.put(place.guild, key, { urls: [...new Set([...urls, url])] });
    return ofMessage(await delivery.react(place.channelId, place.messageId, OFFER_EMOJI));
  }
  if (mode === 'button') {
    const state: OfferState = { url, source: place.messageId, cost: costOf(offered) };
    const offer = placeFor(request, services, place.channelId, 'offer');
    await offer.show(offerView(offered, state, request.wording.texts));
    return offer.refused;
  }
  const unasked = { owner: null, userId: place.authorId };
  if (mode !== 'thread') return answerLink(request, services, { ...unasked, channelId: place.channelId });
  const name = offered.article.metadata.title ?? request.wording.texts.untitled;
  const thread = await delivery.openThread(place.channelId, place.messageId, name);
  if (typeof thread !== 'string') return ofMessage(thread.refused);
  return answerLink(request, services, { ...unasked, channelId: thread });
}

/** A message that is gone says nothing about its channel. */
const ofMessage = (refused: Refusal | null): Refusal | null => (refused === 'gone' ? null : refused);

const costOf = ({ isReady, tokens }: OfferedArticle): OfferState['cost'] =>
  isReady ? 'ready' : tokens > 0 ? 'tokens' : 'rules';

export interface LinkAnswer {
  readonly channelId: string;
  /** Whose the buttons are; `null`: nobody asked. */
  readonly owner: string | null;
  /** Whose allowance pays. */
  readonly userId: string;
}

/** The answer as an ordinary message under the link. */
export async function answerLink(
  request: Omit<OfferRequest, 'mode'>,
  services: Services,
  { channelId, owner, userId }: LinkAnswer,
): Promise<Refusal | null> {
  const { place, url, settings, wording, maySpend, signal } = request;
  const answer = placeFor(request, services, channelId, 'answer');
  const context = {
    guild: place.guild,
    channelId,
    userId,
    settings,
    maySpend,
    services,
    signal,
    place: answer,
    wording,
    isPrivate: false,
  };
  await showBriefing(context, {
    source: { kind: 'link', url },
    kind: 'summary',
    length: null,
    language: null,
    speaker: null,
    issue: null,
    frame: { owner, isPrivate: false },
    // One message, when it is ready: nobody waits for what nobody asked for.
    keepsShown: true,
  });
  return answer.refused;
}

function placeFor(
  { place, url }: Pick<OfferRequest, 'place' | 'url'>,
  { delivery }: Services,
  channel: string,
  what: string,
): Place {
  const { guild, messageId, authorId } = place;
  return delivery.at({
    guild,
    channel,
    ...(channel === place.channelId ? { replyTo: messageId } : {}),
    nonceOf: [what, messageId, canonicalAddress(url)],
    member: authorId,
    source: messageId,
  });
}
