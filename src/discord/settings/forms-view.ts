/** The forms of the settings panel: what is written rather than chosen. */
import { SETTINGS_BOUNDS, type Settings } from '#domain';
import type { Texts, Wording } from '#texts';

import { languageName } from '../briefings/languages.ts';
import type { FieldView, FormView } from '../contracts/form.ts';
import type { Known } from './lines.ts';
import type { FormState } from './state.ts';

const DOMAIN_KINDS = ['all', 'only', 'except'] as const;

export function settingsForm(state: FormState, known: Known, wording: Wording): FormView {
  const { title, fields } = partsOf(state, known, wording);
  return { title, use: { name: 'settings-submit', state }, fields };
}

type Parts = Pick<FormView, 'title' | 'fields'>;

function partsOf(state: FormState, { settings, ceiling }: Known, { texts, locale }: Wording): Parts {
  switch (state.form) {
    case 'language': {
      const value = settings.language ? languageName(settings.language, locale) : '';
      return one(texts.languageOther, { label: texts.languageField, value });
    }
    case 'sites':
      return sites(settings, texts);
    case 'allowance': {
      const value = settings.allowances[state.of]?.toString() ?? '';
      const hint = texts.allowanceHint({ ceiling });
      return one(texts.buttonAllowance(state), { label: texts.allowanceField, hint, value });
    }
    case 'coolDown': {
      const value = `${settings.coolDowns[state.of]}`;
      const field = { label: texts.coolDownField, hint: texts.coolDownHint, value, isRequired: true };
      return one(texts.buttonCoolDown(state), field);
    }
    case 'retention': {
      const hint = texts.retentionHint(SETTINGS_BOUNDS.retentionDays);
      const field = { label: texts.retentionField, hint, value: `${settings.retentionDays}`, isRequired: true };
      return one(texts.buttonRetention, field);
    }
  }
}

const one = (title: string, field: Omit<Extract<FieldView, { kind: 'text' }>, 'kind' | 'name'>): Parts => ({
  title,
  fields: [{ kind: 'text', name: 'value', ...field }],
});

function sites({ domains }: Settings, texts: Texts): Parts {
  return {
    title: texts.linksSites,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: texts.sitesKind,
        isRequired: true,
        options: DOMAIN_KINDS.map((kind) => ({
          label: texts.sitesKindOf({ kind }),
          value: kind,
          isChosen: kind === domains.kind,
        })),
      },
      {
        kind: 'text',
        name: 'names',
        label: texts.sitesNames,
        hint: texts.sitesNamesHint,
        isLong: true,
        value: domains.names.join('\n'),
      },
    ],
  };
}
