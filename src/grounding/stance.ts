import type { Stance } from '#domain';
import { cuedStances } from '#language';

/**
 * The stance to print. A wrong one is the worst thing to print about a person, so it stands only when the evidence holds
 * a cue for it; otherwise it reads "unclear".
 */
export function supportedStance(claimed: Stance, evidenceText: string): Stance {
  if (claimed === 'unclear' || claimed === 'neutral') return claimed;
  return cuedStances(evidenceText).includes(claimed) ? claimed : 'unclear';
}
