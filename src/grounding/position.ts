/** One position of a draft through the gate: its quotations, its speaker, its words, its stance. */
import {
  type Article,
  cut,
  type DraftPosition,
  type Position,
  quotationById,
  type Speaker,
  type Stance,
  sentenceAt,
} from '#domain';
import { fold, tokensOf } from '#language';

import { attributionsOfQuotation, attributionsOfSentence } from './attributions.ts';
import type { ArticleFacts } from './facts.ts';
import { forbiddenIn } from './forbidden.ts';
import { checkLine, citedSentence, existingSentences, type LineVerdict } from './line.ts';
import { settleManner } from './manner.ts';
import { cutQuotation, matchQuotations } from './quotation-match.ts';
import { settleRelay } from './relay.ts';
import { judgeSpeaker } from './speaker.ts';
import { isCuedStance, stanceClaim } from './stance.ts';

export interface PositionVerdict {
  /** `null`: may not stand as it is. */
  readonly position: Position | null;
  readonly faults: readonly string[];
  /** Marks that do not keep it from standing: what was moved, corrected, left unclear. */
  readonly notes: readonly string[];
  readonly statement: LineVerdict;
  /** A stance that no cue in the evidence shows: printed only when the judge confirms it. */
  readonly openStance: { readonly stance: Stance; readonly claim: string } | null;
}

function quotationIds(article: Article, draft: DraftPosition): { known: string[]; unknown: string[] } {
  const known: string[] = [];
  const unknown: string[] = [];
  for (const entry of draft.quotations) {
    // A model may type the words instead of the id; then the words lead to the id.
    const id = quotationById(article, entry)?.id;
    const ids = id ? [id] : (matchQuotations(article, entry)[0]?.quotations ?? []).map((quotation) => quotation.id);
    known.push(...ids);
    if (ids.length === 0) unknown.push(entry);
  }
  return { known: [...new Set(known)], unknown };
}

/** Are the words of this name in these sentences (one neighbour before, where a "he" finds its name)? */
function isNamedNear(article: Article, name: string, evidence: readonly number[]): boolean {
  const near = evidence
    .flatMap((number) => [number - 1, number])
    .map((number) => sentenceAt(article, number))
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => cut(article, sentence))
    .join(' ');
  const words = new Set(tokensOf(near).map((token) => fold(token.text)));
  const last = tokensOf(name).at(-1);
  return last !== undefined && words.has(fold(last.text));
}

/** A role takes a line at most. */
const LONGEST_ROLE = 120;

/** A role or employer is kept only in the article's words. */
function known(text: string | null, facts: ArticleFacts): string | null {
  if (!text || text.length > LONGEST_ROLE || forbiddenIn(text, facts.article).length > 0) return null;
  return tokensOf(text).every((token) => facts.names.knows(token.text)) ? text : null;
}

function cleanSpeaker(speaker: Speaker, facts: ArticleFacts): Speaker {
  return { name: speaker.name, role: known(speaker.role, facts), speaksFor: known(speaker.speaksFor, facts) };
}

export function checkPosition(draft: DraftPosition, facts: ArticleFacts, language: string): PositionVerdict {
  const { article } = facts;
  const { known: drafted, unknown } = quotationIds(article, draft);
  const settled = settleManner(article, draft, drafted, existingSentences(article, draft.evidence));
  const ids = settled.quotations;
  const notes = [...unknown.map((words) => `quotation-unknown: ${words.slice(0, 60)}`), ...settled.notes];
  const quotations = ids
    .map((id) => cutQuotation(article, id))
    .filter((quotation) => quotation !== null && forbiddenIn(quotation.words, article).length === 0)
    .filter((quotation) => quotation !== null);
  const evidence = existingSentences(article, [
    ...draft.evidence,
    ...quotations.map((quotation) => quotation.sentence),
  ]);
  const statement = checkLine(draft.statement, evidence, facts, language);
  const issue = draft.issue.trim() === '' ? null : checkLine(draft.issue, evidence, facts, language);
  const faults = [...statement.faults, ...(issue?.faults ?? []).map((fault) => `issue-${fault}`)];

  const isNamed = known(draft.speaker.name, facts) !== null && isNamedNear(article, draft.speaker.name, evidence);
  const verdict = judgeSpeaker(article, draft, ids, evidence, isNamed);
  if (verdict.verdict === 'wrong') faults.push(`speaker-wrong: ${draft.speaker.name}`);
  if (verdict.verdict === 'moved') notes.push(`speaker-moved: ${draft.speaker.name} to ${verdict.speaker.name}`);
  if (verdict.verdict === 'unclear') notes.push(`speaker-unclear: ${draft.speaker.name}`);
  const isCued = isCuedStance(draft.stance, cueWords(article, ids, evidence), evidenceText(article, evidence));
  if (!isCued) notes.push(`stance-unsupported: ${draft.stance}`);

  const speaker =
    verdict.verdict === 'confirmed' || verdict.verdict === 'moved' ? cleanSpeaker(verdict.speaker, facts) : null;
  const relay = settleRelay(article, draft.relayedBy, speaker, ids, evidence, (text) => known(text, facts) !== null);
  if (relay.note) notes.push(relay.note);
  const position: Position = {
    evidence: statement.evidence.map((sentence) => ({ article: article.id, sentence })),
    speaker,
    issue: issue?.text ?? '',
    stance: isCued && speaker ? draft.stance : 'unclear',
    statement: statement.text,
    // Words that may not be posted leave what was said reported.
    manner: quotations.length === 0 && settled.manner === 'quoted' ? 'reported' : settled.manner,
    quotations,
    relayedBy: relay.relayedBy,
    origin: statement.isReCited ? 're-cited' : 'kept',
  };
  const openStance =
    !isCued && speaker && position.issue !== ''
      ? { stance: draft.stance, claim: stanceClaim(speaker.name, draft.stance, position.issue) }
      : null;
  return { position: faults.length === 0 ? position : null, faults, notes, statement, openStance };
}

/** The words that report this speaking: "rejected", "said". */
function cueWords(article: Article, quotations: readonly string[], evidence: readonly number[]): string {
  const attributions =
    quotations.length > 0
      ? quotations.flatMap((id) => attributionsOfQuotation(article, id))
      : evidence.flatMap((number) => attributionsOfSentence(article, number));
  return [...new Set(attributions)].map(({ cue }) => (cue ? cut(article, cue) : '')).join(' ');
}

function evidenceText(article: Article, evidence: readonly number[]): string {
  return evidence
    .map((number) => sentenceAt(article, number))
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => cut(article, sentence))
    .join(' ');
}

/**
 * The position in the article's own words: the nearest cited sentence as statement. Only where the speaker holds: a
 * sentence under the wrong name would be worse than no line, so then the position is dropped (`null`).
 */
export function replacedPosition(draft: DraftPosition, facts: ArticleFacts, language: string): Position | null {
  const { article } = facts;
  const sentence = citedSentence(article, [...draft.evidence, ...quotationSentences(article, draft)], draft.statement);
  if (!sentence) return null;
  const verdict = checkPosition(
    { ...draft, statement: sentence.text, issue: '', evidence: [sentence.number] },
    facts,
    language,
  );
  return verdict.position ? { ...verdict.position, issue: '', origin: 'replaced' } : null;
}

function quotationSentences(article: Article, draft: DraftPosition): number[] {
  return quotationIds(article, draft).known.flatMap((id) => cutQuotation(article, id)?.sentence ?? []);
}
