/** What the steps of the filter look at: a block with its context, and the page as a whole. */
import type { Block } from './blocks.ts';
import type { Hint } from './hints.ts';
import { CALL, CREDIT_INSIDE, LEGAL, SENTENCE_END, SIGN_OFF } from './phrases.ts';
import type { Place } from './place.ts';
import { HEADINGS } from './tags.ts';

/** A full paragraph has at least so many words (the measuring prototype's number). */
export const FULL_PARAGRAPH_WORDS = 20;
const MAX_PROSE_LINK_SHARE = 0.4;
const LIST_TAGS = ['li', 'table', 'dl'] as const;

export interface HintedPlace {
  readonly place: Place;
  readonly hint: Hint;
}

export class Judged {
  readonly block: Block;
  readonly text: string;
  /** In words. */
  readonly size: number;
  readonly isHeading: boolean;
  readonly isInList: boolean;
  readonly hints: readonly HintedPlace[];
  /** Stands before the first full paragraph, or behind the last. */
  isAtHead = false;
  isAtTail = false;
  #folded: string | null = null;

  constructor(block: Block) {
    this.block = block;
    this.text = block.text;
    this.size = block.size;
    this.isHeading = HEADINGS.has(block.tag);
    this.isInList = LIST_TAGS.some((tag) => block.place.isWithin(tag));
    this.hints = hintsOf(block.inner);
  }

  /** Words in lower case, one space between. */
  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }
}

export interface Reading {
  readonly blocks: readonly Judged[];
  readonly words: number;
  /** Words under each element whose name hints at something else. */
  readonly wordsUnder: ReadonlyMap<Place, number>;
  /** Folded. */
  readonly title: string;
  readonly author: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

export function fold(text: string): string {
  return (text.match(WORD) ?? []).join(' ').toLowerCase();
}

/** Innermost first. */
function hintsOf(inner: Place): HintedPlace[] {
  const hints: HintedPlace[] = [];
  for (let place = inner.hinted; place?.hint; place = place.above?.hinted ?? null) {
    hints.push({ place, hint: place.hint });
  }
  return hints;
}

export function isFullParagraph(judged: Pick<Judged, 'block' | 'text' | 'size'>): boolean {
  return (
    judged.size >= FULL_PARAGRAPH_WORDS &&
    judged.block.linkShare < MAX_PROSE_LINK_SHARE &&
    SENTENCE_END.test(judged.text)
  );
}

/** Long texts are not tried against the phrases: they are prose, and patterns cost time. */
const MAX_PHRASE_WORDS = 120;
const says = (pattern: RegExp, judged: Judged): boolean => judged.size <= MAX_PHRASE_WORDS && pattern.test(judged.text);

export function readingOf(blocks: readonly Block[], known: { title: string; author: string }): Reading {
  const judged = blocks.map((block) => new Judged(block));
  const wordsUnder = new Map<Place, number>();
  let words = 0;
  for (const { hints, size } of judged) {
    words += size;
    for (const { place } of hints) wordsUnder.set(place, (wordsUnder.get(place) ?? 0) + size);
  }
  const isBody = (each: Judged): boolean =>
    isFullParagraph(each) && !says(CREDIT_INSIDE, each) && each.block.tag !== 'figcaption';
  const plain = judged.findIndex((each) => isBody(each) && !says(CALL, each));
  const first = plain >= 0 ? plain : judged.findIndex(isBody);
  const last = judged.findLastIndex(
    (each) => isFullParagraph(each) && !says(CALL, each) && !says(LEGAL, each) && !says(SIGN_OFF, each),
  );
  for (const [index, each] of judged.entries()) {
    each.isAtHead = first >= 0 && index < first;
    each.isAtTail = index > last;
  }
  return { blocks: judged, words: words || 1, wordsUnder, title: fold(known.title), author: authorOf(known.author) };
}

function authorOf(byline: string): string {
  return fold(byline).replace(/^by /, '');
}
