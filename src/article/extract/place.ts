/** An element as it stood in the page, with the ones above it, after Readability has taken the tree apart. */
import type { PageElement } from './dom.ts';
import { type Hint, hintOf, nameTokens } from './hints.ts';
import { selectorOf } from './page.ts';
import { BLOCK_TAGS } from './tags.ts';

/** Elements whose name says what everything inside is: one bit each. */
const CONTAINERS = [
  'li',
  'table',
  'tr',
  'dl',
  'blockquote',
  'pre',
  'figure',
  'figcaption',
  'caption',
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'menu',
] as const;
export type Container = (typeof CONTAINERS)[number];

const BITS = new Map<string, number>(CONTAINERS.map((name, index) => [name, 1 << index]));
const bitOf = (name: string): number => BITS.get(name) ?? 0;
/** What stands in these is beside the text. */
const OUTSIDE = ['aside', 'nav', 'footer', 'figure', 'figcaption', 'header', 'form', 'menu']
  .map(bitOf)
  .reduce((all, bit) => all | bit, 0);
const EMPHASIS_TAGS = new Set(['strong', 'b', 'em', 'i']);

export class Place {
  readonly name: string;
  readonly above: Place | null;
  readonly attributes: Record<string, string>;
  /** The innermost block element: this one, or one above. */
  readonly block: Place;
  readonly inLink: boolean;
  readonly inEmphasis: boolean;
  /** The innermost element around it that the page marks as its article's body. */
  readonly markedBody: Place | null;
  readonly #containers: number;
  /** Found when asked for: most elements of a page never are. */
  #hint: Hint | null | undefined;
  #hinted: Place | null | undefined;

  constructor({ localName, attributeMap }: PageElement, above: Place | null) {
    this.name = localName;
    this.attributes = attributeMap;
    this.above = above;
    this.block = above && !BLOCK_TAGS.has(localName) ? above.block : this;
    this.inLink = localName === 'a' || (above?.inLink ?? false);
    this.inEmphasis = EMPHASIS_TAGS.has(localName) || (above?.inEmphasis ?? false);
    this.markedBody = attributeMap.itemprop === 'articleBody' ? this : (above?.markedBody ?? null);
    this.#containers = bitOf(localName) | (above ? above.#containers : 0);
  }

  isWithin(name: Container): boolean {
    return (this.#containers & bitOf(name)) !== 0;
  }

  /** What its class and id say. */
  get hint(): Hint | null {
    if (this.#hint === undefined) this.#hint = hintOf(this.attributes);
    return this.#hint;
  }

  /** The nearest one with a hint, this one included. */
  get hinted(): Place | null {
    if (this.#hinted === undefined) this.#hinted = this.hint ? this : (this.above?.hinted ?? null);
    return this.#hinted;
  }

  /** Stands in a part of the page that is named as something else than its text. */
  get isOutside(): boolean {
    if ((this.#containers & OUTSIDE) !== 0) return true;
    for (let place = this.hinted; place; place = place.above?.hinted ?? null) {
      if (place.hint !== 'furniture') return true;
    }
    return false;
  }

  get nameTokens(): string[] {
    return nameTokens(this.attributes);
  }

  get selector(): string {
    return selectorOf(this.name, this.attributes);
  }
}
