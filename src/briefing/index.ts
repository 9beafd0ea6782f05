export { answerQuestion, type QuestionDependencies } from './answer-question.ts';
export { type Ask, createAsk } from './ask.ts';
export { createBooking } from './booking.ts';
export { createBrief } from './brief.ts';
export type { Brief, BriefChange, BriefProgress, BriefRequest, BriefResult } from './brief-request.ts';
export {
  type Correct,
  type CorrectResult,
  createCorrect,
  itemsOf,
  type ReportableItem,
} from './correct.ts';
export { createDiscuss, type Discuss } from './discuss.ts';
export { createGuildBrief } from './guild-brief.ts';
export { createGuildQuestions, type GuildAnswer, type GuildQuestions } from './guild-questions.ts';
export { createKeptBriefings, type KeptBriefings } from './kept-briefings.ts';
export { type LookBehind, lookBehind } from './look-behind.ts';
export { createPreview, type MakePreview } from './preview.ts';
export type { BriefSource } from './read-source.ts';
export { createBriefRuns } from './runs.ts';
export { createTrace, stagesOf, type Trace, type TracedBriefing } from './trace.ts';
