export {
  type Brief,
  type BriefingStore,
  type BriefProgress,
  type BriefResult,
  createBrief,
} from './brief.ts';
export { createGuildBrief } from './guild-brief.ts';
export { type BriefFacts, type BriefObserver, createObservedBrief } from './observed-brief.ts';
