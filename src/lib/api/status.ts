import {
  type ApplicationStatus,
  applicationStatus,
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

/** `DELETE /api/applications/{id}`: takes the application back; `conflict` once it is decided. */
export async function withdrawApplication(id: string, secret: string): Promise<void> {
  await call(pathOf(id), { method: 'DELETE', token: secret });
}

/** `DELETE /api/applications/{id}/link`: the secret opens nothing any more. */
export async function endLink(id: string, secret: string): Promise<void> {
  await call(`${pathOf(id)}/link`, { method: 'DELETE', token: secret });
}

/** `POST /api/applications/{id}/resubmission`: a session that goes on with this application. */
export async function openResubmission(id: string, secret: string): Promise<ResubmissionReply> {
  const path = `${pathOf(id)}/resubmission`;
  return parsed(resubmissionReply, await call(path, { method: 'POST', token: secret }));
}
