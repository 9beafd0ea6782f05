/** An answer to a question: each sentence with the link to its passage. Takes verified sentences only. */
import type { GuildAnswer } from '#briefing';
import { type Answer, type AnswerSentence, type Article, type Evidence, sameText, type Verified } from '#domain';
import type { Texts } from '#texts';

import { type AskState, NOTHING_ASKED } from '../briefings/ask-state.ts';
import { timeAgo } from '../briefings/changes.ts';
import { sentenceLink, siteName } from '../briefings/lines.ts';
import { footerLines } from '../briefings/view.ts';
import { type Line, line, type MessageView } from '../contracts/view.ts';
import { linkTarget, plain, plainLine, shorten } from '../delivery/escape.ts';
import { LIMITS } from '../delivery/limits.ts';
import { pagesOf, sectionText } from '../delivery/pages.ts';

export interface QuestionAnswerOptions {
  readonly texts: Texts;
  /** One sentence on why no model answered, although one was asked. */
  readonly fallback: string | null;
  readonly owner: string;
  readonly isPrivate: boolean;
  readonly discussion: string | null;
  /** Posted as a reply to the question: it need not be said again. */
  readonly isReply?: boolean;
}

/** A question is shown so that one knows what was answered, not to be read again whole. */
const QUESTION_SHOWN = 300;
/** Words of the question that the article lacks: so many, so long. */
const MISSING_SHOWN = 5;
const MISSING_LENGTH = 30;
/** Kept free for separators and page turning. */
const RESERVED_CHARS = 60;

export function questionAnswerView(result: GuildAnswer, options: QuestionAnswerOptions): MessageView {
  const { texts, fallback, isReply = false } = options;
  const { answer, articles, change } = result;
  const question = plain(shorten(answer.question, QUESTION_SHOWN));
  const asked = { title: null, lines: isReply ? [] : [line(texts.asked({ question }))] };
  const about = { title: null, lines: [line(aboutLine(articles, texts))] };
  const changed =
    change?.is === 'newer'
      ? [texts.changedBefore({ when: timeAgo(change.before.readAt) })]
      : change
        ? [texts.changedSince]
        : [];
  const footer = [...changed, ...footerLines(answer, texts, fallback, answer.outcome === 'answered' ? articles : [])];
  const fixed = [sectionText(asked), sectionText(about), ...footer].join('\n-# ').length + RESERVED_CHARS;
  const [page = []] = pagesOf(
    [{ title: null, lines: answerLines(answer, articles, texts) }],
    LIMITS.displayedText - fixed,
    () => line(texts.askTooLong),
  );
  const use = { name: 'ask', state: stateOf(result, options) };
  const [first] = articles;
  return {
    sections: [asked, ...page, about],
    footer,
    controls: [{ kind: 'button', label: texts.buttonAskMore, use }],
    file: null,
    ...(first && !options.isPrivate
      ? {
          about: {
            article: first.id,
            kind: 'answer' as const,
            language: answer.language,
          },
        }
      : {}),
  };
}

function stateOf({ articles }: GuildAnswer, { owner, isPrivate, discussion }: QuestionAnswerOptions): AskState {
  return { ...NOTHING_ASKED, article: articles[0]?.id ?? null, discussion, owner, isPrivate };
}

function answerLines(answer: Answer, articles: readonly Article[], texts: Texts): Line[] {
  const lines = answer.sentences.map((sentence) => answerLine(sentence, articles));
  if (answer.outcome === 'answered') return lines;
  if (answer.outcome === 'searched') {
    const { missing = [] } = answer;
    const words = missing.slice(0, MISSING_SHOWN).map((word) => `“${plain(shorten(word, MISSING_LENGTH))}”`);
    const without = words.length > 0 ? [line(texts.askMissing({ words: words.join(', ') }))] : [];
    return [line(texts.askSearched), ...without, ...lines];
  }
  // A search that finds no word of the question has read nothing that could be denied.
  if (answer.provenance.engine === 'extractive') return [line(texts.askNotFound)];
  return [line(texts.askNotSaid), ...(lines.length > 0 ? [line(texts.askNearest), ...lines] : [])];
}

function answerLine({ text, evidence, quotations }: Verified<AnswerSentence>, articles: readonly Article[]): Line {
  const quoted = quotations
    .filter(({ words }) => !text.includes(words) && !sameText(words, text))
    .map(({ words, speaker }) => ` “${plain(words)}”${speaker ? ` – ${plain(speaker.name)}` : ''}`);
  // The sentence is nothing but what was said: then it stands as the quotation that it is.
  const spoken = quotations.find(({ words }) => sameText(words, text));
  const own = spoken
    ? `“${plain(spoken.words)}”${spoken.speaker ? ` – ${plain(spoken.speaker.name)}` : ''}`
    : plainLine(text);
  return line(`${own}${quoted.join('')}${numbersIn(articles, evidence)}`);
}

/** `([7](…), 9)`, and of which article where there are several: `(Courier [7](…); Herald [3](…))`. */
function numbersIn(articles: readonly Article[], evidence: readonly Evidence[]): string {
  const groups = articles.flatMap((article, index) => {
    const [first, ...others] = evidence.filter((one) => one.article === article.id).map(({ sentence }) => sentence);
    if (first === undefined) return [];
    const link = sentenceLink(article, first);
    const numbers = [link ? `[${first}](${link})` : String(first), ...others].join(', ');
    return [articles.length > 1 ? `${index + 1}: ${numbers}` : numbers];
  });
  return groups.length > 0 ? ` (${groups.join('; ')})` : '';
}

function aboutLine(articles: readonly Article[], texts: Texts): string {
  const names = articles.map((article, index) => {
    const title = plain(article.metadata.title ?? texts.untitled);
    const address = article.source.kind === 'link' ? linkTarget(article.source.address) : null;
    const site = siteName(article);
    const number = articles.length > 1 ? `${index + 1}: ` : '';
    return `${number}${address ? `[${title}](${address})` : title}${site ? `, ${site}` : ''}`;
  });
  return `-# ${texts.askAbout({ articles: names.join(' · ') })}`;
}
