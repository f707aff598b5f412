import { Hono } from 'hono';
import {
  type SandboxEvent,
  type SandboxEvents,
  type Specimens,
  sandboxMessages,
} from '#src/contract/partner/index.ts';
import { readJson } from '../body.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { requireSession } from '../middleware/session.ts';
import { limitPartner, requirePartner } from '../partner/require-partner.ts';
import { HttpProblem } from '../problem.ts';
import { logSandbox } from './log.ts';
import { SPECIMENS } from './specimens.gen.ts';

const PAGE = 100;

const listed: Specimens = { specimens: SPECIMENS.map(({ message: _, ...specimen }) => specimen) };

/** `/api/sandbox`: what happens in test mode, for who bears a test key; and the cards to try it with. */
export function sandboxRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store } = deps;
  return new Hono<EdgeEnv>()
    .get('/api/sandbox/specimens', (c) => c.json(listed))
    .get('/api/sandbox/events', requirePartner(deps), limitPartner(deps), async (c) => {
      const { partnerId, mode } = c.var.partner;
      if (mode !== 'test') throw new HttpProblem('forbidden', { detail: 'A test key is needed' });
      const after = c.req.query('after') ?? '';
      const rows = await store.sandbox.after(partnerId, after, PAGE);
      const events = rows.map(
        ({ id, at, body }) =>
          ({ id, at: new Date(at).toISOString(), ...(JSON.parse(body) as object) }) as SandboxEvent,
      );
      const reply: SandboxEvents = { events, next: rows.at(-1)?.id ?? after };
      return c.json(reply);
    })
    .post('/api/sandbox/messages', requireSession(deps), rateLimit(deps, 'writesPerSession'), async (c) => {
      const { session } = c.var;
      const { messages } = await readJson(c.req.raw, sandboxMessages);
      if (session.mode !== 'test' || !session.partner_id)
        throw new HttpProblem('forbidden', { detail: 'Not a test session' });
      for (const message of messages)
        await logSandbox(deps, session.partner_id, { kind: 'message', session: session.id, ...message });
      return c.body(null, 204);
    });
}
