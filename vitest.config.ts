import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/importers/**', 'test/browser/**'],
    testTimeout: 60_000,
    globalSetup: ['test/support/build.ts'],
  },
});
