/** Buttons, selects and forms: what they know comes out of the store, checked by a schema like everything that comes in. */
import type { z } from 'zod';

import { BotError } from '#domain';

import type { AttachedFile } from './attachment.ts';
import { withInput } from './command.ts';
import type { Handling } from './handling.ts';

export interface PressedControl<State> {
  readonly state: State;
  /** Chosen in a select; empty for a button. */
  readonly values: readonly string[];
  /** Filled in a form, by the field's name; empty texts are left out. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly AttachedFile[];
  readonly userId: string;
  /** The message that the control stands on, or that its form was opened from. */
  readonly messageId: string | null;
}

interface RawControl extends Omit<PressedControl<unknown>, 'state'> {
  readonly state: unknown;
}

export interface ControlDefinition<State> extends Handling<PressedControl<State>> {
  /** Stands in the custom id; never changed once messages carry it. */
  readonly name: string;
  readonly state: z.ZodType<State>;
}

export interface Control extends Handling<RawControl> {
  readonly kind: 'control';
  readonly name: string;
}

function defineControl<State>(definition: ControlDefinition<State>): Control {
  const pressed = (raw: RawControl): PressedControl<State> => {
    const parsed = definition.state.safeParse(raw.state);
    if (!parsed.success) throw new BotError('control-expired', {});
    return { ...raw, state: parsed.data };
  };
  return { kind: 'control', name: definition.name, ...withInput(definition, pressed) };
}

export const defineButton = defineControl;
export const defineModal = defineControl;
