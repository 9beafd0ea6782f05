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
  type DraftPoint,
  type DraftPosition,
  type Engine,
  POINTS_SHOWN,
  type Span,
  type Speaker,
  squeeze,
} from '#domain';
import { denialIn, patternOfAll, sameSpeaker, tokensOf } from '#language';

import { isBoilerplate } from './boilerplate.ts';
import { issueOf } from './issue.ts';
import { stanceOf } from './stance.ts';
import { answeringIn, standsAlone } from './stands-alone.ts';
import { rankSentences } from './summary.ts';

/** Counts up when the rules change what they write: part of the cache key. */
const RULES_VERSION = 9;
/** Opening sentences among which the gist is looked for. */
const LEAD_SENTENCES = 4;
const MENTIONS_SHOWN = 8;
/** Characters of a first sentence that still read as a headline. */
const LONGEST_HEADLINE = 110;

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
  const headline = headlineOf(article, lead);
  if (headline) yield { kind: 'headline', item: headline };
  if (lead !== null) yield { kind: 'gist', item: sentenceAsPoint(article, lead) };
  for (const number of rankSentences(article, POINTS_SHOWN.detailed, lead === null ? [] : [lead]))
    yield { kind: 'point', item: sentenceAsPoint(article, number) };
  for (const position of positionsOf(article)) yield { kind: 'position', item: position };
  yield* mentionsOf(article);
}

/** The title as the page gives it; a text without one is headed by its first sentence when that is short. */
function headlineOf(article: Article, lead: number | null): DraftPoint | null {
  const { title } = article.metadata;
  const evidence = [lead ?? 1];
  if (title) return { evidence, text: squeeze(title) };
  const first = lead === null ? '' : sentenceAsPoint(article, lead).text;
  return first !== '' && first.length <= LONGEST_HEADLINE ? { evidence, text: first.replace(/[.。]$/u, '') } : null;
}

function sentenceAsPoint(article: Article, number: number): { evidence: number[]; text: string } {
  const sentence = article.sentences[number - 1];
  return { evidence: [number], text: sentence ? squeeze(cut(article, sentence)) : '' };
}

/** The first sentence that stands alone; in an interview the first sentence that names the person who answers. */
function leadSentence(article: Article): number | null {
  const openings = article.sentences.slice(0, LEAD_SENTENCES).filter((sentence) => standsAlone(article, sentence));
  const name = answeringIn(article)?.split(' ').at(-1);
  const opening = openings.find((sentence) => name && cut(article, sentence).includes(name)) ?? openings[0];
  return opening?.number ?? rankSentences(article, 1)[0] ?? null;
}

const UNKNOWN_SPEAKER: Speaker = { name: '', role: null, speaksFor: null };

/** One position per attribution, each under the first form of its speaker's name; what is said twice is one with both places. */
function positionsOf(article: Article): DraftPosition[] {
  const speakerFor = firstForms();
  const positions = new Map<string, DraftPosition>();
  for (const attribution of article.attributions) {
    const found = positionOf(article, attribution);
    if (!found) continue;
    const position = { ...found, speaker: speakerFor(found.speaker) };
    const words = tokensOf(position.statement).map((token) => token.folded);
    const key = [position.speaker.name, ...words].join(' ');
    const before = positions.get(key);
    positions.set(key, before ? together(before, position) : position);
  }
  return [...positions.values()];
}

/** So many speakers are compared with each other: a list of a thousand names stays a list. */
const COMPARED_SPEAKERS = 100;

/** Gives each speaker the form under which the article first lets him speak ("the Council" for "the council"). */
function firstForms(): (speaker: Speaker) => Speaker {
  const known = new Map<string, Speaker>();
  return (speaker) => {
    const same = known.get(speaker.name);
    if (same || speaker.name === '') return same ?? speaker;
    const others = [...known.values()].slice(0, COMPARED_SPEAKERS);
    const first = others.find((other) => sameSpeaker(other.name, speaker.name)) ?? speaker;
    known.set(speaker.name, first);
    return first;
  };
}

