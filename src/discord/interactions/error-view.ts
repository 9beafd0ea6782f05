import type { BotError } from '#domain';
import type { Wording } from '#texts';

import { type MessageView, notice } from '../contracts/view.ts';
import { plainLine } from '../delivery/escape.ts';

/** The cause and the next step, in one sentence or two. */
export function errorView(error: BotError, wording: Wording): MessageView {
  return notice(plainLine(wording.errorSentence(error)));
}
