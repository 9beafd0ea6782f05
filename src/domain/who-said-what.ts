/** How points and positions are laid out for a reader, whatever shows them: decisions only, no words of ours. Pure. */
import {
  type CutQuotation,
  type Length,
  POINTS_SHOWN,
  type Point,
  type Position,
  type Stance,
  type Verified,
} from './briefing.ts';
import { foldAccents, sameText } from './text.ts';

export interface Utterance {
  readonly position: Verified<Position>;
  /** `null` where a stance would tell the reader nothing: unclear or neutral. */
  readonly stance: Exclude<Stance, 'unclear' | 'neutral'> | null;
  /** `null` where the words shown name it themselves. */
  readonly issue: string | null;
  /** `null`: the statement is nothing but the quotation, so only the quotation is shown. */
  readonly statement: string | null;
  /** Quotations that do not stand inside the statement already. */
  readonly quotations: readonly CutQuotation[];
}

export interface SpeakerGroup {
  /** `null`: somebody said it, and nothing confirms who. */
  readonly speaker: {
    readonly name: string;
    readonly role: string | null;
    /** Whom they speak for, where the role does not say it. */
    readonly speaksFor: string | null;
  } | null;
  readonly utterances: readonly Utterance[];
}

/** The most telling points for a length, in the order of the article: what comes later builds on what came before. */
export function pointsShown(points: readonly Verified<Point>[], length: Length): readonly Verified<Point>[] {
  const placeOf = ({ evidence }: Verified<Point>): number => evidence[0]?.sentence ?? 0;
  return points.slice(0, POINTS_SHOWN[length]).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Groups positions by speaker, in the order in which the speakers first appear; those without a confirmed speaker are
 * one group.
 */
export function whoSaidWhat(positions: readonly Verified<Position>[]): SpeakerGroup[] {
  const bySpeaker = Map.groupBy(positions, (position) => position.speaker?.name ?? null);
  return [...bySpeaker].map(([name, own]) => ({
    speaker: name === null ? null : speakerOf(name, own),
    utterances: own.map(utterance),
  }));
}

function speakerOf(name: string, positions: readonly Verified<Position>[]): NonNullable<SpeakerGroup['speaker']> {
  const role = positions.find(({ speaker }) => speaker?.role)?.speaker?.role ?? null;
  const party = positions.find(({ speaker }) => speaker?.speaksFor)?.speaker?.speaksFor ?? null;
  return { name, role, speaksFor: party !== null && !holdsWords([name, role], party) ? party : null };
}

function utterance(position: Verified<Position>): Utterance {
  const { stance, issue, statement, quotations } = position;
  const [only] = quotations;
  const isOnlyQuoted = only !== undefined && quotations.length === 1 && sameText(only.words, statement);
  return {
    position,
    stance: stance === 'unclear' || stance === 'neutral' ? null : stance,
    issue: issue === '' || holdsWords([statement, ...quotations.map(({ words }) => words)], issue) ? null : issue,
    statement: isOnlyQuoted ? null : statement,
    quotations: isOnlyQuoted ? quotations : quotations.filter(({ words }) => !statement.includes(words)),
  };
}

export interface PositionFilter {
  /** Words of the speaker's name, role or party; `null`: any speaker. */
  readonly speaker: string | null;
  /** Words of the issue or of what was said; `null`: any issue. */
  readonly issue: string | null;
}

/** The positions that fit; case and accents do not count. */
export function positionsAbout(
  positions: readonly Verified<Position>[],
  { speaker, issue }: PositionFilter,
): readonly Verified<Position>[] {
  return positions.filter((position) => {
    const who = [position.speaker?.name, position.speaker?.role, position.speaker?.speaksFor];
    const what = [position.issue, position.statement, ...position.quotations.map(({ words }) => words)];
    return holdsWords(who, speaker) && holdsWords(what, issue);
  });
}

function holdsWords(texts: readonly (string | null | undefined)[], wanted: string | null): boolean {
  const words = foldAccents(wanted ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const text = foldAccents(texts.filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}
