/** Markup → a tree of what a reader sees, and beside it what the head says. One pass, without recursion. */
import { Parser } from 'htmlparser2';

import { PageDocument, PageElement, PageText } from './dom.ts';
import { isFeed } from './feed-link.ts';
import { BLOCK_TAGS, UNREAD_TAGS } from './tags.ts';
import { BEHIND_DIALOG, hiddenReason } from './visibility.ts';

const EMPTY_TAGS = new Set(['span', 'i', 'a', 'b', 'em', 'strong', 'li']);
/** Deeper elements are folded into the last one: Readability walks up and down the tree for every element. */
const MAX_DEPTH = 120;
/** Open tags that htmlparser2 keeps in an array it shifts: beyond this its own time grows with the square. */
const MAX_OPEN_TAGS = 1500;
/** A newspaper page has 1,000 to 6,000 nodes, a day-long live blog 20,000. */
const MAX_NODES = 60_000;
const MAX_ATTRIBUTES = 200;
/** A tag with more is no tag of an article, and slow to collect. */
const MAX_TAG_ATTRIBUTES = 5_000;
/** Text comes in pieces, one for each `<` that begins no tag: an article has few of those. */
const MAX_PIECES = 200_000;
const MAX_JSON_LD_CHARACTERS = 2_000_000;
/** htmlparser2 keeps the text it has not yet passed on: in pieces it stays small. */
const CHUNK_CHARACTERS = 65_536;

export interface MetaTag {
  /** `name`, `property`, `itemprop` or `http-equiv`, in lower case. */
  readonly key: string;
  readonly content: string;
}

export interface Page {
  readonly document: PageDocument;
  readonly title: string;
  readonly language: string | null;
  readonly metas: readonly MetaTag[];
  /** `rel` in lower case → addresses in order. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Addresses of feeds in order, those of comments left out. */
  readonly feeds: readonly string[];
  readonly jsonLd: readonly string[];
  /** What was left out while parsing, for the debug records: where, why, the text itself when asked for. */
  readonly hidden: readonly HiddenPart[];
  /** Characters in parts that are hidden from screen readers alone: of the whole page, when a dialog stood before it. */
  readonly behindDialog: number;
  readonly scriptCharacters: number;
  /** The page has an empty element that scripts fill ("root", "app"). */
  readonly hasScriptRoot: boolean;
}

export interface HiddenPart {
  readonly selector: string;
  readonly reason: string;
  readonly text: string;
}

/** The page has more tags, or deeper ones, than any article: it is read in one line without a tree. */
export class PageTooComplex extends Error {
  override readonly name = 'PageTooComplex';
}

export interface PageOptions {
  /** Keep the text of hidden parts for the debug records. */
  readonly explain?: boolean;
  /** Steps that are switched off: `hidden-text`, `one-body`, `drawn-quotes`. */
  readonly off?: ReadonlySet<string>;
  /** Read what is hidden from screen readers alone. */
  readonly readsBehindDialog?: boolean;
}

export function selectorOf(name: string, attributes: Record<string, string>): string {
  const id = attributes.id ? `#${attributes.id.trim()}` : '';
  const classes = attributes.class ? `.${attributes.class.trim().split(/\s+/).slice(0, 3).join('.')}` : '';
  return `${name}${id}${classes}`;
}

export function parsePage(html: string, options: PageOptions = {}): Page {
  const builder = new PageBuilder(options);
  const parser = new Parser(builder);
  for (let at = 0; at < html.length; at += CHUNK_CHARACTERS) parser.write(html.slice(at, at + CHUNK_CHARACTERS));
  parser.end();
  return builder.finish();
}

class PageBuilder {
  readonly #explain: boolean;
  readonly #keepsHidden: boolean;
  readonly #endsWithBody: boolean;
  readonly #drawsQuotes: boolean;
  readonly #readsBehindDialog: boolean;
  readonly #document = new PageDocument();
  /** The element that holds what comes next, one entry an open tag. */
  readonly #open: PageElement[] = [];
  #pending = '';
  #pieces = 0;
  #attributes = 0;
  /** Open tags inside a part that is left out; 0 when none is. */
  #unread = 0;
  #unreadPart: { selector: string; reason: string; text: string } | null = null;
  #capture: 'title' | 'json-ld' | 'script' | null = null;
  #captured = '';
  /** White space next to a block's edge is not shown. */
  #atBlockEdge = true;
  #nodes = 0;

