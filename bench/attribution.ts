/** Prints the scorer's figures for the 22 English Wikinews articles, when the corpus is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const ROOT = path.resolve(import.meta.dirname, '..');
const CORPUS = path.resolve(ROOT, '..', 'shared', 'corpus', 'attribution');
const GOLD = path.join(CORPUS, 'wikinews-dev.jsonl.gz');

if (existsSync(GOLD)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'attribution-'));
  try {
    const gold = path.join(folder, 'gold.jsonl');
    writeFileSync(gold, gunzipSync(readFileSync(GOLD)));
    const engine = `"${process.execPath}" "${path.join(ROOT, 'bench', 'positions.ts')}"`;
    const scorer = [path.join(CORPUS, 'score.mjs'), '--gold', gold, '--half', 'dev', '--cmd', engine];
    const { status } = spawnSync(process.execPath, [...scorer, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.log(`No corpus at ${CORPUS}: nothing measured.`);
}
