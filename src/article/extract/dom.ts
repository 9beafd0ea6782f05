/**
 * A document tree with what Readability 0.6 asks of one, and no more. Siblings are linked, so taking a node out costs the
 * same wherever it stands; lengths and link shares are kept per element, so asking for them does not walk the subtree again.
 */

import { append, emptyMeasure, measureText, type TextMeasure, trimmedLength } from './measure.ts';

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export type PageNode = PageText | PageElement;

abstract class LinkedNode {
  abstract readonly nodeType: number;
  parentNode: PageElement | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;
}

/** Readability counts the text of a link to a place in the same page at this share. */
const SAME_PAGE_LINK_WEIGHT = 0.3;

export class PageText extends LinkedNode {
  readonly nodeType = TEXT_NODE;
  readonly nodeName = '#text';
  readonly data: string;
  /** Index of the block of text it belongs to, given before Readability runs; it survives every move. */
  block = -1;
  #measure: TextMeasure | null = null;

  constructor(data: string) {
    super();
    this.data = data;
  }

  get textContent(): string {
    return this.data;
  }

  get measure(): TextMeasure {
    this.#measure ??= measureText(this.data);
    return this.#measure;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

export class PageElement extends LinkedNode {
  readonly nodeType = ELEMENT_NODE;
  localName: string;
  tagName: string;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;
  readonly attributeMap: Record<string, string>;
  #children: PageElement[] | null = null;
  #measure: TextMeasure | null = null;

  constructor(name: string, attributes: Record<string, string>) {
    super();
    this.localName = name;
    this.tagName = upperCase(name);
    this.attributeMap = attributes;
  }

  /** Readability renames elements by setting the two names when it finds this mark on the document's first child. */
  get __JSDOMParser__(): boolean {
    return true;
  }

  get nodeName(): string {
    return this.tagName;
  }
  get className(): string {
    return this.attributeMap.class ?? '';
  }
  set className(value: string) {
    this.attributeMap.class = value;
  }
  get id(): string {
    return this.attributeMap.id ?? '';
  }
  set id(value: string) {
    this.attributeMap.id = value;
  }
  get src(): string {
    return this.attributeMap.src ?? '';
  }

  get attributes(): Attribute[] {
    return Object.entries(this.attributeMap).map(([name, value]) => ({ name, value }));
  }
  getAttribute(name: string): string | null {
    return this.attributeMap[name] ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributeMap[name] !== undefined;
  }
  setAttribute(name: string, value: string): void {
    this.attributeMap[name] = value;
  }
  removeAttribute(name: string): void {
    delete this.attributeMap[name];
  }

  get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
  get children(): PageElement[] {
    if (!this.#children) {
      this.#children = [];
      for (let node = this.firstElementChild; node; node = node.nextElementSibling) this.#children.push(node);
    }
    return this.#children;
  }
  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild);
  }
  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling);
  }

  get textContent(): string {
    let text = '';
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) {
      if (node instanceof PageText) text += node.data;
    }
    return text;
  }

  /** Kept until something below changes. An element that has one has it for everything below, too. */
  get measure(): TextMeasure {
    if (this.#measure) return this.#measure;
    const total = emptyMeasure();
    for (let node = this.firstChild; node; node = node.nextSibling) append(total, node.measure);
    if (this.tagName === 'A') {
      const weight =
        this.attributeMap.href?.startsWith('#') && this.attributeMap.href.length > 1 ? SAME_PAGE_LINK_WEIGHT : 1;
      total.linked += trimmedLength(total) * weight;
    }
    this.#measure = total;
    return total;
  }

  appendChild<Node extends PageNode>(node: Node): Node {
    node.parentNode?.removeChild(node);
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
    if (node instanceof PageElement) this.#children?.push(node);
    this.#forgetMeasure();
    return node;
  }

  removeChild<Node extends PageNode>(node: Node): Node {
    this.#unlink(node);
    if (node instanceof PageElement && this.#children) {
      // Readability takes children from the front while it holds the list, so the place is found at once.
      const index = this.#children.indexOf(node);
      if (index >= 0) this.#children.splice(index, 1);
    }
    this.#forgetMeasure();
    return node;
  }

  replaceChild<Old extends PageNode>(next: PageNode, old: Old): Old {
    if (next === old) return old;
    next.parentNode?.removeChild(next);
    const before = old.previousSibling;
    const after = old.nextSibling;
    this.#unlink(old);
    next.parentNode = this;
    next.previousSibling = before;
    next.nextSibling = after;
    if (before) before.nextSibling = next;
    else this.firstChild = next;
    if (after) after.previousSibling = next;
    else this.lastChild = next;
    this.#children = null;
    this.#forgetMeasure();
    return old;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  getElementsByTagName(name: string): PageElement[] {
    return this.querySelectorAll(name);
  }

  /** Tag names only, separated by commas, in any case. */
  querySelectorAll(names: string): PageElement[] {
    const wanted = wantedTags(names);
    const found: PageElement[] = [];
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) {
      if (node instanceof PageElement && wanted.has(node.tagName)) found.push(node);
    }
    return found;
  }

  #unlink(node: PageNode): void {
    if (node.previousSibling) node.previousSibling.nextSibling = node.nextSibling;
    else this.firstChild = node.nextSibling;
    if (node.nextSibling) node.nextSibling.previousSibling = node.previousSibling;
    else this.lastChild = node.previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
  }

  #forgetMeasure(): void {
    if (!this.#measure) return;
    this.#measure = null;
    for (let node = this.parentNode; node && node.#measure; node = node.parentNode) node.#measure = null;
  }
}

