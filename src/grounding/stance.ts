/** Where a speaker stands. A wrong stance is the worst thing to print about a person. */
import type { Stance } from '#domain';
import { cuedStances } from '#language';

/**
 * Does the evidence itself show the stance? The verb of speaking decides where it has a side ("rejected"); otherwise the
 * sentences must hold a cue for the stance and none for the opposite one.
 */
export function isCuedStance(claimed: Stance, cueWords: string, evidenceText: string): boolean {
  if (claimed === 'unclear' || claimed === 'neutral') return true;
  const byVerb = cuedStances(cueWords);
  if (byVerb.length === 1 && byVerb[0] !== 'conditional') return byVerb[0] === claimed;
  const cued = cuedStances(evidenceText);
  if (!cued.includes(claimed)) return false;
  if (claimed === 'conditional') return true;
  return !cued.includes(claimed === 'supports' ? 'opposes' : 'supports');
}

/** As a claim that a second reader can answer with yes or no. */
export function stanceClaim(speaker: string, stance: Stance, issue: string): string {
  if (stance === 'supports') return `${speaker} is for this: ${issue}`;
  if (stance === 'opposes') return `${speaker} is against this: ${issue}`;
  return `${speaker} is for this only under a condition: ${issue}`;
}
