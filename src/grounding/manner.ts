/** The manner of a position: quoted, reported, or declined. "Declined" stands only where the article itself reports a refusal. */
import { type Article, cut, type DraftPosition, type Manner, sentenceAt } from '#domain';
import { patternOfAll, stems } from '#language';

import { attributionsOfQuotation, attributionsOfSentence } from './attributions.ts';
import { orderedShare } from './distance.ts';
import { contentText } from './line-speaker.ts';
import { meansSpeaker } from './speaker.ts';

/** Refusals as news words them, for sentences in which no rule found a speaker. */
const DECLINES = new RegExp(
  patternOfAll(({ polarity }) => polarity?.refusals),
  'iu',
);

/** Share of a statement's words inside a refusal from which it reports that refusal. */
const SAME_WORDS_SHARE = 0.6;

export interface SettledManner {
  readonly manner: Manner;
  /** Quotations that may stand under it. */
  readonly quotations: readonly string[];
  readonly notes: readonly string[];
}

/** @param ids the draft's quotations that exist in the article */
export function settleManner(
  article: Article,
  draft: DraftPosition,
  ids: readonly string[],
  evidence: readonly number[],
): SettledManner {
  const { name } = draft.speaker;
  if (draft.manner === 'declined' && ids.length > 0) {
    const own = ids.filter((id) =>
      attributionsOfQuotation(article, id).some((one) => one.certain && meansSpeaker(article, name, one)),
    );
    // A speaker who is quoted did not decline. A speaker who declined takes none of the quotations that stand beside the refusal.
    if (own.length > 0) return { manner: 'quoted', quotations: own, notes: ['manner-corrected: declined to quoted'] };
    const silent = unquoted(article, draft, evidence);
    return { ...silent, notes: [`declined-with-quotation: ${ids.join(', ')}`, ...silent.notes] };
  }
  if (ids.length > 0) return { manner: 'quoted', quotations: ids, notes: [] };
  return unquoted(article, draft, evidence);
}

function unquoted(article: Article, draft: DraftPosition, evidence: readonly number[]): SettledManner {
  const own = evidence
    .flatMap((number) => attributionsOfSentence(article, number))
    .filter((one) => meansSpeaker(article, draft.speaker.name, one));
  const refusals = own.filter((one) => one.manner === 'declined');
  if (draft.manner === 'declined') {
    const isSaid = refusals.length > 0 || evidence.some((number) => DECLINES.test(textOf(article, number)));
    if (isSaid) return { manner: 'declined', quotations: [], notes: [] };
    return { manner: 'reported', quotations: [], notes: ['manner-unsupported: declined'] };
  }
  const stated = stems(draft.statement, article.language);
  const isRefusal = refusals.some(
    (one) => orderedShare(stated, stems(contentText(article, one), article.language)) >= SAME_WORDS_SHARE,
  );
  if (isRefusal) return { manner: 'declined', quotations: [], notes: ['manner-corrected: reported to declined'] };
  return { manner: 'reported', quotations: [], notes: [] };
}

function textOf(article: Article, number: number): string {
  const sentence = sentenceAt(article, number);
  return sentence ? cut(article, sentence) : '';
}
