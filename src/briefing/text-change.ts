/** A page that was read again and says something else: which text came before or after, and which positions changed. */
import { canonicalAddress } from '#article';
import { type Article, type Briefing, type Position, sameText, type Verified } from '#domain';

import type { SourceStore } from './read-source.ts';

export type TextChange =
  /** The text is the page's newest; this one was read before it. */
  | { readonly is: 'newer'; readonly before: Article }
  /** The page says something else by now. */
  | { readonly is: 'older'; readonly newest: string };

export interface PositionChanges {
  readonly added: readonly Verified<Position>[];
  readonly gone: readonly Verified<Position>[];
}

/** `null`: nothing is known to have changed. Fetches nothing. */
export async function changeOf(
  store: Pick<SourceStore, 'articles' | 'links'>,
  guild: string,
  { id, source }: Article,
): Promise<TextChange | null> {
  if (source.kind !== 'link') return null;
  const note = await store.links.get(guild, canonicalAddress(source.address));
  if (!note) return null;
  if (note.articleId !== id) return { is: 'older', newest: note.articleId };
  const before = note.before ? await store.articles.get(guild, note.before) : undefined;
  return before ? { is: 'newer', before } : null;
}

/** The same speaker with the same words is the same position, wherever in the text it stands. */
export function positionChanges(before: Briefing, after: Briefing): PositionChanges {
  return {
    added: after.positions.filter((one) => !before.positions.some((other) => isSame(one, other))),
    gone: before.positions.filter((one) => !after.positions.some((other) => isSame(one, other))),
  };
}

function isSame(a: Position, b: Position): boolean {
  if (a.speaker?.name !== b.speaker?.name) return false;
  const words = ({ quotations }: Position): string => quotations.map((quotation) => quotation.words).join(' ');
  // Statements are worded anew each time; what was quoted is not.
  if (a.quotations.length > 0 || b.quotations.length > 0) return sameText(words(a), words(b));
  return sameText(a.statement, b.statement);
}
