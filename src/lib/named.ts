import type { ReactNode } from 'react';

type Parts<N extends string> = { readonly [name in N]: (props: never) => ReactNode };

/** Fetches the part of a module that is loaded when the way leads there, as React's `lazy` wants it. */
export const named =
  <N extends string, M extends Parts<N>>(get: () => Promise<M>, name: N) =>
  (): Promise<{ default: M[N] }> =>
    get().then((module) => ({ default: module[name] }));
