export {
  type Brief,
  type BriefingStore,
  type BriefProgress,
  type BriefResult,
  createBrief,
} from './brief.ts';
export { createGuildBrief } from './guild-brief.ts';
