import { useQuery } from '@tanstack/react-query';
import type { SessionReply } from '#src/contract/index.ts';
import { session } from './session.ts';

/** Longest pause between two tries to reach the BFF, ms. */
const MAX_PAUSE_MS = 8000;

export interface SessionState {
  readonly info: SessionReply | null;
  /** The BFF was asked at least twice in vain; it is asked on. */
  readonly down: boolean;
  readonly retry: () => void;
}

/** What this deployment offers. The session is opened with the first screen, to be there when it is needed. */
export function useSession(): SessionState {
  const { data, failureCount, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: () => session.get(),
    retry: true,
    retryDelay: (times) => Math.min(1000 * 2 ** times, MAX_PAUSE_MS),
    networkMode: 'always',
  });
  return { info: data ?? null, down: failureCount > 1, retry: () => void refetch() };
}
