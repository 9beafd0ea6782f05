import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';

import type { Article, BriefingRecord } from '#domain';
import type { LinkRecord } from '#store';

import { ArticleSchema, BriefingRecordSchema, type LinkRecordSchema } from '../../src/store/record-schemas.ts';
import { briefingRecord, plainArticle } from '../fixtures/articles.ts';

/** The domain's arrays are readonly, a schema's output is not; nothing else may differ. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

describe('the schemas of stored records', () => {
  // Checked by `tsc`: a field added to the domain and not here would be lost on the way back.
  it('give exactly the types of the domain', () => {
    expectTypeOf<Frozen<z.infer<typeof ArticleSchema>>>().toEqualTypeOf<Frozen<Article>>();
    expectTypeOf<Frozen<z.infer<typeof BriefingRecordSchema>>>().toEqualTypeOf<Frozen<BriefingRecord>>();
    expectTypeOf<Frozen<z.infer<typeof LinkRecordSchema>>>().toEqualTypeOf<LinkRecord>();
    expect(ArticleSchema.parse(plainArticle)).toEqual(plainArticle);
    expect(BriefingRecordSchema.parse(briefingRecord)).toEqual(briefingRecord);
  });

  it.each([
    ['a position without a stance', { positions: [{ ...briefingRecord.positions[0], stance: 'angry' }] }],
    ['a quotation id that is none', { positions: [{ ...briefingRecord.positions[0], quotations: ['Q0'] }] }],
    ['a missing list', { points: undefined }],
    ['a number that is none', { provenance: { ...briefingRecord.provenance, writtenAt: Number.NaN } }],
  ])('refuse %s', (_what, change) => {
    expect(briefingRecord.positions).not.toHaveLength(0);
    expect(BriefingRecordSchema.safeParse({ ...briefingRecord, ...change }).success).toBe(false);
  });
});
