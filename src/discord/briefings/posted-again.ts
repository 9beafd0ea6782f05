/** Posted messages that show an article, drawn again from what is kept: after a correction, and when its page has changed. */

import type { Asker } from '../contracts/handling.ts';
import type { Services } from '../contracts/services.ts';
import { AnswerStateSchema } from './state.ts';
import { answerView } from './view.ts';

interface Redrawing extends Pick<Asker, 'guild' | 'everybodys'> {
  readonly services: Pick<Services, 'desk' | 'kept' | 'rooms'>;
}

/** How many were changed. A message that is gone, or that the bot may no longer edit, is passed over. Never rejects. */
export async function drawAgain({ services, guild, everybodys }: Redrawing, article: string): Promise<number> {
  const { desk, kept, rooms } = services;
  let changed = 0;
  try {
    for (const post of await desk.posted.ofArticle(guild, article)) {
      const state = AnswerStateSchema.safeParse(post.state);
      if (!state.success) continue;
      const result = await kept.get(guild, state.data.article, state.data.briefing);
      if (!result) continue;
      const view = answerView(result, state.data, { texts: everybodys.texts });
      const outcome = await rooms.edit(guild, post.channel, post.id, view);
      if (outcome === 'done') changed += 1;
      if (outcome === 'gone') await desk.posted.forget(guild, post.id);
    }
  } catch {
    // The store does not answer: what is kept has changed all the same, and the next look at it says so.
  }
  return changed;
}
