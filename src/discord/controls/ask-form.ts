/** A question about the article of an answer: a button, and the form it opens. */
import { AnswerStateSchema } from '../answer-state.ts';
import { answerQuestion } from '../asking.ts';
import { defineButton, defineModal } from '../control.ts';
import { placeFor } from './answer-buttons.ts';

export const askButton = defineButton({
  name: 'ask',
  state: AnswerStateSchema,
  acknowledge(asker, { state }) {
    placeFor(asker, state);
    return 'form';
  },
  form: ({ wording }, { state }) => ({
    title: wording.texts.formQuestionTitle,
    use: { name: 'ask-form', state },
    fields: [{ kind: 'text', name: 'question', label: wording.texts.formQuestion, isLong: true, isRequired: true }],
  }),
});

/** A question about a private answer is answered privately, another one for everybody. */
export const askForm = defineModal({
  name: 'ask-form',
  state: AnswerStateSchema,
  isWork: true,
  acknowledge(asker, { state }) {
    placeFor(asker, state);
    return state.isPrivate ? 'private' : 'public';
  },
  run: (context, { state, fields }) =>
    answerQuestion(context, {
      question: fields['question'] ?? '',
      source: { kind: 'kept', article: state.article },
      language: null,
    }),
});
