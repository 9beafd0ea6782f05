/**
 * A line that a reader calls wrong, checked again in another way than the first time: with more of the text around its
 * evidence, and for a position with everything else that its speaker is quoted with. Pure; the use case asks the judge.
 */
import {
  type Article,
  type Complaint,
  type DraftPosition,
  type JudgeAnswer,
  type JudgeTask,
  type Position,
  quotationById,
  sameText,
} from '#domain';
import { sameSpeaker } from '#language';

import { attributionsOfSentence } from './attributions.ts';
import { factsOf } from './facts.ts';
import { citedSentence, existingSentences, textsOf } from './line.ts';
import { replacedPosition } from './position.ts';
import { seal } from './seal.ts';
import { isConfirmedSpeaker, meansSpeaker } from './speaker.ts';
import { stanceClaim } from './stance.ts';
import type { VerifiedItem } from './verify.ts';

export interface Rechecked {
  readonly outcome: 'kept' | 'corrected' | 'withdrawn';
  /** What stands from now on; `null`: nothing. */
  readonly item: VerifiedItem | null;
}

export interface Recheck {
  /** Empty: the rules alone can tell. */
  readonly tasks: readonly JudgeTask[];
  /** `null`: nobody could be asked. Then only what the rules are certain of stays, the rest in the article's own words. */
  settle(answers: readonly JudgeAnswer[] | null, complaint?: Complaint): Rechecked;
}

type LineItem = Exclude<VerifiedItem, { kind: 'position' | 'mention' }>;
type PositionItem = Extract<VerifiedItem, { kind: 'position' }>;

/** Sentences on each side of the evidence. */
const REACH = 2;
/** What a second reader is shown of one line at most. */
const MOST_SENTENCES = 40;

const WITHDRAWN: Rechecked = { outcome: 'withdrawn', item: null };

export function recheckItem(article: Article, reported: VerifiedItem, language: string): Recheck {
  if (reported.kind === 'position') return recheckPosition(article, reported, language);
  if (reported.kind === 'mention') return { tasks: [], settle: () => WITHDRAWN };
  return recheckLine(article, reported);
}

function recheckLine(article: Article, reported: LineItem): Recheck {
  const { kind, item } = reported;
  const evidence = item.evidence.map(({ sentence }) => sentence);
  const kept: Rechecked = { outcome: 'kept', item: reported };
  // The article's own sentence says what the article says.
  if (isOwnSentence(article, item.text, evidence)) return { tasks: [], settle: () => kept };
  const task: JudgeTask = { kind: 'line', claim: item.text, sentences: textsOf(article, around(article, evidence)) };
  return {
    tasks: [task],
    settle(answers) {
      if (answers?.[0] === true) return kept;
      if (kind === 'headline' || kind === 'question') return WITHDRAWN;
      const sentence = citedSentence(article, evidence, item.text);
      if (!sentence) return WITHDRAWN;
      const point = seal({
        evidence: [{ article: article.id, sentence: sentence.number }],
        text: sentence.text,
        origin: 'replaced' as const,
      });
      return { outcome: 'corrected', item: { kind, item: point } };
    },
  };
}

type Question = 'speaker' | 'statement' | 'stance';

function recheckPosition(article: Article, reported: PositionItem, language: string): Recheck {
  const { item: position } = reported;
  const asked = questionsAbout(article, position);
  return {
    tasks: asked.map(({ task }) => task),
    settle(answers, complaint = 'other') {
      const holds = (about: Question): boolean | null => {
        const own = asked.flatMap((one, index) => (one.about === about ? [answers?.[index] === true] : []));
        return answers === null || own.length === 0 ? null : own.every(Boolean);
      };
      const isSpeaker = position.speaker !== null && (holds('speaker') ?? isCertainSpeaker(article, position));
      const isStatement = holds('statement') ?? isArticles(article, position);
      // Without a second reader no side is taken.
      const isStance = position.stance === 'neutral' || holds('stance') === true;
      const stance = isSpeaker && isStance ? position.stance : 'unclear';
      const isUnchanged = isStatement && isSpeaker === (position.speaker !== null) && stance === position.stance;
      // The rules have nothing new to say of a speaker they are certain of, and other changes would not answer the complaint.
      const isUnanswered = answers === null && complaint === 'speaker' && isSpeaker;
      if (isUnchanged || isUnanswered) return { outcome: 'kept', item: reported };
      // Without a known speaker only quoted words may stay; a report of unknown origin is withdrawn.
      if (!isSpeaker && position.quotations.length === 0) return WITHDRAWN;
      const base = isStatement ? position : inOwnWords(article, position, language, isSpeaker);
      if (!base) return WITHDRAWN;
      const item = seal({ ...base, speaker: isSpeaker ? base.speaker : null, stance });
      return { outcome: 'corrected', item: { kind: 'position', item } };
    },
  };
}

