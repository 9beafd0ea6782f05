import { defineConfig } from 'vitest/config';

/** `npm run test:long`: load, kills, a browser and real servers. */
export default defineConfig({
  test: {
    include: ['tests/**/*.long.test.ts'],
    // The browser tests mostly wait out cool-downs: the others run beside them.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
