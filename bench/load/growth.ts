/** What many servers with much in the store cost the next answer, and what an answer costs the disk. */
import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';

import { FIRST_SETTINGS } from '#domain';
import { openStore } from '#store';

import type { Row } from './measures.ts';
import { type MeasuredBot, OURS, percentile, startBot } from './process.ts';
import { atPace, byMembers, freshArticles, request } from './requests.ts';

const ARTICLE = '/news/tidemouth-ferry';
const FEW = 10;
/** `GROWTH_GUILDS` for a machine with less time or disk: 10,000 guilds take about 20 GB and some minutes to fill. */
const MANY = Number(process.env['GROWTH_GUILDS'] ?? 10_000);
const BRIEFINGS_EACH = 100;
const PER_SECOND = 50;
const REQUESTS = 300;
const ROUNDS = 5;
const WARM_UP = 50;
const FRESH = 1000;
const KIB = 1024;

/** Copies of what one server holds: settings, and briefings with their articles and links under keys of their own. */
async function multiply(file: string, pattern: string, guilds: number): Promise<void> {
  const store = await openStore(`sqlite://${file}`, { clock: Date.now });
  await store.settings.put(pattern, 'guild', FIRST_SETTINGS);
  await store.close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF');
  const settings = db.prepare(`INSERT INTO entries SELECT ?, collection, key, value, expires FROM entries
    WHERE guild = ? AND collection = 'settings'`);
  const results =
    db.prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${BRIEFINGS_EACH})
    INSERT INTO entries SELECT ?, collection, key || '-' || i, value, expires FROM entries, n
    WHERE guild = ? AND collection IN ('briefings', 'articles', 'links')`);
  for (let number = 0; number < guilds; number++) {
    if (number % 100 === 0) db.exec(number === 0 ? 'BEGIN' : 'COMMIT; BEGIN');
    const guild = `7${String(number).padStart(17, '0')}`;
    settings.run(guild, pattern);
    results.run(guild, pattern);
  }
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

async function filledBot(guilds: number): Promise<MeasuredBot> {
  const bot = await startBot({ program: OURS });
  const { sandbox, storeFile } = bot;
  await request(sandbox, sandbox.site.url(ARTICLE));
  // The bot stays: what it meets is a file that others have filled meanwhile.
  await multiply(storeFile, sandbox.discord.guild.id, guilds);
  await byMembers(WARM_UP, 4, () => request(sandbox, sandbox.site.url(ARTICLE)));
  return bot;
}

export async function growth(): Promise<Row[]> {
  const bots = [await filledBot(FEW), await filledBot(MANY)] as const;
  // Of each round; the median of the rounds is what counts, since one that met another's work says nothing of the store.
  const slowest: [number[], number[]] = [[], []];
  try {
    // The gigabytes just written would still be on their way to the disk, and every commit behind them.
    spawnSync('sync');
    for (let round = 0; round < ROUNDS; round++)
      for (const [at, { sandbox }] of bots.entries()) {
        const taken = await atPace(REQUESTS, PER_SECOND, () => request(sandbox, sandbox.site.url(ARTICLE)));
        const p99 = percentile(
          taken.map(({ answeredMs }) => answeredMs),
          0.99,
        );
        slowest[at]?.push(p99);
      }
    const [few, many] = slowest.map((each) => percentile(each, 0.5));
    const [{ sandbox, storeBytes }] = bots;
    const before = await storeBytes();
    const links = freshArticles(sandbox, FRESH);
    await byMembers(FRESH, 4, (number) => request(sandbox, links[number] ?? ''));
    const grown = (await storeBytes()) - before;
    return [
      {
        figure: `cached answer p99 (median of ${ROUNDS} rounds), ${MANY} guilds with ${BRIEFINGS_EACH} briefings each, of that with ${FEW}`,
        measured: `${((many ?? 0) / (few ?? 1)).toFixed(2)} (${(many ?? 0).toFixed(1)} ms to ${(few ?? 0).toFixed(1)} ms)`,
        target: '<= 1.3',
      },
      {
        figure: `growth of the file in ${FRESH} fresh briefings of 1,000 words`,
        measured: `${(grown / KIB / KIB).toFixed(1)} MiB, ${(grown / KIB / FRESH).toFixed(1)} KiB each`,
        target: 'printed',
      },
    ];
  } finally {
    for (const bot of bots) await bot.close();
  }
}
