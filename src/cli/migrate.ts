/** `npm run verbatim-migrate`: a SQLite store into an empty Redis store. */
import { migrateStore, StoreError } from '#store';
import { speak } from '#texts';

const { texts } = speak(null);
const EXIT_USAGE = 2;

const [from, to, ...rest] = process.argv.slice(2);
if (!from || !to || rest.length > 0) {
  process.stderr.write(texts.terminalMigrateUsage);
  process.exitCode = EXIT_USAGE;
} else {
  try {
    process.stdout.write(`${texts.terminalMigrated(await migrateStore(from, to, Date.now))}\n`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
