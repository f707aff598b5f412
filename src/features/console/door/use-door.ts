import { useState } from 'react';
import type { Me, SignedIn } from '#src/contract/agent/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import type en from './words.en.ts';
import { doorWords } from './words.ts';

type ErrorId = Extract<keyof typeof en, `door.error.${string}`>;

const TOLD = [
  'credentials_wrong',
  'account_locked',
  'code_wrong',
  'passkey_refused',
  'setup_done',
  'forbidden',
  'email_taken',
  'link_spent',
  'invalid_request',
  'rate_limited',
] as const;

/** What to say of an error at the door. */
export function doorError(error: unknown): ErrorId {
  if (error instanceof DOMException && error.name !== 'TimeoutError') return 'door.error.cancelled';
  const code = error instanceof ApiError ? TOLD.find((known) => known === error.code) : undefined;
  return code ? `door.error.${code}` : 'door.error.other';
}

export interface DoorForm {
  readonly busy: boolean;
  readonly error: string | null;
  /** Runs one attempt to get in; what it ends with leads on. */
  readonly enter: (attempt: () => Promise<SignedIn>) => void;
}

/** One form at the door: one attempt at a time, its error in words. */
export function useDoor(onIn: (me: Me) => void, onCode?: () => void): DoorForm {
  const t = useWords(doorWords);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorId | null>(null);
  const enter = async (attempt: () => Promise<SignedIn>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const result = await attempt();
      if (result.next === 'done') onIn(result.me);
      else onCode?.();
    } catch (error) {
      setFailure(doorError(error));
    }
    setBusy(false);
  };
  return { busy, error: failure && t(failure), enter: (attempt) => void enter(attempt) };
}
