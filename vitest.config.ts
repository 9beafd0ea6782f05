import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { defineConfig } from 'vitest/config';

// Child processes and reading threads find their modules compiled.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled');

const LONG = 'tests/**/*.long.test.ts';
const INTEGRATION = ['tests/**/*.integration.test.ts', 'tests/flows/**/*.test.ts'];
/** Guards against a test that hangs, not measures: on a busy machine all takes longer. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };
/** Journeys wait more than they work: for pauses, deadlines and processes. */
const WAITING = availableParallelism() + 2;

/**
 * A file's name and folder decide where it runs. `npm run test:unit` runs the first project, `npm test` all but the last,
 * `npm run test:all` all of them: one after the other, since each asks for another number of workers.
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/setup/cpu-time.ts'],
    projects: [
      {
        test: {
          ...PATIENT,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...INTEGRATION, LONG],
          setupFiles: ['tests/setup/unit.ts'],
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...PATIENT,
          name: 'integration',
          include: INTEGRATION,
          exclude: [LONG],
          isolate: false,
          maxWorkers: WAITING,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...PATIENT,
          // Apart: where the bot's own undici is loaded, a plain Discord client cannot upload.
          name: 'sandbox',
          include: ['sandbox/tests/**/*.test.ts'],
          isolate: false,
          maxWorkers: WAITING,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'long',
          include: [LONG],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          // The browser tests mostly wait out cool-downs: the others run beside them.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
