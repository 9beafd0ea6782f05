export { createAnalyser } from './analyser.ts';
export type { Analyser } from './analysis.ts';
export { functionWords } from './function-words.ts';
export { calendarIn, numbersIn } from './numbers.ts';
export { type NameIndex, nameIndex, properNamesIn } from './proper-names.ts';
export { sameSpeaker } from './same-speaker.ts';
export { cuedStances } from './stance-cues.ts';
export { stem, stems } from './stems.ts';
export { fold, tokensOf } from './tokens.ts';
