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
  JudgeAnswer,
  JudgeTask,
  Mention,
  Origin,
  Point,
  Position,
  RepairTask,
  Stance,
  Verified,
} from '#domain';

import { type ArticleFacts, factsOf } from './facts.ts';
import { checkLine, citedSentence, existingSentences, textsOf } from './line.ts';
import { checkPosition, replacedPosition } from './position.ts';
import { seal } from './seal.ts';

export type VerifiedItem =
  | { readonly kind: 'headline' | 'gist' | 'point' | 'question'; readonly item: Verified<Point> }
  | { readonly kind: 'position'; readonly item: Verified<Position> }
  | { readonly kind: 'mention'; readonly item: Verified<Mention> };

/** An item that passed the rules and is still far from its evidence: it stands only when a second reader confirms it. */
export interface JudgeCase {
  readonly draft: DraftItem;
  readonly language: string;
  readonly tasks: readonly JudgeTask[];
  /** What will stand, not yet verified. */
  readonly candidate:
    | { readonly kind: 'line'; readonly point: Point }
    | { readonly kind: 'position'; readonly position: Position };
  /** The stance to print when the judge confirms it. */
  readonly openStance: Stance | null;
  readonly reasons: readonly string[];
}

/** At most one of `kept`, `toRepair` and `toJudge` is set; none of them: dropped. */
export interface Verdict {
  readonly kept: VerifiedItem | null;
  readonly toRepair: RepairTask | null;
  readonly toJudge: JudgeCase | null;
  readonly check: Check | null;
}

type LineKind = Exclude<DraftItem['kind'], 'position' | 'mention'>;
type LineDraft = Extract<DraftItem, { kind: LineKind }>;

const NOTHING = { kept: null, toRepair: null, toJudge: null, check: null } as const;

/** First look at an item: what fails goes back to its writer once. */
export function verifyItem(article: Article, draft: DraftItem, language: string): Verdict {
  return look(article, draft, language, null);
}

/** Last look, after the repair or without one: what fails again becomes the cited sentence itself, or goes. */
export function settleItem(article: Article, draft: DraftItem, language: string, isRewritten: boolean): Verdict {
  const verdict = look(article, draft, language, isRewritten ? 'rewritten' : null);
  return verdict.toRepair ? replaced(article, draft, language, verdict.toRepair.reasons) : verdict;
}

/** What stands after the second reader, whose answers are in the order of the case's tasks. No answer counts as no. */
export function settleJudged(article: Article, judged: JudgeCase, answers: readonly JudgeAnswer[]): Verdict {
  const { draft, tasks, candidate } = judged;
  const refused = tasks.filter((task, index) => task.kind === 'line' && answers[index] !== true);
  if (refused.length > 0)
    return replaced(article, draft, judged.language, [...judged.reasons, 'far-from-evidence: not confirmed']);
  const stanceAt = tasks.findIndex((task) => task.kind === 'stance');
  const isStanceConfirmed = stanceAt >= 0 && answers[stanceAt] === true;
  const origin = (own: Origin): Origin => (tasks.some((task) => task.kind === 'line') ? 'confirmed' : own);
  const check: Check = { about: draft.kind, decision: 'confirmed', reasons: judged.reasons };
  if (candidate.kind === 'position') {
    const { position } = candidate;
    const stance = isStanceConfirmed && judged.openStance ? judged.openStance : position.stance;
    const decision = stanceAt >= 0 && !isStanceConfirmed ? 'unclear' : 'confirmed';
    const item = seal({ ...position, stance, origin: origin(position.origin) });
    return { ...NOTHING, kept: { kind: 'position', item }, check: { ...check, decision } };
  }
  const item = seal({ ...candidate.point, origin: origin(candidate.point.origin) });
  return { ...NOTHING, kept: { kind: draft.kind as LineKind, item }, check };
}

function look(article: Article, draft: DraftItem, language: string, origin: 'rewritten' | null): Verdict {
  const facts = factsOf(article);
  if (draft.kind === 'position') return lookAtPosition(draft, facts, language, origin);
  if (draft.kind === 'mention') return lookAtMention(draft.item, facts, language);
  return lookAtLine(draft, facts, language, origin);
}

