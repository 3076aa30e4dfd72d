import { defineConfig } from 'vitest/config';

/** The conformance suite: what the programs that import our files make of them. */
export default defineConfig({
  test: {
    include: ['test/importers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/importers/write-cases.ts'],
    reporters: ['default', './test/importers/table-reporter.ts'],
  },
});
