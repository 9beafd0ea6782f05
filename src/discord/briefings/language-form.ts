/** The same article in another language: a button, and the form it opens. */

import { defineButton, defineModal } from '../contracts/control.ts';
import { frameFor, placeFor } from './buttons.ts';
import { languageCode, suggestLanguages } from './languages.ts';
import { writeAnswer } from './show.ts';
import { AnswerStateSchema } from './state.ts';

export const languageButton = defineButton({
  name: 'language',
  state: AnswerStateSchema,
  acknowledge(asker, { state }) {
    placeFor(asker, state);
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
  state: AnswerStateSchema,
  isWork: true,
  acknowledge: (asker, { state }) => placeFor(asker, state),
  run: (context, { state, fields }) =>
    writeAnswer(context, {
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
