/** A briefing as a message. Takes verified items only: a draft does not type-check here. */
import {
  type Article,
  type Briefing,
  coverageSentence,
  type Length,
  POINTS_SHOWN,
  type Position,
  sameText,
  type Verified,
} from '#domain';

import { type MessageSection, type MessageView, plain } from './message.ts';

const numbers = (line: { evidence: Position['evidence'] }): string =>
  `(${line.evidence.map((one) => one.sentence).join(', ')})`;

export function briefingView(article: Article, briefing: Briefing, length: Length): MessageView {
  const points = briefing.points
    .slice(0, POINTS_SHOWN[length])
    .map((point) => `• ${plain(point.text)} ${numbers(point)}`);
  return {
    sections: [
      header(article, briefing),
      { title: null, lines: briefing.gist ? [`${plain(briefing.gist.text)} ${numbers(briefing.gist)}`] : [] },
      { title: 'Points', lines: points },
      ...(length === 'short' ? [] : [positionsSection(briefing.positions), mentionedSection(briefing)]),
      {
        title: 'Left open by the article',
        lines: briefing.openQuestions.map((line) => `• ${plain(line.text)} ${numbers(line)}`),
      },
    ],
    footer: footer(briefing),
    more: (left) => `${left} more lines do not fit in one message; /positions shows the positions alone.`,
  };
}

export function positionsView(article: Article, briefing: Briefing): MessageView {
  const { lines } = positionsSection(briefing.positions);
  return {
    sections: [
      header(article, briefing),
      { title: 'Who said what', lines: lines.length > 0 ? lines : ['The article states nobody’s position.'] },
      mentionedSection(briefing),
    ],
    footer: footer(briefing),
    more: (left) => `${left} more lines do not fit in one message.`,
  };
}

function header(article: Article, briefing: Briefing): MessageSection {
  const { title, site, publishedAt } = article.metadata;
  const facts = [
    site && plain(site),
    publishedAt?.slice(0, 10),
    `${article.coverage.words} words read, ${article.coverage.extent}`,
  ];
  return {
    title: plain(briefing.headline?.text ?? title ?? 'Untitled text'),
    lines: [facts.filter(Boolean).join(' · '), coverageSentence(article.coverage)].filter((line) => line !== null),
  };
}

function positionsSection(positions: readonly Verified<Position>[]): MessageSection {
  const bySpeaker = Map.groupBy(positions, (position) => position.speaker?.name ?? 'Speaker unclear');
  const lines = [...bySpeaker].flatMap(([name, own]) => {
    const role = own.find((position) => position.speaker?.role)?.speaker?.role;
    return [`**${plain(name)}**${role ? `, ${plain(role)}` : ''}`, ...own.map(positionLine)];
  });
  return { title: 'Who said what', lines };
}

function positionLine(position: Verified<Position>): string {
  const stance = position.stance === 'unclear' || position.stance === 'neutral' ? '' : `${position.stance}: `;
  const [only] = position.quotations;
  const isOnlyQuoted = only && position.quotations.length === 1 && sameText(only.words, position.statement);
  if (isOnlyQuoted) return `• ${stance}“${plain(only.words)}” ${numbers(position)}`;
  const apart = position.quotations
    .filter(({ words }) => !position.statement.includes(words))
    .map(({ words }) => ` “${plain(words)}”`);
  return `• ${stance}${plain(position.statement)} ${numbers(position)}${apart.join('')}`;
}

function mentionedSection(briefing: Briefing): MessageSection {
  const names = briefing.mentioned.map((party) => `${plain(party.name)}${party.role ? `, ${plain(party.role)}` : ''}`);
  return { title: 'Mentioned, not quoted', lines: names.length > 0 ? [names.join(' · ')] : [] };
}

function footer(briefing: Briefing): string {
  const { engine, model } = briefing.provenance;
  const wrote =
    engine === 'extractive' ? 'Cut from the article by rules, no model' : `Worded by ${plain(model ?? 'a model')}`;
  return `${wrote}. Checked against the article: quotations, speakers, numbers, dates, names. Numbers in brackets are its sentences.`;
}
