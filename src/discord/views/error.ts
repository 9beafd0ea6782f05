import type { BotError } from '#domain';
import type { Wording } from '#texts';

import { plainLine } from '../escape.ts';
import { type MessageView, notice } from './message.ts';

/** The cause and the next step, in one sentence or two. */
export function errorView(error: BotError, wording: Wording): MessageView {
  return notice(plainLine(wording.errorSentence(error)));
}
