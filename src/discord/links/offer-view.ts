/** What stands under a posted link: an offer with its price, or where the answer is already. */
import type { Article, PostedMessage } from '#domain';
import type { Texts } from '#texts';

import { siteName } from '../briefings/lines.ts';
import { line, type MessageView, notice } from '../contracts/view.ts';
import { plain } from '../delivery/escape.ts';

export interface OfferState {
  readonly url: string;
  /** The message that the link stands in. */
  readonly source: string;
  readonly cost: 'ready' | 'tokens' | 'rules';
}

export interface OfferedArticle {
  readonly article: Article;
  readonly isReady: boolean;
  readonly tokens: number;
}

const THOUSAND = 1000;

export function offerView(offered: OfferedArticle, state: OfferState, texts: Texts): MessageView {
  const { article, tokens } = offered;
  const { coverage, metadata } = article;
  const price = {
    ready: texts.offerReady,
    tokens: texts.offerTokens({ thousands: Math.max(1, Math.round(tokens / THOUSAND)) }),
    rules: texts.offerRules,
  }[state.cost];
  const facts = [siteName(article), texts.wordsRead({ words: coverage.words, extent: coverage.extent })];
  return {
    sections: [
      { title: null, lines: [line(plain(metadata.title ?? texts.untitled)), line(facts.filter(Boolean).join(' · '))] },
    ],
    footer: [],
    controls: [{ kind: 'button', label: price, isMain: true, use: { name: 'offer', state } }],
    file: null,
    about: { article: article.id, kind: 'offer', language: article.language },
  };
}

/** Where an article stands already. It is remembered as an offer: what is drawn again is the message that it leads to. */
export function pointerView(guild: string, to: PostedMessage, texts: Texts): MessageView {
  const { id, channel, article, language } = to;
  return {
    ...notice(`[${texts.shownAlready}](https://discord.com/channels/${guild}/${channel}/${id})`),
    about: { article, kind: 'offer', language },
  };
}
