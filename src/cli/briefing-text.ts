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
import { instructionsIn } from '#grounding';
import { speakerRules } from '#language';
import type { Texts } from '#texts';

const numbers = (line: { evidence: Position['evidence'] }): string =>
  `[${line.evidence.map((one) => one.sentence).join(', ')}]`;

export function terminalBriefing(article: Article, briefing: Briefing, length: Length, texts: Texts): string {
  const sections = [
    header(article, briefing, texts),
    briefing.gist ? `${briefing.gist.text} ${numbers(briefing.gist)}` : '',
    section(
      texts.points,
      pointsShown(briefing.points, length).map((point) => `- ${point.text} ${numbers(point)}`),
    ),
    section(texts.whoSaidWhat, positions(briefing.positions, texts)),
    section(
      texts.mentioned,
      briefing.mentioned.map((party) => `- ${party.name}${party.role ? `, ${party.role}` : ''} ${numbers(party)}`),
    ),
    section(
      texts.leftOpen,
      briefing.openQuestions.map((line) => `- ${line.text} ${numbers(line)}`),
    ),
    footer(article, briefing, texts),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function header(article: Article, { headline, provenance }: Briefing, texts: Texts): string {
  const { metadata, coverage } = article;
  const facts = [
    metadata.site,
    metadata.publishedAt?.slice(0, 10),
    texts.terminalRead({ words: coverage.words, how: [coverage.extent] }),
    texts.terminalEngine(provenance),
  ];
  const lines = [headline?.text ?? metadata.title ?? texts.untitled, facts.filter(Boolean).join(' · ')];
  const orders = instructionsIn(article).length;
  return [...lines, texts.whyNotAll({ coverage }), texts.ordersLeftOut({ orders })].filter(Boolean).join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${title}\n${lines.join('\n')}` : '';
}

function positions(all: readonly Verified<Position>[], texts: Texts): string[] {
  return whoSaidWhat(all).flatMap(({ speaker, utterances }) => {
    const name = speaker?.name ?? texts.speakerUnclear;
    const party = speaker?.speaksFor ? texts.speaksFor({ party: speaker.speaksFor }) : null;
    const lines = utterances.flatMap((utterance) => positionLines(utterance, texts));
    return [[name, speaker?.role, party].filter(Boolean).join(', '), ...lines];
  });
}

function positionLines({ position, stance, statement, quotations }: Utterance, texts: Texts): string[] {
  const marked = stance ? `${texts.terminalStance({ stance })}: ` : '';
  if (statement === null) return [`- ${marked}“${quotations[0]?.words ?? ''}” ${numbers(position)}`];
  return [`- ${marked}${statement} ${numbers(position)}`, ...quotations.map(({ words }) => `  “${words}”`)];
}

function footer(article: Article, { language, provenance, checks }: Briefing, texts: Texts): string {
  const changed = checks.filter((check) => check.decision !== 'kept').length;
  const checked = [
    texts.terminalBriefingChecked,
    isTranslated({ language, provenance }, [article]) ? texts.terminalBriefingTranslated : '',
    texts.terminalChanged({ lines: checks.length, changed }),
    texts.terminalModel(provenance),
  ];
  const isByMarks = provenance.engine === 'extractive' && speakerRules(language) === 'marks';
  return [checked.filter(Boolean).join(' '), isByMarks ? texts.speakersByMarks : '', texts.terminalBrackets]
    .filter(Boolean)
    .join('\n');
}

/** How the text was found: what was left out or put back, where, by which step and why; then what stayed. */
export function terminalExplanation(reading: ExplainedReading, texts: Texts): string {
  const [head, records, body] = reading.article
    ? [articleHead(reading.article, texts), reading.records, bodyOf(reading.article)]
    : [
        texts.terminalRefused(reading.refusal),
        reading.refusal.explanation.records,
        reading.refusal.explanation.paragraphs,
      ];
  const steps = records.map(({ step, selector, reason, text }) => `${step} · ${selector} · ${reason}\n  ${text}`);
  return [
    head,
    section(texts.terminalSteps, steps.length > 0 ? steps : [texts.terminalNoSteps]),
    section(texts.terminalBody, body.length > 0 ? body : [texts.terminalNoBody]),
  ].join('\n\n');
}

function articleHead({ metadata, coverage, language }: Article, texts: Texts): string {
  const { title, authors, site, publishedAt } = metadata;
  const { words, extent, reasons } = coverage;
  const read = texts.terminalRead({ words, how: [extent, ...reasons] });
  const facts = [site, authors.join(', '), publishedAt, language, read];
  return `${title ?? texts.untitled}\n${facts.filter(Boolean).join(' · ')}`;
}

const bodyOf = ({ paragraphs, text }: Article): string[] =>
  paragraphs.map(({ kind, start, end }) => `${kind === 'prose' ? '' : `${kind}: `}${text.slice(start, end)}`);
