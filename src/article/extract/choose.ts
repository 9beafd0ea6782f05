/** Which of the page's blocks are looked at as body: Readability's choice, mended where it is known to go wrong. */
import type { Block } from './blocks.ts';
import { fold, isFullParagraph } from './judged.ts';
import { SENTENCE_END } from './phrases.ts';
import type { Place } from './place.ts';
import { isEntryTime, isLiveBlog } from './protected.ts';
import type { Finding } from './readability.ts';
import { HEADINGS } from './tags.ts';

export interface Choice {
  readonly blocks: readonly Block[];
  /** What was added to Readability's choice, and what was taken from it, and why. */
  readonly added: readonly ChoiceNote[];
  readonly left: readonly ChoiceNote[];
}

export interface ChoiceNote {
  readonly step: string;
  readonly reason: string;
  readonly block: Block;
}

/** A marked body of fewer words says nothing. */
const MIN_MARKED_WORDS = 25;
const MIN_OVERLAP = 0.5;
/** Readability's choice is far shorter than the page's paragraphs: it took another part of the page. */
const FAR_SHORTER = 0.4;
const MIN_PARAGRAPHS_WORDS = 100;
const MIN_PARAGRAPH_INK = 60;
/** Words differ in length by less than this between parts of a page. */
const INK_DOUBT = 1.5;
/** The element around nearly all of what was chosen. */
const CONTAINER_SHARE = 0.9;
const MAIN_SHARE = 0.7;
const MAX_BRIDGED_LINK_SHARE = 0.3;
const MIN_LIST_ITEM_WORDS = 4;

const wordsOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { size }) => sum + size, 0);
const LINE_END = /[.!?…:。！？：]["”»’)]?$/u;

const inkOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { ink }) => sum + ink, 0);

export function chooseBlocks(
  blocks: readonly Block[],
  finding: Finding | null,
  title: string,
  off: ReadonlySet<string>,
): Choice {
  const choice = chosenBlocks(blocks, finding, off);
  return off.has('next-story') ? choice : withoutNextStory(choice, title);
}

function chosenBlocks(blocks: readonly Block[], finding: Finding | null, off: ReadonlySet<string>): Choice {
  if (off.has('readability')) return { blocks, added: [], left: [] };
  const found = finding ? blocks.filter(({ index }) => finding.blocks.has(index)) : [];
  const marked = off.has('marked-body') ? null : markedBody(blocks, found);
  if (marked) return marked;
  const named = off.has('named-body') ? null : namedBody(blocks, found);
  if (named) return named;
  const paragraphs = off.has('paragraphs') ? null : ownParagraphs(blocks, found);
  if (paragraphs) return paragraphs;
  return off.has('bridge') ? { blocks: found, added: [], left: [] } : bridged(blocks, found, !off.has('entry-times'));
}

/** Blocks by the element that each stands in; without those that stand in none. */
function blocksUnder(blocks: readonly Block[], elementOf: (block: Block) => Place | null): Map<Place, Block[]> {
  const found = new Map<Place, Block[]>();
  for (const block of blocks) {
    const element = elementOf(block);
    if (!element) continue;
    const known = found.get(element);
    if (known) known.push(block);
    else found.set(element, [block]);
  }
  return found;
}

/** The page says which element is the article's body, and Readability took something else. */
function markedBody(blocks: readonly Block[], found: readonly Block[]): Choice | null {
  const bodies = blocksUnder(blocks, ({ place }) => place.markedBody);
  let best: Block[] = [];
  for (const body of bodies.values()) if (wordsOf(body) > wordsOf(best)) best = body;
  const words = wordsOf(best);
  if (words < MIN_MARKED_WORDS) return null;
  const chosen = new Set(found);
  if (wordsOf(best.filter((block) => chosen.has(block))) >= words * MIN_OVERLAP) return null;
  return { blocks: best, added: note(best, chosen, 'marked-body', 'itemprop articleBody'), left: [] };
}

