/** Everything that people can do in Discord, put together from its three kinds. */
import { type CommandActs, createCommandActs } from './command-acts.ts';
import { type ComponentActs, createComponentActs } from './component-acts.ts';
import { createMessageActs, type MessageActs } from './message-acts.ts';
import type { World } from './world.ts';

/** What people do in Discord. Each act that reaches the bot as an interaction gives a `Run`, to await what is shown for it. */
export type Acts = CommandActs & ComponentActs & MessageActs;

export function createActs(world: World, isRestBusy: () => boolean): Acts {
  return {
    ...createCommandActs(world, isRestBusy),
    ...createComponentActs(world, isRestBusy),
    ...createMessageActs(world),
  };
}
