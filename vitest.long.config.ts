import { defineConfig } from 'vitest/config';

/** `npm run test:long`: load, kills and real servers, one file after the other. */
export default defineConfig({
  test: {
    include: ['tests/**/*.long.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
