/** A question about what an answer shows: a button, and the form it opens. */
import { BotError } from '#domain';

import { type AskState, AskStateSchema } from '../briefings/ask-state.ts';
import { defineButton, defineModal } from '../contracts/control.ts';
import type { Asker } from '../contracts/handling.ts';
import { askFormView, writeAskedAnswer } from './ask.ts';

/** @throws BotError `control-expired` for somebody who never saw the message */
function requireReader({ userId }: Asker, { owner, isPrivate }: AskState): void {
  if (isPrivate && owner !== userId) throw new BotError('control-expired', {});
}

export const askButton = defineButton({
  name: 'ask',
  state: AskStateSchema,
  acknowledge(asker, { state }) {
    requireReader(asker, state);
    return 'form';
  },
  form: (context, { state }) => askFormView(context, state),
});

export const askForm = defineModal({
  name: 'ask-form',
  state: AskStateSchema,
  isWork: true,
  acknowledge(asker, { state, fields }) {
    requireReader(asker, state);
    return state.isPrivate || fields['who'] === 'me' ? 'private' : 'public';
  },
  run: (context, { state, fields }) => writeAskedAnswer(context, { ...state, question: fields['question'] ?? '' }),
});
