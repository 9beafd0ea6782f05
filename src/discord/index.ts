export { type Question, readyAnswer, writeAnswer } from './answering.ts';
export { answerQuestion } from './asking.ts';
export { type DiscordSession, publishCommands, StartError, startDiscord } from './client.ts';
export { defineCommand, defineMenuEntry } from './command.ts';
export { articleFormView } from './controls/article-form.ts';
export { languageCode, suggestLanguages } from './languages.ts';
export { sourceOfMessage, sourceOfOptions, sourceOfText } from './sources.ts';
export { helpView } from './views/help.ts';
