import {
  type AuditTrail,
  auditTrail,
  type Claim,
  type CorrectionRequest,
  claim,
  type Decision,
  type DecisionRequest,
  decision,
  type NextRequest,
  type Review,
  review,
} from '#src/contract/agent/index.ts';
import { ApiError, call, errorOf, parsed, toJson } from '#src/lib/api/client.ts';

const path = (id: string, rest = ''): string => `/api/agent/applications/${encodeURIComponent(id)}${rest}`;

export const getReview = async (id: string, signal?: AbortSignal): Promise<Review> =>
  parsed(review, await call(path(id), { signal }));

/** `POST /api/agent/queue/next`: the next application, claimed; null if there is none. */
export async function claimNext(request: NextRequest): Promise<Review | null> {
  const body = await call('/api/agent/queue/next', { method: 'POST', json: request });
  return body === undefined ? null : parsed(review, body);
}

/** Claims, or renews the own claim. @throws ApiError `claimed`, `already_decided`. */
export const claimIt = async (id: string, takeOver = false): Promise<Claim> =>
  parsed(claim, await call(path(id, '/claim'), { method: 'POST', json: takeOver ? { takeOver } : {} }));

export const putBack = async (id: string): Promise<void> =>
  void (await call(path(id, '/claim'), { method: 'DELETE' }));

export const correct = async (id: string, request: CorrectionRequest): Promise<Review> =>
  parsed(review, await call(path(id, '/corrections'), { method: 'PUT', json: request }));

export const decide = async (id: string, request: DecisionRequest): Promise<Decision> =>
  parsed(decision, await call(path(id, '/decisions'), { method: 'POST', json: request }));

/** Takes a decision back within its seconds. @throws ApiError `too_late`. */
export const undo = async (id: string, decisionId: string): Promise<Review> =>
  parsed(review, await call(path(id, `/decisions/${encodeURIComponent(decisionId)}`), { method: 'DELETE' }));

export const getTrail = async (id: string, signal?: AbortSignal): Promise<AuditTrail> =>
  parsed(auditTrail, await call(path(id, '/audit'), { signal }));

/** The photo of an attempt, decoded; `image_invalid_format` where it does not open. */
export async function getImage(id: string, attempt: number, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(path(id, `/image?attempt=${attempt}`), { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new ApiError('offline', [], error);
  });
  if (!response.ok) throw errorOf(response.status, toJson(await response.text()));
  return createImageBitmap(await response.blob()).catch((error: unknown) => {
    throw new ApiError('image_invalid_format', [], error);
  });
}
