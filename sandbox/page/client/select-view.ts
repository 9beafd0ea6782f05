/** A select of a message: a button that opens a list, for the mouse and the keyboard. */
import { html, nothing, type TemplateResult } from 'lit-html';

import { asJson, type Json, objectsOf, textOf } from '../../common/json.ts';
import type { PageMessage } from '../shapes.ts';
import { press } from './api.ts';
import { changed, channelsOf, drawNow, guildHere, model } from './model.ts';

export interface Choice {
  value: string;
  label: string;
  description: string;
  isDefault: boolean;
}

/** What a select offers: its own options, or the people, roles or channels of this server. */
export function choicesOf(select: Json): Choice[] {
  const chosen = objectsOf(select['default_values']).map((one) => textOf(one['id']));
  const things = (all: readonly { id: string; name: string }[], sign: string): Choice[] =>
    all.map(({ id, name }) => ({
      value: id,
      label: `${sign}${name}`,
      description: '',
      isDefault: chosen.includes(id),
    }));
  const guild = guildHere();
  switch (select['type']) {
    case 5:
      return things(guild?.members ?? [], '');
    case 6:
      return things(guild?.roles ?? [], '@');
    case 7:
      return [...things(guild?.members ?? [], ''), ...things(guild?.roles ?? [], '@')];
    case 8: {
      const types = Array.isArray(select['channel_types']) ? select['channel_types'] : undefined;
      const offered = channelsOf(model.guild).filter((one) => types === undefined || types.includes(one.type));
      return things(offered, '#');
    }
    default:
      return objectsOf(select['options']).map((one) => ({
        value: textOf(one['value']),
        label: [textOf(asJson(one['emoji'])['name']), textOf(one['label'])].filter(Boolean).join(' '),
        description: textOf(one['description']),
        isDefault: one['default'] === true,
      }));
  }
}

export function limitsOf(select: Json): { least: number; most: number } {
  const number = (key: string) => (typeof select[key] === 'number' ? select[key] : 1);
  return { least: number('min_values'), most: number('max_values') };
}

export function selectView(message: PageMessage, select: Json): TemplateResult {
  const customId = textOf(select['custom_id']);
  const choices = choicesOf(select);
  const chosen = choices.filter((one) => one.isDefault).map((one) => one.label);
  const placeholder = textOf(select['placeholder']) || 'Make a selection';
  const isOpen = model.select?.message === message.id && model.select.customId === customId;
  const isBusy = model.pressed.has(`${message.id} ${customId}`);
  return html`<div class="select" @focusout=${closeWhenLeft}>
    <button
      class="select-button"
      aria-haspopup="listbox"
      aria-expanded=${isOpen}
      aria-label=${chosen.length > 0 ? `${placeholder}: ${chosen.join(', ')}` : placeholder}
      aria-busy=${isBusy}
      ?disabled=${select['disabled'] === true || isBusy}
      @click=${(event: Event) => toggle(event, message.id, customId, choices)}
    >
      <span class=${chosen.length > 0 ? '' : 'faint'}>${chosen.join(', ') || placeholder}</span>
      <span aria-hidden="true">▾</span>
    </button>
    ${isOpen ? openList(message, select, choices) : nothing}
  </div>`;
}

function toggle(event: Event, message: string, customId: string, choices: readonly Choice[]): void {
  const isOpen = model.select?.message === message && model.select.customId === customId;
  const values = choices.filter((one) => one.isDefault).map((one) => one.value);
  model.select = isOpen ? undefined : { message, customId, values };
  const { parentElement } = event.currentTarget as HTMLElement;
  drawNow();
  const marked = parentElement?.querySelector<HTMLElement>('[aria-selected="true"]');
  (marked ?? parentElement?.querySelector<HTMLElement>('[role=option]'))?.focus();
}

function openList(message: PageMessage, select: Json, choices: readonly Choice[]): TemplateResult {
  const { most } = limitsOf(select);
  const values = model.select?.values ?? [];
  return html`<div class="select-list">
    <ul role="listbox" aria-label=${textOf(select['placeholder']) || 'Options'} aria-multiselectable=${most > 1} @keydown=${moveInList}>
      ${choices.map(
        (choice) => html`<li
          role="option"
          tabindex="-1"
          aria-selected=${values.includes(choice.value)}
          @click=${(event: Event) => choose(event, message, select, choice.value)}
        >
          <span>${choice.label}</span>
          ${choice.description ? html`<span class="faint">${choice.description}</span>` : nothing}
        </li>`,
      )}
    </ul>
    ${
      most > 1
        ? html`<button class="button primary" @click=${(event: Event) => confirm(event, message, select)}>Apply</button>`
        : nothing
    }
  </div>`;
}

function choose(event: Event, message: PageMessage, select: Json, value: string): void {
  if (!model.select) return;
  const { least, most } = limitsOf(select);
  const { values } = model.select;
  const isChosen = values.includes(value);
  if (most > 1) {
    if (isChosen) model.select.values = values.filter((one) => one !== value);
    else if (values.length < most) model.select.values = [...values, value];
    return changed();
  }
  model.select.values = isChosen && least === 0 ? [] : [value];
  confirm(event, message, select);
}

function confirm(event: Event, message: PageMessage, select: Json): void {
  const { least } = limitsOf(select);
  const values = model.select?.values ?? [];
  if (values.length < least) {
    model.notice = `Choose at least ${least}.`;
    return changed();
  }
  const customId = textOf(select['custom_id']);
  model.select = undefined;
  (event.currentTarget as HTMLElement).closest('.select')?.querySelector<HTMLElement>('button')?.focus();
  void press(message.id, customId, { kind: 'select', message: message.id, customId, values });
}

function moveInList(event: KeyboardEvent): void {
  const here = event.target as HTMLElement;
  const options = [...(here.closest('[role=listbox]')?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
  const at = options.indexOf(here);
  const target: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 };
  const next = target[event.key];
  if (next !== undefined) options[Math.max(0, Math.min(options.length - 1, next))]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') here.click();
  else if (event.key === 'Escape') {
    model.select = undefined;
    here.closest('.select')?.querySelector<HTMLElement>('button')?.focus();
    changed();
  } else return;
  event.preventDefault();
}

function closeWhenLeft(event: FocusEvent): void {
  const next = event.relatedTarget;
  const isInside = next instanceof Node && (event.currentTarget as HTMLElement).contains(next);
  // A list that is drawn anew loses its focus to nothing; only a move elsewhere closes it.
  if (isInside || next === null) return;
  model.select = undefined;
  changed();
}
