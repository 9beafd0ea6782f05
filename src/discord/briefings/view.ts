/** A briefing of one article: a summary, its positions, or the passages behind it. Takes verified items only. */
import {
  type Article,
  type Briefing,
  countWords,
  isTranslated,
  LENGTHS,
  type Length,
  pointsShown,
  positionsAbout,
  whoSaidWhat,
} from '#domain';
import { instructionsIn } from '#grounding';
import { speakerRules } from '#language';
import type { Texts } from '#texts';

import { type ButtonView, type Line, line, type MessageSection, type MessageView } from '../contracts/view.ts';
import { linkTarget, plain, shorten } from '../delivery/escape.ts';
import { LIMITS } from '../delivery/limits.ts';
import { pagesOf, sectionText } from '../delivery/pages.ts';
import { askStateOf } from './ask-state.ts';
import { changedPositions, changeNotes, correctionNotes } from './changes.ts';
import { gistLine, mentionedLine, pointLine, positionLines, type Subject, sentenceLink, siteName } from './lines.ts';
import type { BriefingState } from './state.ts';
import { wholeAsText } from './text-file.ts';

export interface BriefingViewOptions {
  readonly texts: Texts;
  /** One sentence on why no model wrote it, although one was asked. */
  readonly fallback?: string | null;
}

/** Kept free for separators and for what small print grows by. */
const RESERVED_CHARS = 60;

export function briefingView(
  subject: Subject,
  state: BriefingState,
  { texts, fallback = null }: BriefingViewOptions,
): MessageView {
  const header = headerSection(subject, texts);
  const footer = footerLines(subject.briefing, texts, fallback, [subject.article]);
  const fixed = sectionText(header).length + footer.join('\n-# ').length + texts.page({ page: 99, pages: 99 }).length;
  const pages = pagesOf(bodyOf(subject, state, texts), LIMITS.displayedText - fixed - RESERVED_CHARS, (long) =>
    tooLong(long, texts),
  );
  const page = Math.min(state.page, pages.length - 1);
  return {
    sections: [header, ...(pages[page] ?? [])],
    footer: [...(pages.length > 1 ? [texts.page({ page: page + 1, pages: pages.length })] : []), ...footer],
    controls: controlsOf(subject, { ...state, page }, pages.length, texts),
    // What one person is shown privately is remembered nowhere.
    ...(state.isPrivate
      ? {}
      : {
          about: {
            article: subject.article.id,
            kind: state.kind === 'positions' ? ('positions' as const) : ('briefing' as const),
            language: subject.briefing.language,
            // Where it was on the page is part of what people see; whose buttons they are stays.
            state: { ...state, page },
          },
        }),
    file: state.kind === 'sources' ? { name: texts.fileName, text: wholeAsText(subject, texts, fallback) } : null,
  };
}

function tooLong({ text, under }: Line, texts: Texts): Line {
  const stated = texts.inFileOnly({ words: countWords(text) });
  return under === undefined ? line(stated) : { text: stated, under };
}

const TITLE_SHOWN = 250;

function headerSection({ article, briefing, change = null }: Subject, texts: Texts): MessageSection {
  const title = briefing.headline?.text ?? article.metadata.title ?? texts.untitled;
  return {
    title: plain(shorten(title, TITLE_SHOWN)),
    lines: [
      line(headerFacts(article, texts)),
      ...whyNotAll(article, texts),
      ...ordersLeftOut(article, texts),
      ...correctionNotes(briefing, texts),
      ...changeNotes(change, texts),
    ],
  };
}

/** A text that is not the whole article says why, and what the reader can do about it. */
const whyNotAll = ({ coverage }: Article, texts: Texts): Line[] => {
  const reason = texts.whyNotAll({ coverage });
  return reason === '' ? [] : [line(`-# ${reason}`)];
};

/** What a page asks of the software that reads it is told to people, and not done. */
const ordersLeftOut = (article: Article, texts: Texts): Line[] => {
  const note = texts.ordersLeftOut({ orders: instructionsIn(article).length });
  return note === '' ? [] : [line(`-# ${note}`)];
};

/** Site, date, what was read and when, the link. */
function headerFacts(article: Article, texts: Texts): string {
  const address = article.source.kind === 'link' ? linkTarget(article.source.address) : null;
  const facts = [
    siteName(article),
    article.metadata.publishedAt?.slice(0, 10),
    texts.wordsRead({ words: article.coverage.words, extent: article.coverage.extent }),
    // Discord shows it as "5 minutes ago", in the reader's language, and keeps it true.
    texts.readWhen({ when: `<t:${Math.floor(article.readAt / 1000)}:R>` }),
    address && `[${texts.openArticle}](${address})`,
  ];
  return facts.filter(Boolean).join(' · ');
}

function bodyOf(subject: Subject, state: BriefingState, texts: Texts): MessageSection[] {
  if (state.kind === 'sources') return [sourcesSection(subject, texts)];
  const changed = changedPositions(subject, texts);
  return [...changed, ...contentOf(subject, state, texts)];
}

function contentOf(subject: Subject, state: BriefingState, texts: Texts): MessageSection[] {
  return state.kind === 'positions' ? positionSections(subject, state, texts) : summarySections(subject, state, texts);
}

