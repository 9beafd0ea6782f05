export {
  type AnswerCase,
  type AnswerVerdict,
  sentenceAsAnswer,
  settleJudgedAnswer,
  verifyAnswerSentence,
} from './answer.ts';
export { instructionsIn } from './forbidden.ts';
export { type Rechecked, recheckItem } from './recheck.ts';
export { restore, toRecord } from './restore.ts';
export { type JudgeCase, settleItem, settleJudged, type Verdict, type VerifiedItem, verifyItem } from './verify.ts';
