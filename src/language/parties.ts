/** Persons, bodies and places that the article names. */
import type { Attribution, Party, Sentence } from '#domain';

import { sameSpeaker } from './compare/same-speaker.ts';
import { patternOfAll } from './lexicon/index.ts';
import type { Register } from './names.ts';
import { firstIndex } from './text/spans.ts';

const GROUP_HEAD = new RegExp(`(?:${patternOfAll(({ names }) => names?.groups)})$`, 'iu');
const PRONOUN = new RegExp(`^(?:${patternOfAll(({ names }) => names?.noParty)})$`, 'iu');
const WITH_ARTICLE = new RegExp(String.raw`^(?:${patternOfAll(({ names }) => names?.articles)})\s`, 'iu');

/** So many bodies of one last word are compared ("Council"): keeps a list of a thousand towns linear. */
const MAX_ALIKE = 50;

export function findParties(
  text: string,
  register: Register,
  attributions: readonly Attribution[],
  sentences: readonly Sentence[],
): Party[] {
  const numbers = sentenceLookup(sentences);
  const parties = new Map<string, Found>();
  /** Bodies and places by the last word of their name: only those can mean the same. */
  const byLastWord = new Map<string, Found[]>();
  const add = (name: string, role: string | null, kind: Party['kind'], at: number | undefined): Found => {
    const party = parties.get(name) ?? { name, role, kind, sentences: new Set<number>() };
    parties.set(name, party);
    if (at !== undefined) party.sentences.add(at);
    return party;
  };
  for (const { person, start } of register.mentions) {
    // "director of |Brannoch Lines": what a role hangs on is a body
    const isOfRole = person.role !== null && /\s(?:of|for|at|in|to|with)$/u.test(person.role);
    const kind = !isOfRole ? 'person' : /\sof$/u.test(person.role ?? '') ? 'group' : 'unknown';
    add(person.full, isOfRole ? null : person.role, kind, numbers(start));
  }
  for (const { speaker, mention } of attributions) {
    if (!speaker || PRONOUN.test(speaker.name)) continue;
    if (parties.get(speaker.name)?.kind === 'person') continue;
    const alike = byLastWord.get(lastWord(speaker.name)) ?? [];
    const known = alike.find((party) => sameSpeaker(party.name, speaker.name));
    const name = known?.name ?? speaker.name;
    const party = add(name, speaker.role, kindOf(name), mention ? numbers(mention.start) : undefined);
    if (known) continue;
    if (alike.length < MAX_ALIKE) byLastWord.set(lastWord(name), [...alike, party]);
    for (const at of namedAt(text, name)) add(name, speaker.role, kindOf(name), numbers(at));
  }
  return [...parties.values()].map((party) => ({ ...party, sentences: [...party.sentences].sort((a, b) => a - b) }));
}

interface Found extends Omit<Party, 'sentences'> {
  readonly sentences: Set<number>;
}

function lastWord(name: string): string {
  return (
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .findLast((word) => word !== '') ?? ''
  );
}

/** A body by its last word, or an acronym. */
export function isGroupName(name: string): boolean {
  return GROUP_HEAD.test(name) || /^\p{Lu}{2,6}$/u.test(name);
}

function kindOf(name: string): Party['kind'] {
  if (isGroupName(name)) return 'group';
  if (WITH_ARTICLE.test(name)) return name.endsWith('s') ? 'group' : 'unknown';
  if (/^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?$/u.test(name)) return 'place';
  return 'unknown';
}

/** Where a capitalised name stands, at most so often: a list of sentences, not a concordance. */
const MAX_MENTIONS = 200;

function namedAt(text: string, name: string): number[] {
  const found: number[] = [];
  if (!/\p{Lu}/u.test(name)) return found;
  for (let at = text.indexOf(name); at >= 0 && found.length < MAX_MENTIONS; at = text.indexOf(name, at + name.length)) {
    if (!/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + name.length] ?? '')) found.push(at);
  }
  return found;
}

/** Number of the sentence that holds an offset. */
function sentenceLookup(sentences: readonly Sentence[]): (offset: number) => number | undefined {
  return (offset) => {
    const sentence = sentences[firstIndex(sentences, ({ end }) => end > offset)];
    return sentence && sentence.start <= offset ? sentence.number : undefined;
  };
}
