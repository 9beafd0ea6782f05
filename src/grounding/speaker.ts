/** Who said it: a draft's speaker against what the rules of `language` found beside the words. */
import type { Article, Attribution, Speaker } from '#domain';
import { sameSpeaker } from '#language';

/**
 * - `confirmed`: the rules found the same speaker
 * - `moved`: the rules are certain that it was somebody else, and who
 * - `unclear`: nobody can tell; shown as "speaker unclear"
 * - `wrong`: certainly not this speaker, and not certain who instead
 */
export type SpeakerVerdict =
  | { readonly verdict: 'confirmed'; readonly speaker: Speaker }
  | { readonly verdict: 'moved'; readonly speaker: Speaker }
  | { readonly verdict: 'unclear' }
  | { readonly verdict: 'wrong' };

/** Attributions that could be the one a position speaks of: those of its quotations, else those of its sentences. */
function attributionsOf(article: Article, quotations: readonly string[], evidence: readonly number[]): Attribution[] {
  if (quotations.length > 0) {
    return article.attributions.filter((attribution) => attribution.quotations.some((id) => quotations.includes(id)));
  }
  return article.attributions.filter((attribution) =>
    attribution.sentences.some((number) => evidence.includes(number)),
  );
}

/** The article's own form of the speaker, with the draft's role kept only where the article has none of its own. */
function merged(found: Speaker, drafted: Speaker): Speaker {
  return { name: found.name, role: found.role ?? drafted.role, speaksFor: found.speaksFor ?? drafted.speaksFor };
}

/** @param isNamed whether the article names the drafted speaker near the evidence. */
export function judgeSpeaker(
  article: Article,
  drafted: Speaker,
  quotations: readonly string[],
  evidence: readonly number[],
  isNamed: boolean,
): SpeakerVerdict {
  const candidates = attributionsOf(article, quotations, evidence);
  const agreeing = candidates.find(
    (candidate) => candidate.speaker && sameSpeaker(candidate.speaker.name, drafted.name),
  );
  const disagreeing = candidates.filter(
    (candidate) => candidate.certain && candidate.speaker && !sameSpeaker(candidate.speaker.name, drafted.name),
  );
  // Quoted words belong to one speaker each: one certain disagreement outweighs an agreement elsewhere.
  if (quotations.length > 0 && disagreeing.length > 0) return settleDisagreement(disagreeing, agreeing !== undefined);
  if (agreeing?.speaker) return { verdict: 'confirmed', speaker: merged(agreeing.speaker, drafted) };
  if (disagreeing.length > 0) return settleDisagreement(disagreeing, false);
  // No rule fired here. For reported speech (a third of which the rules miss) being named in the evidence is enough.
  if (quotations.length === 0 && isNamed) return { verdict: 'confirmed', speaker: drafted };
  return { verdict: 'unclear' };
}

function settleDisagreement(disagreeing: readonly Attribution[], isMixed: boolean): SpeakerVerdict {
  const speakers = disagreeing.map((attribution) => attribution.speaker).filter((speaker) => speaker !== null);
  const [first] = speakers;
  if (!isMixed && first && speakers.every((speaker) => sameSpeaker(speaker.name, first.name))) {
    return { verdict: 'moved', speaker: first };
  }
  return { verdict: 'wrong' };
}
