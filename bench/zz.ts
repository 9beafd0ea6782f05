import { readFileSync } from 'node:fs';

import { checkClaim } from '#grounding';

import { createArticleMaker } from './article-of.ts';

const m = await createArticleMaker();
let a = 0,
  c = 0;
const rows = readFileSync('/tmp/ck/frank.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((l) => JSON.parse(l));
m(rows[5].source);
const cpu = () => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1000;
};
for (const r of rows) {
  const t0 = cpu();
  const art = m(r.source);
  const t1 = cpu();
  checkClaim(art, r.claim, 'en');
  const t2 = cpu();
  a += t1 - t0;
  c += t2 - t1;
}
console.log('analysis', a | 0, 'check', c | 0, 'startup', (cpu() - a - c) | 0);
