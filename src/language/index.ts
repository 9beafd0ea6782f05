export { createAnalyser } from './analyser.ts';
export type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
