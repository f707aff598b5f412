import { type DueDeps, runDue } from './run.ts';

/** Erasure is not urgent; webhooks and notices can wait this long, ms. Looking costs one indexed statement. */
const EVERY_MS = 3_000;

/** Calls `runDue` again and again. @returns a function that stops it, and resolves when it has. */
export function pollDue(deps: DueDeps): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = runDue(deps)
      .then(
        () => {},
        (error: unknown) =>
          deps.log.error(
            { error: error instanceof Error ? error.name : 'unknown' },
            'due work could not be looked up',
          ),
      )
      .then(() => {
        // Several processes do not ask all at once.
        if (!stopped) timer = setTimeout(turn, EVERY_MS * (0.8 + 0.4 * Math.random()));
      });
  };
  timer = setTimeout(turn, EVERY_MS * Math.random());
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
