export { coverageSentence } from './en/coverage.ts';
export { errorSentence } from './en/errors.ts';
export type { Refusal } from './refusal.ts';
export { type FixedText, localised, type Speak, speak, type Texts, type Wording } from './texts.ts';
