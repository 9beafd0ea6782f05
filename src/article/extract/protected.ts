/** Blocks that look like furniture one by one, and are part of the text by what stands around them: no step asks about them. */
import type { Judged } from './judged.ts';
import { ENTRY_TIME } from './phrases.ts';
import type { Place } from './place.ts';

/** So many times, or questions, make a live blog or an interview. */
const MIN_ENTRIES = 3;
const MAX_TIME_CHARACTERS = 40;
const MAX_QUESTION_WORDS = 60;
const MIN_EMPHASIS = 0.9;
const QUESTION_END = /[?？؟]["”»’]?$/u;
const POST_NAMES = new Set('tweet tweets post embed media toot skeet'.split(' '));

/** "14:32", "09.15 GMT", "3:05 pm": the hour of an entry of a live blog, alone on its line. */
export function isEntryTime({ text }: { readonly text: string }): boolean {
  return text.length <= MAX_TIME_CHARACTERS && ENTRY_TIME.test(text);
}

export function isLiveBlog(blocks: readonly { readonly text: string }[]): boolean {
  return blocks.filter(isEntryTime).length >= MIN_ENTRIES;
}

export function protectedBlocks(blocks: readonly Judged[], off: ReadonlySet<string>): ReadonlySet<Judged> {
  const kinds: readonly (readonly Judged[])[] = [
    off.has('entry-times') ? [] : manyOf(blocks.filter(isEntryTime)),
    off.has('questions') ? [] : manyOf(blocks.filter(isQuestion)),
    off.has('embedded-post') ? [] : blocks.filter(isInPost),
  ];
  return new Set(kinds.flat());
}

const manyOf = (found: readonly Judged[]): readonly Judged[] => (found.length >= MIN_ENTRIES ? found : []);

/** Interviewers' questions are set in bold, as headings, or in elements that are called so. */
function isQuestion({ block, text, size, isHeading }: Judged): boolean {
  if (size > MAX_QUESTION_WORDS || !QUESTION_END.test(text) || block.linkShare > 0) return false;
  return (
    isHeading || block.emphasisShare >= MIN_EMPHASIS || block.inner.nameTokens.some((token) => token === 'question')
  );
}

/** Words of a post from a social network that the article shows: a quotation, with its author and date. */
function isInPost({ block }: Judged): boolean {
  if (!block.place.isWithin('blockquote') || block.linkShare > 0.9) return false;
  for (let place: Place | null = block.place; place; place = place.above) {
    if (place.name === 'blockquote') return place.nameTokens.some((token) => POST_NAMES.has(token));
  }
  return false;
}
