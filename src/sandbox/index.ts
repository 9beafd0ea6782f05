export { createSandboxDiscord, type SandboxDiscord } from './discord.ts';
export { createSandboxModel, honest } from './model.ts';
export { createSandboxSite } from './site.ts';
export { textOf } from './world.ts';
