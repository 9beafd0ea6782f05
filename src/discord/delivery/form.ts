/** A form in Discord's form of it. Pure. */
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';

import type { FieldView, FormView } from '../contracts/form.ts';
import { label } from './escape.ts';
import { LIMITS } from './limits.ts';
import { idOf } from './render.ts';

export function renderForm(form: FormView): APIModalInteractionResponseCallbackData {
  return {
    title: label(form.title, LIMITS.modalTitle),
    custom_id: idOf(form.use),
    components: form.fields.map(
      (field): APILabelComponent => ({
        type: ComponentType.Label,
        label: label(field.label, LIMITS.modalLabel),
        ...(field.hint ? { description: label(field.hint, LIMITS.modalDescription) } : {}),
        component: componentOf(field),
      }),
    ),
  };
}

function componentOf(field: FieldView): APIComponentInLabel {
  const common = { custom_id: field.name, required: field.isRequired ?? false };
  if (field.kind === 'file') return { ...common, type: ComponentType.FileUpload, min_values: 0, max_values: 1 };
  if (field.kind === 'choice') {
    const options = field.options.slice(0, LIMITS.selectOptions).map((option) => ({
      label: label(option.label, LIMITS.optionText),
      value: option.value,
      default: option.isChosen ?? false,
    }));
    // Discord asks for a choice unless it is told that none will do.
    const least = field.isRequired ? {} : { min_values: 0, max_values: 1 };
    return { ...common, ...least, type: ComponentType.StringSelect, options };
  }
  return {
    ...common,
    type: ComponentType.TextInput,
    style: field.isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: LIMITS.textInput,
    ...(field.value ? { value: field.value } : {}),
  };
}
