import { QueryCache, QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Me, Role } from '#src/contract/agent/index.ts';
import { ApiError } from '#src/lib/api/client.ts';

const ME = ['me'] as const;
export const meKey = ME;

export const MeContext = createContext<Me | null>(null);

/** Who is signed in; only inside the door. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('inside the door without an account');
  return me;
}

const RANKS: readonly Role[] = ['agent', 'supervisor', 'admin'];
/** Each may all that the one before it may. */
export const mayAs = (mine: Role, needed: Role): boolean => RANKS.indexOf(mine) >= RANKS.indexOf(needed);

function setMe(client: QueryClient, me: Me | null): void {
  // What one account has seen is not the next one's to see.
  if (me === null) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  client.setQueryData(ME, me);
}

/** Tells the cache who is signed in now; null shows the door. */
export function useSetMe(): (me: Me | null) => void {
  const client = useQueryClient();
  return (me) => setMe(client, me);
}

/** The console's cache. An answer that nobody is signed in leads to the door, wherever it came. */
export function createClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiError && error.code === 'unauthorized') setMe(client, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 0,
        retry: (times, error) => times < 2 && error instanceof ApiError && error.code === 'offline',
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: {
        networkMode: 'always',
        onError,
      },
    },
  });
  return client;
}
