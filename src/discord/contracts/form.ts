/** What a form asks, before Discord's form of it. */
import type { ControlUse } from './view.ts';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
}
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly isLong?: boolean;
  readonly value?: string;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly label: string; readonly value: string; readonly isChosen?: boolean }[];
}
export interface FileField extends FieldBase {
  readonly kind: 'file';
}
export type FieldView = TextField | ChoiceField | FileField;

export interface FormView {
  readonly title: string;
  readonly use: ControlUse;
  /** At most five. */
  readonly fields: readonly FieldView[];
}
