import { Hono } from 'hono';
import { type ApplicationStatus, applicationSubmission, type SessionReceipt } from '#src/contract/index.ts';
import { beginResubmission, openStatus, revokeLink, withdraw } from '../applications/follow.ts';
import { openRecord, receiptOf } from '../applications/receipt.ts';
import { createSubmit } from '../applications/submit.ts';
import { readJson } from '../body.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { checkedKey } from '../middleware/idempotency-key.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { requireCountry, requireSession } from '../middleware/session.ts';
import { sessionReplyOf } from '../sessions/reply.ts';

/**
 * `POST /api/applications` submits, once per session and `Idempotency-Key`: 201 the first time, 200 with the
 * same receipt for every repetition; `GET /api/applications` gives it to a session that lost the answer, 204 to
 * one that has sent nothing.
 * `GET /api/applications/{id}` follows, by session token or status secret; `DELETE` takes the application back,
 * `DELETE /api/applications/{id}/link` ends the secret.
 */
export function applicationsRoute(deps: EdgeDeps): Hono<EdgeEnv> {
  const submit = createSubmit(deps);
  return new Hono<EdgeEnv>()
    .post('/api/applications', requireSession(deps), rateLimit(deps, 'writesPerSession'), async (c) => {
      const key = checkedKey(c.req.header('idempotency-key') ?? '');
      const submission = await readJson(c.req.raw, applicationSubmission, {
        consent: 'consent_required',
      });
      requireCountry(c.var.claims, submission.country);
      const { receipt, created } = await submit(c.var.session, submission, key);
      return c.json(receipt, created ? 201 : 200);
    })
    .get('/api/applications', requireSession(deps), rateLimit(deps, 'looksPerSession'), async (c) => {
      const row = await deps.store.applications.ofSession(c.var.session.id);
      if (!row) return c.body(null, 204);
      const receipt = receiptOf(row, await openRecord(deps.keys, row), deps.clock.now());
      return c.json({ country: row.country, receipt } satisfies SessionReceipt);
    })
    .post('/api/applications/:id/resubmission', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      const reply = await beginResubmission(deps, c.req.raw, c.req.param('id'), (session) =>
        sessionReplyOf(deps, session),
      );
      return c.json(reply, 201);
    })
    .delete('/api/applications/:id', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      await withdraw(deps, c.req.raw, c.req.param('id'));
      return c.body(null, 204);
    })
    .delete('/api/applications/:id/link', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      await revokeLink(deps, c.req.raw, c.req.param('id'));
      return c.body(null, 204);
    })
    .get('/api/applications/:id', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      const status: ApplicationStatus = await openStatus(deps, c.req.raw, c.req.param('id'));
      return c.json(status);
    });
}
