/**
 * The page's text cut at the edges of its blocks. Made once, before Readability takes the tree apart, so that every block
 * knows the whole path above it; the text nodes carry their block's number through all moves.
 */
import { countWords } from '#domain';

import { type PageDocument, PageElement, type PageNode } from './dom.ts';
import { Place } from './place.ts';
import { BLOCK_TAGS } from './tags.ts';
import { inOneLine, oneLine } from './visible-text.ts';

export class Block {
  readonly index: number;
  /** The innermost block element. */
  readonly place: Place;
  readonly raw: string;
  readonly ink: number;
  /** Share of its characters that are links, and that are bold or italic. */
  readonly linkShare: number;
  readonly emphasisShare: number;
  /** Ends at a `<br>`, not at the edge of an element. */
  readonly endsAtBreak: boolean;
  /** Inline elements around all of it, innermost first (a `span` whose class says "caption"). */
  readonly inner: Place;
  #text: string | null = null;
  #size = -1;

  readonly #shown: (raw: string) => string;

  constructor(index: number, draft: BlockDraft, endsAtBreak: boolean, shown: (raw: string) => string) {
    this.#shown = shown;
    this.index = index;
    this.place = draft.place;
    this.inner = draft.inner;
    this.raw = draft.text;
    this.ink = draft.ink;
    this.linkShare = draft.linked / Math.max(1, draft.ink);
    this.emphasisShare = draft.emphasised / Math.max(1, draft.ink);
    this.endsAtBreak = endsAtBreak;
  }

  get text(): string {
    this.#text ??= this.#shown(this.raw);
    return this.#text;
  }
  /** In words. */
  get size(): number {
    if (this.#size < 0) this.#size = countWords(this.text);
    return this.#size;
  }
  get tag(): string {
    return this.place.name;
  }
}

interface BlockDraft {
  place: Place;
  inner: Place;
  text: string;
  ink: number;
  linked: number;
  emphasised: number;
}

/** With the step `blocks` switched off only paragraphs end a block, with `inline` every element does. */
function edgesOf(off: ReadonlySet<string>): (name: string) => boolean {
  if (off.has('inline')) return () => true;
  return off.has('blocks') ? (name) => name === 'p' : (name) => BLOCK_TAGS.has(name);
}

export function blocksOf(document: PageDocument, off: ReadonlySet<string>): Block[] {
  const collector = new BlockCollector(off.has('unseen-characters') ? inOneLine : oneLine);
  const isEdge = edgesOf(off);
  let place = new Place(document.body, null);
  let node: PageNode | null = document.body.firstChild;
  let parent: PageElement = document.body;
  while (node || parent !== document.body) {
    if (!node) {
      // Up: the element ends here.
      if (isEdge(parent.localName)) collector.endBlock(parent.localName === 'br');
      node = parent.nextSibling;
      parent = parent.parentNode ?? document.body;
      place = place.above ?? place;
      continue;
    }
    if (node instanceof PageElement) {
      if (isEdge(node.localName)) collector.endBlock(node.localName === 'br');
      place = new Place(node, place);
      parent = node;
      node = node.firstChild;
      continue;
    }
    node.block = collector.add(node.data, node.measure.ink, place);
    node = node.nextSibling;
  }
  collector.endBlock(false);
  return collector.blocks;
}

class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #shown: (raw: string) => string;
  #draft: BlockDraft | null = null;

  constructor(shown: (raw: string) => string) {
    this.#shown = shown;
  }

  /** Returns the number of the block that the text belongs to. */
  add(text: string, ink: number, place: Place): number {
    if (!this.#draft) {
      if (ink === 0) return -1;
      this.#draft = { place: place.block, inner: place, text: '', ink: 0, linked: 0, emphasised: 0 };
    }
    const draft = this.#draft;
    draft.text += text;
    draft.ink += ink;
    if (place.inLink) draft.linked += ink;
    if (place.inEmphasis) draft.emphasised += ink;
    return this.blocks.length;
  }

  endBlock(atBreak: boolean): void {
    if (!this.#draft) return;
    this.blocks.push(new Block(this.blocks.length, this.#draft, atBreak, this.#shown));
    this.#draft = null;
  }
}
