export type { ExtractRecord } from './extract/extract.ts';
export { passageLink } from './fragments.ts';
export { canonicalAddress, displayHost, findLinks } from './links.ts';
export { createArticleReader, type Reader } from './reader.ts';
