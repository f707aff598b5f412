import type * as z from 'zod/mini';
import {
  CLAIM_MS,
  type Claim,
  claimRequest,
  nextRequest,
  QUEUE_PAGE,
  type QueueChanges,
  queueQuery,
  ROLES,
  searchRequest,
} from '#src/contract/agent/index.ts';
import { readJson } from '../../body.ts';
import { HttpProblem } from '../../problem.ts';
import type { QueueView } from '../../stores/queue-rows.ts';
import { byAgent, type Desk } from '../desk.ts';
import { cursorOf, shownLines, shownPage } from '../queue/lines.ts';
import { search } from '../queue/search.ts';
import { openReview } from '../review/open.ts';
import type { Handler, Handlers } from '../router.ts';
import { csv } from './csv.ts';
import { empty, json } from './reply.ts';

/** More changes than this at once: the view is loaded anew. */
const MAX_CHANGES = 200;
/** A change is told again for this long: transactions do not end in the order of their clocks, ms. */
const OVERLAP_MS = 3000;
/** Lines of one export. */
const MAX_EXPORT = 100_000;
const EXPORT_PAGE = 2000;

type Call = Parameters<Handler>[0];

/** The query of a request as the contract says it. @throws HttpProblem invalid_request. */
export function queryOf<T extends z.ZodMiniType>(c: Call, schema: T, numbers: readonly string[] = []) {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(c.req.query()))
    if (value !== '') given[name] = numbers.includes(name) ? Number(value) : value;
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new HttpProblem('invalid_request', { detail: `Query: ${String(parsed.error.issues[0]?.path[0])}` });
  return parsed.data as z.infer<T>;
}

/** The queue: what waits, who works on what, and what comes next. */
export function queueHandlers(desk: Desk): Handlers {
  const { store, clock } = desk.deps;
  const { slaMs } = desk.settings;

  const viewFor = (c: Call, filters: QueueView['filters']): QueueView => ({
    filters,
    agentId: c.var.agent.id,
    now: clock.now(),
    slaMs,
  });
  const claiming = (c: Call) => {
    const now = clock.now();
    return { agentId: c.var.agent.id, now, until: now + CLAIM_MS };
  };

  return {
    'GET /api/agent/applications': async (c) => {
      const { order = 'oldest', after, limit = QUEUE_PAGE, ...filters } = queryOf(c, queueQuery, ['limit']);
      const rows = await store.queue.page(viewFor(c, filters), order, cursorOf(after), limit + 1);
      return json(await shownPage(desk, rows, limit, c.var.agent.id));
    },

    'POST /api/agent/applications/search': async (c) => {
      const { text, after } = await readJson(c.req.raw, searchRequest);
      const reply = await search(desk, text, after, c.var.agent.id);
      // Not what was looked for: a name in here would outlive its erasure.
      await desk.record(null, 'data.searched', byAgent(c.var.agent.id), {
        by: reply.by ?? 'nothing',
        found: reply.items.length,
      });
      return json(reply);
    },

    'GET /api/agent/applications/export': async (c) => {
      const { order = 'oldest', after: _, limit: __, ...filters } = queryOf(c, queueQuery, ['limit']);
      const view = viewFor(c, filters);
      const lines: (readonly (string | number)[])[] = [];
      for (let after = cursorOf(undefined); lines.length < MAX_EXPORT; ) {
        const rows = await store.queue.page(view, order, after, EXPORT_PAGE);
        for (const item of await shownLines(desk, rows, c.var.agent.id))
          lines.push([
            item.reference,
            item.country,
            item.status,
            item.submittedAt,
            item.attempt,
            item.doubts,
            item.duplicates,
            item.decidedAt ?? '',
            item.decidedBy?.name ?? '',
          ]);
        const last = rows.at(-1);
        if (!last || rows.length < EXPORT_PAGE) break;
        after = [last.submitted_at, last.application_id];
      }
      await desk.record(null, 'data.exported', byAgent(c.var.agent.id), {
        what: 'applications',
        lines: lines.length,
      });
      const columns = ['reference', 'country', 'status', 'submitted_at', 'attempt', 'doubts', 'duplicates'];
      return csv('applications', [...columns, 'decided_at', 'decided_by'], lines);
    },

    'GET /api/agent/queue/changes': async (c) => {
      const since = cursorOf(c.req.query('since'));
      const now = clock.now();
      const rows = since ? await store.queue.changedSince(since, MAX_CHANGES + 1) : [];
      const reply: QueueChanges = {
        cursor: `${now - OVERLAP_MS}~-`,
        items: await shownLines(desk, rows.slice(0, MAX_CHANGES), c.var.agent.id),
        more: rows.length > MAX_CHANGES,
        counts: await store.queue.counts({ agentId: c.var.agent.id, now, slaMs }),
      };
      return json(reply);
    },

    'POST /api/agent/queue/next': async (c) => {
      const { filters, skip = [] } = await readJson(c.req.raw, nextRequest);
      const mark = await desk.mark('', 'application.claimed', byAgent(c.var.agent.id));
      const row = await store.queue.next(viewFor(c, filters), claiming(c), skip, (id) => ({
        ...mark,
        chain: id,
      }));
      return row ? json(await openReview(desk, row.application_id, c.var.agent.id)) : empty();
    },

    'POST /api/agent/applications/:id/claim': async (c) => {
      const { takeOver = false } = await readJson(c.req.raw, claimRequest);
      if (takeOver && ROLES.indexOf(c.var.agent.role) < ROLES.indexOf('supervisor'))
        throw new HttpProblem('forbidden');
      const id = c.req.param('id') ?? '';
      const row = await store.queue.claim(
        id,
        { ...claiming(c), takeOver },
        {
          claimed: await desk.mark(id, 'application.claimed', byAgent(c.var.agent.id)),
          takenOver: await desk.mark(id, 'application.taken_over', byAgent(c.var.agent.id)),
        },
      );
      if (!row) {
        const there = await store.queue.find(id);
        if (!there) throw new HttpProblem('not_found');
        throw new HttpProblem(there.open === 1 ? 'claimed' : 'already_decided');
      }
      const [line] = await shownLines(desk, [row], c.var.agent.id);
      return json(line?.claim satisfies Claim | null | undefined);
    },

    'DELETE /api/agent/applications/:id/claim': async (c) => {
      const id = c.req.param('id') ?? '';
      const mark = await desk.mark(id, 'application.released', byAgent(c.var.agent.id));
      if (!(await store.queue.release(id, c.var.agent.id, clock.now(), mark)))
        throw new HttpProblem('not_claimed');
      return empty();
    },
  };
}
