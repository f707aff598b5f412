import { type Verification, type VerificationKeep, verificationKeep } from '#src/contract/agent/index.ts';
import { MAX_IMAGE_BYTES } from '#src/contract/index.ts';
import { createSubmit } from '../../applications/submit.ts';
import { readJson } from '../../body.ts';
import { type Bytes, sha256 } from '../../crypto/bytes.ts';
import { seal, sealJson } from '../../crypto/seal.ts';
import { takeImage } from '../../image/intake.ts';
import type { OcrClient } from '../../ocr/client.ts';
import { loadCountry } from '../../offered.ts';
import { HttpProblem } from '../../problem.ts';
import { isOutcome, toReply } from '../../readings/read-card.ts';
import { imageContext, readingContext, type StoredReading } from '../../readings/stored.ts';
import { SESSION_MS } from '../../sessions/lifetime.ts';
import type { SessionRow } from '../../stores/sessions.ts';
import { byAgent, type Desk } from '../desk.ts';
import { matchesOf } from '../queue/index-application.ts';
import { findingsOf } from '../review/open.ts';
import type { Handlers } from '../router.ts';
import { openTicket, sealTicket, type Ticket } from '../verification/ticket.ts';
import { json } from './reply.ts';

const TICKET_MS = 30 * 60_000;
/** What takes longer than this died in the middle, ms. */
const ABANDONED_MS = 60_000;
const MAX_DUPLICATES = 20;
/** The image as base64, the ticket, and the form. */
const MAX_KEEP_BYTES = Math.ceil((MAX_IMAGE_BYTES * 4) / 3) + 256 * 1024;

function bytesOf(base64: string): Bytes {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw new HttpProblem('invalid_request', { detail: 'image is no base64' });
  }
}

