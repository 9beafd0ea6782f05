export { type Ask, type AskResult, createAsk } from './ask.ts';
export {
  type Brief,
  type BriefResult,
  createBrief,
} from './brief.ts';
export { createDiscuss, type Discuss, DiscussionSchema } from './discuss.ts';
