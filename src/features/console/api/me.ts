import { type Entrance, entrance, type Me, me } from '#src/contract/agent/index.ts';
import { ApiError, call, parsed } from '#src/lib/api/client.ts';

/** `GET /api/agent/entrance`: what the first screen is to be. */
export const getEntrance = async (signal?: AbortSignal): Promise<Entrance> =>
  parsed(entrance, await call('/api/agent/entrance', { signal }));

/** `GET /api/agent/me`: who is signed in; null for nobody. */
export async function getMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    return parsed(me, await call('/api/agent/me', { signal }));
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unauthorized') return null;
    throw error;
  }
}

/** `POST /api/agent/sign-out`. */
export async function signOut(): Promise<void> {
  await call('/api/agent/sign-out', { method: 'POST', json: {} });
}
