export { answerQuestion, type QuestionDependencies } from './answer-question.ts';
export { type Ask, createAsk } from './ask.ts';
export {
  type Brief,
  type BriefResult,
  createBrief,
} from './brief.ts';
export { createDiscuss, type Discuss, DiscussionSchema } from './discuss.ts';
