export {
  type Brief,
  type BriefResult,
  createBrief,
} from './brief.ts';
export { createWorkRecorder, type Work } from './work.ts';
