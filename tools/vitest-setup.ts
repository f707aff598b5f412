import fc from 'fast-check';

/**
 * Properties run from one seed, so that a test says the same of the same code each time.
 * `PROPERTY_SEED=random vitest run` looks elsewhere, and says where when it finds something.
 */
const { PROPERTY_SEED: seed = '2026' } = process.env;

if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
