export * from './article.ts';
export * from './briefing.ts';
export * from './error-sentences.ts';
export * from './errors.ts';
export * from './ports.ts';
export * from './text.ts';
export * from './who-said-what.ts';
