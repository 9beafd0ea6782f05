export type { Run } from './discord/run.ts';
export type { ShownMessage } from './discord/shows.ts';
export { inTurn, type ModelAnswer, type ModelRequest, modelFaults, type Responder, refusing } from './model/answer.ts';
export { fillSchema, items } from './model/fill-schema.ts';
export { imperfect, recorded } from './model/imperfect.ts';
export { plainText, sentencesIn } from './model/prompt.ts';
export { createSandbox, type Sandbox } from './sandbox.ts';
export type { NewsSite } from './site/server.ts';
