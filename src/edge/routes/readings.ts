import { type Context, Hono } from 'hono';
import { SPECIMEN_HEADER } from '#src/contract/partner/index.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { takeImage } from '../image/intake.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { requireCountry, requireOpen, requireSession } from '../middleware/session.ts';
import { loadCountry } from '../offered.ts';
import type { CardReader } from '../readings/read-card.ts';

/** workerd ends a request's work with its answer, unless it is told to wait; Node has no such context. */
function hold(c: Context, work: Promise<unknown>): void {
  try {
    c.executionCtx.waitUntil(work);
  } catch {
    // It goes on by itself.
  }
}

/**
 * `POST /api/readings/{country}`: the bytes of one image in, one of three outcomes out. Test sessions never reach an
 * upstream that others charge for.
 */
export function readingsRoute(
  deps: EdgeDeps,
  readCard: CardReader,
  readInSandbox: CardReader,
): Hono<EdgeEnv> {
  const limit = rateLimit(deps, 'readingsPerSession', 'readingsPerAddress', 'readingsPerPartner');
  return new Hono<EdgeEnv>().post(
    '/api/readings/:country',
    requireSession(deps),
    requireOpen,
    limit,
    async (c) => {
      requireCountry(c.var.claims, c.req.param('country'));
      const country = await loadCountry(deps.countries, c.req.param('country'));
      const image = await takeImage(c.req.raw);
      if (c.var.session.mode !== 'test') {
        return c.json(await readCard(c.var.session, country, image, (work) => hold(c, work)));
      }
      const given = c.req.header(SPECIMEN_HEADER);
      const fileHash = given && /^[0-9a-f]{64}$/.test(given) ? given : undefined;
      return c.json(await readInSandbox(c.var.session, country, { ...image, fileHash }));
    },
  );
}
