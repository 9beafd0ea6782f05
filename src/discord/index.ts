export { type DiscordSession, publishCommands, StartError, startDiscord } from './client.ts';
export { defineCommand } from './command.ts';
export { briefingView, positionsView } from './views/briefing.ts';
export { helpView } from './views/notices.ts';
