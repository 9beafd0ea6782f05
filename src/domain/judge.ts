/** What a second reader is asked: it sees the claim and the sentences that the claim cites, never the article. */

export interface JudgeTask {
  /** `line`: do the sentences say this? `stance`: do they show that the speaker takes this side? */
  readonly kind: 'line' | 'stance';
  readonly claim: string;
  /** The cited sentences themselves. */
  readonly sentences: readonly string[];
}

/** `null`: the second reader gave no answer to this task, which counts as no. */
export type JudgeAnswer = boolean | null;
