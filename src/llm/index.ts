export { createModelClient } from './client.ts';
export { createExtractiveEngine } from './extractive-engine.ts';
export { createOpenAiEngine, type OpenAiEngine } from './openai-engine.ts';
export { countTokens } from './token-count.ts';
export { windowTokens } from './windows.ts';
