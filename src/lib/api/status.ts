import { type ApplicationStatus, applicationStatus } from '#src/contract/index.ts';
import { call, parsed } from './client.ts';

/** `GET /api/applications/{id}` for the holder of the status page's secret. */
export async function getStatus(
  id: string,
  secret: string,
  signal?: AbortSignal,
): Promise<ApplicationStatus> {
  const path = `/api/applications/${encodeURIComponent(id)}`;
  return parsed(applicationStatus, await call(path, { token: secret, signal }));
}
