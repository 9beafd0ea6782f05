export { createArticleReader } from './reader.ts';
