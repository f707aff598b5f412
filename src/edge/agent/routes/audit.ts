import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEntry,
  type AuditPage,
  type AuditTrail,
} from '#src/contract/agent/index.ts';
import { HttpProblem } from '../../problem.ts';
import { type AuditRow, CONSOLE_CHAIN } from '../../stores/audit.ts';
import { brokenLink } from '../audit/verify.ts';
import { auditSign, type Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';
import { json } from './reply.ts';

const PAGE = 100;

/** Links of the audit, to be looked at. */
export function auditHandlers(desk: Desk): Handlers {
  const { store } = desk.deps;

  const shown = async (rows: readonly AuditRow[]): Promise<AuditEntry[]> => {
    const idsOf = (kind: AuditRow['actor_kind']) => [
      ...new Set(
        rows.flatMap(({ actor_kind, actor_id: id }) => (actor_kind === kind && id !== null ? [id] : [])),
      ),
    ];
    const names = new Map(await store.agents.names(idsOf('agent')));
    for (const id of idsOf('partner')) {
      const partner = await store.partners.find(id);
      if (partner) names.set(id, partner.name);
    }
    return rows.map((row) => ({
      seq: row.seq,
      at: new Date(row.at).toISOString(),
      action: row.action,
      actor: {
        kind: row.actor_kind,
        id: row.actor_id,
        name: row.actor_id === null ? null : (names.get(row.actor_id) ?? null),
      },
      detail: JSON.parse(row.detail) as AuditEntry['detail'],
      hash: row.hash,
    }));
  };

  return {
    'GET /api/agent/applications/:id/audit': async (c) => {
      const id = c.req.param('id') ?? '';
      const head = await store.audit.head(id);
      const rows = await store.audit.chain(id);
      if (id === CONSOLE_CHAIN || rows.length === 0) throw new HttpProblem('not_found');
      const fault = await brokenLink(await auditSign(desk.vault), rows, head);
      const reply: AuditTrail = { entries: await shown(rows), intact: fault === null };
      return json(reply);
    },

    'GET /api/agent/audit': async (c) => {
      const action = c.req.query('action') ?? null;
      if (action !== null && !AUDIT_ACTIONS.includes(action as AuditAction))
        throw new HttpProblem('invalid_request', { detail: 'No such action' });
      const [at, chain, seq] = (c.req.query('after') ?? '').split('~');
      const after = at && chain && seq ? ([Number(at), chain, Number(seq)] as const) : null;
      if (after && !(Number.isSafeInteger(after[0]) && Number.isSafeInteger(after[2])))
        throw new HttpProblem('invalid_request', { detail: 'after is no cursor' });
      const rows = await store.audit.page(after, PAGE + 1, action as AuditAction | null);
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      const entries = await shown(page);
      const reply: AuditPage = {
        entries: entries.map((entry, i) => ({
          ...entry,
          applicationId: page[i]?.chain === CONSOLE_CHAIN ? null : (page[i]?.chain ?? null),
        })),
        next: rows.length > PAGE && last ? `${last.at}~${last.chain}~${last.seq}` : null,
      };
      return json(reply);
    },
  };
}
