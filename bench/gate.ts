/**
 * What the gate says of lines that a model wrote, without any model:
 * {"sentences":[…],"language":…,"items":[…]} lines in, one {"n":…,"verdict":"stands"|"judge"|"fault","reasons":[…]} out for
 * each item. `sentences` are the article's, in order; an item has `kind`, `evidence` (cited sentences, as text) and `text`,
 * `statement` or `name`; a position also `speaker`, `role`, `issue`, `stance`, `manner` and the words of its `quotations`.
 */
import { type Article, type DraftItem, type Manner, STANCES, type Stance } from '#domain';
import { verifyItem } from '#grounding';

import { createArticleMaker } from './article-of.ts';
import { rows } from './lines.ts';

interface Item {
  readonly kind: DraftItem['kind'] | 'free';
  readonly evidence: readonly string[];
  readonly text?: string;
  readonly statement?: string;
  readonly name?: string;
  readonly speaker?:
    | string
    | { readonly name: string; readonly role?: string | null; readonly speaksFor?: string | null };
  readonly role?: string | null;
  readonly issue?: string;
  readonly stance?: string;
  readonly manner?: Manner;
  readonly quotations?: readonly string[];
}

interface Document {
  readonly sentences: readonly string[];
  readonly language: string;
  readonly items: readonly Item[];
}

const articleOf = await createArticleMaker();

/** Numbers of the article's sentences that hold the cited ones. */
function numbersOf({ text, sentences }: Article, cited: readonly string[]): number[] {
  const spans = cited
    .map((words) => ({ start: text.indexOf(words), length: words.length }))
    .filter(({ start }) => start >= 0);
  const touched = sentences.filter((one) =>
    spans.some(({ start, length }) => one.start < start + length && one.end > start),
  );
  return touched.map(({ number }) => number);
}

const quotationIds = ({ text, quotations }: Article, words: readonly string[]): string[] =>
  words.flatMap((wanted) => quotations.find(({ start, end }) => text.slice(start, end) === wanted)?.id ?? []);

function draftOf(article: Article, item: Item): DraftItem {
  const evidence = numbersOf(article, item.evidence);
  if (item.kind === 'mention')
    return { kind: 'mention', item: { evidence, name: item.name ?? item.text ?? '', role: item.role ?? null } };
  if (item.kind !== 'position')
    // A sentence that was written without any rule of wording is looked at as a point is.
    return { kind: item.kind === 'free' ? 'point' : item.kind, item: { evidence, text: item.text ?? '' } };
  const { speaker, stance, manner = 'reported' } = item;
  const named = typeof speaker === 'object' ? speaker : { name: speaker ?? '' };
  return {
    kind: 'position',
    item: {
      evidence,
      speaker: { name: named.name, role: named.role ?? item.role ?? null, speaksFor: named.speaksFor ?? null },
      issue: item.issue ?? '',
      stance: STANCES.find((one): one is Stance => one === stance) ?? 'unclear',
      statement: item.statement ?? item.text ?? '',
      manner,
      quotations: quotationIds(article, item.quotations ?? []),
      relayedBy: null,
    },
  };
}

/** A mention that does not hold is dropped without a second try: a fault, too. */
function verdictOn(article: Article, item: Item, language: string) {
  const { kept, toJudge, toRepair, check } = verifyItem(article, draftOf(article, item), language);
  if (kept) return { verdict: 'stands', reasons: check?.reasons ?? [] };
  if (toJudge) return { verdict: 'judge', reasons: toJudge.reasons };
  return { verdict: 'fault', reasons: toRepair?.reasons ?? check?.reasons ?? [] };
}

let n = 0;
for await (const row of rows()) {
  const { sentences, language, items } = row as Document;
  const article = articleOf(sentences.join(' '));
  for (const item of items) {
    process.stdout.write(`${JSON.stringify({ n, ...verdictOn(article, item, language) })}\n`);
    n += 1;
  }
}
