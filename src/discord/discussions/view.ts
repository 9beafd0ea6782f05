/** How a discussion begins: what it is about, and how to take part. */
import type { Article } from '#domain';
import type { Refusal, Texts } from '#texts';

import type { AskState } from '../briefings/ask-state.ts';
import { line, type MessageView, notice } from '../contracts/view.ts';
import { plain } from '../delivery/escape.ts';
import type { PlaceVerdict } from './decision.ts';

export interface DiscussionOptions {
  readonly texts: Texts;
  readonly verdict: PlaceVerdict;
  /** What Discord said when a thread was asked for. */
  readonly refused?: Refusal | null;
  readonly answersEveryMessage: boolean;
  /** The bot can read messages that do not mention it. */
  readonly readsMessages: boolean;
  /** Ordinary messages reach the bot there at all. */
  readonly hearsMessages: boolean;
  readonly ask: AskState;
  readonly language: string;
}

export function discussionView(article: Article, options: DiscussionOptions): MessageView {
  const { texts, verdict, refused = null, ask, language } = options;
  const why = reasonOf(options);
  return {
    sections: [
      {
        title: null,
        lines: [
          line(texts.discussIntro({ title: plain(article.metadata.title ?? texts.untitled) })),
          line(howOf(options)),
          line(texts.discussMore),
        ],
      },
    ],
    footer: why === null ? [] : [why],
    controls: [{ kind: 'button', label: texts.buttonAsk, use: { name: 'ask', state: ask }, isMain: true }],
    file: null,
    ...(verdict.place === 'private' || refused === 'closed'
      ? {}
      : { about: { article: article.id, kind: 'discussion' as const, language } }),
  };
}

function howOf({ texts, verdict, answersEveryMessage, readsMessages, hearsMessages }: DiscussionOptions): string {
  if (verdict.place === 'private') return texts.discussHowPrivate;
  if (!hearsMessages) return texts.discussHowButton;
  if (verdict.place === 'here') return texts.discussHowHere;
  if (!readsMessages) return texts.discussHowMention;
  return answersEveryMessage ? texts.discussHowEvery : texts.discussHowThread;
}

function reasonOf({ texts, verdict, refused }: DiscussionOptions): string | null {
  if (refused) return texts.discussRefused({ why: refused });
  if (verdict.reason === 'no-rights') return texts.discussNoRights;
  return verdict.reason === 'in-thread' ? texts.discussInThread : null;
}

/** For whoever pressed the button. */
export const openedView = (thread: string, texts: Texts): MessageView =>
  notice(texts.discussOpened({ thread: `<#${thread}>` }));
