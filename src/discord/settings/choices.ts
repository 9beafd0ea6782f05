/** The selects and buttons of the settings panel. */
import { z } from 'zod';

import type { ChannelMode, DiscussionPlace, EngineChoice, Length, SettingsChange } from '#domain';

import { type Control, defineButton } from '../contracts/control.ts';
import { OF_ARTICLE } from './controls-view.ts';
import { change, panelView, undo, updatePanel } from './panel.ts';
import {
  type ChooseState,
  ChooseStateSchema,
  ModeStateSchema,
  PAGES,
  RolesStateSchema,
  SwitchStateSchema,
  UndoStateSchema,
} from './state.ts';

const NoStateSchema = z.object({});
const pageOf = (values: readonly string[]) => PAGES.find((page) => page === values[0]) ?? 'overview';

const page = defineButton({
  name: 'settings-page',
  state: NoStateSchema,
  acknowledge: updatePanel,
  ready: (context, { values }) => panelView(context, { page: pageOf(values) }),
});

/** The rules refuse what is not a choice: a select's values are as untrusted as a form's. */
function choice({ what }: ChooseState, value: string): SettingsChange {
  switch (what) {
    case 'language':
      return { field: 'language', value: value === OF_ARTICLE ? null : value };
    case 'length':
      return { field: 'length', value: value as Length };
    case 'engine':
      return { field: 'engine', value: value as EngineChoice };
    case 'discussion':
      return { field: 'discussion', value: value as DiscussionPlace };
  }
}

const choose = defineButton({
  name: 'settings-choose',
  state: ChooseStateSchema,
  acknowledge: updatePanel,
  run: (context, { state, values }) => change(context, state, () => choice(state, values[0] ?? '')),
});

const channel = defineButton({
  name: 'settings-channel',
  state: NoStateSchema,
  acknowledge: updatePanel,
  ready: (context, { values }) => panelView(context, { page: 'links', channel: values[0] ?? null }),
});

const mode = defineButton({
  name: 'settings-mode',
  state: ModeStateSchema,
  acknowledge: updatePanel,
  run: (context, { state, values }) =>
    change(context, state, () => ({ field: 'mode', channel: state.channel, value: values[0] as ChannelMode })),
});

const toggle = defineButton({
  name: 'settings-switch',
  state: SwitchStateSchema,
  acknowledge: updatePanel,
  run: (context, { state }) => change(context, state, () => state.change),
});

/** What the admin took away from the list and put to it, done to the list as it is now: another admin may have changed it. */
export function changedList(
  now: readonly string[],
  shown: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const taken = shown.filter((one) => !wanted.includes(one));
  return [...new Set([...now.filter((one) => !taken.includes(one)), ...wanted.filter((one) => !shown.includes(one))])];
}

const roles = defineButton({
  name: 'settings-roles',
  state: RolesStateSchema,
  acknowledge: updatePanel,
  run: (context, { state, values }) =>
    change(context, { page: 'spending' }, () => ({ spendingRoles }) => ({
      field: 'spendingRoles',
      value: changedList(spendingRoles, state.shown, values),
    })),
});

const reports = defineButton({
  name: 'settings-reports',
  state: NoStateSchema,
  acknowledge: updatePanel,
  run: (context, { values }) =>
    change(context, { page: 'discussion' }, () => ({ field: 'reportChannel', value: values[0] ?? null })),
});

const takeBack = defineButton({
  name: 'settings-undo',
  state: UndoStateSchema,
  acknowledge: updatePanel,
  run: (context, { state }) => undo(context, state.page, state.revision),
});

export const settingsChoices: readonly Control[] = [page, choose, channel, mode, toggle, roles, reports, takeBack];
