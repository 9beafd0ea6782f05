/** A line may hold more than one sentence; each is held against the article for itself. */

/** Behind a stop, capitals or not: writers of test data lower-case everything and set the stop apart. */
const BREAK = /(?<=[.!?…][”"’»)\]]*)\s+(?=["“„«‘'([]?[\p{Lu}\p{N}])|(?<=\s[.!?])\s+/u;
const ABBREVIATED =
  /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Jr|Sr|No|vs|Inc|Co|Corp|Prof|Nr|bzw|ca|U\.S|U\.K|U\.N|[ap]\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$/u;

export function claimSentences(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.trim().split(BREAK)) {
    const last = pieces.at(-1);
    if (last !== undefined && ABBREVIATED.test(last)) pieces[pieces.length - 1] = `${last} ${piece}`;
    else if (piece.trim() !== '') pieces.push(piece.trim());
  }
  return pieces;
}
