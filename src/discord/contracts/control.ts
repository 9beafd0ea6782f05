/** Buttons, selects and forms: what they know comes out of the store, checked by a schema like everything that comes in. */
import type { z } from 'zod';

import { BotError } from '#domain';

import type { AttachedFile } from './attachment.ts';
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

export interface ControlDefinition<State> extends Handling<PressedControl<State>> {
  /** Stands in the custom id; never changed once messages carry it. */
  readonly name: string;
  readonly state: z.ZodType<State>;
}

/** A control whose state is known only to itself: it takes what `pressedOf` makes of a press. */
export interface Control extends Handling<never> {
  readonly kind: 'control';
  readonly name: string;
  readonly state: z.ZodType;
}

function defineControl<State>(definition: ControlDefinition<State>): Control {
  return { ...definition, kind: 'control' };
}

export const defineButton = defineControl;
export const defineModal = defineControl;

/** @throws BotError `control-expired`: the state is not kept any more, or not one of this control */
export function pressedOf(
  { state }: Pick<Control, 'state'>,
  press: Omit<PressedControl<never>, 'state'>,
  kept: unknown,
): PressedControl<unknown> {
  const parsed = state.safeParse(kept);
  if (!parsed.success) throw new BotError('control-expired', {});
  return { ...press, state: parsed.data };
}
