export type { ExtractRecord } from './extract/extract.ts';
export type { Validators } from './fetch.ts';
export { passageLink } from './fragments.ts';
export { canonicalAddress, displayHost, type FoundLink, findLinks } from './links.ts';
export { createArticleReader, type Reader, type ReaderOptions, type Reading, type ReadOptions } from './reader.ts';
