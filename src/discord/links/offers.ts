/** What is done about one link that is worth an offer: looked at without a model, then offered or answered as the mode says. */
import { z } from 'zod';

import { canonicalAddress } from '#article';
import { BotError, type PostedMessage, type Settings } from '#domain';
import type { Wording } from '#texts';

import { writeAnswer } from '../briefings/show.ts';
import type { RequestContext } from '../contracts/handling.ts';
import type { AboutView } from '../contracts/view.ts';
import { label } from '../delivery/escape.ts';
import { LIMITS } from '../delivery/limits.ts';
import { createPost } from '../delivery/post.ts';
import type { Wire } from '../delivery/wire.ts';
import type { Offer } from './links-to-brief.ts';
import { type OfferedArticle, type OfferState, offerView } from './offer-view.ts';

export interface LinkPlace {
  readonly guild: string;
  readonly channelId: string;
  /** The message that the link stands in, and who wrote it. */
  readonly messageId: string;
  readonly authorId: string;
}

export interface OfferDependencies {
  readonly wire: Wire;
  readonly services: RequestContext['services'];
  readonly remember: (guild: string, post: Omit<PostedMessage, 'postedAt'>) => void;
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

/** @throws BotError as the reader does: nobody asked, so nobody is told */
export async function actOnLink(request: OfferRequest, dependencies: OfferDependencies): Promise<void> {
  const { place, url, mode, settings, maySpend, signal } = request;
  const { wire, services } = dependencies;
  const offered = await services.preview({
    guild: place.guild,
    settings,
    source: { kind: 'link', url },
    signal,
    ...(settings.language ? { language: settings.language } : {}),
    ...(settings.engine === 'extractive' ? { engine: settings.engine } : {}),
  });
  const { extent } = offered.article.coverage;
  if (extent !== 'whole' && extent !== 'part') return;
  if (signal.aborted) throw new BotError('cancelled', {});
  if (mode === 'reaction') {
    const key = reactionKey(place.messageId);
    const urls = offeredUrls(await services.controls.get(place.guild, key));
    await services.controls.put(place.guild, key, { urls: [...new Set([...urls, url])] });
    await wire.react(place.channelId, place.messageId, OFFER_EMOJI);
    return;
  }
  if (mode === 'button') {
    const state: OfferState = { url, source: place.messageId, cost: costOf(offered) };
    await postFor(request, dependencies, place.channelId, 'offer').show(
      offerView(offered, state, request.wording.texts),
    );
    return;
  }
  const { title } = offered.article.metadata;
  const target =
    mode === 'thread'
      ? await wire.startThread(
          place.channelId,
          place.messageId,
          label(title ?? request.wording.texts.untitled, LIMITS.threadName),
        )
      : place.channelId;
  await answerLink({ ...request, maySpend }, dependencies, { channelId: target, owner: null, userId: place.authorId });
}

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
  dependencies: OfferDependencies,
  { channelId, owner, userId }: LinkAnswer,
): Promise<void> {
  const { place, url, settings, wording, maySpend, signal } = request;
  const context = {
    guild: place.guild,
    channelId,
    userId,
    settings,
    maySpend,
    services: dependencies.services,
    signal,
    answer: postFor(request, dependencies, channelId, 'answer'),
    wording,
    isPrivate: false,
  };
  await writeAnswer(context, {
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
}

function postFor(
  { place, url }: Pick<OfferRequest, 'place' | 'url'>,
  { wire, remember }: OfferDependencies,
  channelId: string,
  what: string,
) {
  const { guild, messageId, authorId } = place;
  const isHere = channelId === place.channelId;
  return createPost(
    wire,
    {
      guild,
      channelId,
      ...(isHere ? { replyTo: messageId } : {}),
      nonceOf: [what, messageId, canonicalAddress(url)],
    },
    (id, about: AboutView) =>
      remember(guild, { ...about, id, channel: channelId, member: authorId, source: messageId }),
  );
}
