/**
 * Finds typed words among what the article quotes. The words must be the article's, in its order; a writer may leave words
 * out at a mark ("…", "[…]") and may join what a cue parted, but may not lose a negation or a condition on the way.
 */
import { type Article, type CutQuotation, cut, type Quotation, quotationById } from '#domain';
import { sameSpeaker, wordsOfAll } from '#language';

import { attributionsOfQuotation } from './attributions.ts';
import { type FoldedWord, foldedWords } from './folded-words.ts';
import { isNegation } from './polarity.ts';

/** Where a writer leaves words out or puts own words in: "…", "...", "[the deal]". */
export const GAP = /\[[^\]]*\]|\(…\)|…|\.(?:\s?\.){2,}/u;
/** Cutting right before these turns a condition into a promise. */
const CONDITION = wordsOfAll(({ polarity }) => polarity?.conditionWords);
/** What a cue between two parts of a quotation may take: `,” said Okafor, the mayor of Port Alder, on Tuesday. “`. */
const LONGEST_CUE_CHARS = 160;
/** More words left out at one mark is no shortening of a quotation. */
const LONGEST_GAP_WORDS = 60;
/** A negation so many words before the cut still governs it: "I don't think that | we lied". */
const NEGATION_REACH = 3;

/** Quoted words that belong together: one quotation, or several of one speaker parted by cues only. */
export interface Stream {
  readonly quotations: readonly Quotation[];
  readonly words: readonly (FoldedWord & { readonly quotation: Quotation })[];
}

/** The words of the article's quotations that match what was typed, as cut. */
export interface QuotationMatch {
  readonly quotations: readonly Quotation[];
  readonly words: string;
}

const streamsByArticle = new WeakMap<Article, readonly Stream[]>();

export function streamsOf(article: Article): readonly Stream[] {
  const known = streamsByArticle.get(article);
  if (known) return known;
  const groups: Quotation[][] = [];
  for (const quotation of article.quotations) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous && belongTogether(article, previous, quotation)) last.push(quotation);
    else groups.push([quotation]);
  }
  const streams = groups.map((quotations) => ({
    quotations,
    words: quotations.flatMap((quotation) =>
      foldedWords(cut(article, quotation), quotation.start).map((word) => ({ ...word, quotation })),
    ),
  }));
  streamsByArticle.set(article, streams);
  return streams;
}

function belongTogether(article: Article, a: Quotation, b: Quotation): boolean {
  if (b.continues === a.id) return true;
  if (b.start - a.end > LONGEST_CUE_CHARS) return false;
  const [first, second] = [attributionsOfQuotation(article, a.id), attributionsOfQuotation(article, b.id)];
  if (first.some((attribution) => attribution.quotations.includes(b.id))) return true;
  const [left, right] = [first[0]?.speaker, second[0]?.speaker];
  return Boolean(left && right && sameSpeaker(left.name, right.name));
}

/** Index behind the run of words that begins at `from`, or -1; an editor's bracketed words may be skipped. */
function runEnd(words: Stream['words'], piece: readonly FoldedWord[], from: number): number {
  let at = from;
  for (const { word } of piece) {
    while (words[at]?.isBracketed && words[at]?.word !== word) at += 1;
    if (words[at]?.word !== word) return -1;
    at += 1;
  }
  return at;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Every way to place the pieces in order; the first that loses nothing is taken. */
function placePieces(
  article: Article,
  stream: Stream,
  pieces: readonly (readonly FoldedWord[])[],
  typed: string,
): Run[] | null {
  const [head, ...rest] = pieces;
  if (!head) return null;
  for (let from = 0; from < stream.words.length; from += 1) {
    const to = runEnd(stream.words, head, from);
    if (to < 0) continue;
    const runs = placeRest(stream, rest, [{ from, to }]);
    if (runs && losesNothing(article, stream, runs, typed)) return runs;
  }
  return null;
}

function placeRest(stream: Stream, pieces: readonly (readonly FoldedWord[])[], runs: readonly Run[]): Run[] | null {
  const [piece, ...rest] = pieces;
  if (!piece) return [...runs];
  const last = runs.at(-1)?.to ?? 0;
  for (let from = last; from <= Math.min(stream.words.length, last + LONGEST_GAP_WORDS); from += 1) {
    const to = runEnd(stream.words, piece, from);
    if (to >= 0) return placeRest(stream, rest, [...runs, { from, to }]);
  }
  return null;
}

function losesNothing(article: Article, { words }: Stream, runs: readonly Run[], typed: string): boolean {
  const first = runs[0]?.from ?? 0;
  const last = runs.at(-1)?.to ?? 0;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]?.to;
    if (before !== undefined && words.slice(before, run.from).some(({ word }) => isNegation(word))) return false;
  }
  const following = words[last];
  const end = words[last - 1];
  if (following && end && CONDITION.has(following.word) && isSameClause(article, end, following)) return false;
  for (let at = first - 1; at >= Math.max(0, first - NEGATION_REACH); at -= 1) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word || !next || !isSameClause(article, word, next) || article.text.slice(word.end, next.start).includes(','))
      break;
    if (isNegation(word.word)) return false;
  }
  return !losesQuestion(article, words, first, last, typed);
}

