/** What is held for whom, and how it goes: a member's wish, an admin's, or the bot leaving. */
import { type Discussion, type PostedMessages, type UsageLedger, withoutPerson } from '#domain';
import type { Collection, Store } from '#store';

/** An admin who sends the bot away by mistake finds the settings again. */
export const SETTINGS_KEPT_MS = 7 * 86_400_000;
const SETTINGS_KEY = 'guild';

/** Collections whose records live as long as the server's retention says. */
export type Retained = Pick<Store, 'articles' | 'links' | 'briefings' | 'posted' | 'postedLists' | 'discussions'>;

export function retainedCollections({ articles, links, briefings, posted, postedLists, discussions }: Retained) {
  return [articles, links, briefings, posted, postedLists, discussions] as const;
}

export interface Held {
  readonly articles: number;
  readonly briefings: number;
  readonly posted: number;
  readonly usageDays: number;
  readonly hasSettings: boolean;
}

export interface Retention {
  /** What is held for a server, or under `user:ID` for a person. */
  held(guild: string): Promise<Held>;
  /** What of a server's belongs to one member. */
  heldOf(guild: string, member: string): Promise<Pick<Held, 'posted' | 'usageDays'>>;
  /**
   * Removes the member's ledger rows, the notes of who asked for posted messages, what only that member was shown, and
   * everything under `user:ID`; the messages themselves stay with the server.
   */
  deleteMember(guild: string, member: string): Promise<void>;
  /** Everything of a server, settings too. */
  deleteGuild(guild: string): Promise<void>;
  /** The bot was sent away: texts and results go at once, settings after 7 days. */
  left(guild: string): Promise<void>;
  /** It came back in time. */
  returned(guild: string): Promise<void>;
  /** Every server the store knows; to compare with Discord's list after READY. */
  guilds(): Promise<ReadonlySet<string>>;
}

/** A collection that is made elsewhere. The store empties it with its server; this is what else it can tell. */
export interface OtherCollection {
  guilds(): AsyncIterable<string>;
  /** Removes what is one member's own, and gives the ids of articles that nobody but them reaches any more. */
  deleteOf?(guild: string, member: string): Promise<readonly string[]>;
}

type Kept = Retained & Pick<Store, 'settings' | 'inbox' | 'usage' | 'deleteGuild'>;

export function createRetention(
  store: Kept,
  {
    posted,
    ledger,
    others = [],
  }: {
    readonly posted: PostedMessages;
    readonly ledger: UsageLedger;
    readonly others?: readonly OtherCollection[];
  },
): Retention {
  const collections = [...retainedCollections(store), store.inbox, store.usage, ...others];

  /** Writes the settings again as they are, to end then or never. */
  async function keepSettings(guild: string, options: { readonly ttlMs?: number }): Promise<void> {
    await store.settings.update(guild, SETTINGS_KEY, (held) => held, options);
  }

  async function heldOf(guild: string, member: string): Promise<Pick<Held, 'posted' | 'usageDays'>> {
    const [messages, rows] = await Promise.all([posted.ofMember(guild, member), ledger.rows(guild, member)]);
    return { posted: messages.length, usageDays: rows.length };
  }

  /** A text that somebody pasted or attached, and its results. An article behind a link is the server's. */
  async function deleteText(guild: string, id: string): Promise<void> {
    const article = await store.articles.get(guild, id);
    if (!article || article.source.kind === 'link') return;
    await store.articles.delete(guild, id);
    for await (const key of store.briefings.keys(guild))
      if (key.startsWith(`${id}|`)) await store.briefings.delete(guild, key);
  }

  return {
    async held(guild) {
      const [articles, briefings, messages, rows, settings] = await Promise.all([
        count(store.articles.keys(guild)),
        count(store.briefings.keys(guild)),
        count(store.posted.keys(guild)),
        ledger.rows(guild),
        store.settings.get(guild, SETTINGS_KEY),
      ]);
      const usageDays = new Set(rows.map(({ day }) => day)).size;
      return { articles, briefings, posted: messages, usageDays, hasSettings: settings !== undefined };
    },
    heldOf,
    async deleteMember(guild, member) {
      await ledger.forget(guild, member);
      for (const message of await posted.ofMember(guild, member)) await posted.disown(guild, message.id);
      const articles = await Promise.all(others.map(async (one) => one.deleteOf?.(guild, member) ?? []));
      for (const id of articles.flat()) await deleteText(guild, id);
      await store.deleteGuild(`user:${member}`);
    },
    deleteGuild: (guild) => store.deleteGuild(guild),
    async left(guild) {
      await store.deleteGuild(guild, { keep: ['settings'] });
      await keepSettings(guild, { ttlMs: SETTINGS_KEPT_MS });
    },
    returned: (guild) => keepSettings(guild, {}),
    async guilds() {
      const found = new Set<string>();
      for (const collection of [...collections, store.settings])
        for await (const guild of collection.guilds()) if (/^\d+$/u.test(guild)) found.add(guild);
      return found;
    },
  };
}

async function count(keys: AsyncIterable<string>): Promise<number> {
  let total = 0;
  for await (const _key of keys) total += 1;
  return total;
}

// ---- what is one member's, in records of any shape

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
