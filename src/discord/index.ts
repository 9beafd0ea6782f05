export type { Wording } from '#texts';

export { helpView } from './account/help-view.ts';
export { privacyOf } from './account/privacy.ts';
export { usageOf } from './account/usage.ts';
export { articleFormView } from './briefings/article-form.ts';
export { languageCode, suggestLanguages } from './briefings/languages.ts';
export { lastShown } from './briefings/last-shown.ts';
export { type Question, readyBriefing, showBriefing } from './briefings/show.ts';
export { sourceOfMessage, sourceOfOptions } from './briefings/sources.ts';
export { StartError } from './connection/start-error.ts';
export { defineCommand, defineMenuEntry } from './contracts/command.ts';
export { acknowledgeDiscussion, discussArticle } from './discussions/begin.ts';
export { publishCommands } from './interactions/publish.ts';
export { askFormView, writeAskedAnswer } from './questions/ask.ts';
export { type DiscordOptions, type DiscordSession, startDiscord } from './session.ts';
export { panelView as settingsPanel, requireAdmin } from './settings/panel.ts';
