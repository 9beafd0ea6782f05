export { createAnalyser } from './analyser.ts';
export type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
export { calendarIn, numbersIn } from './numbers.ts';
export { type NameIndex, nameIndex, properNamesIn } from './proper-names.ts';
export { sameSpeaker } from './same-speaker.ts';
export { stem, stems } from './stems.ts';
export { fold, foldAccents, tokensOf } from './tokens.ts';
