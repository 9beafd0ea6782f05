/** People use commands, menu entries and autocomplete, as their client lets them. */
import { type Json, objectsOf, textOf } from '../common/json.ts';
import { CommandType } from './command-rules.ts';
import { found, type Ref } from './guilds.ts';
import { createLookups, needRights } from './lookups.ts';
import { type Run, startRun } from './run.ts';
import { checkMayUse, commandData, findCommand, type OptionValue } from './slash.ts';
import { InteractionType } from './types.ts';
import { messageJson, userJson } from './wire.ts';
import { botIsIn, type World } from './world.ts';

interface Who {
  channel: Ref;
  user: Ref;
  locale?: string;
}

/** Commands, menu entries and autocomplete. */
export interface CommandActs {
  /** `command` may name a subcommand: 'settings language'. */
  slash(act: Who & { command: string; options?: Record<string, OptionValue> }): Run;
  /** Typing into an option with autocomplete. */
  autocomplete(
    act: Who & { command: string; option: string; typed: string; options?: Record<string, OptionValue> },
  ): Run;
  messageCommand(act: Who & { command: string; message: Ref }): Run;
  userCommand(act: Who & { command: string; target: Ref }): Run;
}

export function createCommandActs(world: World, isRestBusy: () => boolean): CommandActs {
  const { channelOf, messageOf, userOf } = createLookups(world);
  const command = (who: Who, name: string, type: number) => {
    const channel = channelOf(who.channel);
    const user = userOf(who.user);
    needRights(world, channel, user, ['USE_APPLICATION_COMMANDS']);
    const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
    const definition = findCommand(world, guild?.id, name, type);
    checkMayUse(world, definition, user, channel, guild !== undefined && !botIsIn(world, guild.id));
    const run = (data: Json, interactionType: number = InteractionType.command) =>
      startRun(
        world,
        { type: interactionType, user, channel, locale: who.locale, data, commandName: textOf(definition['name']) },
        isRestBusy,
      );
    return { guild, definition, run };
  };
  return {
    slash(act) {
      const [name = '', ...path] = act.command.replace(/^\//u, '').split(' ');
      const at = command(act, name, CommandType.chat);
      return at.run(commandData(world, at.definition, act.options ?? {}, { guild: at.guild, path }));
    },
    autocomplete(act) {
      const at = command(act, act.command, CommandType.chat);
      const option = found(
        objectsOf(at.definition['options']).find((one) => one['name'] === act.option),
        'option',
        act.option,
      );
      if (option['autocomplete'] !== true) throw new Error(`option "${act.option}" has no autocomplete`);
      const others = Object.entries(act.options ?? {}).map(([name, value]) => ({ name, type: 3, value }));
      const options = [...others, { name: act.option, type: option['type'], value: act.typed, focused: true }];
      return at.run(
        { id: at.definition['id'], name: at.definition['name'], type: CommandType.chat, options },
        InteractionType.autocomplete,
      );
    },
    messageCommand(act) {
      const at = command(act, act.command, CommandType.message);
      const target = messageOf(act.message);
      const resolved = { messages: { [target.id]: messageJson(world, target) } };
      return at.run({
        id: at.definition['id'],
        name: at.definition['name'],
        type: CommandType.message,
        target_id: target.id,
        resolved,
      });
    },
    userCommand(act) {
      const at = command(act, act.command, CommandType.user);
      const target = userOf(act.target);
      const resolved = { users: { [target.id]: userJson(target) } };
      return at.run({
        id: at.definition['id'],
        name: at.definition['name'],
        type: CommandType.user,
        target_id: target.id,
        resolved,
      });
    },
  };
}