/** A finding this short may be the page's furniture, taken because there was little else. */
const SHORT_FINDING_WORDS = 150;
const MIN_NAMED_WORDS = 8;

/** A short text stands in the one element that is named as its place, and Readability took what is around it, too. */
function namedBody(blocks: readonly Block[], found: readonly Block[]): Choice | null {
  if (wordsOf(found) > SHORT_FINDING_WORDS) return null;
  const bodies = blocksUnder(blocks, ({ place }) => above(place, isNamedBody));
  const [only, another] = [...bodies.values()];
  if (!only || another || wordsOf(only) < MIN_NAMED_WORDS || !only.some(({ text }) => SENTENCE_END.test(text)))
    return null;
  const inside = new Set(only);
  const left = found.filter((block) => !inside.has(block));
  if (wordsOf(left) < wordsOf(only) * MIN_OVERLAP) return null;
  return {
    blocks: only,
    added: note(only, new Set(found), 'named-body', 'the element named as the text'),
    left: left.map((block) => ({ step: 'named-body', reason: 'around the element named as the text', block })),
  };
}

function ownParagraphs(blocks: readonly Block[], found: readonly Block[]): Choice | null {
  const long = blocks.filter(({ ink }) => ink > MIN_PARAGRAPH_INK);
  // Most pages are settled by lengths, without looking at words and names.
  if (inkOf(found) >= inkOf(long) * FAR_SHORTER * INK_DOUBT) return null;
  const paragraphs = long.filter((block) => !block.inner.isOutside && isFullParagraph(inkOnly(block)));
  const words = wordsOf(paragraphs);
  if (words < MIN_PARAGRAPHS_WORDS || wordsOf(found) >= words * FAR_SHORTER) return null;
  const container = containerOf(paragraphs, MAIN_SHARE);
  if (!container) return null;
  const inside = blocks.filter((block) => isUnder(block.place, container) && !block.inner.isOutside);
  return {
    blocks: inside,
    added: note(inside, new Set(found), 'paragraphs', `far more text under ${container.selector}`),
    left: [],
  };
}

/** Elements that sites name as the place of the article's text. */
const BODY_NAMES = new Set(
  (
    'entry-content post-content article-content article-body articlebody article-text post-body story-body storybody ' +
    'entry-body content-body body-content story-content article__body article__content post-entry blog-post-content ' +
    'td-post-content news-content single-content post-text content-text article-main'
  ).split(' '),
);

function isBody(place: Place): boolean {
  return place.name === 'article' || place.attributes.itemprop === 'articleBody' || isNamedBody(place);
}

function isNamedBody({ attributes }: Place): boolean {
  const classes = `${attributes.class ?? ''} ${attributes.id ?? ''}`.toLowerCase().split(' ');
  return classes.some((each) => BODY_NAMES.has(each));
}

/**
 * Paragraphs and list items between chosen ones, under the element that holds the chosen ones; beyond the first and the
 * last, too, where that element is one for an article's text.
 */
function bridged(blocks: readonly Block[], found: readonly Block[], keepTimes: boolean): Choice {
  const [first] = found;
  const last = found.at(-1);
  const container = containerOf(found, CONTAINER_SHARE);
  if (!first || !last || !container) return { blocks: found, added: [], left: [] };
  const body = above(container, isBody);
  const isLive = keepTimes && body !== null && isLiveBlog(blocks.filter((block) => isUnder(block.place, body)));
  const chosen = new Set(found);
  const result = blocks.filter((block) => {
    if (chosen.has(block)) return true;
    const isBetween = block.index > first.index && block.index < last.index;
    const region = isBetween ? container : body;
    if (isLive && isEntryTime(block)) return isUnder(block.place, body) && !isInAside(block);
    if (region === null || block.inner.isOutside || !isUnder(block.place, region)) return false;
    return isBridge(block, isBetween) || (block.tag === 'p' && block.place.above === body && isLine(block));
  });
  const reason = `paragraph under ${(body ?? container).selector}`;
  return { blocks: result, added: note(result, chosen, 'bridge', reason), left: [] };
}

