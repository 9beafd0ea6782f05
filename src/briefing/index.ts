export { answerQuestion, type QuestionDependencies } from './answer-question.ts';
export { type Ask, createAsk } from './ask.ts';
export {
  type Brief,
  type BriefingStore,
  type BriefProgress,
  type BriefRequest,
  type BriefResult,
  createBrief,
  createKeptBriefings,
  type KeptBriefings,
} from './brief.ts';
export { createDiscuss, type Discuss, DiscussionSchema } from './discuss.ts';
export { createGuildAsk, type GuildAsk } from './guild-ask.ts';
export { createGuildBrief } from './guild-brief.ts';
export { type BriefFacts, type BriefObserver, createObservedBrief } from './observed-brief.ts';
export { createPreview, type MakePreview } from './preview.ts';
export type { BriefSource } from './read-source.ts';
export { createWorkRecorder, type Work } from './work.ts';
