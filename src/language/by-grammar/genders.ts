/** Learns from the article itself whether a name is "he" or "she". */
import type { Gender, Person, Register } from '../names.ts';
import type { Token } from './tagged.ts';

/** Counts pronouns that follow the only person of a sentence; a clear majority decides where title and first name did not. */
export function voteGenders(sentences: readonly (readonly Token[])[], register: Register): void {
  const votes = new Map<Person, { f: number; m: number }>();
  let mention = 0;
  let before: Person | null = null;
  for (const tokens of sentences) {
    const end = tokens.at(-1)?.end ?? 0;
    const people = new Set<Person>();
    let from = Number.POSITIVE_INFINITY;
    for (let next = register.mentions[mention]; next && next.start < end; next = register.mentions[++mention]) {
      people.add(next.person);
      from = Math.min(from, next.end);
    }
    const [only] = people;
    const opensWithPronoun = /^(?:he|she)$/u.test(tokens[0]?.lower ?? '');
    if (only && people.size === 1)
      count(
        votes,
        only,
        tokens.filter((token) => token.start >= from),
      );
    else if (people.size === 0 && before && opensWithPronoun) count(votes, before, tokens.slice(0, 1));
    if (people.size > 0) before = people.size === 1 ? (only ?? null) : null;
  }
  for (const [person, { f, m }] of votes) {
    const winner: Gender = f > m ? 'f' : m > f ? 'm' : '';
    person.gender ||= winner;
  }
}

function count(votes: Map<Person, { f: number; m: number }>, person: Person, tokens: readonly Token[]): void {
  const tally = votes.get(person) ?? { f: 0, m: 0 };
  votes.set(person, tally);
  for (const { lower } of tokens) {
    if (/^(?:she|her|hers|herself)$/u.test(lower)) tally.f++;
    else if (/^(?:he|his|him|himself)$/u.test(lower)) tally.m++;
  }
}
