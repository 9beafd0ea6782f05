export {
  type Brief,
  type BriefProgress,
  type BriefRequest,
  type BriefResult,
  createBrief,
} from './brief.ts';