/** The hour of an entry is often named as a byline is. */
const isInAside = ({ inner }: Block): boolean => inner.isWithin('aside') || inner.isWithin('nav');

const MIN_LINE_WORDS = 3;

/** A short paragraph beside the chosen ones: "Ida Marsh wrote to us:", "Goodbye, bread." */
function isLine({ size, text, linkShare }: Block): boolean {
  return size >= MIN_LINE_WORDS && linkShare === 0 && LINE_END.test(text);
}

function isBridge(block: Block, isBetween: boolean): boolean {
  if (block.linkShare > MAX_BRIDGED_LINK_SHARE) return false;
  if (isFullParagraph(inkOnly(block))) return true;
  if (!isBetween) return false;
  return block.place.isWithin('li') && !HEADINGS.has(block.tag) && block.size >= MIN_LIST_ITEM_WORDS;
}

const inkOnly = (block: Block) => ({ block, text: block.text, size: block.size });

function note(blocks: readonly Block[], chosen: ReadonlySet<Block>, step: string, reason: string): Choice['added'] {
  return blocks.filter((block) => !chosen.has(block)).map((block) => ({ step, reason, block }));
}

/** Words that the article has before another story may begin. */
const MIN_STORY_WORDS = 60;
const STORY_NAMES = new Set('article story post hentry entry news'.split(' '));

/** Sites load the next story under the first: an element like the first one's, beside it, with a title of its own. */
function withoutNextStory(choice: Choice, title: string): Choice {
  const first = choice.blocks.find((block) => isFullParagraph(inkOnly(block)));
  const others = new Set<Place>();
  let words = 0;
  for (const block of choice.blocks) {
    if (first && block.tag === 'h1' && words >= MIN_STORY_WORDS && fold(block.text) !== fold(title)) {
      const other = storyBeside(first.place, block.place);
      if (other) others.add(other);
    }
    words += block.size;
  }
  if (others.size === 0) return choice;
  const isOther = (block: Block): boolean => above(block.place, (place) => others.has(place)) !== null;
  const left = choice.blocks
    .filter(isOther)
    .map((block) => ({ step: 'next-story', reason: 'a story of its own under the first', block }));
  return { ...choice, blocks: choice.blocks.filter((block) => !isOther(block)), left: [...choice.left, ...left] };
}

/** Of the elements under which the two part, the second one's, when both are stories. */
function storyBeside(own: Place, other: Place): Place | null {
  const owners = new Map<Place, Place>();
  for (let place = own; place.above; place = place.above) owners.set(place.above, place);
  for (let place = other; place.above; place = place.above) {
    const beside = owners.get(place.above);
    if (beside) return beside !== place && areBothStories(beside, place) ? place : null;
  }
  return null;
}

function areBothStories(a: Place, b: Place): boolean {
  if (a.name !== b.name) return false;
  if (a.name === 'article') return true;
  const names = (place: Place): string[] =>
    (place.attributes.class ?? '').split(/\s+/).filter((name) => !/\d/.test(name));
  return names(a).join(' ') === names(b).join(' ') && a.nameTokens.some((token) => STORY_NAMES.has(token));
}

function above(place: Place | null, matches: (place: Place) => boolean): Place | null {
  let at = place;
  while (at && !matches(at)) at = at.above;
  return at;
}
function isUnder(place: Place, container: Place): boolean {
  return above(place, (each) => each === container) !== null;
}

/** The lowest element that holds at least this share of the words. */
function containerOf(blocks: readonly Block[], share: number): Place | null {
  const words = new Map<Place, number>();
  for (const block of blocks) {
    for (let place: Place | null = block.place; place; place = place.above) {
      words.set(place, (words.get(place) ?? 0) + block.size);
    }
  }
  const enough = wordsOf(blocks) * share;
  let best: Place | null = null;
  for (const [place, count] of words) {
    if (count >= enough && (!best || count < (words.get(best) ?? 0) || isUnder(place, best))) best = place;
  }
  return best;
}
