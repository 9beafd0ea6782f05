/** Everything that is kept under one server's or person's name, as text; '' when nothing is. */
import type { Store } from '#store';

import type { App } from '../../src/app.ts';

export async function dump(app: App, guild: string): Promise<string> {
  const { articles, links, briefings, discussions, settings, usage, inbox, posted, postedLists }: Store = app.store;
  const results = [articles, links, briefings, discussions, posted, postedLists];
  const found: unknown[] = [];
  for (const collection of [...results, settings, usage, inbox, app.controls])
    for await (const entry of collection.entries(guild)) found.push(entry);
  return found.length === 0 ? '' : JSON.stringify(found);
}
