import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tools,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tools/vitest-setup.ts'],
    // Both cores of a small machine: left to itself, Vitest keeps one free, and most files wait for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A machine may be busy: a timeout ends what hangs and judges nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