/** Checks a card for an agent. Nothing is stored until the agent says so. */
export function verificationHandlers(desk: Desk, ocr: OcrClient): Handlers {
  const { store, images, keys, clock, countries } = desk.deps;
  const submit = createSubmit(desk.deps);

  /**
   * Does a check of an image while no other request of this agent is at the same: a second click must not pay twice.
   * @throws HttpProblem conflict.
   */
  const alone = async <T>(holder: string, image: string, check: () => Promise<T>): Promise<T> => {
    const now = clock.now();
    const { wrapped } = await keys.newDataKey();
    const claim = { partner_id: holder, key: image, fingerprint: image, data_key: wrapped, at: now };
    const { mine } = await store.idempotency.claim(claim, now - ABANDONED_MS);
    if (!mine) throw new HttpProblem('conflict', { detail: 'This image is being checked', retryAfter: 1 });
    try {
      return await check();
    } finally {
      await store.idempotency.release(holder, image);
    }
  };

  /** The session of a ticket, as if the customer had sent the image themselves; made at its first use. */
  const sessionOf = async (id: string): Promise<SessionRow> => {
    const now = clock.now();
    const { wrapped } = await keys.newDataKey();
    await store.sessions.create({ id, created_at: now, expires_at: now + SESSION_MS, data_key: wrapped });
    const session = await store.sessions.find(id);
    if (!session) throw new HttpProblem('conflict');
    return session;
  };

  /** Puts a ticket's reading and its image into its session, once. @throws HttpProblem conflict (at it already). */
  const fileReading = async (
    { country, stored, imageHash }: Ticket,
    session: SessionRow,
    image: { bytes: Bytes; type: string },
  ): Promise<string> => {
    const now = clock.now();
    const claim = { id: crypto.randomUUID(), sessionId: session.id, country, imageHash, now };
    const { mine, row } = await store.readings.claim({ ...claim, leaseUntil: now + ABANDONED_MS });
    if (!mine && row.state === 'pending')
      throw new HttpProblem('conflict', { detail: 'This card is being filed', retryAfter: 1 });
    if (!mine) return row.id;
    const key = await keys.openDataKey(session.data_key);
    await images.put(row.id, await seal(key, imageContext(row.id), image.bytes));
    const own: StoredReading = { ...stored, reply: { ...stored.reply, readingId: row.id } };
    const sealed = await sealJson(key, readingContext(row.id), own);
    await store.readings.finish(row.id, { sealed, imageType: image.type, call: null, releaseFail: false });
    return row.id;
  };

  const keep = async (country: string, given: VerificationKeep, agentId: string) => {
    const ticket = await openTicket(desk.vault, given.ticket, clock.now());
    if (ticket?.country !== country) throw new HttpProblem('link_spent');
    const body = bytesOf(given.image);
    const image = await takeImage(new Request('http://image.invalid', { method: 'POST', body }));
    if ((await sha256(image.bytes)) !== ticket.imageHash)
      throw new HttpProblem('invalid_request', { detail: 'The ticket is of another image' });
    const session = await sessionOf(ticket.sessionId);
    const readingId = await fileReading(ticket, session, image);
    const { values, confirmedWarnings, consent, locale } = given;
    const submission = { country, readingId, values, confirmedWarnings, consent, locale };
    const { receipt, created } = await submit(session, submission, session.id, byAgent(agentId));
    if (created) await desk.record(receipt.id, 'application.verified', byAgent(agentId));
    return { id: receipt.id, reference: receipt.reference, country };
  };

  return {
    'POST /api/agent/verifications/:country': async (c) => {
      const country = await loadCountry(countries, c.req.param('country') ?? '');
      const image = await takeImage(c.req.raw);
      const imageHash = await sha256(image.bytes);
      const agent = `agent:${c.var.agent.id}`;
      const { answer } = await alone(agent, `verification:${country.code}:${imageHash}`, async () => {
        const done = await ocr({
          sessionId: agent,
          country,
          image: image.bytes,
          // The meter keeps what it is told for ever; nothing is erased later that would take a hash along.
          imageHash: '',
          fileHash: imageHash,
          unknownCalls: 0,
        });
        if (done.lastCall) await store.meter.end(done.lastCall);
        return done;
      });
      if (!answer) throw new HttpProblem('upstream_unavailable');
      if (!isOutcome(answer)) throw new HttpProblem(answer.kind);
      const reading = toReply(crypto.randomUUID(), country, answer);
      await desk.record(null, 'application.verified', byAgent(c.var.agent.id), {
        country: country.code,
        outcome: reading.outcome,
      });
      if (reading.outcome !== 'read')
        return json({ reading, findings: [], duplicates: [], ticket: null } satisfies Verification);
      const values = Object.fromEntries(
        Object.entries(reading.fields).map(([name, { value }]) => [name, value]),
      );
      const { name: _, ...hashes } = await matchesOf(desk.vault, country.code, values, imageHash);
      const now = clock.now();
      const stored: StoredReading = {
        reply: reading,
        message: answer.kind === 'read' ? answer.raw : null,
        broken: false,
      };
      const reply: Verification = {
        reading,
        // Only of what a card says: contact and the like nobody has been asked for.
        findings: findingsOf(country, values, reading.fields, [], now).filter(
          ({ field, code }) => code !== 'required' || field in reading.fields,
        ),
        duplicates: [...(await store.reviews.duplicatesOf(Object.values(hashes), MAX_DUPLICATES))],
        ticket: await sealTicket(desk.vault, {
          country: country.code,
          imageHash,
          sessionId: crypto.randomUUID(),
          stored,
          until: now + TICKET_MS,
        }),
      };
      return json(reply);
    },

    'POST /api/agent/verifications/:country/keep': async (c) => {
      const given = await readJson(
        c.req.raw,
        verificationKeep,
        { consent: 'consent_required' },
        MAX_KEEP_BYTES,
      );
      return json(await keep(c.req.param('country') ?? '', given, c.var.agent.id), 201);
    },
  };
}
