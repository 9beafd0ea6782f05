/**
 * HTML → title, metadata and body paragraphs. A first version: the blocks of `<article>` (else `<main>`, else the body)
 * in one streaming pass, without what stands beside the text. Depth costs nothing, since no tree is built.
 */
import { Parser } from 'htmlparser2';

import { type Metadata, type ParagraphKind, squeeze } from '#domain';

import type { BodyParagraph } from './plain-text.ts';

const BLOCKS: Readonly<Record<string, ParagraphKind>> = {
  p: 'prose',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  li: 'list-item',
  blockquote: 'quotation',
  pre: 'prose',
}; // prettier-ignore
const SKIPPED = new Set(
  'script style noscript template svg iframe nav aside footer form figure figcaption button select textarea dialog header'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Class or id words of what is no body text. */
const BESIDE =
  /(?:^|[\s_-])(?:caption|byline|share|social|newsletter|related|promo|comments?|cookie|consent|banner|advert|ads?|breadcrumb|author-bio|tags|subscribe|hidden|sr-only)(?:$|[\s_-])/iu;

export interface ReadPage {
  readonly metadata: Metadata;
  readonly language: string | null;
  readonly paragraphs: readonly BodyParagraph[];
}

interface Block extends BodyParagraph {
  /** Enclosing containers: which of them the block counts for. */
  readonly isInArticle: boolean;
  readonly isInMain: boolean;
}

export function readPage(html: string): ReadPage {
  const metas = new Map<string, string>();
  const blocks: Block[] = [];
  const open: { name: string; isSkipped: boolean }[] = [];
  let language: string | null = null;
  let pageTitle = '';
  let heading = '';
  let current: { kind: ParagraphKind; text: string } | null = null;
  const isSkipping = (): boolean => open.some((element) => element.isSkipped);
  const isInside = (name: string): boolean => open.some((element) => element.name === name);
  const flush = (): void => {
    const text = current ? squeeze(current.text) : '';
    if (current && text)
      blocks.push({ text, kind: current.kind, isInArticle: isInside('article'), isInMain: isInside('main') });
    current = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'html') language = attributes['lang'] ?? null;
        if (name === 'meta')
          metas.set((attributes['property'] ?? attributes['name'] ?? '').toLowerCase(), attributes['content'] ?? '');
        if (name === 'br' && current) current.text += ' ';
        if (VOID.has(name)) return;
        const hidden =
          'hidden' in attributes ||
          attributes['aria-hidden'] === 'true' ||
          /display:\s*none/u.test(attributes['style'] ?? '');
        const isBeside = BESIDE.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
        const kind = BLOCKS[name];
        if (kind && !(current?.kind === 'quotation' && name === 'p')) flush();
        open.push({ name, isSkipped: SKIPPED.has(name) || hidden || isBeside });
        if (kind && !current && !isSkipping()) current = { kind, text: '' };
      },
      ontext(text) {
        if (isInside('title') && !isInside('svg')) pageTitle += text;
        if (isInside('h1')) heading += text;
        if (current && !isSkipping()) current.text += text;
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (BLOCKS[name] && !(current?.kind === 'quotation' && name === 'p')) flush();
        const at = open.findLastIndex((element) => element.name === name);
        if (at >= 0) open.length = at;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const site = metas.get('og:site_name') || null;
  const title = squeeze(heading) || metas.get('og:title') || withoutSite(squeeze(pageTitle), site) || null;
  return {
    metadata: {
      title,
      site,
      authors: metas.get('author') ? [metas.get('author') ?? ''] : [],
      publishedAt: metas.get('article:published_time') || null,
      updatedAt: metas.get('article:modified_time') || null,
      section: metas.get('article:section') || null,
    },
    language: language ? (String(language).split('-')[0] ?? null) : null,
    paragraphs: bodyOf(blocks),
  };
}

function bodyOf(blocks: readonly Block[]): BodyParagraph[] {
  const inArticle = blocks.filter((block) => block.isInArticle);
  const inMain = blocks.filter((block) => block.isInMain);
  const chosen = inArticle.length > 0 ? inArticle : inMain.length > 0 ? inMain : blocks;
  return chosen.map(({ text, kind }) => ({ text, kind }));
}

function withoutSite(title: string, site: string | null): string {
  return site ? title.replace(new RegExp(String.raw`\s*[|–—-]\s*${RegExp.escape(site)}$`, 'u'), '') : title;
}
