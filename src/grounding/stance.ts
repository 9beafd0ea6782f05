/**
 * A stance is the worst thing to get wrong about a person, so it is printed only when the evidence itself holds a cue
 * for it; otherwise it reads "unclear" (or the judge decides, where one is at hand).
 */
import type { Stance } from '#domain';

const CUES: Readonly<Record<Exclude<Stance, 'unclear' | 'neutral'>, RegExp>> = {
  supports:
    /\b(?:support|back|endors|welcom|prais|applaud|favou?r|agree|in favou?r|ready to|willing|call(?:s|ed)? for|urge|demand|advocat|defend|commit|pledg|vow|promis|hope|want|propos|recommend|accept|approv)|unterstütz|begrüß|befürwort|forder|lob|soutien|souten|salu|approuv|réclam|apoy|respald|celebr|exig/iu,
  opposes:
    /\b(?:oppos|reject|refus|den(?:y|ie)|condemn|criticis|criticiz|accus|denounc|object|against|dismiss|warn|failure|failed|hoax|waste of|not accept|will not|won['’]t|would not|wouldn['’]t|cannot|can['’]t|never|blam|slam|disregard|surrender|protest|disagre|wrong|mistake|unacceptable)|lehn|ablehn|kritisier|verurteil|gegen|warn|nicht|rejet|refus|condamn|dénonc|critiqu|contre|rechaz|conden|critic|contra/iu,
  conditional:
    /\b(?:if|unless|only if|but only|provided|as long as|on condition|once|until|depend|conditional)\b|\b(?:wenn|falls|sofern|nur|si|à condition|siempre que|a condición)\b/iu,
};

/** The stance to print, given what the engine claims and what the evidence says. */
export function supportedStance(claimed: Stance, evidenceText: string): Stance {
  if (claimed === 'unclear' || claimed === 'neutral') return claimed;
  return CUES[claimed].test(evidenceText) ? claimed : 'unclear';
}
