/**
 * Mozilla's Readability, which finds where the article stands. The methods below do what Readability 0.6.0's own do (the
 * version is pinned), but from kept measures in place of text that is put together again for every question, and leave out
 * what only matters to a page that will be shown. Its answer is taken as the set of text nodes that it kept.
 */
import { Readability } from '@mozilla/readability';

import { nextNode, type PageDocument, PageElement, PageText } from './dom.ts';
import { trimmedLength } from './measure.ts';
import { UNREAD_TAGS } from './tags.ts';

const BYLINE = /byline|author|dateline|writtenby|p-author/i;
const MAX_BYLINE_CHARACTERS = 100;
const INK = /\S$/;
const PARAGRAPH_BREAKERS = new Set(['BLOCKQUOTE', 'DL', 'DIV', 'IMG', 'OL', 'P', 'PRE', 'TABLE', 'UL']);

class LightReadability extends Readability<PageElement> {
  readonly #known: KnownFacts;
  declare readonly _prepDocument: () => void;

  constructor(document: PageDocument, known: KnownFacts) {
    super(document, { keepClasses: true, disableJSONLD: true, serializer: asElement });
    this.#known = known;
  }

  /** Read once, for the whole room, by `metadata.ts`. */
  _getArticleMetadata(): KnownFacts & { excerpt: string } {
    return { ...this.#known, excerpt: ' ' };
  }

  _isProbablyVisible(): boolean {
    return true; // what is hidden never came into the tree
  }
  _unwrapNoscriptImages(): void {}
  _removeScripts(): void {}
  _postProcessContent(): void {}
  /** Most of what Readability cleans away never came into the tree. */
  _clean(element: PageElement, tag: string): void {
    if (UNREAD_TAGS.has(tag) || tag === 'embed' || tag === 'link') return;
    for (const found of element.querySelectorAll(tag)) found.remove();
  }
  _cleanStyles(): void {}
  _fixLazyImages(): void {}

  /** Readability reads the element's text first, for every element of the page; the cheap questions come first here. */
  _isValidByline(node: PageElement, matchString: string): boolean {
    const saysAuthor =
      node.attributeMap.rel === 'author' ||
      (node.attributeMap.itemprop?.includes('author') ?? false) ||
      BYLINE.test(matchString);
    if (!saysAuthor) return false;
    const length = trimmedLength(node.measure);
    return length > 0 && length < MAX_BYLINE_CHARACTERS;
  }

  _isElementWithoutContent(node: PageElement): boolean {
    if (node.measure.ink > 0) return false;
    const children = node.children.length;
    return children === 0 || children === node.querySelectorAll('br,hr').length;
  }

  _hasSingleTagInsideElement(element: PageElement, tag: string): boolean {
    const only = element.firstElementChild;
    if (only?.tagName !== tag || only.nextElementSibling) return false;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node instanceof PageText && INK.test(node.data)) return false;
    }
    return true;
  }

  _hasChildBlockElement(element: PageElement): boolean {
    for (let node = nextNode(element, element); node; node = nextNode(node, element)) {
      if (node instanceof PageElement && PARAGRAPH_BREAKERS.has(node.tagName)) return true;
    }
    return false;
  }

  _getLinkDensity(element: PageElement): number {
    const length = trimmedLength(element.measure);
    return length === 0 ? 0 : element.measure.linked / length;
  }

  _getCharCount(element: PageElement): number {
    return element.measure.commas;
  }

  _getTextDensity(element: PageElement, tags: readonly string[]): number {
    const length = trimmedLength(element.measure);
    if (length === 0) return 0;
    let inside = 0;
    for (const child of element.querySelectorAll(tags.join(','))) inside += trimmedLength(child.measure);
    return inside / length;
  }
}

interface KnownFacts {
  readonly title: string;
  readonly byline: string | null;
}

export interface Finding {
  /** Blocks that Readability kept, by number. */
  readonly blocks: ReadonlySet<number>;
  /** The line it took for the author's, when the head names none. */
  readonly byline: string | null;
}

/** Takes the tree apart. `again` makes the same tree, for further attempts at a page of few words. `null`: no article found. */
export function findArticle(
  document: PageDocument,
  blockCount: number,
  known: KnownFacts,
  again: () => PageDocument,
): Finding | null {
  document.body.again = () => {
    const fresh = again();
    new LightReadability(fresh, known)._prepDocument();
    return fresh.body;
  };
  const result = new LightReadability(document, known).parse();
  const root = result?.content;
  if (!result || !root) return null;
  const kept = new Int32Array(blockCount);
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    if (node instanceof PageText && node.block >= 0) kept[node.block] = (kept[node.block] ?? 0) + node.measure.ink;
  }
  const blocks = new Set<number>();
  for (let index = 0; index < blockCount; index++) if ((kept[index] ?? 0) > 0) blocks.add(index);
  return { blocks, byline: result.byline ?? null };
}

function asElement(node: unknown): PageElement {
  if (node instanceof PageElement) return node;
  throw new TypeError('Readability gave back a node of another tree');
}
