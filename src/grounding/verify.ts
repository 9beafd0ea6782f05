/**
 * The gate: does the draft say what the article says? Pure and deterministic. It says what may stand, what should be
 * written again (with located reasons) and what a judge should look at; the use case makes the calls.
 */
import type {
  Article,
  Check,
  DraftItem,
  DraftMention,
  DraftPoint,
  Mention,
  Point,
  Position,
  RepairTask,
  Verified,
} from '#domain';

import { type ArticleFacts, factsOf } from './facts.ts';
import { checkLine, citedSentence, existingSentences } from './line.ts';
import { checkPosition, replacedPosition } from './position.ts';
import { seal } from './seal.ts';

export type VerifiedItem =
  | { readonly kind: 'headline' | 'gist' | 'point' | 'question'; readonly item: Verified<Point> }
  | { readonly kind: 'position'; readonly item: Verified<Position> }
  | { readonly kind: 'mention'; readonly item: Verified<Mention> };

export interface Verdict {
  readonly kept: VerifiedItem | null;
  readonly toRepair: RepairTask | null;
  /** Kept, but far from its evidence: the judge sees the line and its sentences only. */
  readonly toJudge: boolean;
  readonly check: Check | null;
}

const DROPPED = { kept: null, toRepair: null, toJudge: false } as const;

/** First look at an item: what fails goes back to its writer once. */
export function verifyItem(article: Article, draft: DraftItem, language: string): Verdict {
  const facts = factsOf(article);
  if (draft.kind === 'position') return verifyPosition(draft, facts, language);
  if (draft.kind === 'mention') return verifyMention(draft.item, facts, language);
  return verifyPoint(draft.kind, draft.item, facts, language);
}

/** Last look, after the repair or without one: what fails again becomes the cited sentence itself, or goes. */
export function settleItem(article: Article, draft: DraftItem, language: string, isRewritten: boolean): Verdict {
  const verdict = verifyItem(article, draft, language);
  if (verdict.kept) return isRewritten ? { ...verdict, kept: asRewritten(verdict.kept) } : verdict;
  if (!verdict.toRepair) return verdict;
  const reasons = verdict.toRepair.reasons;
  const replacement = replace(draft, factsOf(article), language);
  if (replacement)
    return { ...DROPPED, kept: replacement, check: { about: draft.kind, decision: 'replaced', reasons } };
  return { ...DROPPED, check: { about: draft.kind, decision: 'dropped', reasons } };
}

function asRewritten(kept: VerifiedItem): VerifiedItem {
  if (kept.kind === 'mention') return kept;
  if (kept.kind === 'position') return { kind: 'position', item: seal({ ...kept.item, origin: 'rewritten' }) };
  return { kind: kept.kind, item: seal({ ...kept.item, origin: 'rewritten' }) };
}

type LineKind = Exclude<DraftItem['kind'], 'position' | 'mention'>;

function verifyPoint(kind: LineKind, item: DraftPoint, facts: ArticleFacts, language: string): Verdict {
  const line = checkLine(item.text, item.evidence, facts, language);
  if (line.faults.length > 0)
    return { ...DROPPED, toRepair: { draft: { kind, item }, reasons: line.faults }, check: null };
  const point: Point = {
    evidence: line.evidence.map((sentence) => ({ article: facts.article.id, sentence })),
    text: line.text,
    origin: line.isReCited ? 're-cited' : 'kept',
  };
  const decision = line.isReCited ? 'moved' : line.isCorrected ? 'corrected' : 'kept';
  return {
    kept: { kind, item: seal(point) },
    toRepair: null,
    toJudge: line.isFar,
    check: { about: kind, decision, reasons: [] },
  };
}

function verifyPosition(draft: DraftItem & { kind: 'position' }, facts: ArticleFacts, language: string): Verdict {
  const { position, faults, notes, statement } = checkPosition(draft.item, facts, language);
  if (!position) return { ...DROPPED, toRepair: { draft, reasons: faults }, check: null };
  const decision = position.speaker === null ? 'unclear' : notes.length > 0 ? 'corrected' : 'kept';
  return {
    kept: { kind: 'position', item: seal(position) },
    toRepair: null,
    toJudge: statement.isFar,
    check: { about: 'position', decision, reasons: notes },
  };
}

function verifyMention(item: DraftMention, facts: ArticleFacts, language: string): Verdict {
  const line = checkLine(item.name, item.evidence, facts, language);
  if (line.faults.length > 0)
    return { ...DROPPED, check: { about: 'mention', decision: 'dropped', reasons: line.faults } };
  const role = item.role && checkLine(item.role, item.evidence, facts, language).faults.length === 0 ? item.role : null;
  const mention: Mention = {
    evidence: line.evidence.map((sentence) => ({ article: facts.article.id, sentence })),
    name: line.text,
    role,
  };
  return {
    kept: { kind: 'mention', item: seal(mention) },
    toRepair: null,
    toJudge: false,
    check: { about: 'mention', decision: 'kept', reasons: [] },
  };
}

function replace(draft: DraftItem, facts: ArticleFacts, language: string): VerifiedItem | null {
  if (draft.kind === 'mention') return null;
  if (draft.kind === 'position') {
    const position = replacedPosition(draft.item, facts, language);
    return position && { kind: 'position', item: seal(position) };
  }
  // A headline or an open question is no sentence of the article: better none than a sentence in its place.
  if (draft.kind === 'headline' || draft.kind === 'question') return null;
  const sentence = citedSentence(facts.article, existingSentences(facts.article, draft.item.evidence), draft.item.text);
  if (!sentence) return null;
  const point: Point = {
    evidence: [{ article: facts.article.id, sentence: sentence.number }],
    text: sentence.text,
    origin: 'replaced',
  };
  return { kind: draft.kind, item: seal(point) };
}
