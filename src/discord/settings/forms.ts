/** The buttons of the settings panel that open a form, and the forms. */
import { BotError, type DomainRule } from '#domain';

import { languageCode } from '../briefings/languages.ts';
import { type Control, defineButton, defineModal } from '../contracts/control.ts';
import type { RequestContext } from '../contracts/handling.ts';
import { changedList } from './choices.ts';
import { settingsForm } from './forms-view.ts';
import { type Change, ceilingOf, change, requireAdmin, updatePanel } from './panel.ts';
import { type FormState, FormStateSchema, PAGE_OF_FORM } from './state.ts';

const open = defineButton({
  name: 'settings-form',
  state: FormStateSchema,
  acknowledge(asker) {
    requireAdmin(asker);
    return 'form';
  },
  form: (context, { state }) =>
    settingsForm(state, { settings: context.settings, ceiling: ceilingOf(context) }, context.wording),
});

const submit = defineModal({
  name: 'settings-submit',
  state: FormStateSchema,
  acknowledge: updatePanel,
  run: (context, { state, fields }) =>
    change(context, { page: PAGE_OF_FORM[state.form] }, () => writtenChange(context, state, fields)),
});

type Fields = Readonly<Record<string, string>>;

/** @throws BotError `settings-not-a-number`, `language-unknown` */
function writtenChange({ wording }: RequestContext, state: FormState, fields: Fields): Change {
  const written = fields['value'] ?? '';
  switch (state.form) {
    case 'language':
      return { field: 'language', value: languageCode(written, wording) };
    case 'sites':
      return sitesChange(state.shown, fields);
    case 'allowance':
      return { field: 'allowance', of: state.of, value: written.trim() === '' ? null : wholeNumber(written) };
    case 'coolDown':
      return { field: 'coolDown', of: state.of, value: wholeNumber(written) };
    case 'retention':
      return { field: 'retentionDays', value: wholeNumber(written) };
  }
}

function sitesChange(shown: readonly string[], fields: Fields): Change {
  const kind = (fields['kind'] ?? 'all') as DomainRule['kind'];
  const wanted = (fields['names'] ?? '').split(/[\s,;]+/u).filter(Boolean);
  return ({ domains }) => ({ field: 'domains', value: { kind, names: changedList(domains.names, shown, wanted) } });
}

const DIGITS = /^\d{1,15}$/u;
/** 50,000 or 50.000 or 50 000: marks between groups of three. */
const GROUPED = /^\d{1,3}(?:[.,'’\s]\d{3})+$/u;

/** @throws BotError `settings-not-a-number` */
export function wholeNumber(written: string): number {
  const text = written.trim();
  const digits = GROUPED.test(text) ? text.replace(/\D/gu, '') : text;
  if (!DIGITS.test(digits)) throw new BotError('settings-not-a-number', { value: text.slice(0, 40) });
  return Number(digits);
}

export const settingsForms: readonly Control[] = [open, submit];
