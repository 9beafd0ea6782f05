/** Learns from the article itself whether a name is "he" or "she". */
import type { Word } from '../attribution.ts';
import type { Gender, Person, Register } from '../names.ts';

/** Counts pronouns that follow the only person of a sentence; a clear majority decides where title and first name did not. */
export function voteGenders(sentences: readonly (readonly Word[])[], register: Register): void {
  const votes = new Map<Person, { f: number; m: number }>();
  let mention = 0;
  let before: Person | null = null;
  for (const words of sentences) {
    const end = words.at(-1)?.end ?? 0;
    const people = new Set<Person>();
    let from = Number.POSITIVE_INFINITY;
    for (let next = register.mentions[mention]; next && next.start < end; next = register.mentions[++mention]) {
      people.add(next.person);
      from = Math.min(from, next.end);
    }
    const [only] = people;
    const opensWithPronoun = /^(?:he|she)$/u.test(words[0]?.lower ?? '');
    if (only && people.size === 1)
      count(
        votes,
        only,
        words.filter((word) => word.start >= from),
      );
    else if (people.size === 0 && before && opensWithPronoun) count(votes, before, words.slice(0, 1));
    if (people.size > 0) before = people.size === 1 ? (only ?? null) : null;
  }
  for (const [person, { f, m }] of votes) {
    const winner: Gender = f > m ? 'f' : m > f ? 'm' : '';
    person.gender ||= winner;
  }
}

function count(votes: Map<Person, { f: number; m: number }>, person: Person, words: readonly Word[]): void {
  const tally = votes.get(person) ?? { f: 0, m: 0 };
  votes.set(person, tally);
  for (const { lower } of words) {
    if (/^(?:she|her|hers|herself)$/u.test(lower)) tally.f++;
    else if (/^(?:he|his|him|himself)$/u.test(lower)) tally.m++;
  }
}
