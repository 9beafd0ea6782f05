/** What Discord sends when a person submits a form. */
import { codePoints, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { ComponentType } from './components.ts';
import { inputOf } from './modal-rules.ts';
import type { UploadedFile } from './slash.ts';

export type FormValue = string | string[] | UploadedFile[];

/** Interaction data of a submitted form: values by custom id or label, checked as the client checks them. */
export function submitData(
  form: Json,
  values: Record<string, FormValue>,
  upload: (files: UploadedFile[]) => Json[],
): Json {
  const parts = objectsOf(form['components']);
  const attachments: Json = {};
  const used = new Set<string>();
  const components = parts.map((part) => {
    const input = inputOf(part);
    if (!input) return { type: part['type'], id: part['id'] ?? 1 };
    const names = [textOf(input['custom_id']), textOf(part['label']), textOf(input['label'])].filter(Boolean);
    const name = names.find((one) => values[one] !== undefined);
    if (name) used.add(name);
    const filled = filledInput(input, name === undefined ? undefined : values[name], names[0] ?? '', (files) => {
      const made = upload(files);
      for (const one of made) attachments[textOf(one['id'])] = one;
      return made.map((one) => textOf(one['id']));
    });
    const isLabel = part['type'] === ComponentType.label;
    return {
      type: part['type'],
      id: numberOf(part['id']) || 1,
      [isLabel ? 'component' : 'components']: isLabel ? filled : [filled],
    };
  });
  const unknown = Object.keys(values).filter((name) => !used.has(name));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`);
  return {
    custom_id: form['custom_id'],
    components,
    ...(Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}),
  };
}

function filledInput(
  input: Json,
  value: FormValue | undefined,
  name: string,
  upload: (files: UploadedFile[]) => string[],
): Json {
  const type = numberOf(input['type']);
  const common = { type, id: numberOf(input['id']) || 1, custom_id: input['custom_id'] };
  const isRequired = input['required'] !== false;
  if (type === ComponentType.textInput) {
    const text = value ?? textOf(input['value']);
    if (typeof text !== 'string') throw new Error(`field "${name}" wants a text`);
    const length = codePoints(text);
    if (isRequired && length === 0) throw new Error(`field "${name}" is required`);
    if (length > (numberOf(input['max_length']) || 4000)) throw new Error(`field "${name}" is too long: ${length}`);
    if (length > 0 && length < numberOf(input['min_length']))
      throw new Error(`field "${name}" is too short: ${length}`);
    return { ...common, value: text };
  }
  if (type === ComponentType.checkbox) return { ...common, value: value === 'true' };
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (isRequired && list.length === 0) throw new Error(`field "${name}" is required`);
  if (type === ComponentType.fileUpload)
    return { ...common, values: upload(list.filter((one) => typeof one !== 'string')) };
  const texts = list.filter((one) => typeof one === 'string');
  return type === ComponentType.radioGroup ? { ...common, value: texts[0] ?? null } : { ...common, values: texts };
}
