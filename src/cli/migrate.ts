/** `npm run verbatim-migrate`: a SQLite store into an empty Redis store. */
import { migrateStore, StoreError } from '#store';

const USAGE = `Usage: npm run verbatim-migrate -- sqlite://FILE redis://HOST:PORT/NUMBER

Copies every record, counter and state into an empty store and compares both. Stop the bot first. The file is only read.
`;
const EXIT_USAGE = 2;

const [from, to, ...rest] = process.argv.slice(2);
if (!from || !to || rest.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = EXIT_USAGE;
} else {
  try {
    const { records, counters, states } = await migrateStore(from, to, Date.now);
    process.stdout.write(`${records} records, ${counters} counters and ${states} states copied, and found the same.\n`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
