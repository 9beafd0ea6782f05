/** The whole result as a text file: every line, every link, nothing cut. */
import {
  type Article,
  type Evidence,
  isTranslated,
  type Point,
  type Utterance,
  type Verified,
  whoSaidWhat,
} from '#domain';
import { instructionsIn } from '#grounding';
import type { Texts } from '#texts';

import { visibleText } from '../delivery/escape.ts';
import { type Subject, sentenceLink } from './lines.ts';

export function wholeAsText({ article, briefing }: Subject, texts: Texts, fallback: string | null): string {
  const { metadata, coverage, source } = article;
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...lines, ''];
  const point = (item: Verified<Point>): string =>
    `- ${visibleText(item.text)}${passages(article, item.evidence, texts)}`;
  const changed = briefing.checks.filter(({ decision }) => decision !== 'kept').length;
  return [
    visibleText(briefing.headline?.text ?? metadata.title ?? texts.untitled),
    [metadata.site, metadata.publishedAt?.slice(0, 10)]
      .filter(Boolean)
      .map((text) => visibleText(text ?? ''))
      .join(' · '),
    source.kind === 'link' ? source.address : '',
    texts.wordsRead({ words: coverage.words, extent: coverage.extent }),
    ...[texts.ordersLeftOut({ orders: instructionsIn(article).length })].filter(Boolean),
    '',
    ...(briefing.gist ? [point(briefing.gist).slice(2), ''] : []),
    ...block(texts.points, briefing.points.map(point)),
    ...block(
      texts.whoSaidWhat,
      whoSaidWhat(briefing.positions).flatMap(({ speaker, utterances }) => [
        [
          speaker?.name ?? texts.speakerUnclear,
          speaker?.role,
          speaker?.speaksFor && texts.speaksFor({ party: speaker.speaksFor }),
        ]
          .filter(Boolean)
          .map((text) => visibleText(text ?? ''))
          .join(', '),
        ...utterances.map((utterance) => utteranceText(article, utterance, texts)),
      ]),
    ),
    ...block(
      texts.mentioned,
      briefing.mentioned.map(({ name, role }) => `- ${visibleText([name, role].filter(Boolean).join(', '))}`),
    ),
    ...block(texts.leftOpen, briefing.openQuestions.map(point)),
    ...(fallback === null ? [] : [texts.fellBack({ reason: fallback })]),
    ...(isTranslated(briefing, [article]) ? [texts.translated] : []),
    briefing.provenance.engine === 'extractive'
      ? texts.wroteRules
      : texts.wroteModel({ model: briefing.provenance.model ?? '' }),
    texts.checked({ lines: briefing.checks.length, changed }),
    '',
  ].join('\n');
}

function utteranceText(
  article: Article,
  { position, stance, issue, statement, quotations }: Utterance,
  texts: Texts,
): string {
  const about = [issue, stance && texts.stance({ stance })];
  const before = about.filter(Boolean).join(', ');
  const said = [statement, ...quotations.map(({ words }) => `“${words}”`)].filter(Boolean).join(' ');
  const by = position.relayedBy ? ` (${texts.relayed({ by: position.relayedBy })})` : '';
  return `- ${visibleText(`${before ? `${before}: ` : ''}${said}${by}`)}${passages(article, position.evidence, texts)}`;
}

/** Each cited sentence on a line of its own, with its link where the article has an address. */
function passages(article: Article, evidence: readonly Evidence[], texts: Texts): string {
  return evidence
    .map(({ sentence: number }) => {
      const link = sentenceLink(article, number);
      return `\n    ${texts.fileSentence({ number })}${link ? `: ${link}` : ''}`;
    })
    .join('');
}
