import { Hono } from 'hono';
import { type DraftReply, draft } from '#src/contract/index.ts';
import { draftContext } from '../applications/record.ts';
import { readJson } from '../body.ts';
import { openJson, sealJson } from '../crypto/seal.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { sideOf } from '../handoff/state.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { requireOpen, requireSession } from '../middleware/session.ts';
import { HttpProblem } from '../problem.ts';
import { openReading, readingFor } from '../readings/read-card.ts';
import { hasReached } from '../stores/funnel.ts';

/** `GET`, `PUT` and `DELETE /api/draft`: the form so far, sealed, one per session. */
export function draftRoute(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store, images, keys, clock } = deps;
  const route = new Hono<EdgeEnv>().use('/api/draft', requireSession(deps));

  route.get('/api/draft', rateLimit(deps, 'looksPerSession'), async (c) => {
    const { session } = c.var;
    const sealed = await store.drafts.get(session.id);
    // A session without a draft is nothing unusual: browsers log every 404 as an error of the page.
    if (!sealed) return c.body(null, 204);
    const key = await keys.openDataKey(session.data_key);
    const stored = draft.parse(await openJson(key, draftContext(session.id), sealed));
    const row = stored.readingId === null ? null : await readingFor(store, session, stored.readingId);
    const reading = row && (await openReading(key, row));
    const reply: DraftReply = { draft: stored, reading: reading?.reply ?? null };
    return c.json(reply);
  });

  route.put('/api/draft', requireOpen, rateLimit(deps, 'writesPerSession'), async (c) => {
    const { session } = c.var;
    const value = await readJson(c.req.raw, draft);
    const key = await keys.openDataKey(session.data_key);
    const sealed = await sealJson(key, draftContext(session.id), value);
    const by = sideOf(c.var.claims);
    if (!(await store.drafts.put(session.id, sealed, clock.now(), by))) {
      const turn = await store.handoffs.joined(session.id);
      throw new HttpProblem(turn && turn.holder !== by ? 'held_elsewhere' : 'conflict');
    }
    if (value.step === 'form' && !hasReached(session, 'form'))
      await store.figures.reached(session.id, 'form', value.country, clock.now());
    return c.body(null, 204);
  });

  /** "Delete my data": the draft, every reading and every photo that no application holds. */
  route.delete('/api/draft', rateLimit(deps, 'writesPerSession'), async (c) => {
    for (const id of await store.readings.forget(c.var.session.id, clock.now())) {
      await images.erase(id);
      await store.due.done({ kind: 'image', subject: id });
    }
    return c.body(null, 204);
  });

  return route;
}
