import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';

/** Tokens of a text as OpenAI's current models count them; other models differ by up to a fifth. */
export function countTokens(text: string): number {
  return count(text);
}
