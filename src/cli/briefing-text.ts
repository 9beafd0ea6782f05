/** A briefing, or how its article was read, as plain text for the terminal. Of briefings it takes verified lines only. */
import type { ExplainedReading } from '#article';
import {
  type Article,
  type Briefing,
  isTranslated,
  type Length,
  type Position,
  pointsShown,
  type Utterance,
  type Verified,
  whoSaidWhat,
} from '#domain';
import { speakerRules } from '#language';
import { coverageSentence } from '#texts';

const numbers = (line: { evidence: Position['evidence'] }): string =>
  `[${line.evidence.map((one) => one.sentence).join(', ')}]`;

const ENGINES = { extractive: 'embedded engine (rules, no model)', openai: 'model' } as const;

export function terminalBriefing(article: Article, briefing: Briefing, length: Length): string {
  const sections = [
    header(article, briefing),
    briefing.gist ? `${briefing.gist.text} ${numbers(briefing.gist)}` : '',
    section(
      'Points',
      pointsShown(briefing.points, length).map((point) => `- ${point.text} ${numbers(point)}`),
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
    footer(article, briefing),
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
  const lines = [briefing.headline?.text ?? title ?? 'Untitled text', facts.filter(Boolean).join(' · ')];
  return [...lines, coverageSentence(article.coverage)].filter(Boolean).join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${title}\n${lines.join('\n')}` : '';
}

function positions(all: readonly Verified<Position>[]): string[] {
  return whoSaidWhat(all).flatMap(({ speaker, utterances }) => {
    const name = speaker?.name ?? 'Speaker unclear';
    const party = speaker?.speaksFor ? `for ${speaker.speaksFor}` : null;
    return [[name, speaker?.role, party].filter(Boolean).join(', '), ...utterances.flatMap(positionLines)];
  });
}

function positionLines({ position, stance, statement, quotations }: Utterance): string[] {
  const marked = stance ? `${stance}: ` : '';
  if (statement === null) return [`- ${marked}“${quotations[0]?.words ?? ''}” ${numbers(position)}`];
  return [`- ${marked}${statement} ${numbers(position)}`, ...quotations.map(({ words }) => `  “${words}”`)];
}

function footer(article: Article, briefing: Briefing): string {
  const { engine, modelCalls, tokens, model } = briefing.provenance;
  const limit =
    engine === 'extractive' && speakerRules(briefing.language) === 'marks'
      ? '\nIn this language speakers are told by quotation marks and labels only.'
      : '';
  const changed = briefing.checks.filter((check) => check.decision !== 'kept').length;
  const calls = model
    ? ` ${model}, ${modelCalls} call${modelCalls === 1 ? '' : 's'}, ${tokens.input + tokens.output} tokens${tokens.estimated ? ' (estimated)' : ''}.`
    : '';
  const translated = isTranslated(briefing, [article])
    ? ' Translated by a machine; the wording of the translation was not checked, quotations stand in the original.'
    : '';
  return `Checked: quotations cut from the article; speakers, numbers, dates and names compared with it.${translated} ${briefing.checks.length} lines, ${changed} changed or dropped.${calls}${limit}\nNumbers in brackets are sentences of the article.`;
}

/** How the text was found: what was left out or put back, where, by which step and why; then what stayed. */
export function terminalExplanation(reading: ExplainedReading): string {
  const [head, records, body] = reading.article
    ? [articleHead(reading.article), reading.records, bodyOf(reading.article)]
    : [`Refused: ${reading.refusal.code}`, reading.refusal.explanation.records, reading.refusal.explanation.paragraphs];
  const steps = records.map(({ step, selector, reason, text }) => `${step} · ${selector} · ${reason}\n  ${text}`);
  const nothing = ['nothing: the text stands as it came'];
  return [
    head,
    section('Left out or put back (step · place · reason)', steps.length > 0 ? steps : nothing),
    section('Read', body.length > 0 ? body : ['nothing']),
  ].join('\n\n');
}

function articleHead({ metadata, coverage, language }: Article): string {
  const { title, authors, site, publishedAt } = metadata;
  const { words, extent, reasons } = coverage;
  const read = `${words} words read (${[extent, ...reasons].join(', ')})`;
  const facts = [site, authors.join(', '), publishedAt, language, read];
  return `${title ?? 'Untitled text'}\n${facts.filter(Boolean).join(' · ')}`;
}

const bodyOf = ({ paragraphs, text }: Article): string[] =>
  paragraphs.map(({ kind, start, end }) => `${kind === 'prose' ? '' : `${kind}: `}${text.slice(start, end)}`);
