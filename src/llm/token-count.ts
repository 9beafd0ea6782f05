import { createRequire } from 'node:module';

type Tokenizer = typeof import('gpt-tokenizer/encoding/o200k_base');

/** The tokenizer's time grows with the square of a run without a space: "xxxx…" of 200,000 letters took 38 s. */
const LONG_RUN = /\S{200}/gu;

let tokenizer: Tokenizer | undefined;

/** The tables of the tokeniser take 0.4 s to load, so they are loaded on first use: a bot without a model never needs them. */
function load(): Tokenizer {
  tokenizer ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/o200k_base') as Tokenizer;
  return tokenizer;
}

/** Tokens of a text as OpenAI's current models count them; other models differ by up to a fifth. */
export function countTokens(text: string): number {
  return load().countTokens(text.replace(LONG_RUN, '$& '));
}