function questionsAbout(article: Article, position: Position): { about: Question; task: JudgeTask }[] {
  const { speaker, statement, stance, issue, quotations } = position;
  const evidence = position.evidence.map(({ sentence }) => sentence);
  const own = quotations.map(({ sentence }) => sentence);
  const others = speaker ? otherQuotations(article, speaker.name) : [];
  const numbers = [...new Set([...around(article, [...evidence, ...own]), ...others])].slice(0, MOST_SENTENCES);
  const sentences = textsOf(
    article,
    numbers.sort((a, b) => a - b),
  );
  const line = (about: Question, claim: string) => ({ about, task: { kind: 'line', claim, sentences } as const });
  const name = speaker?.name ?? null;
  const quoted = name === null ? [] : quotations.map(({ words }) => line('speaker', `${name} said: “${words}”`));
  const reported =
    name !== null && quotations.length === 0
      ? [line('speaker', `It was ${name} who said or did this: ${statement}`)]
      : [];
  const stated = isArticles(article, position) ? [] : [line('statement', name ? `${name}: ${statement}` : statement)];
  const hasSide = name !== null && stance !== 'unclear' && stance !== 'neutral';
  const sided = hasSide
    ? [
        {
          about: 'stance' as const,
          task: { kind: 'stance', claim: stanceClaim(name, stance, issue || statement), sentences } as const,
        },
      ]
    : [];
  return [...quoted, ...reported, ...stated, ...sided];
}

/** Sentences of everything that the article quotes this speaker with. */
function otherQuotations(article: Article, name: string): number[] {
  return article.attributions
    .filter(({ speaker, quotations }) => speaker !== null && quotations.length > 0 && sameSpeaker(speaker.name, name))
    .flatMap(({ quotations }) => quotations.flatMap((id) => quotationById(article, id)?.sentences ?? []));
}

function around(article: Article, evidence: readonly number[]): number[] {
  const near = evidence.flatMap((number) =>
    Array.from({ length: 2 * REACH + 1 }, (_none, offset) => number - REACH + offset),
  );
  return existingSentences(article, near).sort((a, b) => a - b);
}

const isOwnSentence = (article: Article, text: string, evidence: readonly number[]): boolean =>
  textsOf(article, evidence).some((sentence) => sameText(sentence, text));

/** The statement is a cited sentence, or nothing but the quotation. */
function isArticles(article: Article, { statement, quotations, evidence }: Position): boolean {
  if (quotations.some(({ words }) => sameText(words, statement))) return true;
  return isOwnSentence(
    article,
    statement,
    evidence.map(({ sentence }) => sentence),
  );
}

function isCertainSpeaker(article: Article, { speaker, quotations, evidence }: Position): boolean {
  if (!speaker) return false;
  if (quotations.length > 0) return quotations.every(({ id }) => isConfirmedSpeaker(article, speaker.name, id));
  return evidence
    .flatMap(({ sentence }) => attributionsOfSentence(article, sentence))
    .some((attribution) => attribution.certain && meansSpeaker(article, speaker.name, attribution));
}

function inOwnWords(article: Article, position: Position, language: string, isSpeaker: boolean): Position | null {
  const { speaker, quotations } = position;
  const evidence = position.evidence.map(({ sentence }) => sentence);
  if (isSpeaker && speaker) {
    const draft: DraftPosition = { ...position, evidence, speaker, quotations: quotations.map(({ id }) => id) };
    return replacedPosition(draft, factsOf(article), language);
  }
  const sentence = citedSentence(article, evidence, position.statement);
  if (!sentence) return null;
  const found = [{ article: article.id, sentence: sentence.number }];
  return { ...position, evidence: found, statement: sentence.text, issue: '', origin: 'replaced' };
}
