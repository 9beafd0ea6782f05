import type { BotError } from '#domain';

import { plain } from '../escape.ts';
import type { Wording } from '../texts/texts.ts';
import { type MessageView, notice } from './message.ts';

/** The cause and the next step, in one sentence or two. */
export function errorView(error: BotError, wording: Wording): MessageView {
  return notice(plain(wording.errorSentence(error)));
}
