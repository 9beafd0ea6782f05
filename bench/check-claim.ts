/** A claim that names no evidence: the nearest sentences of the article are taken for it, then it passes the gate of the bot. */
import type { Article } from '#domain';
import { sentencesIn } from '#language';

import { nearestSentences } from '../src/grounding/distance.ts';
import { factsOf } from '../src/grounding/facts.ts';
import { checkLine } from '../src/grounding/line.ts';

/** Sentences of the article held against each sentence of the claim. */
const EVIDENCE_SENTENCES = 2;

export interface ClaimVerdict {
  readonly supported: boolean;
  /** `kind: detail`, one for every hard fault. */
  readonly reasons: readonly string[];
}

/** Does the article say this, as far as rules can tell? `supported` means only that no hard fault was found. */
export function checkClaim(article: Article, claim: string, language: string): ClaimVerdict {
  return verdictOn(sentencesIn(claim, article.language), article, language);
}

/** The same for a claim that is cut into sentences already. */
export function verdictOn(sentences: readonly string[], article: Article, language: string): ClaimVerdict {
  const facts = factsOf(article);
  const reasons = sentences.flatMap((sentence) => {
    const evidence = nearestSentences(sentence, article, EVIDENCE_SENTENCES);
    const line = checkLine(sentence, evidence, facts, language);
    return [...line.faults, ...line.corrections];
  });
  return { supported: reasons.length === 0, reasons: [...new Set(reasons)] };
}
