import { Hono } from 'hono';
import { type AuditAction, UNDO_MS } from '#src/contract/agent/index.ts';
import { APPLICATION_STATUSES } from '#src/contract/index.ts';
import type {
  PartnerApplication,
  PartnerApplicationDetail,
  PartnerApplications,
  PartnerAudit,
} from '#src/contract/partner/index.ts';
import { byPartner, deskOf } from '../agent/desk.ts';
import { eraseApplication } from '../applications/erase.ts';
import { openComment, openRecord } from '../applications/receipt.ts';
import { shownOf } from '../applications/shown.ts';
import { open } from '../crypto/seal.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { iso } from '../iso.ts';
import { HttpProblem } from '../problem.ts';
import { imageContext } from '../readings/stored.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import type { KeyHolder } from '../stores/partners.ts';
import { readCursor, readLimit, writeCursor } from './cursor.ts';

const BASE = '/api/partner/applications';
/** @param row as `shownOf` gives it. */
const summaryOf = (row: ApplicationRow): PartnerApplication => ({
  id: row.id,
  reference: row.reference,
  partnerReference: row.partner_reference,
  sessionId: row.session_id,
  country: row.country,
  status: row.status,
  mode: row.mode ?? 'live',
  submittedAt: iso(row.submitted_at),
  decidedAt: row.decided_at === null ? null : iso(row.decided_at),
});

const statusOf = (given: string | undefined) => {
  if (given === undefined) return undefined;
  const status = APPLICATION_STATUSES.find((one) => one === given);
  if (!status) throw new HttpProblem('invalid_request', { detail: 'status is none' });
  return status;
};

/** A partner's applications: list, read, image, audit, erase. Those of others do not exist. */
export function partnerApplicationRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store, images, keys, clock } = deps;
  const owned = async ({ partnerId, mode }: KeyHolder, id: string): Promise<ApplicationRow> => {
    const row = await store.partnerApplications.find(partnerId, mode, id);
    if (!row) throw new HttpProblem('not_found');
    return shownOf(row, clock.now());
  };

  const detailOf = async (row: ApplicationRow): Promise<PartnerApplicationDetail> => {
    const record = await openRecord(keys, row);
    const image = await store.partnerApplications.image(row.id);
    return {
      ...summaryOf(row),
      fields: record.fields,
      confirmedWarnings: record.confirmedWarnings,
      consent: record.consent,
      locale: record.locale,
      comment: await openComment(keys, row),
      image: image && `${BASE}/${row.id}/image`,
    };
  };

  /** Written before anything is shown. What is sent in test mode has no history. */
  const seen = async (
    { partnerId, keyId, mode }: KeyHolder,
    id: string,
    action: AuditAction,
  ): Promise<void> => {
    if (mode === 'live') await deskOf(deps).record(id, action, byPartner(partnerId), { key: keyId });
  };

  return new Hono<EdgeEnv>()
    .get(BASE, async (c) => {
      const { partnerId, mode } = c.var.partner;
      const limit = readLimit(c.req.query('limit'));
      const after = c.req.query('after');
      const [submitted_at, id] = after === undefined ? [] : readCursor(after);
      const now = clock.now();
      const rows = await store.partnerApplications.list(partnerId, mode, {
        limit: limit + 1,
        settledBy: now - UNDO_MS,
        before: submitted_at === undefined || id === undefined ? null : { submitted_at, id },
        status: statusOf(c.req.query('status')),
        reference: c.req.query('reference'),
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const reply: PartnerApplications = {
        applications: page.map((row) => summaryOf(shownOf(row, now))),
        next: last && rows.length > limit ? writeCursor(last.submitted_at, last.id) : null,
      };
      return c.json(reply);
    })
    .get(`${BASE}/:id`, async (c) => {
      const row = await owned(c.var.partner, c.req.param('id'));
      await seen(c.var.partner, row.id, 'application.viewed');
      return c.json(await detailOf(row));
    })
    .get(`${BASE}/:id/image`, async (c) => {
      const row = await owned(c.var.partner, c.req.param('id'));
      const image = await store.partnerApplications.image(row.id);
      const sealed = image && (await images.get(image.id));
      if (!image || !sealed) throw new HttpProblem('not_found', { detail: 'No image' });
      await seen(c.var.partner, row.id, 'application.image_viewed');
      const bytes = await open(await keys.openDataKey(row.data_key), imageContext(image.id), sealed);
      return new Response(bytes, { headers: { 'content-type': image.image_type } });
    })
    .get(`${BASE}/:id/audit`, async (c) => {
      const row = await owned(c.var.partner, c.req.param('id'));
      const events = await store.events.ofApplication(row.id, clock.now());
      const audit: PartnerAudit = { entries: events.map(({ type, at }) => ({ type, at: iso(at) })) };
      return c.json(audit);
    })
    .delete(`${BASE}/:id`, async (c) => {
      const row = await owned(c.var.partner, c.req.param('id'));
      const { partnerId, keyId } = c.var.partner;
      await eraseApplication(deps, row.id, 'request', byPartner(partnerId), { key: keyId });
      return c.body(null, 204);
    });
}
