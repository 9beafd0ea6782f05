/** Scores the gate on the labelled summaries in `../shared/corpus/faithfulness`, when they are there. Arguments go to the scorer. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const corpus = fileURLToPath(new URL('../../shared/corpus/faithfulness/', import.meta.url));
const adapter = fileURLToPath(new URL('./claims.ts', import.meta.url));

if (!existsSync(`${corpus}score.mjs`)) {
  console.log(`no summaries to score: ${corpus} does not exist`);
} else {
  const given = process.argv.slice(2);
  const options = given.length > 0 ? given : ['--gold', `${corpus}frank-dev.jsonl.gz`];
  const command = [`${corpus}score.mjs`, ...options, '--', process.execPath, adapter];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
