/**
 * The filter's steps, in order; the first that objects names the reason. They decide on single blocks that Readability
 * kept. Limits in words come from the measured prototype (79 public news pages); a block longer than its step's limit is
 * taken for prose, whatever it says.
 */
import type { Hint } from './hints.ts';
import type { Judged, Reading } from './judged.ts';
import { isFullParagraph } from './judged.ts';
import * as phrases from './phrases.ts';
import type { Container, Place } from './place.ts';
import type { StepName } from './step-names.ts';

export interface StepContext {
  readonly reading: Reading;
  readonly index: number;
  /** Folded texts kept so far. */
  readonly seen: ReadonlySet<string>;
  /** The block before was left out as the head of a list of other articles, or as part of one. */
  readonly afterMore: boolean;
}

export interface Step {
  readonly name: StepName;
  /** The reason to leave the block out, or `null`. */
  readonly objection: (judged: Judged, context: StepContext) => string | null;
}

const when = (condition: boolean, reason: string): string | null => (condition ? reason : null);
const within = (judged: Judged, tag: Container): boolean => judged.block.place.isWithin(tag);
const isAllLinks = (judged: Judged | undefined): boolean => (judged?.block.linkShare ?? 0) >= 0.9;

/** An element that holds so much of the text is the article, whatever its name says. */
const MAX_HINTED_SHARE = 0.25;
const MAX_ASIDE_WORDS = 60;
/** Names that are also given to parts of the article: full paragraphs under them stay. */
const WEAK_HINTS: ReadonlySet<Hint> = new Set(['furniture', 'related', 'promotion']);

function hintObjection(judged: Judged, { reading }: StepContext): string | null {
  for (const { place, hint } of judged.hints) {
    if ((reading.wordsUnder.get(place) ?? 0) >= reading.words * MAX_HINTED_SHARE) continue;
    if (WEAK_HINTS.has(hint) && (isLeadParagraph(judged) || isStandfirst(judged, place))) continue;
    return `${hint}: ${place.selector}`;
  }
  return null;
}

/** "teaser", "promo" and the like are also what some sites call the standfirst. */
function isLeadParagraph(judged: Judged): boolean {
  return judged.isAtHead && isFullParagraph(judged);
}

/** The same of one sentence, when it asks nothing of the reader and leads nowhere. */
function isStandfirst(judged: Judged, place: Place): boolean {
  const { isAtHead, text, block } = judged;
  if (
    !isAtHead ||
    !place.nameTokens.includes('teaser') ||
    block.tag === 'li' ||
    block.linkShare > 0 ||
    !isSentence(judged)
  )
    return false;
  return !phrases.CALL.test(text) && !phrases.ADDRESSED.test(text);
}

function titleObjection(judged: Judged, { reading: { title } }: StepContext): string | null {
  if (!title || judged.size >= 40) return null;
  const { folded } = judged;
  const repeats =
    folded === title ||
    (folded.length > 15 && title.startsWith(folded)) ||
    (judged.isHeading && title.length > 15 && folded.startsWith(title));
  return when(repeats, 'repeats the title');
}

function linkObjection(judged: Judged, { reading, index, afterMore }: StepContext): string | null {
  const { block, size, isInList, isHeading, text } = judged;
  const showsAddress = text.includes('http://') || text.includes('https://');
  if (isAllLinks(judged) && !isHeading && !isInList && size >= 4 && !showsAddress) return 'all link';
  if (block.linkShare > 0.3 && size <= 30 && afterMore) return 'linked line after a "more" line';
  if (block.linkShare >= 0.7 && size <= 15 && size >= 4 && !isInList && !isHeading && !showsAddress)
    return 'mostly link';
  if (!isAllLinks(judged) || !(isInList || isHeading) || size < 4 || phrases.PRICE.test(text)) return null;
  const neighbours = [reading.blocks[index - 1], reading.blocks[index + 1]];
  return when(
    neighbours.some((other) => isAllLinks(other) && other?.block.tag === block.tag),
    'list of links',
  );
}

const MARKS_BEFORE = /^[^\p{L}\p{N}]+/u;

function moreObjection({ size, text, block }: Judged): string | null {
  if (size > 30) return null;
  const bare = text.replace(MARKS_BEFORE, '');
  const phrase = phrases.MORE.exec(bare)?.[0];
  if (phrase === undefined) return null;
  const isLabel = size <= 20 && /^\s?[:：»>]/u.test(bare.slice(phrase.length));
  return when(block.linkShare > 0.3 || size <= 8 || isLabel, 'leads to other articles');
}

const MIN_REPEATED_WORDS = 5;
const MAX_REPEATED_WORDS = 45;

/** A sentence of the text, printed large beside it. */
function pullQuoteObjection(judged: Judged, { reading }: StepContext): string | null {
  if (judged.size < MIN_REPEATED_WORDS || judged.size > MAX_REPEATED_WORDS) return null;
  if (!within(judged, 'blockquote') && !within(judged, 'aside') && !isNamedPullQuote(judged)) return null;
  const repeats = reading.blocks.some(
    (other) => other !== judged && other.size > judged.size && other.folded.includes(judged.folded),
  );
  return when(repeats, 'repeats a sentence of the text');
}

function isNamedPullQuote({ block }: Judged): boolean {
  return block.inner.nameTokens.some((token) => token.startsWith('pull'));
}

/** A line that begins with the call is nothing else. */
const CALL_START = 3;

