import { type Draft, type DraftReply, draftReply } from '#src/contract/index.ts';
import { call, parsedIfAny } from './client.ts';

/** `PUT /api/draft`. `leaving` lets the call outlive the page. */
export async function putDraft(
  token: string,
  draft: Draft,
  { leaving, signal }: { leaving: boolean; signal: AbortSignal },
): Promise<void> {
  await call('/api/draft', { method: 'PUT', token, json: draft, keepalive: leaving, signal });
}

/** `GET /api/draft`: the form so far with its reading; null where there is none. */
export async function getDraft(token: string, signal?: AbortSignal): Promise<DraftReply | null> {
  return parsedIfAny(draftReply, await call('/api/draft', { token, signal }));
}

/** `DELETE /api/draft`: draft, readings and photos of this session are erased. */
export async function deleteDraft(token: string): Promise<void> {
  await call('/api/draft', { method: 'DELETE', token });
}
