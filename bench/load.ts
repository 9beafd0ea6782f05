/** `npm run bench:load [-- part …]`: what the bot costs beside the smallest discord.js bot, in one run, as a table. */
import {
  acknowledgements,
  cachedAnswers,
  directAnswers,
  freshBriefings,
  lagUnderBadPages,
  memory,
  type Row,
} from './load/measures.ts';

const PARTS = { acknowledgements, directAnswers, cachedAnswers, freshBriefings, lagUnderBadPages, memory };

/** A fixed piece of work, so that absolute figures of two machines can be compared. */
function calibration(): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let at = 0; at < 100_000_000; at++) sum = (sum + at * 31) % 1_000_003;
  return sum >= 0 ? performance.now() - startedAt : Number.NaN;
}

const wanted = process.argv.slice(2);
console.log(`calibration loop: ${calibration().toFixed(0)} ms`);
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows: Row[] = await measure();
  for (const { figure, measured, target } of rows) console.log(`${figure.padEnd(62)} ${measured.padEnd(34)} ${target}`);
}