function callObjection(judged: Judged): string | null {
  const { size, block, isInList, isHeading, isAtTail, text } = judged;
  if (size > 50 || isInList || isHeading) return null;
  const call = phrases.CALL.exec(text);
  if (!call) return null;
  if (block.linkShare > 0.2 && size <= 40) return 'asks the reader to do something, with a link';
  const isCall = call.index < CALL_START || phrases.ADDRESSED.test(text) || !phrases.SENTENCE_END.test(text);
  return when(isCall && (size <= 14 || isAtTail), 'asks the reader to do something');
}

function creditObjection(judged: Judged): string | null {
  const { size, text, isHeading, isAtHead } = judged;
  if (isHeading) return when(size <= (isAtHead ? 70 : 30) && phrases.CREDIT_INSIDE.test(text), 'holds a credit');
  if (size <= 60 && phrases.CREDIT.test(text)) return 'begins as a credit';
  if (size <= 14 && phrases.CREDIT_WORD.test(text) && !isSentence(judged)) return 'begins with a word for pictures';
  return when(size <= (isAtHead ? 70 : 30) && phrases.CREDIT_INSIDE.test(text), 'holds a credit');
}

/** A line of eight words with a full stop says something; labels and lists of names are shorter or have none. */
const SENTENCE_WORDS = 8;

function isSentence({ size, text }: Judged): boolean {
  return size >= SENTENCE_WORDS && phrases.SENTENCE_END.test(text);
}

function bylineObjection(judged: Judged, { reading: { author } }: StepContext): string | null {
  const { isAtHead, size, text } = judged;
  if (isAtHead && size <= 25 && phrases.BYLINE.test(text) && phrases.DATE.test(text)) return 'author line with date';
  if (!isAtHead || size > 14 || isSentence(judged)) return null;
  return when(
    phrases.BYLINE.test(text) || (author !== '' && (author.includes(judged.folded) || judged.folded.includes(author))),
    'author line',
  );
}

const TAIL_DATE_WORDS = 7;
const LONG_WORD = /\p{L}{5,}/u;

/** "12 mai 2014 à 10:12"; a date with a place is a line of a list. */
function isDateOnly(text: string): boolean {
  return phrases.DATE.test(text) && !LONG_WORD.test(text.replace(phrases.DATE, ''));
}

function dateObjection(judged: Judged): string | null {
  const { size, text, isAtHead, isAtTail } = judged;
  if (size <= 16 && phrases.DATE_LABEL.test(text)) return 'date label';
  if (isAtTail && size <= TAIL_DATE_WORDS && isDateOnly(text)) return 'date below the text';
  return when(isAtHead && size <= 14 && !isSentence(judged) && phrases.DATE.test(text), 'date above the text');
}

export const STEPS: readonly Step[] = [
  { name: 'empty', objection: ({ size }) => when(size === 0, 'no word') },
  {
    name: 'caption',
    objection: (judged) => {
      if (within(judged, 'figcaption') || judged.block.tag === 'caption') return 'figcaption';
      if (!within(judged, 'figure') || judged.size >= MAX_ASIDE_WORDS) return null;
      // Editors wrap quotations and tables in figures, too.
      return when(!(['blockquote', 'table', 'pre'] as const).some((tag) => within(judged, tag)), 'figure');
    },
  },
  {
    name: 'aside',
    objection: (judged) => {
      if (judged.size >= MAX_ASIDE_WORDS) return null;
      if (within(judged, 'aside')) return 'aside';
      return when(within(judged, 'footer'), 'footer');
    },
  },
  { name: 'named-element', objection: hintObjection },
  {
    name: 'furniture',
    objection: ({ isInList, isHeading, size, text }) => {
      if (!isHeading && !isInList && phrases.NETWORK.test(text)) return 'name of a network alone';
      return when(!isInList && size <= 40 && phrases.JUNK.test(text), 'page furniture');
    },
  },
  { name: 'title', objection: titleObjection },
  {
    name: 'twice',
    objection: (judged, { seen }) => when(judged.isAtHead && judged.size >= 8 && seen.has(judged.folded), 'said above'),
  },
  { name: 'pull-quote', objection: pullQuoteObjection },
  {
    name: 'menu',
    objection: (judged, { reading, index }) =>
      when(
        judged.isAtHead && isAllLinks(judged) && [index - 1, index + 1].some((at) => isAllLinks(reading.blocks[at])),
        'links above the text',
      ),
  },
  { name: 'byline', objection: bylineObjection },
  { name: 'date', objection: dateObjection },
  { name: 'credit', objection: creditObjection },
  {
    name: 'sign-off',
    objection: (judged) => when(judged.size <= 60 && phrases.SIGN_OFF.test(judged.text), 'who reported or edited'),
  },
  { name: 'legal', objection: (judged) => when(judged.size <= 90 && phrases.LEGAL.test(judged.text), 'legal line') },
  {
    name: 'more',
    objection: moreObjection,
  },
  { name: 'call', objection: callObjection },
  { name: 'links', objection: linkObjection },
  {
    name: 'standfirst-heading',
    objection: (judged) => when(judged.isAtHead && judged.isHeading && judged.size >= 15, 'heading above the text'),
  },
  {
    name: 'author-note',
    objection: (judged, { reading: { author } }) =>
      when(judged.isAtTail && author !== '' && judged.folded.startsWith(author), 'about the author'),
  },
];
