/** Posted messages that show an article, drawn again from what is kept: after a correction, and when its page has changed. */
import type { Asker } from '../contracts/handling.ts';
import type { Services } from '../contracts/services.ts';
import { BriefingStateSchema } from './state.ts';
import { briefingView } from './view.ts';

interface Redrawing extends Pick<Asker, 'guild' | 'everybodys'> {
  readonly services: Pick<Services, 'kept' | 'delivery'>;
}

/** How many were changed. Never rejects. */
export function drawAgain({ services, guild, everybodys }: Redrawing, article: string): Promise<number> {
  return services.delivery.drawAgain(guild, article, async (post) => {
    const state = BriefingStateSchema.safeParse(post.state);
    const result = state.success && (await services.kept.get(guild, state.data.article, state.data.briefing));
    return result ? briefingView(result, state.data, { texts: everybodys.texts }) : null;
  });
}
