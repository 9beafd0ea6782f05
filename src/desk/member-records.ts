/** Records of any shape, as far as they are one member's: they go with them. */
import { type Discussion, withoutPerson } from '#domain';
import type { Collection } from '#store';

import type { OtherCollection } from './keeping.ts';

/** Whether a record says this id anywhere. */
function names(record: unknown, id: string): boolean {
  if (typeof record === 'object' && record !== null) return Object.values(record).some((part) => names(part, id));
  return record === id;
}

/** The record with `null` wherever it says this id. */
export function unnamed(record: unknown, id: string | null): unknown {
  if (Array.isArray(record)) return record.map((part) => unnamed(part, id));
  if (typeof record === 'object' && record !== null)
    return Object.fromEntries(Object.entries(record).map(([key, part]) => [key, unnamed(part, id)]));
  return id !== null && record === id ? null : record;
}

const articleOf = (record: unknown): string | null => {
  const article = typeof record === 'object' && record !== null && 'article' in record ? record.article : null;
  return typeof article === 'string' ? article : null;
};

export function memberRecords(records: Collection<unknown>): OtherCollection {
  return {
    guilds: () => records.guilds(),
    async deleteOf(guild, member) {
      const theirs = new Set<string>();
      const others = new Set<string>();
      for await (const [key, record] of records.entries(guild)) {
        const isTheirs = names(record, member);
        const article = articleOf(record);
        if (article !== null) (isTheirs ? theirs : others).add(article);
        if (isTheirs) await records.delete(guild, key);
      }
      return [...theirs.difference(others)];
    },
  };
}

/** A conversation is everybody's who took part: what one member said in it goes, with the answers to it. */
export function memberTurns(
  discussions: Collection<Discussion>,
  keptMs: (guild: string) => Promise<number>,
): OtherCollection {
  return {
    guilds: () => discussions.guilds(),
    async deleteOf(guild, member) {
      const ttlMs = await keptMs(guild);
      for await (const [id] of discussions.entries(guild))
        await discussions.update(guild, id, (record) => record && withoutPerson(record, member), { ttlMs });
      return [];
    },
  };
}
