/** One turn of a discussion: articles added, positions or another language asked for, a question answered. */
import type { Discussion, Settings } from '#domain';
import type { Refusal, Wording } from '#texts';

import { drawAgain } from '../briefings/draw-again.ts';
import type { BriefingState } from '../briefings/state.ts';
import { briefingView } from '../briefings/view.ts';
import type { Services } from '../contracts/services.ts';
import { type MessageView, notice } from '../contracts/view.ts';
import { plain } from '../delivery/escape.ts';
import { questionAnswerView } from '../questions/view.ts';
import type { TalkRequest } from './wish.ts';

export interface Turn {
  readonly guild: string;
  /** Id of the thread or channel. */
  readonly discussion: string;
  /** Id of the message that asks, and of who wrote it. */
  readonly message: string;
  readonly member: string;
  readonly maySpend: boolean;
  readonly settings: Settings;
  readonly wording: Wording;
  /** Languages in which a wish may be worded. */
  readonly wordings: readonly Wording[];
  readonly request: TalkRequest;
  readonly signal: AbortSignal;
}

/** Posts one part of the answer; gives Discord's refusal, after which nothing more is posted. */
type Say = (view: MessageView) => Promise<Refusal | null>;
type TurnServices = Pick<Services, 'questions' | 'discuss' | 'brief' | 'desk' | 'kept' | 'delivery'>;

/** @throws BotError as reading, briefing and asking do */
export async function takeTurn(
  turn: Turn,
  record: Discussion,
  services: TurnServices,
  say: Say,
): Promise<Refusal | null> {
  const { request } = turn;
  for (const url of request.links) {
    const refused = await addArticle(turn, url, services, say);
    if (refused) return refused;
  }
  if (request.wants === 'nothing') return null;
  if (request.wants === 'positions') return showPositions(turn, services, say);
  if (request.wants === 'language' && request.language) {
    await services.discuss.speak(turn, request.language);
    const asked = record.turns.findLast(({ who }) => who === 'person')?.text;
    if (asked) return answerQuestion(turn, asked, services, say);
    const name = new Intl.DisplayNames([turn.wording.locale], { type: 'language' }).of(request.language);
    return say(notice(turn.wording.texts.discussLanguage({ language: name ?? request.language })));
  }
  return answerQuestion(turn, request.question, services, say);
}

const asker = ({ guild, settings, member, maySpend, signal }: Turn) => ({ guild, settings, member, maySpend, signal });

async function addArticle(turn: Turn, url: string, services: TurnServices, say: Say): Promise<Refusal | null> {
  const { discussion, wording } = turn;
  const article = await services.questions.add({ ...asker(turn), discussion, source: { kind: 'link', url } });
  const title = plain(article.metadata.title ?? wording.texts.untitled);
  return say(notice(wording.texts.discussAdded({ title, words: article.coverage.words })));
}

async function answerQuestion(turn: Turn, question: string, services: TurnServices, say: Say): Promise<Refusal | null> {
  const { guild, discussion, member, wording, request } = turn;
  const result = await services.questions.say({ ...asker(turn), discussion, question });
  // Who is at odds with whom need not stand in any one sentence: the positions show it.
  if (result.answer.outcome !== 'answered' && request.isAboutSides) {
    const refused = await say(notice(wording.texts.discussSides));
    return refused ?? showPositions(turn, services, say);
  }
  const view = questionAnswerView(result, {
    texts: wording.texts,
    fallback: result.fallback && wording.errorSentence(result.fallback),
    owner: member,
    isPrivate: false,
    discussion,
    isReply: true,
  });
  if (result.change?.is === 'newer') void drawAgain({ services, guild, everybodys: wording }, result.change.before.id);
  return say(view);
}

async function showPositions(turn: Turn, services: TurnServices, say: Say): Promise<Refusal | null> {
  const { guild, discussion, member, wording, settings } = turn;
  const language = (await services.discuss.get(guild, discussion))?.language ?? settings.language;
  for (const { id } of await services.discuss.articles(guild, discussion)) {
    const source = { kind: 'kept', article: id } as const;
    const result = await services.brief({ ...asker(turn), source, ...(language ? { language } : {}) });
    const state: BriefingState = {
      kind: 'positions',
      article: id,
      briefing: result.key,
      length: settings.length,
      page: 0,
      speaker: null,
      issue: null,
      owner: member,
      isPrivate: false,
    };
    const fallback = result.fallback && wording.errorSentence(result.fallback);
    const refused = await say(briefingView(result, state, { texts: wording.texts, fallback }));
    if (refused) return refused;
  }
  return null;
}
