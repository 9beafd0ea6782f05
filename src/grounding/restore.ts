import type { Article, Briefing, BriefingRecord, Mention, Point, Position, PositionRecord, Verified } from '#domain';

import { existingSentences } from './line.ts';
import { cutQuotation } from './quotation-match.ts';
import { seal } from './seal.ts';
import { settleTypedQuotations } from './typed-quotations.ts';

/** What is kept of a briefing: ids in place of quoted words. */
export function toRecord(briefing: Briefing): BriefingRecord {
  const positions = briefing.positions.map((position) => ({
    ...position,
    quotations: position.quotations.map((quotation) => quotation.id),
  }));
  return { ...briefing, positions };
}

/**
 * The way back from the store: quotations are cut out of the article again, evidence must still exist, and marks inside a
 * line must still enclose the article's words. `null` when the record belongs to another text.
 */
export function restore(article: Article, record: BriefingRecord): Briefing | null {
  if (record.article !== article.id) return null;
  const isSound = (line: { evidence: Point['evidence'] }): boolean =>
    existingSentences(
      article,
      line.evidence.map((evidence) => evidence.sentence),
    ).length === line.evidence.length;
  const point = (line: Point): Verified<Point> =>
    seal({ ...line, text: settleTypedQuotations(line.text, article).text });
  const position = (entry: PositionRecord): Verified<Position> =>
    seal({
      ...entry,
      statement: settleTypedQuotations(entry.statement, article).text,
      quotations: entry.quotations.map((id) => cutQuotation(article, id)).filter((quotation) => quotation !== null),
    });
  return {
    ...record,
    headline: record.headline && isSound(record.headline) ? point(record.headline) : null,
    gist: record.gist && isSound(record.gist) ? point(record.gist) : null,
    points: record.points.filter(isSound).map(point),
    positions: record.positions.filter(isSound).map(position),
    mentioned: record.mentioned.filter(isSound).map((mention): Verified<Mention> => seal(mention)),
    openQuestions: record.openQuestions.filter(isSound).map(point),
  };
}