/** Nothing but spaces, hyphens and commas between the two words. */
function isSameClause(article: Article, a: FoldedWord, b: FoldedWord): boolean {
  return b.start >= a.end && !/[.!?;:…”"»\n]/u.test(article.text.slice(a.end, b.start));
}

/** "Do | we support it?" is no "we support it". */
function losesQuestion(article: Article, words: Stream['words'], first: number, last: number, typed: string): boolean {
  const [start, end] = [words[first], words[last - 1]];
  if (!start || !end) return false;
  const behind = /^[\p{P}\s]{0,3}/u.exec(article.text.slice(end.end, end.end + 3))?.[0] ?? '';
  const asks = /^[^.!\n]*\?/u.test(behind);
  const typedAsks = /\?["”’»\s]*$/u.test(typed);
  if (typedAsks) return !asks && /^[.!]/u.test(behind);
  const before = words[first - 1];
  return asks && before !== undefined && isSameClause(article, before, start);
}

function wordsOfRuns(article: Article, { words }: Stream, runs: readonly Run[]): string {
  const cuts: string[] = [];
  for (const run of runs) {
    let from = run.from;
    for (let at = run.from; at < run.to; at += 1) {
      const [word, next] = [words[at], words[at + 1]];
      if (word && (at + 1 === run.to || next?.quotation !== word.quotation)) {
        cuts.push(article.text.slice(words[from]?.start ?? word.start, word.end));
        from = at + 1;
      }
    }
  }
  return cuts.join(' … ');
}

export function piecesOf(typed: string): FoldedWord[][] {
  return typed
    .split(GAP)
    .map((piece) => foldedWords(piece))
    .filter((piece) => piece.length > 0);
}

const streamsByWord = new WeakMap<Article, ReadonlyMap<string, readonly Stream[]>>();

/** Streams that hold the rarest of these words: an article of 200,000 words has thousands of quotations. */
function streamsWith(article: Article, words: readonly FoldedWord[]): readonly Stream[] {
  let index = streamsByWord.get(article);
  if (!index) {
    const fresh = new Map<string, Stream[]>();
    for (const stream of streamsOf(article)) {
      for (const word of new Set(stream.words.map((entry) => entry.word))) {
        const list = fresh.get(word);
        if (list) list.push(stream);
        else fresh.set(word, [stream]);
      }
    }
    index = fresh;
    streamsByWord.set(article, index);
  }
  const known = index;
  return words
    .map(({ word }) => known.get(word) ?? [])
    .reduce(
      (rarest, streams) => (streams.length < rarest.length ? streams : rarest),
      known.get(words[0]?.word ?? '') ?? [],
    );
}

/** All places where the article quotes these words. */
export function matchQuotations(article: Article, typed: string): QuotationMatch[] {
  const pieces = piecesOf(typed);
  if (pieces.length === 0) return [];
  return streamsWith(article, pieces[0] ?? []).flatMap((stream) => {
    const runs = placePieces(article, stream, pieces, typed);
    if (!runs) return [];
    const quotations = stream.quotations.filter((quotation) =>
      runs.some((run) => stream.words.slice(run.from, run.to).some((word) => word.quotation === quotation)),
    );
    return [{ quotations, words: wordsOfRuns(article, stream, runs) }];
  });
}

/** The words of a quotation, cut out of the article by offset. `null` when the article has no quotation of that id. */
export function cutQuotation(article: Article, id: string): CutQuotation | null {
  const quotation = quotationById(article, id);
  if (!quotation) return null;
  return { id: quotation.id, words: cut(article, quotation), sentence: quotation.sentences[0] ?? 1 };
}
