import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts', 'train/**/*.test.ts'],
    reporters: ['default', './scripts/count-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a page shows is waited for; a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    // By default one core is left to others; two halve the time on a laptop of two.
    maxWorkers: 2,
    // The dictionaries and weights are loaded once a worker, not once a file: a quarter less time. No test may leave anything behind in a module.
    isolate: false,
  },
});
