import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tools,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A machine may be busy: a timeout ends what hangs and judges nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
