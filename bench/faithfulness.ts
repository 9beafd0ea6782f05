/**
 * Scores the gate on the labelled summaries in `../shared/corpus/faithfulness`, when they are there, and says how many claims
 * it checks in a second of CPU: unlike the scorer's own figure that does not depend on what else the machine does.
 * Arguments go to the scorer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { createArticleMaker } from './article-of.ts';
import { checkCorpusClaim } from './corpus-claim.ts';

const corpus = fileURLToPath(new URL('../../shared/corpus/faithfulness/', import.meta.url));
const gold = `${corpus}frank-dev.jsonl.gz`;
const adapter = fileURLToPath(new URL('./claims.ts', import.meta.url));

interface Row {
  readonly source: string;
  readonly claim: string;
}

/** CPU in seconds. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function speed(): Promise<void> {
  const rows = gunzipSync(readFileSync(gold))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const articleOf = await createArticleMaker();
  let reading = 0;
  let checking = 0;
  for (const { source, claim } of rows) {
    let article = articleOf(rows[0]?.source ?? '');
    reading += cpuOf(() => void (article = articleOf(source)));
    checking += cpuOf(() => void checkCorpusClaim(article, claim));
  }
  const rate = (seconds: number): string => (rows.length / seconds).toFixed(0);
  console.log(
    `claims per CPU second: ${rate(checking)}, with the analysis of their articles ${rate(checking + reading)} (target: 200)`,
  );
}

if (!existsSync(`${corpus}score.mjs`)) {
  console.log(`no summaries to score: ${corpus} does not exist`);
} else {
  const given = process.argv.slice(2);
  const options = given.length > 0 ? given : ['--gold', gold];
  const command = [`${corpus}score.mjs`, ...options, '--', process.execPath, adapter];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  await speed();
}
