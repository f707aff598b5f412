import type { MiddlewareHandler } from 'hono';
import { readBody } from '../body.ts';
import { sha256, text, utf8 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/seal.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { checkedKey } from '../middleware/idempotency-key.ts';
import { HttpProblem } from '../problem.ts';
import type { SessionRow } from '../stores/sessions.ts';

/** A first request that has not ended after this long never will, ms. */
const ABANDONED_MS = 60_000;
/** Replies of ours are far smaller. */
const MAX_BODY = 64 * 1024;

const contextOf = (partner: string, key: string) => `idempotency:${partner}:${key}`;

/**
 * A partner's POST with an `Idempotency-Key` is done once: repetitions within a day get the first reply again
 * (`Idempotency-Replayed: true`), another request under the same key is refused. Without the header nothing is kept.
 * Problems are not kept: what was wrong may be put right under the same key.
 * @throws HttpProblem invalid_request, conflict (the first one is still at it, or was another one).
 */
export const idempotent =
  ({ store, keys, clock }: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const given = c.req.header('idempotency-key');
    if (given === undefined) return next();
    const { partnerId, mode } = c.var.partner;
    const key = `${mode}:${checkedKey(given)}`;
    const body = text(await readBody(c.req.raw.clone(), MAX_BODY));
    const fingerprint = await sha256(utf8(`${c.req.method} ${c.req.path} ${body}`));
    const now = clock.now();
    const { key: dataKey, wrapped } = await keys.newDataKey();
    const { mine, row } = await store.idempotency.claim(
      { partner_id: partnerId, key, fingerprint, data_key: wrapped, at: now },
      now - ABANDONED_MS,
    );
    if (!mine) {
      if (row?.fingerprint !== fingerprint)
        throw new HttpProblem('conflict', { detail: 'Idempotency-Key was used for another request' });
      if (row.status === null || !row.sealed)
        throw new HttpProblem('conflict', { detail: 'The first request is still under way', retryAfter: 1 });
      const reply = text(
        await open(await keys.openDataKey(row.data_key), contextOf(partnerId, key), row.sealed),
      );
      return new Response(reply || null, {
        status: row.status,
        headers: { 'idempotency-replayed': 'true', ...(reply && { 'content-type': 'application/json' }) },
      });
    }
    try {
      await next();
      if (c.error || c.res.status >= 400) {
        await store.idempotency.release(partnerId, key);
        return;
      }
      const sealed = await seal(dataKey, contextOf(partnerId, key), utf8(await c.res.clone().text()));
      // Where a session was made, its route has set it.
      const session_id = (c.get('session') as SessionRow | undefined)?.id ?? null;
      await store.idempotency.finish(partnerId, key, { status: c.res.status, sealed, session_id });
    } catch (error) {
      await store.idempotency.release(partnerId, key);
      throw error;
    }
  };
