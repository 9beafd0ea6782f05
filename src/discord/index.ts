export type { Wording } from '#texts';

export { type Question, readyAnswer, writeAnswer } from './answering.ts';
export { askFormView, writeAskedAnswer } from './asking.ts';
export { type DiscordOptions, type DiscordSession, publishCommands, startDiscord } from './client.ts';
export { defineCommand, defineMenuEntry } from './command.ts';
export { articleFormView } from './controls/article-form.ts';
export { privacyOf } from './controls/privacy.ts';
export { panelView as settingsPanel, requireAdmin } from './controls/settings-panel.ts';
export { languageCode, suggestLanguages } from './languages.ts';
export { lastShown } from './last-shown.ts';
export { sourceOfMessage, sourceOfOptions } from './sources.ts';
export { StartError } from './start-error.ts';
export { acknowledgeDiscussion, discussArticle } from './threads-begin.ts';
export { usageOf } from './usage.ts';
export { helpView } from './views/help.ts';