function lookAtLine(draft: LineDraft, facts: ArticleFacts, language: string, origin: 'rewritten' | null): Verdict {
  const { kind, item } = draft;
  const line = checkLine(item.text, item.evidence, facts, language);
  if (line.faults.length > 0) return { ...NOTHING, toRepair: { draft, reasons: line.faults } };
  const point: Point = {
    evidence: line.evidence.map((sentence) => ({ article: facts.article.id, sentence })),
    text: line.text,
    origin: origin ?? (line.isReCited ? 're-cited' : 'kept'),
  };
  if (line.doubts.length > 0) {
    const tasks = [{ kind: 'line', claim: line.text, sentences: textsOf(facts.article, line.evidence) } as const];
    const candidate = { kind: 'line', point } as const;
    return { ...NOTHING, toJudge: { draft, language, tasks, candidate, openStance: null, reasons: line.doubts } };
  }
  const decision = origin ?? (line.isReCited ? 'moved' : line.isCorrected ? 'corrected' : 'kept');
  return { ...NOTHING, kept: { kind, item: seal(point) }, check: { about: kind, decision, reasons: line.corrections } };
}

function lookAtPosition(
  draft: DraftItem & { kind: 'position' },
  facts: ArticleFacts,
  language: string,
  origin: 'rewritten' | null,
): Verdict {
  const { position: found, faults, notes, statement, openStance } = checkPosition(draft.item, facts, language);
  if (!found) return { ...NOTHING, toRepair: { draft, reasons: faults } };
  const position: Position = origin ? { ...found, origin } : found;
  const sentences = textsOf(facts.article, statement.evidence);
  const tasks: JudgeTask[] = [];
  if (statement.doubts.length > 0) tasks.push({ kind: 'line', claim: saidBy(position), sentences });
  if (openStance) tasks.push({ kind: 'stance', claim: openStance.claim, sentences });
  if (tasks.length > 0) {
    const reasons = [...statement.doubts, ...notes];
    const candidate = { kind: 'position', position } as const;
    return {
      ...NOTHING,
      toJudge: { draft, language, tasks, candidate, openStance: openStance?.stance ?? null, reasons },
    };
  }
  const decision = position.speaker === null ? 'unclear' : (origin ?? (notes.length > 0 ? 'corrected' : 'kept'));
  return {
    ...NOTHING,
    kept: { kind: 'position', item: seal(position) },
    check: { about: 'position', decision, reasons: notes },
  };
}

const saidBy = (position: Position): string =>
  position.speaker ? `${position.speaker.name}: ${position.statement}` : position.statement;

function lookAtMention(item: DraftMention, facts: ArticleFacts, language: string): Verdict {
  const line = checkLine(item.name, item.evidence, facts, language);
  if (line.faults.length > 0)
    return { ...NOTHING, check: { about: 'mention', decision: 'dropped', reasons: line.faults } };
  const role = item.role && checkLine(item.role, item.evidence, facts, language).faults.length === 0 ? item.role : null;
  const mention: Mention = {
    evidence: line.evidence.map((sentence) => ({ article: facts.article.id, sentence })),
    name: line.text,
    role,
  };
  return {
    ...NOTHING,
    kept: { kind: 'mention', item: seal(mention) },
    check: { about: 'mention', decision: 'kept', reasons: [] },
  };
}

/** The cited sentence in the place of what failed, or nothing where a sentence would be out of place. */
function replaced(article: Article, draft: DraftItem, language: string, reasons: readonly string[]): Verdict {
  const kept = replacement(draft, factsOf(article), language);
  return { ...NOTHING, kept, check: { about: draft.kind, decision: kept ? 'replaced' : 'dropped', reasons } };
}

function replacement(draft: DraftItem, facts: ArticleFacts, language: string): VerifiedItem | null {
  if (draft.kind === 'mention') return null;
  if (draft.kind === 'position') {
    const position = replacedPosition(draft.item, facts, language);
    return position && { kind: 'position', item: seal(position) };
  }
  // A headline or an open question is no sentence of the article: better none than a sentence in its place.
  if (draft.kind === 'headline' || draft.kind === 'question') return null;
  return replacedLine(draft.kind, draft.item, facts);
}

function replacedLine(kind: LineKind, item: DraftPoint, facts: ArticleFacts): VerifiedItem | null {
  const sentence = citedSentence(facts.article, existingSentences(facts.article, item.evidence), item.text);
  if (!sentence) return null;
  const evidence = [{ article: facts.article.id, sentence: sentence.number }];
  return { kind, item: seal<Point>({ evidence, text: sentence.text, origin: 'replaced' }) };
}
