/** A form that the bot opened: Discord's modal. */
import { html, nothing, type TemplateResult } from 'lit-html';

import { type Json, objectsOf, textOf } from '../../common/json.ts';
import type { SentFile } from '../shapes.ts';
import { act, fileFrom } from './api.ts';
import { markdown } from './markdown-view.ts';
import { changed, model, status } from './model.ts';
import { choicesOf, limitsOf } from './select-view.ts';

const Type = { row: 1, textInput: 4, text: 10, label: 18, files: 19, radio: 21, checks: 22, check: 23 } as const;
const PARAGRAPH = 2;

export function formView(): TemplateResult | typeof nothing {
  const { form } = model;
  if (!form) return nothing;
  return html`<dialog class="form" aria-labelledby="form-title" @cancel=${(event: Event) => close(event)}>
    <form @submit=${(event: SubmitEvent) => void submit(event)}>
      <h2 id="form-title">${textOf(form.definition['title'])}</h2>
      <p class="faint">This form goes to ${status()?.bot.name}, the bot.</p>
      ${objectsOf(form.definition['components']).map(part)}
      ${form.error ? html`<p class="failed" role="alert">${form.error}</p>` : nothing}
      <div class="form-foot">
        <button type="button" class="button secondary" @click=${close}>Cancel</button>
        <button class="button primary">Submit</button>
      </div>
    </form>
  </dialog>`;
}

/** Opens the dialog once it is drawn. */
export function showForm(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.form');
  if (dialog && !dialog.open) dialog.showModal();
}

function close(event: Event): void {
  event.preventDefault();
  model.form = undefined;
  changed();
}

function part(one: Json): TemplateResult | typeof nothing {
  if (one['type'] === Type.text) return html`<div class="display">${markdown(textOf(one['content']))}</div>`;
  const input = (one['component'] ?? objectsOf(one['components'])[0]) as Json | undefined;
  if (!input) return nothing;
  const id = `field-${textOf(input['custom_id'])}`;
  const label = textOf(one['label']) || textOf(input['label']);
  const isRequired = input['required'] !== false;
  const about = textOf(one['description']);
  const isGroup = input['type'] === Type.radio || input['type'] === Type.checks;
  const title = html`${label}${isRequired && input['type'] !== Type.check ? html`<span aria-hidden="true"> *</span>` : nothing}`;
  const note = about ? html`<span class="faint" id="${id}-about">${about}</span>` : nothing;
  if (isGroup)
    return html`<fieldset class="field"><legend>${title}</legend>${note}${field(input, id, isRequired)}</fieldset>`;
  return html`<div class="field"><label for=${id}>${title}</label>${note}${field(input, id, isRequired)}</div>`;
}

function field(input: Json, id: string, isRequired: boolean): TemplateResult {
  const name = textOf(input['custom_id']);
  switch (input['type']) {
    case Type.textInput:
      return textField(input, id, isRequired);
    case Type.files:
      return html`<input id=${id} type="file" name=${name} ?multiple=${limitsOf(input).most > 1} ?required=${isRequired} />`;
    case Type.radio:
    case Type.checks: {
      const kind = input['type'] === Type.radio ? 'radio' : 'checkbox';
      return html`${choicesOf(input).map(
        (choice) => html`<label class="choice"
          ><input type=${kind} name=${name} value=${choice.value} ?checked=${choice.isDefault} ?required=${isRequired && kind === 'radio'} />
          <span>${choice.label} ${choice.description ? html`<span class="faint">${choice.description}</span>` : nothing}</span></label
        >`,
      )}`;
    }
    case Type.check:
      return html`<input id=${id} type="checkbox" name=${name} value="true" ?checked=${input['default'] === true} />`;
    default:
      return html`<select id=${id} name=${name} ?multiple=${limitsOf(input).most > 1} ?required=${isRequired}>
        ${limitsOf(input).most > 1 ? nothing : html`<option value="">${textOf(input['placeholder']) || 'Choose…'}</option>`}
        ${choicesOf(input).map(
          (choice) =>
            html`<option value=${choice.value} ?selected=${choice.isDefault}>${choice.label}${choice.description ? ` (${choice.description})` : ''}</option>`,
        )}
      </select>`;
  }
}

function textField(input: Json, id: string, isRequired: boolean): TemplateResult {
  const name = textOf(input['custom_id']);
  const number = (key: string) => (typeof input[key] === 'number' ? input[key] : nothing);
  const value = textOf(input['value']);
  if (input['style'] === PARAGRAPH)
    return html`<textarea
      id=${id}
      name=${name}
      rows="5"
      placeholder=${textOf(input['placeholder'])}
      minlength=${number('min_length')}
      maxlength=${number('max_length')}
      ?required=${isRequired}
    >${value}</textarea>`;
  return html`<input
    id=${id}
    type="text"
    name=${name}
    value=${value}
    autocomplete="off"
    placeholder=${textOf(input['placeholder'])}
    minlength=${number('min_length')}
    maxlength=${number('max_length')}
    ?required=${isRequired}
  />`;
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const { form } = model;
  if (!form) return;
  const values = await valuesOf(new FormData(event.target as HTMLFormElement), form.definition);
  model.form = undefined;
  changed();
  const { error } = await act({ kind: 'form', run: form.run, values });
  if (!error || model.form) return;
  model.form = { ...form, error };
  model.notice = '';
  changed();
}

async function valuesOf(data: FormData, definition: Json): Promise<Record<string, string | string[] | SentFile[]>> {
  const values: Record<string, string | string[] | SentFile[]> = {};
  for (const one of objectsOf(definition['components'])) {
    const input = (one['component'] ?? objectsOf(one['components'])[0]) as Json | undefined;
    if (!input) continue;
    const name = textOf(input['custom_id']);
    const given = data.getAll(name);
    const texts = given.filter((value) => typeof value === 'string' && value !== '').map(String);
    if (input['type'] === Type.textInput) values[name] = texts[0] ?? '';
    else if (input['type'] === Type.check) values[name] = texts[0] ?? 'false';
    else if (input['type'] === Type.files) {
      const files = given.filter((value) => value instanceof File && value.name !== '') as File[];
      values[name] = await Promise.all(files.map(fileFrom));
    } else values[name] = texts;
  }
  return values;
}
