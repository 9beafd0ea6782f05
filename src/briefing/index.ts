export {
  type Brief,
  type BriefProgress,
  type BriefRequest,
  type BriefResult,
  createBrief,
  createKeptBriefings,
  type KeptBriefings,
} from './brief.ts';
export type { BriefSource } from './read-source.ts';
