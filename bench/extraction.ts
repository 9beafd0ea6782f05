/**
 * Scores the extractor on the public pages in `../shared/corpus/extraction`, when they are there, and times each of them.
 * Arguments go to the scorer: `node bench/extraction.ts --passes 3 --worst 10`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const scorer = fileURLToPath(new URL('../../shared/corpus/extraction/score.mjs', import.meta.url));
const extractor = fileURLToPath(new URL('./extract.ts', import.meta.url));

if (!existsSync(scorer)) {
  console.log(`no pages to score: ${scorer} does not exist`);
} else {
  const command = `"${process.execPath}" --max-old-space-size=128 "${extractor}"`;
  const given = process.argv.slice(2);
  const options = given.length > 0 ? given : ['--passes', '3', '--worst', '5'];
  // By its real path: a script started through a link does not know itself.
  const script = realpathSync(scorer);
  const { status } = spawnSync(process.execPath, [script, '--cmd', command, ...options], { stdio: 'inherit' });
  const times = fileURLToPath(new URL('./extraction-times.ts', import.meta.url));
  spawnSync(process.execPath, [times, dirname(script)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
