export {
  type Brief,
  type BriefResult,
  createBrief,
} from './brief.ts';