function summarySections({ article, briefing }: Subject, { length }: BriefingState, texts: Texts): MessageSection[] {
  const points = pointsShown(briefing.points, length).map((point) => pointLine(article, point));
  const whole = [
    { title: texts.whoSaidWhat, lines: positionLines(article, briefing.positions, texts) },
    { title: texts.mentioned, lines: mentionedLine(briefing.mentioned) },
    { title: texts.leftOpen, lines: briefing.openQuestions.map((question) => pointLine(article, question)) },
  ];
  return [
    { title: null, lines: briefing.gist ? [gistLine(article, briefing.gist)] : [] },
    { title: texts.points, lines: points },
    ...(length === 'short' ? [] : whole),
  ];
}

function positionSections({ article, briefing }: Subject, state: BriefingState, texts: Texts): MessageSection[] {
  const { speaker, issue } = state;
  const chosen = positionsAbout(briefing.positions, { speaker, issue });
  const filter = [speaker, issue].filter((one) => one !== null).map(plain);
  const speakers = whoSaidWhat(briefing.positions).map((group) => plain(group.speaker?.name ?? texts.speakerUnclear));
  const none =
    briefing.positions.length === 0 ? texts.nobodySpoke : texts.nothingFits({ speakers: speakers.join(', ') });
  return [
    { title: null, lines: filter.length > 0 ? [line(texts.filtered({ filter: filter.join(', ') }))] : [] },
    {
      title: texts.whoSaidWhat,
      lines: chosen.length > 0 ? positionLines(article, chosen, texts) : [line(none)],
    },
    { title: texts.mentioned, lines: filter.length > 0 ? [] : mentionedLine(briefing.mentioned) },
  ];
}

/** Longest beginning of a sentence that is shown beside its link. */
const SOURCE_WORDS = 40;

function sourcesSection({ article, briefing }: Subject, texts: Texts): MessageSection {
  const lines = [
    briefing.headline,
    briefing.gist,
    ...briefing.points,
    ...briefing.positions,
    ...briefing.openQuestions,
  ];
  const used = new Set(lines.flatMap((item) => item?.evidence.map(({ sentence }) => sentence) ?? []));
  const cited = [...used]
    .sort((a, b) => a - b)
    .map((number) => {
      const sentence = article.sentences[number - 1];
      const words = sentence ? article.text.slice(sentence.start, sentence.end).trim().split(/\s+/u) : [];
      const start = plain(words.slice(0, SOURCE_WORDS).join(' '));
      const link = sentenceLink(article, number);
      return line(`${link ? `[${number}](${link})` : number}: ${start}${words.length > SOURCE_WORDS ? ' …' : ''}`);
    });
  return { title: texts.sources, lines: [line(texts.sourcesIntro), ...cited] };
}

export function footerLines(
  { provenance, checks, language }: Pick<Briefing, 'provenance' | 'checks' | 'language'>,
  texts: Texts,
  fallback: string | null,
  articles: readonly Pick<Article, 'language'>[],
): string[] {
  const changed = checks.filter(({ decision }) => decision !== 'kept').length;
  const wrote =
    provenance.engine === 'extractive' ? texts.wroteRules : texts.wroteModel({ model: plain(provenance.model ?? '') });
  const isMarksOnly = provenance.engine === 'extractive' && speakerRules(language) === 'marks';
  return [
    ...(fallback === null ? [] : [texts.fellBack({ reason: plain(fallback) })]),
    ...(isMarksOnly ? [texts.speakersByMarks] : []),
    ...(isTranslated({ provenance, language }, articles) ? [texts.translated] : []),
    // Nothing was found, so there is nothing that was checked.
    checks.length === 0 ? wrote : `${wrote} ${texts.checked({ lines: checks.length, changed })}`,
  ];
}

function controlsOf({ article, briefing }: Subject, state: BriefingState, pages: number, texts: Texts): ButtonView[] {
  const button = (name: string, label: string): ButtonView => ({ kind: 'button', label, use: { name, state } });
  const turning = [
    ...(state.page > 0 ? [button('back', texts.buttonBack)] : []),
    ...(state.page < pages - 1 ? [button('more', texts.buttonMore)] : []),
  ];
  if (state.kind === 'sources') return turning;
  const lengths =
    state.kind === 'positions'
      ? [button('summary', texts.buttonSummary)]
      : [
          button('positions', texts.buttonPositions),
          ...(shorter(state.length) ? [button('shorter', texts.buttonShorter)] : []),
          ...(longer(state.length) ? [button('longer', texts.buttonLonger)] : []),
        ];
  return [
    ...turning,
    ...lengths,
    // The embedded engine cuts sentences out of the article: it has no other language.
    ...(briefing.provenance.engine === 'extractive' ? [] : [button('language', texts.buttonLanguage)]),
    button('sources', texts.buttonSources),
    { kind: 'button', label: texts.buttonAsk, use: { name: 'ask', state: askStateOf(state) } },
    button('discuss', texts.buttonDiscuss),
    button('wrong', texts.buttonWrong),
    ...(article.source.kind === 'link' ? [button('read-again', texts.buttonReadAgain)] : []),
  ];
}

export const shorter = (length: Length): Length | undefined => LENGTHS[LENGTHS.indexOf(length) - 1];
export const longer = (length: Length): Length | undefined => LENGTHS[LENGTHS.indexOf(length) + 1];