function elementFrom(start: PageNode | null): PageElement | null {
  let node = start;
  while (node && !(node instanceof PageElement)) node = node.nextSibling;
  return node;
}

const upperCased = new Map<string, string>();
const MAX_NAMES = 1_000;

function upperCase(name: string): string {
  let upper = upperCased.get(name);
  if (upper === undefined) {
    if (upperCased.size >= MAX_NAMES) upperCased.clear();
    upper = name.toUpperCase();
    upperCased.set(name, upper);
  }
  return upper;
}

const tagSets = new Map<string, ReadonlySet<string>>();

function wantedTags(names: string): ReadonlySet<string> {
  let wanted = tagSets.get(names);
  if (!wanted) {
    wanted = new Set(names.toUpperCase().split(','));
    tagSets.set(names, wanted);
  }
  return wanted;
}

/** The node after this one in document order, inside `root`. */
export function nextNode(node: PageNode, root: PageElement): PageNode | null {
  if (node instanceof PageElement && node.firstChild) return node.firstChild;
  return nextNodeAfter(node, root);
}

/** The node after this one and all below it. */
export function nextNodeAfter(start: PageNode, root: PageElement): PageNode | null {
  let node: PageNode | null = start;
  while (node && node !== root) {
    if (node.nextSibling) return node.nextSibling;
    node = node.parentNode;
  }
  return null;
}

/** The body can be made anew: Readability takes it apart, and may want it whole again. */
export class PageBody extends PageElement {
  /** Makes the same body once more. */
  again: (() => PageElement) | null = null;

  /** Readability keeps the page's markup, and sets it again before another attempt. */
  get innerHTML(): (() => PageElement) | null {
    return this.again;
  }
  set innerHTML(again: (() => PageElement) | null) {
    while (this.firstChild) this.removeChild(this.firstChild);
    const fresh = again?.();
    while (fresh?.firstChild) this.appendChild(fresh.firstChild);
  }
}

export class PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageBody;
  title = '';
  readonly baseURI = 'about:blank';
  readonly documentURI = 'about:blank';

  constructor() {
    this.documentElement = new PageElement('html', {});
    this.head = this.documentElement.appendChild(new PageElement('head', {}));
    this.body = this.documentElement.appendChild(new PageBody('body', {}));
  }

  get firstChild(): PageElement {
    return this.documentElement;
  }
  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase(), {});
  }
  createTextNode(text: string): PageText {
    return new PageText(text);
  }
  getElementsByTagName(name: string): PageElement[] {
    return this.documentElement.getElementsByTagName(name);
  }
  querySelectorAll(names: string): PageElement[] {
    return this.documentElement.querySelectorAll(names);
  }
}
