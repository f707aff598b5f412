import {
  type ApplicationStatus,
  applicationStatus,
  CARD_END_HEADER,
  type ResubmissionReply,
  resubmissionReply,
} from '#src/contract/index.ts';
import { call, parsed } from './client.ts';

const pathOf = (id: string): string => `/api/applications/${encodeURIComponent(id)}`;

/** `GET /api/applications/{id}` for the holder of the status page's secret. */
export async function getStatus(
  id: string,
  secret: string,
  signal?: AbortSignal,
): Promise<ApplicationStatus> {
  return parsed(applicationStatus, await call(pathOf(id), { token: secret, signal }));
}

/**
 * What shows that more than the link is held: the token of the session that sent the application, or the link's
 * secret with the end of the card's number.
 */
export interface Proof {
  readonly token: string;
  readonly cardEnd?: string;
}

const proved = ({ token, cardEnd }: Proof) => ({
  token,
  ...(cardEnd !== undefined && { headers: { [CARD_END_HEADER]: cardEnd } }),
});

/** `DELETE /api/applications/{id}`: takes the application back; `conflict` once it is decided. */
export async function withdrawApplication(id: string, proof: Proof): Promise<void> {
  await call(pathOf(id), { method: 'DELETE', ...proved(proof) });
}

/** `DELETE /api/applications/{id}/link`: the secret opens nothing any more. */
export async function endLink(id: string, secret: string): Promise<void> {
  await call(`${pathOf(id)}/link`, { method: 'DELETE', token: secret });
}

/** `POST /api/applications/{id}/resubmission`: a session that goes on with this application. */
export async function openResubmission(id: string, proof: Proof): Promise<ResubmissionReply> {
  const path = `${pathOf(id)}/resubmission`;
  return parsed(resubmissionReply, await call(path, { method: 'POST', ...proved(proof) }));
}
