export { STEP_NAMES, type StepName } from './extract/step-names.ts';
export type { FetchAnswer } from './fetch.ts';
export { passageLink } from './fragments.ts';
export { canonicalAddress, displayHost, findLinks } from './links.ts';
export { createArticleReader, type ExplainedReading, type Reader, type ReaderOptions } from './reader.ts';
