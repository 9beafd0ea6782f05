/** Prints what a run cost: unlike its duration, that does not depend on what else the machine does. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its own clock does. */
const TICKS_PER_SECOND = 100;
/** Of `/proc/self/stat`, counted after the command's name: user and system, of the process and of its ended children. */
const TIMES = { from: 11, to: 15 };

export function setup(): void {
  process.once('exit', () => {
    const seconds = cpuSeconds();
    if (seconds !== null) console.log(`    CPU time  ${seconds.toFixed(1)} s, child processes included\n`);
  });
}

/** `null` where the system does not tell of child processes. */
function cpuSeconds(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    const ticks = fields.slice(TIMES.from, TIMES.to).reduce((sum, field) => sum + Number(field), 0);
    return ticks / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
