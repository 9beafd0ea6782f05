/** The same article in another language: a button, and the form it opens. */

import { defineButton, defineModal } from '../contracts/control.ts';
import { acknowledgementFor, frameFor } from './buttons.ts';
import { languageCode, suggestLanguages } from './languages.ts';
import { showBriefing } from './show.ts';
import { BriefingStateSchema } from './state.ts';

export const languageButton = defineButton({
  name: 'language',
  state: BriefingStateSchema,
  acknowledge(asker, { state }) {
    acknowledgementFor(asker, state);
    return 'form';
  },
  form: ({ wording }, { state }) => ({
    title: wording.texts.formLanguageTitle,
    use: { name: 'language-form', state },
    fields: [
      {
        kind: 'choice',
        name: 'language',
        label: wording.texts.formLanguage,
        isRequired: true,
        options: suggestLanguages('', wording).map(({ name, value }) => ({ label: name, value })),
      },
    ],
  }),
});

export const languageForm = defineModal({
  name: 'language-form',
  state: BriefingStateSchema,
  isWork: true,
  acknowledge: (asker, { state }) => acknowledgementFor(asker, state),
  run: (context, { state, fields }) =>
    showBriefing(context, {
      source: { kind: 'kept', article: state.article },
      kind: state.kind === 'positions' ? 'positions' : 'summary',
      length: state.length,
      language: languageCode(fields['language'] ?? null, context.wording),
      speaker: state.speaker,
      issue: state.issue,
      frame: frameFor(context, state),
      keepsShown: true,
    }),
});
