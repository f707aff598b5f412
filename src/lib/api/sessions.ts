import { type SessionReply, sessionReply } from '#src/contract/index.ts';
import { call, parsed } from './client.ts';

/** `POST /api/sessions`: a new onboarding, or the one of `token` continued under a new token. */
export async function openSession(token: string | null, signal?: AbortSignal): Promise<SessionReply> {
  return parsed(sessionReply, await call('/api/sessions', { method: 'POST', token, signal }));
}
