/**
 * Figures of the room `language`: the scorer over the 22 English Wikinews articles when the corpus is there, then load
 * time, speed and memory over 1,000 articles. `--errors FILE` and `--json FILE` go to the scorer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const ROOT = path.resolve(import.meta.dirname, '..');
const CORPUS = path.resolve(ROOT, '..', 'shared', 'corpus', 'attribution');
const GOLD = path.join(CORPUS, 'wikinews-dev.jsonl.gz');
const EXAMPLE = path.join(ROOT, 'examples', 'harbour.txt');
const ARTICLES = 1_000;
const MEMORY_EVERY = 250;
/** Names that no other article holds: the model keeps every word it has not seen, so this is what could make it grow. */
const NEW_WORDS_PER_ARTICLE = 20;

const corpus = existsSync(GOLD) ? gunzipSync(readFileSync(GOLD)).toString('utf8') : null;
if (corpus === null) console.log(`No corpus at ${CORPUS}: no scores, speed over the example article.`);
else score(corpus);
await measureSpeed(corpus === null ? [readFileSync(EXAMPLE, 'utf8')] : textsOf(corpus));

function score(gold: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'attribution-'));
  try {
    const file = path.join(folder, 'gold.jsonl');
    writeFileSync(file, gold);
    const engine = `"${process.execPath}" "${path.join(ROOT, 'bench', 'positions.ts')}"`;
    const scorer = [path.join(CORPUS, 'score.mjs'), '--gold', file, '--half', 'dev', '--cmd', engine];
    const { status } = spawnSync(process.execPath, [...scorer, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textsOf(gold: string): string[] {
  const lines = gold.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

/** Seconds since its making. Processor time is what counts on a machine that others use as well. */
function stopwatch(): () => { wall: number; cpu: number } {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  };
}

async function measureSpeed(texts: readonly string[]): Promise<void> {
  const loading = stopwatch();
  const { createAnalyser } = await import('#language');
  const analyser = await createAnalyser();
  const load = loading();
  console.log(`\nload: ${load.wall.toFixed(2)} s (${load.cpu.toFixed(2)} s of processor time)`);
  const resident = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);
  const memory: number[] = [];
  let words = 0;
  const working = stopwatch();
  for (let count = 1; count <= ARTICLES; count += 1) {
    const names = Array.from({ length: NEW_WORDS_PER_ARTICLE }, (_, index) => `Name${count}x${index}`).join(' and ');
    const text = `${texts[count % texts.length]}\n${names} met.`;
    words += text.split(/\s+/u).length;
    const paragraphs = text.split('\n').filter((part) => part.trim() !== '');
    const kind = 'prose' as const;
    analyser.analyse({ paragraphs: paragraphs.map((part) => ({ text: part, kind })), title: null, language: 'en' });
    if (count % MEMORY_EVERY === 0) memory.push(resident());
  }
  const { wall, cpu } = working();
  const speed = `${Math.round(ARTICLES / wall)} articles/s (${Math.round(ARTICLES / cpu)} per second of processor time)`;
  console.log(`${ARTICLES} articles of ${Math.round(words / ARTICLES)} words: ${speed}`);
  console.log(`resident MiB after ${MEMORY_EVERY}, ${2 * MEMORY_EVERY}, … articles: ${memory.join(', ')}`);
}
