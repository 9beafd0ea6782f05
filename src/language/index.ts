export { createAnalyser } from './analyser.ts';
export type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
export { detectLanguage } from './detect.ts';
export { type PlainPosition, plainPosition } from './positions.ts';
export { scanQuotations } from './quotations.ts';
export { sameSpeaker } from './same-speaker.ts';
