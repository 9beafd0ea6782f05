/** A briefing as plain text for the terminal. Takes verified lines only. */
import {
  type Article,
  type Briefing,
  type Length,
  POINTS_SHOWN,
  type Position,
  sameText,
  type Verified,
} from '#domain';
import { speakerRules } from '#language';

const numbers = (line: { evidence: Position['evidence'] }): string =>
  `[${line.evidence.map((one) => one.sentence).join(', ')}]`;

const ENGINES = { extractive: 'embedded engine (rules, no model)', openai: 'model' } as const;

export function terminalBriefing(article: Article, briefing: Briefing, length: Length): string {
  const sections = [
    header(article, briefing),
    briefing.gist ? `${briefing.gist.text} ${numbers(briefing.gist)}` : '',
    section(
      'Points',
      briefing.points.slice(0, POINTS_SHOWN[length]).map((point) => `- ${point.text} ${numbers(point)}`),
    ),
    section('Who said what', positions(briefing.positions)),
    section(
      'Mentioned, not quoted',
      briefing.mentioned.map((party) => `- ${party.name}${party.role ? `, ${party.role}` : ''} ${numbers(party)}`),
    ),
    section(
      'Left open by the article',
      briefing.openQuestions.map((line) => `- ${line.text} ${numbers(line)}`),
    ),
    footer(briefing),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function header(article: Article, briefing: Briefing): string {
  const { title, site, publishedAt } = article.metadata;
  const facts = [
    site,
    publishedAt?.slice(0, 10),
    `${article.coverage.words} words read (${article.coverage.extent})`,
    ENGINES[briefing.provenance.engine],
  ];
  return `${briefing.headline?.text ?? title ?? 'Untitled text'}\n${facts.filter(Boolean).join(' · ')}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${title}\n${lines.join('\n')}` : '';
}

function positions(all: readonly Verified<Position>[]): string[] {
  const bySpeaker = Map.groupBy(all, (position) => position.speaker?.name ?? 'Speaker unclear');
  return [...bySpeaker].flatMap(([name, own]) => {
    const role = own.find((position) => position.speaker?.role)?.speaker?.role;
    return [`${name}${role ? `, ${role}` : ''}`, ...own.flatMap(positionLines)];
  });
}

function positionLines(position: Verified<Position>): string[] {
  const stance = position.stance === 'unclear' || position.stance === 'neutral' ? '' : `${position.stance}: `;
  const [only] = position.quotations;
  // Where the statement is nothing but the quotation, it is shown once, as the quotation.
  if (only && position.quotations.length === 1 && sameText(only.words, position.statement)) {
    return [`- ${stance}“${only.words}” ${numbers(position)}`];
  }
  const quoted = position.quotations
    .filter(({ words }) => !position.statement.includes(words))
    .map(({ words }) => `  “${words}”`);
  return [`- ${stance}${position.statement} ${numbers(position)}`, ...quoted];
}

function footer(briefing: Briefing): string {
  const { engine, modelCalls, tokens, model } = briefing.provenance;
  const limit =
    engine === 'extractive' && speakerRules(briefing.language) === 'marks'
      ? '\nIn this language speakers are told by quotation marks and labels only.'
      : '';
  const changed = briefing.checks.filter((check) => check.decision !== 'kept').length;
  const calls = model
    ? ` ${model}, ${modelCalls} call${modelCalls === 1 ? '' : 's'}, ${tokens.input + tokens.output} tokens${tokens.estimated ? ' (estimated)' : ''}.`
    : '';
  return `Checked: quotations cut from the article; speakers, numbers, dates and names compared with it. ${briefing.checks.length} lines, ${changed} changed or dropped.${calls}${limit}\nNumbers in brackets are sentences of the article.`;
}
