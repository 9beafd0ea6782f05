/** A discussion begins: in a thread under the bot's own message, here, or for one person alone. */
import type { Article, Discussion, DiscussionPlace } from '#domain';
import type { Refusal } from '#texts';

import { NOTHING_ASKED } from '../briefings/ask-state.ts';
import { showBriefing } from '../briefings/show.ts';
import { sourceOfOptions } from '../briefings/sources.ts';
import type { AttachedFile } from '../contracts/attachment.ts';
import type { Acknowledgement } from '../contracts/delivery.ts';
import type { Asker, RequestContext } from '../contracts/handling.ts';
import { WRITING } from '../contracts/rights.ts';
import type { MessageView } from '../contracts/view.ts';
import { type PlaceVerdict, placeOf } from './decision.ts';
import { discussionView, openedView } from './view.ts';

export interface Beginning {
  readonly article: Article;
  readonly wanted: DiscussionPlace;
  /** The bot's message that shows the article, for a thread to hang on. */
  readonly message: string | null;
  readonly language: string | null;
  /** What it is about was shown to one person alone. */
  readonly isPrivate: boolean;
  /** The answer to the request shows the article already; what is said about the discussion comes beside it. */
  readonly isBeside: boolean;
}

const isServer = (guild: string): boolean => !guild.startsWith('user:');

/** How `/discuss` is acknowledged: the briefing that it hangs on is seen by whoever the discussion is for. */
export const acknowledgeDiscussion = ({ settings }: Asker, wanted: DiscussionPlace | null): Acknowledgement =>
  (wanted ?? settings.discussion) === 'private' ? 'private' : 'public';

/** How the button is: a thread speaks for itself, and whoever pressed is told where it is. */
export function acknowledgePress({ settings, guild, isThread }: Asker, isPrivate: boolean): Acknowledgement {
  const { place } = placeOf(settings.discussion, { isServer: isServer(guild), isThread, isPrivate, lacking: [] });
  return place === 'here' ? 'public' : 'private';
}

export interface DiscussRequest {
  /** A link or text; `null` with no file either: what was shown here last. */
  readonly article: string | null;
  readonly file: AttachedFile | null;
  readonly wanted: DiscussionPlace;
  /** ISO 639-1. */
  readonly language: string | null;
}

/** The article is shown in short, and the discussion hangs on that. @throws BotError as writing an answer does */
export async function discussArticle(context: RequestContext, { article, file, wanted, language }: DiscussRequest) {
  const { services, guild, channelId, place } = context;
  const last = article === null && file === null ? await services.desk.posted.lastIn(guild, channelId) : undefined;
  const source = last ? ({ kind: 'kept', article: last.article } as const) : sourceOfOptions(article, file);
  const asked = { source, kind: 'summary', length: 'short', language, speaker: null, issue: null } as const;
  const result = await showBriefing(context, asked);
  const message = context.isPrivate ? null : place.messageId;
  await beginDiscussion(context, {
    article: result.article,
    wanted,
    message,
    language,
    isPrivate: context.isPrivate,
    isBeside: true,
  });
}

export async function beginDiscussion(context: RequestContext, beginning: Beginning): Promise<void> {
  const { guild, channelId, services, isThread } = context;
  const { article, message } = beginning;
  const lacking = services.facts.lacking(guild, channelId, [...WRITING.thread, 'CreatePublicThreads']);
  const facts = { isServer: isServer(guild), isThread, isPrivate: beginning.isPrivate, lacking };
  const verdict = placeOf(beginning.wanted, facts);
  if (verdict.place !== 'thread' || message === null) return beginHere(context, beginning, verdict, null);
  const name = article.metadata.title ?? context.everybodys.texts.untitled;
  const opened = await services.delivery.openThread(channelId, message, name);
  if (typeof opened !== 'string') return beginHere(context, beginning, { place: 'here', reason: null }, opened.refused);
  const isNew = (await services.discuss.get(guild, opened)) === undefined;
  await begin(context, beginning, opened, { isOwnThread: true, parent: channelId });
  if (isNew) await welcome(context, beginning, opened, verdict);
  if (!beginning.isBeside) await context.place.show(openedView(opened, context.wording.texts));
}

async function begin(
  { services, guild, settings }: RequestContext,
  { article, language }: Beginning,
  discussion: string,
  place: Partial<Discussion>,
): Promise<void> {
  await services.discuss.begin({ guild, settings, discussion }, [article.id], {
    ...place,
    ...(language ? { language } : {}),
  });
}

async function welcome(
  context: RequestContext,
  beginning: Beginning,
  thread: string,
  verdict: PlaceVerdict,
): Promise<void> {
  const { services, guild, userId: member } = context;
  const place = services.delivery.at({ guild, channel: thread, member, nonceOf: ['discussion', thread] });
  await place.show(viewOf(context, beginning, thread, verdict, null));
}

/** In a channel a new discussion replaces the last one; in a thread, and for one person, it takes the article in. */
async function beginHere(
  context: RequestContext,
  beginning: Beginning,
  verdict: PlaceVerdict,
  refused: Refusal | null,
): Promise<void> {
  const { services, guild, channelId, userId, isThread, place } = context;
  const isPrivate = verdict.place === 'private';
  const discussion = isPrivate ? `private/${userId}/${channelId}` : channelId;
  if (isPrivate || !isThread) await services.discuss.end(guild, discussion);
  await begin(context, beginning, discussion, {});
  const view = viewOf(context, beginning, discussion, verdict, refused);
  if (!beginning.isBeside) await place.show(view);
  else if (!isPrivate && context.here.bot && isServer(guild)) {
    const nonceOf = ['discussion', place.messageId ?? discussion];
    await services.delivery.at({ guild, channel: channelId, member: userId, nonceOf }).show(view);
  } else await place.aside(view);
}

function viewOf(
  { guild, userId, wording, everybodys, settings, services }: RequestContext,
  { article, language }: Beginning,
  discussion: string,
  verdict: PlaceVerdict,
  refused: Refusal | null,
): MessageView {
  const isPrivate = verdict.place === 'private';
  const isDirect = !isServer(guild);
  return discussionView(article, {
    texts: isPrivate ? wording.texts : everybodys.texts,
    verdict,
    refused,
    answersEveryMessage: settings.answersEveryMessage,
    readsMessages: services.facts.readsMessages(),
    hearsMessages: !isDirect,
    ask: { ...NOTHING_ASKED, article: article.id, discussion, owner: userId, isPrivate },
    language: language ?? article.language,
  });
}
