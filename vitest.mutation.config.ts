import { defineConfig } from 'vitest/config';

/** The tests that Stryker runs against each mutant: those of the mutated rooms, without child processes. */
export default defineConfig({
  test: {
    include: ['test/{rules,evidence,assess,json,text}/**/*.test.ts', 'test/checklist/earlier-details.test.ts'],
    testTimeout: 20_000,
  },
});
