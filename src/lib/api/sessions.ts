import { PROOF_HEADER, type SessionReply, sessionReply } from '#src/contract/index.ts';
import { ApiError, call, parsed } from './client.ts';

/**
 * `POST /api/sessions`: a new onboarding, or the one of `token` continued under a new token. Where the deployment
 * asks for work first, that is done, which takes a few seconds.
 */
export async function openSession(token: string | null, signal?: AbortSignal): Promise<SessionReply> {
  const open = async (headers: Readonly<Record<string, string>>) =>
    parsed(sessionReply, await call('/api/sessions', { method: 'POST', token, signal, headers }));
  try {
    return await open({});
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'proof_required') throw error;
    const { proveWork } = await import('../proof/prove.ts');
    return open({ [PROOF_HEADER]: await proveWork(signal) });
  }
}