function together(before: DraftPosition, again: DraftPosition): DraftPosition {
  return {
    ...before,
    evidence: [...new Set([...before.evidence, ...again.evidence])],
    quotations: [...new Set([...before.quotations, ...again.quotations])],
  };
}

/** "I" and "we" outside quotation marks are the writer or somebody the rules cannot name; "you" says nothing. */
const UNNAMED = new RegExp(`^(?:${patternOfAll(({ persons }) => persons?.unnamed)})$`, 'iu');

function positionOf(article: Article, attribution: Attribution): DraftPosition | null {
  const [sentence] = attribution.sentences.map((number) => article.sentences[number - 1]);
  if (sentence && isBoilerplate(article, sentence)) return null;
  const denial = denialIn(article.text, attribution);
  const statement = denial ? squeeze(cut(article, denial)) : statementOf(article, attribution);
  if (statement === '' && attribution.manner !== 'declined') return null;
  const evidenceText = attribution.sentences.map((number) => sentenceAsPoint(article, number).text).join(' ');
  return {
    evidence: attribution.sentences,
    speaker: attribution.speaker && !UNNAMED.test(attribution.speaker.name) ? attribution.speaker : UNKNOWN_SPEAKER,
    issue: issueOf(
      article,
      statement,
      attribution.cue && cut(article, attribution.cue),
      attribution.speaker?.name ?? '',
    ),
    stance: stanceOf(article, attribution, statement),
    statement: isToBeAsked(article, attribution, evidenceText) ? evidenceText : statement || evidenceText,
    manner: attribution.manner,
    quotations: attribution.quotations,
    relayedBy: attribution.relayedBy,
  };
}

/** Characters of a sentence that is shown whole for what was asked, and of what may stand before a name without being that. */
const LONGEST_REFUSAL = 200;
const LONGEST_TITLE = 25;

/** "Asked whether …, she declined to comment": the question is part of the answer that was refused. */
function isToBeAsked(article: Article, { manner, mention, sentences }: Attribution, text: string): boolean {
  const start = article.sentences[(sentences[0] ?? 0) - 1]?.start;
  if (manner !== 'declined' || !mention || start === undefined) return false;
  return text.length <= LONGEST_REFUSAL && mention.start - start > LONGEST_TITLE;
}

/** An infinitive keeps its verb when that stands so near: "vowed on Friday to overturn the vote". */
const CUE_CHARACTERS = 80;

/** "asked an accountant |to look": the words from the cue on, or `null` where the content stands by itself. */
function fromCue(article: Article, { cue, content }: Attribution): Span | null {
  const [first] = content;
  if (!cue || !first || content.length > 1 || cue.end > first.start || first.start - cue.start > CUE_CHARACTERS)
    return null;
  const isInfinitive = /^(?:not )?to\s\p{Ll}/u.test(article.text.slice(first.start, first.start + 12));
  return isInfinitive ? { start: cue.start, end: first.end } : null;
}

function statementOf(article: Article, attribution: Attribution): string {
  const whole = fromCue(article, attribution);
  if (whole) return squeeze(cut(article, whole));
  const { content } = attribution;
  const pieces = content.map((span) => squeeze(cut(article, span))).filter(Boolean);
  return pieces.join(' ').replace(/^[,;:\s]+|[,;:\s]+$/gu, '');
}

/** Persons and bodies that are spoken about, and whom nothing is attributed to. */
function* mentionsOf(article: Article): Generator<DraftItem> {
  const names = article.attributions.flatMap((attribution) => attribution.speaker?.name ?? []);
  const speakers = [...new Set(names)].slice(0, COMPARED_SPEAKERS);
  const parties = article.parties
    .filter((party) => party.kind === 'person' || party.kind === 'group')
    .toSorted((a, b) => b.sentences.length - a.sentences.length);
  let shown = 0;
  for (const party of parties) {
    if (shown === MENTIONS_SHOWN) return;
    if (speakers.some((speaker) => sameSpeaker(speaker, party.name))) continue;
    shown += 1;
    yield { kind: 'mention', item: { evidence: party.sentences.slice(0, 3), name: party.name, role: party.role } };
  }
}
