import { buildWeb } from './build.ts';
import { buildModels } from './models/build.ts';

/**
 * `npm start`: builds what is stale, then serves everything from this one process. Production images run
 * `npm run build` beforehand and start `src/edge/entry.node.ts` alone.
 */
try {
  await Promise.all([buildWeb(), buildModels()]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import('../src/edge/entry.node.ts');
