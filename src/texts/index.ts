export type { Refusal } from './contract.ts';
export type { Texts } from './en/index.ts';
export { type FixedText, localised, OTHER_LOCALES, type Speak, speak, type Wording } from './texts.ts';
