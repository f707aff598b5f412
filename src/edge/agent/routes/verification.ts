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
import { toReply } from '../../readings/read-card.ts';
import { imageContext, readingContext, type StoredReading } from '../../readings/stored.ts';
import { byAgent, type Desk } from '../desk.ts';
import { matchesOf } from '../queue/index-application.ts';
import { findingsOf } from '../review/open.ts';
import type { Handlers } from '../router.ts';
import { openTicket, sealTicket } from '../verification/ticket.ts';
import { json } from './reply.ts';

const TICKET_MS = 30 * 60_000;
const SESSION_MS = 24 * 3600 * 1000;
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

  /** A session of its own, as if the customer had sent the image themselves, with the reading in it. */
  const fileReading = async (
    country: string,
    { stored, imageHash }: { stored: StoredReading; imageHash: string },
    image: { bytes: Bytes; type: string },
  ) => {
    const now = clock.now();
    const { key, wrapped } = await keys.newDataKey();
    const sessionId = crypto.randomUUID();
    await store.sessions.create({
      id: sessionId,
      created_at: now,
      expires_at: now + SESSION_MS,
      data_key: wrapped,
    });
    const id = crypto.randomUUID();
    await store.readings.claim({ id, sessionId, country, imageHash, now, leaseUntil: now + TICKET_MS });
    await images.put(id, await seal(key, imageContext(id), image.bytes));
    const own: StoredReading = { ...stored, reply: { ...stored.reply, readingId: id } };
    const sealed = await sealJson(key, readingContext(id), own);
    await store.readings.finish(id, { sealed, imageType: image.type, call: null, releaseFail: false });
    const session = await store.sessions.find(sessionId);
    if (!session) throw new HttpProblem('conflict');
    return { session, readingId: id };
  };

  const keep = async (country: string, given: VerificationKeep, agentId: string) => {
    const ticket = await openTicket(desk.vault, given.ticket, clock.now());
    if (ticket?.country !== country) throw new HttpProblem('link_spent');
    const body = bytesOf(given.image);
    const image = await takeImage(new Request('http://image.invalid', { method: 'POST', body }));
    if ((await sha256(image.bytes)) !== ticket.imageHash)
      throw new HttpProblem('invalid_request', { detail: 'The ticket is of another image' });
    const { session, readingId } = await fileReading(country, ticket, image);
    const { values, confirmedWarnings, consent, locale } = given;
    const submission = { country, readingId, values, confirmedWarnings, consent, locale };
    const { receipt } = await submit(session, submission, session.id, byAgent(agentId));
    await desk.record(receipt.id, 'application.verified', byAgent(agentId));
    return { id: receipt.id, reference: receipt.reference, country };
  };

  return {
    'POST /api/agent/verifications/:country': async (c) => {
      const country = await loadCountry(countries, c.req.param('country') ?? '');
      const image = await takeImage(c.req.raw);
      const imageHash = await sha256(image.bytes);
      const { answer } = await ocr({
        sessionId: `agent:${c.var.agent.id}`,
        country,
        image: image.bytes,
        // The meter keeps what it is told for ever; nothing is erased later that would take a hash along.
        imageHash: '',
        fileHash: imageHash,
        unknownCalls: 0,
      });
      if (!answer) throw new HttpProblem('upstream_unavailable');
      if (answer.kind !== 'read' && answer.kind !== 'not_card' && answer.kind !== 'unreadable')
        throw new HttpProblem(answer.kind);
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
