import { Hono } from 'hono';
import { base64url } from 'jose';
import {
  type HandoffOffer,
  type HandoffOpened,
  type HandoffState,
  handoffJoin,
  handoffOpen,
  handoffTake,
} from '#src/contract/partner/index.ts';
import { readJson } from '../body.ts';
import { randomBytes, sha256, utf8 } from '../crypto/bytes.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { iso } from '../iso.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { requireOpen, requireSession } from '../middleware/session.ts';
import { findClient } from '../partner/client-settings.ts';
import { HttpProblem } from '../problem.ts';
import { sessionReplyOf } from '../sessions/reply.ts';
import type { HandoffRow } from '../stores/handoffs.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { handoffStateOf } from './state.ts';
import { handoffStream, streamPlaces } from './stream.ts';

const LINK_MS = 10 * 60_000;
/** Three of 10,000 codes: who has found the link alone gets in once in 3,333. */
const MAX_WRONG = 3;
const CODES = 10_000;

const hashOf = (secret: string): Promise<string> => sha256(utf8(secret));

/** Four digits, each code as likely as the others: 60,000 is the largest multiple of 10,000 in 16 bits. */
function newCode(): string {
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2);
    const n = high * 256 + low;
    if (n < 6 * CODES) return String(n % CODES).padStart(4, '0');
  }
}

/**
 * `/api/handoffs`: a one-time link from a desktop to a phone, followed by both sides. The link's secret and the code
 * are known as hashes alone; a link without its code opens nothing.
 */
export function handoffRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store, keys, clock, settings } = deps;
  const codeHash = (id: string, code: string) => keyedHash(keys, `handoff:${id}:${code}`);

  const stateOf = async (session: SessionRow, id: string): Promise<HandoffState> => {
    const view = await store.handoffs.view(id);
    if (view?.session_id !== session.id) throw new HttpProblem('not_found');
    return handoffStateOf(view, clock.now());
  };
  const opened = async (secret: string): Promise<HandoffRow> => {
    const row = await store.handoffs.open(await hashOf(secret), clock.now());
    if (!row) throw new HttpProblem('link_spent');
    return row;
  };
  /** The session that a link leads to, while it can still be filled in. */
  const sessionOf = async ({ session_id }: HandoffRow): Promise<SessionRow> => {
    const session = await store.sessions.reach(session_id, clock.now());
    if (!session || session.application_id !== null) throw new HttpProblem('link_spent');
    return session;
  };

  const streams = streamPlaces();
  const looks = rateLimit(deps, 'looksPerSession');
  const writes = rateLimit(deps, 'writesPerSession');

  return new Hono<EdgeEnv>()
    .post(
      '/api/handoffs',
      requireSession(deps),
      requireOpen,
      rateLimit(deps, 'writesPerSession'),
      async (c) => {
        if (c.var.claims.handoff !== undefined)
          throw new HttpProblem('forbidden', { detail: 'This is the phone' });
        const now = clock.now();
        const id = crypto.randomUUID();
        const secret = base64url.encode(randomBytes(32));
        const code = newCode();
        const expires_at = now + LINK_MS;
        await store.handoffs.create({
          id,
          session_id: c.var.session.id,
          secret_hash: await hashOf(secret),
          code_hash: await codeHash(id, code),
          created_at: now,
          expires_at,
        });
        const url = `${settings.publicUrl}/handoff#${secret}`;
        const offer: HandoffOffer = { id, url, code, expiresAt: iso(expires_at) };
        return c.json(offer, 201);
      },
    )
    .post('/api/handoffs/open', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      const { secret } = await readJson(c.req.raw, handoffOpen);
      const row = await opened(secret);
      const { client_id } = await sessionOf(row);
      const client = client_id === null ? null : await findClient(deps, client_id);
      const reply: HandoffOpened = {
        id: row.id,
        name: client?.settings.branding.name ?? null,
        attemptsLeft: MAX_WRONG - row.wrong_codes,
        expiresAt: iso(row.expires_at),
      };
      return c.json(reply);
    })
    .post('/api/handoffs/join', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      const { secret, code } = await readJson(c.req.raw, handoffJoin);
      const row = await opened(secret);
      const session = await sessionOf(row);
      const hash = await codeHash(row.id, code);
      const tried = await store.handoffs.join(row.id, hash, clock.now(), MAX_WRONG);
      if (tried?.state !== 'joined')
        throw new HttpProblem(tried?.state === 'opened' ? 'code_wrong' : 'link_spent');
      c.set('session', session);
      return c.json(await sessionReplyOf(deps, session, { handoff: row.id }), 201);
    })
    .get('/api/handoffs', requireSession(deps), looks, async (c) => {
      const row = await store.handoffs.joined(c.var.session.id);
      return row ? c.json(await stateOf(c.var.session, row.id)) : c.body(null, 204);
    })
    .get('/api/handoffs/:id', requireSession(deps, { onlyLooks: true }), looks, async (c) =>
      c.json(await stateOf(c.var.session, c.req.param('id'))),
    )
    .get('/api/handoffs/:id/events', requireSession(deps, { onlyLooks: true }), looks, async (c) => {
      const id = c.req.param('id');
      const { session } = c.var;
      await stateOf(session, id);
      const look = async () => {
        const view = await store.handoffs.view(id);
        return view && handoffStateOf(view, clock.now());
      };
      const place = streams.take(session.id);
      const stream = handoffStream({ look, sleep: clock.sleep, signal: c.req.raw.signal, place });
      // A proxy that gathers before it hands on would make "live" mean "later".
      const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
      return new Response(stream, { headers: { ...headers, 'cache-control': 'no-store, no-transform' } });
    })
    .post('/api/handoffs/:id/take', requireSession(deps), requireOpen, writes, async (c) => {
      const id = c.req.param('id');
      const { side } = await readJson(c.req.raw, handoffTake);
      await stateOf(c.var.session, id);
      if (!(await store.handoffs.take(id, side)))
        throw new HttpProblem('conflict', { detail: 'The phone is not there' });
      return c.json(await stateOf(c.var.session, id));
    })
    .delete('/api/handoffs/:id', requireSession(deps), writes, async (c) => {
      const id = c.req.param('id');
      await stateOf(c.var.session, id);
      await store.handoffs.end(id);
      return c.body(null, 204);
    });
}