  #title: string | null = null;
  #language: string | null = null;
  readonly #metas: MetaTag[] = [];
  readonly #links = new Map<string, string[]>();
  readonly #feeds: string[] = [];
  readonly #jsonLd: string[] = [];
  readonly #hidden: HiddenPart[] = [];
  #jsonLdCharacters = 0;
  #isBehindDialog = false;
  #behindDialog = 0;
  #scriptCharacters = 0;
  #hasScriptRoot = false;

  constructor({ explain = false, off, readsBehindDialog = false }: PageOptions) {
    this.#readsBehindDialog = readsBehindDialog;
    this.#explain = explain;
    this.#keepsHidden = off?.has('hidden-text') ?? false;
    this.#endsWithBody = off?.has('one-body') ?? false;
    this.#drawsQuotes = !off?.has('drawn-quotes');
  }

  onopentagname(): void {
    this.#attributes = 0;
  }

  onattribute(): void {
    if (++this.#attributes > MAX_TAG_ATTRIBUTES) throw new PageTooComplex('attributes');
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#unread > 0) {
      this.#unread++;
      return;
    }
    this.#flush();
    if (this.#open.length > MAX_OPEN_TAGS) throw new PageTooComplex('depth');
    if (this.#openHeadTag(name, attributes)) return;
    if (UNREAD_TAGS.has(name)) return this.#leaveOut(name, attributes, null);
    const reason = this.#keepsHidden ? null : hiddenReason(attributes);
    const isRead = reason === BEHIND_DIALOG && this.#readsBehindDialog;
    if (reason && !isRead) return this.#leaveOut(name, attributes, reason);
    this.#openElement(name, attributes);
  }

  ontext(text: string): void {
    if (++this.#pieces > MAX_PIECES) throw new PageTooComplex('pieces');
    if (this.#capture) this.#captured += text;
    else if (this.#unread === 0) this.#pending += text;
    else this.#passOver(text);
  }

  onclosetag(name: string): void {
    if (this.#unread > 0) {
      this.#unread--;
      if (this.#unread === 0) this.#endUnread();
      return;
    }
    this.#flush();
    if (this.#endsWithBody && (name === 'body' || name === 'html')) this.#unread = Number.POSITIVE_INFINITY;
    const closed = this.#open.pop();
    if (closed && BLOCK_TAGS.has(name)) this.#atBlockEdge = true;
    // Places for scripts to fill, and icons: nothing to read, and every later step would walk over them.
    if (closed && !closed.firstChild && EMPTY_TAGS.has(name) && closed !== this.#parent()) closed.remove();
    if (name === 'q' && this.#drawsQuotes) this.#addText('”');
  }

  finish(): Page {
    this.#flush();
    this.#document.title = this.#title ?? '';
    return {
      document: this.#document,
      title: this.#document.title,
      language: this.#language,
      metas: this.#metas,
      links: this.#links,
      feeds: this.#feeds,
      jsonLd: this.#jsonLd,
      hidden: this.#hidden,
      behindDialog: this.#behindDialog,
      scriptCharacters: this.#scriptCharacters,
      hasScriptRoot: this.#hasScriptRoot,
    };
  }

  /** Document-level tags open no element of their own: a second body and what follows `</html>` land in the one body. */
  #openHeadTag(name: string, attributes: Record<string, string>): boolean {
    switch (name) {
      case 'html':
        this.#language ??= attributes.lang ?? attributes['xml:lang'] ?? null;
        this.#open.push(this.#document.body);
        return true;
      case 'head':
      case 'body':
        if (name === 'body') Object.assign(this.#document.body.attributeMap, attributes, { style: '' });
        this.#open.push(this.#document.body);
        return true;
      case 'meta':
        this.#addMeta(attributes);
        this.#open.push(this.#parent());
        return true;
      case 'link':
        this.#addLink(attributes);
        this.#open.push(this.#parent());
        return true;
      case 'title':
        this.#leaveOut(name, attributes, null);
        this.#capture = 'title';
        return true;
      case 'script':
        this.#leaveOut(name, attributes, null);
        this.#capture = attributes.type?.toLowerCase().includes('ld+json') ? 'json-ld' : 'script';
        return true;
      default:
        return false;
    }
  }

  #addMeta(attributes: Record<string, string>): void {
    const content = attributes.content;
    if (content === undefined) return;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = attributes[attribute];
      if (key) this.#metas.push({ key: key.trim().toLowerCase(), content });
    }
  }

  #addLink(attributes: Record<string, string>): void {
    if (!attributes.rel || !attributes.href) return;
    if (isFeed(attributes)) this.#feeds.push(attributes.href);
    for (const rel of attributes.rel.toLowerCase().split(/\s+/)) {
      const known = this.#links.get(rel);
      if (known) known.push(attributes.href);
      else this.#links.set(rel, [attributes.href]);
    }
  }

  #leaveOut(name: string, attributes: Record<string, string>, reason: string | null): void {
    this.#unread = 1;
    this.#isBehindDialog = reason === BEHIND_DIALOG;
    if (reason && this.#explain) this.#unreadPart = { selector: selectorOf(name, attributes), reason, text: '' };
  }

  #passOver(text: string): void {
    if (this.#unreadPart) this.#unreadPart.text += text;
    if (this.#isBehindDialog) this.#behindDialog += text.trim().length;
  }

  #endUnread(): void {
    this.#isBehindDialog = false;
    if (this.#unreadPart?.text.trim()) this.#hidden.push(this.#unreadPart);
    this.#unreadPart = null;
    const text = this.#captured;
    if (this.#capture === 'title') this.#title ??= text;
    else if (this.#capture === 'json-ld') {
      this.#jsonLdCharacters += text.length;
      if (this.#jsonLdCharacters <= MAX_JSON_LD_CHARACTERS) this.#jsonLd.push(text);
    } else if (this.#capture === 'script') this.#scriptCharacters += text.length;
    this.#capture = null;
    this.#captured = '';
  }

  #openElement(name: string, attributes: Record<string, string>): void {
    if (BLOCK_TAGS.has(name)) this.#atBlockEdge = true;
    const parent = this.#parent();
    if (this.#open.length >= MAX_DEPTH) {
      // Folded; a line still ends where a block began.
      if (BLOCK_TAGS.has(name)) this.#attach(new PageElement('br', {}), parent);
      this.#open.push(parent);
      return;
    }
    if (/^(?:root|app|__next|__nuxt|svelte|react-root)$/.test(attributes.id ?? '')) this.#hasScriptRoot = true;
    // An image without an address is a placeholder; Readability would take it out first thing.
    if (
      name === 'img' &&
      !attributes.src &&
      !attributes.srcset &&
      !attributes['data-src'] &&
      !attributes['data-srcset']
    ) {
      this.#open.push(parent);
      return;
    }
    const kept = Object.keys(attributes).length > MAX_ATTRIBUTES ? {} : attributes;
    const element = this.#attach(new PageElement(name === 'font' ? 'span' : name, kept), parent);
    this.#open.push(element);
    if (name === 'q' && this.#drawsQuotes) this.#addText('“');
  }

  #attach<Node extends PageElement | PageText>(node: Node, parent: PageElement): Node {
    this.#nodes++;
    if (this.#nodes > MAX_NODES) throw new PageTooComplex('nodes');
    return parent.appendChild(node);
  }

  #addText(text: string): void {
    this.#attach(new PageText(text), this.#parent());
    this.#atBlockEdge = false;
  }

  #parent(): PageElement {
    return this.#open.at(-1) ?? this.#document.body;
  }

  #flush(): void {
    if (!this.#pending) return;
    const text = this.#pending;
    this.#pending = '';
    if (this.#atBlockEdge && !/\S/.test(text)) return;
    this.#addText(text);
  }
}
