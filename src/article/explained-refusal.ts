/** A page that is no article, with how that was found. */
import { BotError } from '#domain';

import type { ExtractRecord } from './extract/record.ts';

export interface Explanation {
  readonly records: readonly ExtractRecord[];
  /** The paragraphs that were too few, or of another kind. */
  readonly paragraphs: readonly string[];
}

export class ExplainedRefusal extends BotError {
  readonly explanation: Explanation;

  constructor({ code, facts }: Pick<BotError, 'code' | 'facts'>, explanation: Explanation) {
    super(code, facts);
    this.explanation = explanation;
  }
}
