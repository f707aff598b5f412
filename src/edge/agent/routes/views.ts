import { queueFilters, ROLES, type SavedView, savedViewRequest } from '#src/contract/agent/index.ts';
import { readJson } from '../../body.ts';
import { HttpProblem } from '../../problem.ts';
import type { SavedViewRow } from '../../stores/views.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';
import { empty, json } from './reply.ts';

const shown = (row: SavedViewRow, agentId: string): SavedView => ({
  id: row.id,
  name: row.name,
  filters: queueFilters.parse(JSON.parse(row.filters)),
  order: row.order,
  shared: row.shared === 1,
  mine: row.agent_id === agentId,
});

/** Views of the queue that agents keep. */
export function viewHandlers(desk: Desk): Handlers {
  const { store, clock } = desk.deps;
  return {
    'GET /api/agent/views': async (c) => {
      const { id } = c.var.agent;
      return json({ views: (await store.views.of(id)).map((row) => shown(row, id)) });
    },

    'POST /api/agent/views': async (c) => {
      const { name, filters, order, shared } = await readJson(c.req.raw, savedViewRequest);
      const { id: agentId, role } = c.var.agent;
      if (shared && ROLES.indexOf(role) < ROLES.indexOf('supervisor')) throw new HttpProblem('forbidden');
      const row: SavedViewRow = {
        id: crypto.randomUUID(),
        agent_id: agentId,
        name,
        filters: JSON.stringify(filters),
        order,
        shared: shared ? 1 : 0,
        created_at: clock.now(),
      };
      await store.views.add(row);
      return json(shown(row, agentId), 201);
    },

    'DELETE /api/agent/views/:id': async (c) => {
      const { id: agentId, role } = c.var.agent;
      if (!(await store.views.remove(c.req.param('id') ?? '', role === 'admin' ? null : agentId)))
        throw new HttpProblem('not_found');
      return empty();
    },
  };
}
