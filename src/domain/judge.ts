/** What a second reader is asked: only the claim and the sentences it cites, never the article. */

export interface JudgeTask {
  /** `line`: do the sentences say this? `stance`: do they show that the speaker takes this side? */
  readonly kind: 'line' | 'stance';
  readonly claim: string;
  /** The cited sentences themselves. */
  readonly sentences: readonly string[];
}

/** `null`: no answer for this one, which counts as no. */
export type JudgeAnswer = boolean | null;
