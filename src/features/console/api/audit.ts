import { type AuditAction, type AuditPage, auditPage } from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';
import { paramsOf } from './queue.ts';

/** `GET /api/agent/audit`: a page of everything, newest first, or of one kind of act; `after` is a page's `next`. */
export const getAudit = async (
  action: AuditAction | null,
  after: string | null,
  signal?: AbortSignal,
): Promise<AuditPage> =>
  parsed(
    auditPage,
    await call(`/api/agent/audit?${paramsOf({ action: action ?? undefined, after: after ?? undefined })}`, {
      signal,
    }),
  );
