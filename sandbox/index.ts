/** What tests, benches and the command line use of the sandbox. */
export { freePort } from './common/http.ts';
export type { Run } from './discord/run.ts';
export type { ShownMessage } from './discord/shows.ts';
export { inTurn, type ModelAnswer, type ModelRequest, modelFaults, type Responder, refusing } from './model/answer.ts';
export { fillSchema, items } from './model/fill-schema.ts';
export { imperfect, recorded } from './model/imperfect.ts';
export { plainText, sentencesIn } from './model/prompt.ts';
export { asRealServer, realServers, thinkingFor } from './model/real-servers.ts';
export { furnishForPage } from './page/scene.ts';
export { createPage } from './page/server.ts';
export { createSandbox, type Sandbox } from './sandbox.ts';
export { ARTICLES, articlePage } from './site/articles.ts';
export type { NewsSite } from './site/server.ts';
export { BOT_STORE, forgetState, keepState, readState } from './state.ts';
