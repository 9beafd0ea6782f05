/** Writes for many guilds at once and reads it back: `guilds.ts URL WORKER GUILDS`. Prints what was another's, as JSON. */
import { z } from 'zod';

import { openStore } from '#store';

const [url = '', worker = '', count = '0'] = process.argv.slice(2);
// As long as a busy machine needs: what is tested is who reads what, not how fast.
const store = await openStore(url, { clock: Date.now, deadlineMs: 120_000 });
const schema = z.object({ guild: z.string(), by: z.array(z.string()) });
const notes = store.collection({ name: 'notes', version: 1, schema, durability: 'cache' });
const leaks: string[] = [];

async function visit(guild: string): Promise<void> {
  await notes.put(guild, `of ${worker}`, { guild, by: [worker] });
  const shared = await notes.update(guild, 'shared', (held = { guild, by: [] }) => ({
    guild: held.guild,
    by: [...held.by, worker],
  }));
  await store.atomic.increment(guild, 'n', Number(guild));
  await store.atomic.putIfAbsent(guild, 'first', guild);
  const own = await notes.get(guild, `of ${worker}`);
  const first = await store.atomic.state(guild, 'first');
  for (const seen of [shared?.guild, own?.guild, first]) if (seen !== guild) leaks.push(`${guild} shows ${seen}`);
}

// Each begins elsewhere, so that at any moment the four are with four guilds, and in the end all with the same.
const guilds = Array.from({ length: Number(count) }, (_, index) => String(index + 1));
const start = Math.floor((Number(worker) * guilds.length) / 5);
const turned = [...guilds.slice(start), ...guilds.slice(0, start)];
for (let at = 0; at < turned.length; at += 20) await Promise.all(turned.slice(at, at + 20).map(visit));
await store.close();
process.stdout.write(JSON.stringify(leaks));
