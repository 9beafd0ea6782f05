/** People press buttons, choose in selects and send forms. */
import { type Json, numberOf } from '../common/json.ts';
import { ComponentType } from './components.ts';
import { idOf, type Ref } from './guilds.ts';
import { componentOf } from './interactions.ts';
import { createLookups, liveMessage, needVisible } from './lookups.ts';
import { submitData } from './modal-submit.ts';
import { type Run, startRun } from './run.ts';
import { selectData, type UploadedFile, upload } from './slash.ts';
import { type Interaction, InteractionType } from './types.ts';
import { attachmentJson } from './wire.ts';
import type { World } from './world.ts';

/** Buttons, selects and forms. */
export interface ComponentActs {
  button(message: Ref, customIdOrLabel: string, user: Ref, options?: { locale?: string }): Run;
  select(message: Ref, customId: string, values: string[], user: Ref, options?: { locale?: string }): Run;
  /** Fills the form that a run opened: values by custom id or label. `user` may be another than the opener only in tests of forgery. */
  submitModal(run: Run, values: Record<string, string | string[] | UploadedFile[]>, options?: { user?: Ref }): Run;
  /** A component press with any custom id, also one that no message shows. */
  forgedButton(message: Ref, customId: string, user: Ref): Run;
}

export function createComponentActs(world: World, isRestBusy: () => boolean): ComponentActs {
  const { channelOf, messageOf, userOf } = createLookups(world);
  const press = (ref: Ref, user: Ref, data: Json, locale?: string): Run => {
    const source = messageOf(ref);
    const channel = channelOf(source.channelId);
    return startRun(
      world,
      { type: InteractionType.component, user: userOf(user), channel, locale, data, source },
      isRestBusy,
    );
  };
  return {
    button(ref, customIdOrLabel, user, options) {
      const message = messageOf(ref);
      needVisible(world, message, idOf(user));
      const button = componentOf(message, customIdOrLabel);
      if (button['disabled'] === true) throw new Error(`the button "${customIdOrLabel}" is disabled`);
      if (typeof button['custom_id'] !== 'string')
        throw new Error(`"${customIdOrLabel}" is a link: the bot hears nothing of it`);
      return press(
        ref,
        user,
        { custom_id: button['custom_id'], component_type: ComponentType.button, id: numberOf(button['id']) },
        options?.locale,
      );
    },
    select(ref, customId, values, user, options) {
      const message = messageOf(ref);
      needVisible(world, message, idOf(user));
      const guild = message.guildId ? world.guilds.get(message.guildId) : undefined;
      const select = componentOf(message, customId);
      if (select['disabled'] === true) throw new Error(`the select "${customId}" is disabled`);
      return press(
        ref,
        user,
        { ...selectData(world, select, values, guild), id: numberOf(select['id']) },
        options?.locale,
      );
    },
    forgedButton: (ref, customId, user) =>
      press(ref, user, { custom_id: customId, component_type: ComponentType.button, id: 1 }),
    submitModal(run, values, options) {
      const opener = run.interaction;
      const source = opener.sourceMessageId ? liveMessage(world, opener.sourceMessageId) : undefined;
      const user = options?.user ? userOf(options.user) : opener.user;
      const files = (list: UploadedFile[]) =>
        list.map((file) => upload(world, file)).map((one) => attachmentJson(one, world.attachmentBase));
      return startRun(
        world,
        {
          type: InteractionType.modal,
          user,
          channel: channelOf(opener.channelId),
          locale: opener.locale,
          data: submitData(formOf(opener), values, files),
          source,
        },
        isRestBusy,
      );
    },
  };
}

function formOf(opener: Interaction): Json {
  if (!opener.modal) throw new Error('this interaction opened no form');
  return opener.modal;
}
