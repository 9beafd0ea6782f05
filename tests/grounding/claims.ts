/** Claims held against articles in several languages: those that must be caught, with a reason, and those that must pass. */
import { describe, expect, it } from 'vitest';

import type { Article } from '#domain';

import { checkClaim } from '../../bench/check-claim.ts';

/** Language, claim, and the kind of reason that must be found. */
export type Caught<Language extends string> = readonly [language: Language, claim: string, kind: string];
export type Passed<Language extends string> = readonly [language: Language, claim: string];

/** `texts`: asked in each test, after the articles have been read. */
export function describeClaims<Language extends string>(
  texts: () => Readonly<Record<Language, Article>>,
  { caught, passed }: { readonly caught: readonly Caught<Language>[]; readonly passed: readonly Passed<Language>[] },
): void {
  describe('a claim that the article does not carry', () => {
    it.each(caught)('%s: %s → %s', (language, claim, kind) => {
      const { supported, reasons } = checkClaim(texts()[language], claim, language);
      expect(supported).toBe(false);
      expect(reasons.join('; ')).toContain(kind);
    });
  });

  describe('a claim that the article carries, in whatever digits and words', () => {
    it.each(passed)('%s: %s', (language, claim) => {
      expect(checkClaim(texts()[language], claim, language)).toEqual({ supported: true, reasons: [] });
    });
  });
}
