export { type Question, readyAnswer, writeAnswer } from './answering.ts';
export { publishCommands, StartError, startDiscord } from './client.ts';
export { defineCommand, defineMenuEntry } from './command.ts';
export { articleFormView } from './controls/article-form.ts';
export { panelView as settingsPanel, requireAdmin } from './controls/settings-panel.ts';
export { languageCode, suggestLanguages } from './languages.ts';
export { sourceOfMessage, sourceOfOptions } from './sources.ts';
export { helpView } from './views/help.ts';
