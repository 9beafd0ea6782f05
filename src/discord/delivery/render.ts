/** A view in Discord's form (Components V2), and the states that its controls need. Pure. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  type ChannelType,
  ComponentType,
  type RawFile,
  SelectMenuDefaultValueType,
} from 'discord.js';

import type {
  ButtonView,
  ControlUse,
  ControlView,
  FileView,
  MessageView,
  PickView,
  SelectView,
} from '../contracts/view.ts';
import { customId, stateKey } from './custom-id.ts';
import { label } from './escape.ts';
import { LIMITS } from './limits.ts';
import { sectionText } from './pages.ts';

export interface RenderedMessage {
  readonly components: readonly APIContainerComponent[];
  readonly files: readonly RawFile[];
}

export function render(view: MessageView): RenderedMessage {
  const components: APIComponentInContainer[] = [];
  for (const section of view.sections) {
    if (section.lines.length === 0 && section.title === null) continue;
    if (components.length > 0) components.push({ type: ComponentType.Separator, divider: false });
    components.push({ type: ComponentType.TextDisplay, content: sectionText(section) });
  }
  if (view.footer.length > 0) {
    components.push({ type: ComponentType.Separator });
    components.push({
      type: ComponentType.TextDisplay,
      content: view.footer.map((text) => `-# ${text}`).join('\n'),
    });
  }
  components.push(...rowsOf(view.controls));
  if (view.file) components.push({ type: ComponentType.File, file: { url: `attachment://${view.file.name}` } });
  return {
    components: [{ type: ComponentType.Container, components }],
    files: view.file ? [fileOf(view.file)] : [],
  };
}

const fileOf = ({ name, text }: FileView): RawFile => ({
  name,
  data: Buffer.from(text, 'utf8'),
  contentType: 'text/plain; charset=utf-8',
});

export function statesOf(controls: readonly { readonly use: ControlUse }[]): Map<string, unknown> {
  return new Map(controls.map(({ use }) => [stateKey(use.state), use.state]));
}

export const idOf = ({ name, state }: ControlUse): string => customId({ name, key: stateKey(state) });

type ControlComponent =
  | APIButtonComponent
  | APIStringSelectComponent
  | APIChannelSelectComponent
  | APIRoleSelectComponent;

/** Buttons five to a row, each select in a row of its own, in order. */
function rowsOf(controls: readonly ControlView[]): APIActionRowComponent<ControlComponent>[] {
  const rows: ControlComponent[][] = [];
  for (const control of controls) {
    const last = rows.at(-1);
    if (control.kind === 'select') rows.push([selectOf(control)]);
    else if (control.kind !== 'button') rows.push([pickOf(control)]);
    else if (last && last[0]?.type === ComponentType.Button && last.length < LIMITS.buttonsInRow)
      last.push(buttonOf(control));
    else rows.push([buttonOf(control)]);
  }
  return rows.map((components) => ({ type: ComponentType.ActionRow, components }));
}

function buttonOf(control: ButtonView): APIButtonComponent {
  const calm = control.isMain ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return {
    type: ComponentType.Button,
    style: control.isDangerous ? ButtonStyle.Danger : calm,
    label: label(control.label, LIMITS.buttonLabel),
    custom_id: idOf(control.use),
  };
}

function pickOf(control: PickView): APIChannelSelectComponent | APIRoleSelectComponent {
  const common = {
    custom_id: idOf(control.use),
    placeholder: label(control.placeholder, LIMITS.placeholder),
    min_values: control.least,
    max_values: control.most,
  };
  const chosen = control.chosen.slice(0, control.most);
  if (control.kind === 'roles')
    return {
      ...common,
      type: ComponentType.RoleSelect,
      default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    };
  return {
    ...common,
    type: ComponentType.ChannelSelect,
    channel_types: [...(control.channelTypes ?? [])] as ChannelType[],
    default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
}

function selectOf(control: SelectView): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: idOf(control.use),
    placeholder: label(control.placeholder, LIMITS.placeholder),
    options: control.options.slice(0, LIMITS.selectOptions).map((option) => ({
      label: label(option.label, LIMITS.optionText),
      value: option.value,
      default: option.isChosen ?? false,
    })),
  };
}
