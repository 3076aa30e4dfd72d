import { defineConfig } from 'vitest/config';

/** The page in real browsers: one at a time, as each test listens to what its browser does. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
    expect: { poll: { timeout: 30_000, interval: 50 } },
    globalSetup: ['test/support/build.ts'],
  },
});
