/** A chosen slash command and its options. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import { OptionType } from '../../common/option-type.ts';
import type { SentValue } from '../shapes.ts';
import { act, clearDraft, fileFrom, send } from './api.ts';
import { changed, channelsOf, drawNow, guildHere, model } from './model.ts';
import { type OfferedCommand, type OfferedOption, valuesIn } from './slash-text.ts';

/** A pause in typing after which the bot is asked for suggestions. */
const AUTOCOMPLETE_PAUSE_MS = 250;

let pause: ReturnType<typeof setTimeout> | undefined;

/** Chooses a command; a command without options that is chosen from the list waits for Enter all the same. */
export function beginCommand(command: OfferedCommand, rest: string): void {
  const values: Record<string, SentValue> = {};
  for (const [name, text] of Object.entries(valuesIn(command, rest))) {
    const option = command.options.find((one) => one.name === name);
    if (option) values[name] = valueOf(option, text);
  }
  const { replyTo } = model.draft;
  clearDraft();
  model.draft.replyTo = replyTo;
  model.draft.command = command;
  model.draft.values = values;
  model.draft.added = Object.keys(values);
  drawNow();
  const first = document.querySelector<HTMLElement>('.command .option input, .command .option select');
  (first ?? document.querySelector<HTMLElement>('.command .send'))?.focus();
}

function valueOf(option: OfferedOption, text: string): SentValue {
  if (option.type === OptionType.boolean) return text === 'true' || text === 'yes';
  if (option.type === OptionType.integer || option.type === OptionType.number) return Number(text);
  return option.choices.find((one) => one.name === text || one.value === text)?.value ?? text;
}

export function commandView(command: OfferedCommand): TemplateResult {
  // The first option is what a command is about, also where a form would ask for it later.
  const shown = command.options.filter((one, at) => at === 0 || one.isRequired || model.draft.added.includes(one.name));
  const others = command.options.filter((one) => !shown.includes(one));
  return html`<form
    class="command"
    aria-label="Options of /${command.path}"
    @submit=${(event: Event) => {
      event.preventDefault();
      void sendCommand();
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
    }}
  >
    <p class="command-head"><strong>/${command.path}</strong> <span class="faint">${command.description}</span></p>
    <div class="options">${shown.map(optionView)}</div>
    <div class="command-foot">
      ${others.map(
        (one) =>
          html`<button type="button" class="add-option" title=${one.description} @click=${() => addOption(one)}>+ ${one.name}</button>`,
      )}
      <span class="stretch"></span>
      <button type="button" class="button secondary" @click=${leave}>Cancel</button>
      <button class="button primary send">Send</button>
    </div>
  </form>`;
}

function addOption(option: OfferedOption): void {
  model.draft.added.push(option.name);
  if (option.type === OptionType.boolean) model.draft.values[option.name] = true;
  drawNow();
  document.getElementById(`option-${option.name}`)?.focus();
}

function leave(): void {
  clearDraft();
  drawNow();
  document.getElementById('message-box')?.focus();
}

function put(name: string, value: SentValue | undefined): void {
  if (value === undefined) delete model.draft.values[name];
  else model.draft.values[name] = value;
  changed();
}

function optionView(option: OfferedOption): TemplateResult {
  const id = `option-${option.name}`;
  return html`<div class="option">
    <label for=${id}>${option.name}${option.isRequired ? html`<span aria-hidden="true"> *</span>` : nothing}</label>
    ${input(option, id)}
    <span class="faint" id="${id}-about">${option.description}</span>
  </div>`;
}

