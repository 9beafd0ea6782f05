/** A claim that names no evidence: the nearest sentences of the article are taken for it, then it passes the same gate. */
import type { Article } from '#domain';

import { claimSentences } from './claim-sentences.ts';
import { nearestSentences } from './distance.ts';
import { factsOf } from './facts.ts';
import { checkLine } from './line.ts';

/** Sentences of the article held against each sentence of the claim. */
const EVIDENCE_SENTENCES = 2;

/** Corpora keep texts cut into tokens, with brackets and unknown words as marks: put back as a reader would see them. */
function readable(claim: string): string {
  return claim
    .replace(/-LRB-|-LSB-/giu, '(')
    .replace(/-RRB-|-RSB-/giu, ')')
    .replace(/\[?<?\bUNK\b>?\]?|\[unk\]/gu, '')
    .replace(/(?<!`)``(?!`)\s*/gu, ' “')
    .replace(/\s*''/gu, '” ')
    .replace(/" ([^"]+) "/gu, '“$1”')
    .replace(/ (?=n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[%,;:)])/gu, '')
    .replace(/(?<=[$£€#(]) (?=\d)/gu, '')
    .replace(/(?<=\d,) (?=\d{3}\b)/gu, '')
    .replace(/ {2,}/gu, ' ');
}

export interface ClaimVerdict {
  readonly supported: boolean;
  /** `kind: detail`, one for every hard fault. */
  readonly reasons: readonly string[];
}

/** Does the article say this, as far as rules can tell? `supported` means only that no hard fault was found. */
export function checkClaim(article: Article, claim: string, language: string): ClaimVerdict {
  const facts = factsOf(article);
  const reasons = claimSentences(readable(claim)).flatMap((sentence) => {
    const evidence = nearestSentences(sentence, article, EVIDENCE_SENTENCES);
    const line = checkLine(sentence, evidence, facts, language);
    return [...line.faults, ...line.corrections];
  });
  return { supported: reasons.length === 0, reasons: [...new Set(reasons)] };
}
