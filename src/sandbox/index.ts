export { createSandboxDiscord, type SandboxDiscord } from './discord.ts';
export { createSandboxModel, honest, type ModelRequest, type SandboxModel } from './model.ts';
export { createSandboxSite, type SandboxSite } from './site.ts';
export { textOf } from './world.ts';