function input(option: OfferedOption, id: string): TemplateResult {
  const list = listOf(option);
  if (list) return listInput(option, id, list);
  if (option.type === OptionType.attachment)
    return html`<input
      id=${id}
      type="file"
      aria-describedby="${id}-about"
      ?required=${option.isRequired}
      @change=${async (event: Event) => {
        const file = (event.target as HTMLInputElement).files?.[0];
        put(option.name, file && (await fileFrom(file)));
      }}
    />`;
  const isNumber = option.type === OptionType.integer || option.type === OptionType.number;
  const value = model.draft.values[option.name];
  const { choices } = model.draft;
  const offered = choices?.option === option.name ? choices.list : [];
  return html`<input
      id=${id}
      type=${isNumber ? 'number' : 'text'}
      autocomplete="off"
      aria-describedby="${id}-about"
      ?required=${option.isRequired}
      min=${option.minValue ?? nothing}
      max=${option.maxValue ?? nothing}
      step=${option.type === OptionType.number ? 'any' : nothing}
      maxlength=${option.maxLength ?? nothing}
      list=${option.hasAutocomplete ? `${id}-choices` : nothing}
      .value=${live(typeof value === 'string' || typeof value === 'number' ? String(value) : '')}
      @input=${(event: Event) => typed(option, (event.target as HTMLInputElement).value)}
    />
    ${
      option.hasAutocomplete
        ? html`<datalist id="${id}-choices">${offered.map((one) => html`<option value=${String(one.value)}>${one.name}</option>`)}</datalist>`
        : nothing
    }`;
}

function typed(option: OfferedOption, text: string): void {
  const isNumber = option.type === OptionType.integer || option.type === OptionType.number;
  put(option.name, text === '' ? undefined : isNumber ? Number(text) : text);
  const { command } = model.draft;
  if (!option.hasAutocomplete || !command) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    const wanted = {
      kind: 'autocomplete',
      channel: model.channel,
      command: command.path,
      option: option.name,
      typed: text,
    } as const;
    void send(wanted).then(({ choices }) => {
      model.draft.choices = { option: option.name, list: choices ?? [] };
      changed();
    });
  }, AUTOCOMPLETE_PAUSE_MS);
}

/** What can be chosen for an option; `undefined` when it is typed. */
function listOf(option: OfferedOption): { value: string; label: string }[] | undefined {
  const guild = guildHere();
  const people = () => (guild?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const roles = () => (guild?.roles ?? []).map(({ id, name }) => ({ value: id, label: `@${name.replace(/^@/u, '')}` }));
  switch (option.type) {
    case OptionType.boolean:
      return [
        { value: 'true', label: 'True' },
        { value: 'false', label: 'False' },
      ];
    case OptionType.user:
      return people();
    case OptionType.role:
      return roles();
    case OptionType.mentionable:
      return [...people(), ...roles()];
    case OptionType.channel:
      return channelsOf(model.guild)
        .filter((one) => option.channelTypes.length === 0 || option.channelTypes.includes(one.type))
        .map(({ id, name }) => ({ value: id, label: `#${name}` }));
    default:
      return option.choices.length > 0
        ? option.choices.map(({ name, value }) => ({ value: String(value), label: name }))
        : undefined;
  }
}

function listInput(option: OfferedOption, id: string, list: { value: string; label: string }[]): TemplateResult {
  const value = model.draft.values[option.name];
  const chosen = (text: string) => {
    if (text === '') return put(option.name, undefined);
    const choice = option.choices.find((one) => String(one.value) === text)?.value;
    put(option.name, option.type === OptionType.boolean ? text === 'true' : (choice ?? text));
  };
  return html`<select
    id=${id}
    aria-describedby="${id}-about"
    ?required=${option.isRequired}
    @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}
  >
    <option value="" ?selected=${value === undefined}>Choose…</option>
    ${list.map((one) => html`<option value=${one.value} ?selected=${value !== undefined && typeof value !== 'object' && String(value) === one.value}>${one.label}</option>`)}
  </select>`;
}

export async function sendCommand(): Promise<void> {
  const { command, values } = model.draft;
  if (!command) return;
  model.notice = '';
  const wanted = { kind: 'command', channel: model.channel, command: command.path, options: values } as const;
  clearDraft();
  drawNow();
  document.getElementById('message-box')?.focus();
  const { error } = await act(wanted);
  if (!error) return;
  // What was filled in is not lost by a mistake in it.
  beginCommand(command, '');
  model.draft.values = { ...values };
  model.draft.added = Object.keys(values);
  changed();
}
