/**
 * The engine without a network: points are sentences of the article, positions are what the rules of `language` found.
 * It keeps the article's language, asks nobody, and its drafts pass the same gate as a model's.
 */
import { createHash } from 'node:crypto';

import {
  type Article,
  type Attribution,
  cut,
  type DraftItem,
  type DraftPosition,
  type Engine,
  POINTS_SHOWN,
  type Speaker,
  type Stance,
  squeeze,
} from '#domain';
import { cuedStances, functionWords, sameSpeaker, stem, tokensOf } from '#language';

import { rankSentences, standsAlone } from './summary.ts';

/** Counts up when the rules change what they write: part of the cache key. */
const RULES_VERSION = 3;
/** Opening sentences among which the gist is looked for. */
const LEAD_SENTENCES = 4;
const MENTIONS_SHOWN = 8;

export function createExtractiveEngine(): Engine {
  return {
    name: 'extractive',
    model: null,
    promptHash: createHash('sha256').update(`extractive ${RULES_VERSION}`).digest('hex').slice(0, 16),
    async *draft({ article }) {
      yield* draftOf(article);
    },
  };
}

function* draftOf(article: Article): Generator<DraftItem> {
  const lead = leadSentence(article);
  if (lead !== null) yield { kind: 'gist', item: sentenceAsPoint(article, lead) };
  const points = rankSentences(article, POINTS_SHOWN.detailed + 1).filter((number) => number !== lead);
  for (const number of points.slice(0, POINTS_SHOWN.detailed))
    yield { kind: 'point', item: sentenceAsPoint(article, number) };
  for (const attribution of article.attributions) {
    const position = positionOf(article, attribution);
    if (position) yield { kind: 'position', item: position };
  }
  yield* mentionsOf(article);
}

function sentenceAsPoint(article: Article, number: number): { evidence: number[]; text: string } {
  const sentence = article.sentences[number - 1];
  return { evidence: [number], text: sentence ? squeeze(cut(article, sentence)) : '' };
}

function leadSentence(article: Article): number | null {
  const opening = article.sentences.slice(0, LEAD_SENTENCES).find((sentence) => standsAlone(article, sentence));
  return opening?.number ?? rankSentences(article, 1)[0] ?? null;
}

const UNKNOWN_SPEAKER: Speaker = { name: '', role: null, speaksFor: null };

function positionOf(article: Article, attribution: Attribution): DraftPosition | null {
  const pieces = attribution.content.map((span) => squeeze(cut(article, span))).filter(Boolean);
  const statement = pieces.join(' ').replace(/^[,;:\s]+|[,;:\s]+$/gu, '');
  if (statement === '' && attribution.manner !== 'declined') return null;
  const evidenceText = attribution.sentences.map((number) => sentenceAsPoint(article, number).text).join(' ');
  return {
    evidence: attribution.sentences,
    speaker: attribution.speaker ?? UNKNOWN_SPEAKER,
    issue: issueOf(article, statement),
    stance: stanceOf(article, attribution, statement),
    statement: statement || evidenceText,
    manner: attribution.manner,
    quotations: attribution.quotations,
    relayedBy: attribution.relayedBy,
  };
}

/**
 * Only the verb of speaking and an own condition decide: "promised" inside what somebody says of somebody else would
 * print a wrong stance, and a wrong one is worse than none.
 */
function stanceOf(article: Article, attribution: Attribution, statement: string): Stance {
  if (attribution.manner === 'declined') return 'neutral';
  if (cuedStances(statement).includes('conditional')) return 'conditional';
  const cued = attribution.cue ? cuedStances(cut(article, attribution.cue)) : [];
  return cued.length === 1 ? (cued[0] ?? 'unclear') : 'unclear';
}

/** What the statement is about: its run of words that the article repeats most. Empty when it repeats none. */
function issueOf(article: Article, statement: string): string {
  const counts = stemCounts(article);
  const stop = functionWords(article.language);
  let best = { text: '', score: 0 };
  let run: { start: number; end: number; score: number } | null = null;
  for (const token of tokensOf(statement)) {
    const count = stop.has(token.folded) ? 0 : (counts.get(stem(token.text, article.language)) ?? 0);
    if (count < 2 || (run && /[^\s]/u.test(statement.slice(run.end, token.start)))) {
      run = null;
      if (count < 2) continue;
    }
    run = run
      ? { start: run.start, end: token.end, score: run.score + count }
      : { start: token.start, end: token.end, score: count };
    if (run.score > best.score) best = { text: statement.slice(run.start, run.end), score: run.score };
  }
  return best.text;
}

const countsByArticle = new WeakMap<Article, ReadonlyMap<string, number>>();

function stemCounts(article: Article): ReadonlyMap<string, number> {
  const known = countsByArticle.get(article);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const token of tokensOf(`${article.metadata.title ?? ''} ${article.text}`)) {
    const key = stem(token.text, article.language);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  countsByArticle.set(article, counts);
  return counts;
}

/** Persons and bodies that are spoken about, and whom nothing is attributed to. */
function* mentionsOf(article: Article): Generator<DraftItem> {
  const speakers = article.attributions.flatMap((attribution) => attribution.speaker?.name ?? []);
  const silent = article.parties
    .filter((party) => party.kind === 'person' || party.kind === 'group')
    .filter((party) => !speakers.some((speaker) => sameSpeaker(speaker, party.name)))
    .sort((a, b) => b.sentences.length - a.sentences.length);
  for (const party of silent.slice(0, MENTIONS_SHOWN)) {
    yield { kind: 'mention', item: { evidence: party.sentences.slice(0, 3), name: party.name, role: party.role } };
  }
}
