import { base64url } from 'jose';
import type {
  ApplicationReceipt,
  ApplicationSubmission,
  ReadField,
  StoredField,
} from '#src/contract/index.ts';
import { provenance } from '#src/countries/toolkit/provenance.ts';
import { type Actor, CUSTOMER, deskOf } from '../agent/desk.ts';
import { indexApplication } from '../agent/queue/index-application.ts';
import { randomBytes, sha256, utf8 } from '../crypto/bytes.ts';
import { sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import { loadCountry } from '../offered.ts';
import { HttpProblem } from '../problem.ts';
import { openReading, readingFor } from '../readings/read-card.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { checkSubmission } from './check.ts';
import { openRecord, receiptOf } from './receipt.ts';
import { type ApplicationRecord, applicationContext } from './record.ts';
import { newReference } from './reference.ts';
import { askOf } from './resubmission.ts';

/** How far a person's clock may be ahead of ours when they consent, ms. */
const CLOCK_SKEW_MS = 24 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;

const fingerprintOf = (submission: ApplicationSubmission): Promise<string> =>
  sha256(utf8(JSON.stringify({ ...submission, values: Object.entries(submission.values).sort() })));

/** Each value with where it came from and what was read for it. */
function withProvenance(
  values: ApplicationSubmission['values'],
  read: Readonly<Record<string, ReadField>> | null,
): Record<string, StoredField> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = read && Object.hasOwn(read, name) ? read[name] : undefined;
      const ocr = field ? { value: field.value, confidence: field.confidence } : null;
      return [name, { value, source: provenance(field, value), ocr }];
    }),
  );
}

/**
 * Submits a session's application: durable when it returns, and one only, however often it is asked. `actor` is who
 * files it: an agent at a counter, or the customer.
 */
export function createSubmit(deps: EdgeDeps) {
  const { store, images, keys, clock, countries, settings } = deps;
  const desk = deskOf(deps);

  /** The receipt of what is stored already; a problem if that is not the same submission. */
  const repeat = async (
    row: ApplicationRow,
    submission: ApplicationSubmission,
  ): Promise<ApplicationReceipt> => {
    const record = await openRecord(keys, row);
    if (record.fingerprint !== (await fingerprintOf(submission)))
      throw new HttpProblem('conflict', { detail: 'This session has submitted something else' });
    return receiptOf(row, record, clock.now());
  };

  /** What this session has sent already. @throws HttpProblem not_found (erased), conflict (it was something else). */
  const sentBy = async ({ application_id }: SessionRow, submission: ApplicationSubmission) => {
    const row = application_id === null ? null : await store.applications.find(application_id);
    if (!row) throw new HttpProblem('not_found');
    return { receipt: await repeat(row, submission), created: false };
  };

  /** The other half of a double tap was faster; or an agent. @throws HttpProblem conflict if nothing is asked for. */
  const overtaken = async (session: SessionRow, submission: ApplicationSubmission) => {
    const now = await store.sessions.find(session.id);
    if (!now || now.application_id === null)
      throw new HttpProblem('conflict', { detail: 'Nothing is asked for any more' });
    return sentBy(now, submission);
  };

  const readingOf = async (key: CryptoKey, session: SessionRow, submission: ApplicationSubmission) => {
    if (submission.readingId === null) {
      if (!settings.allowManual) throw new HttpProblem('forbidden', { detail: 'A reading is needed here' });
      return null;
    }
    const row = await readingFor(store, session, submission.readingId);
    const reply = row && (await openReading(key, row))?.reply;
    if (reply?.outcome !== 'read' || reply.country !== submission.country)
      throw new HttpProblem('invalid_request', { detail: 'readingId is no reading of this session' });
    return { ...reply, imageHash: row?.image_hash ?? '', ownedBy: row?.session_id };
  };

  /** What a session sends again. @throws HttpProblem invalid_request: it is of another country. */
  const earlierOf = async ({ resubmits }: SessionRow, country: string): Promise<ApplicationRow | null> => {
    const row = resubmits === null ? null : await store.applications.find(resubmits);
    if (row && row.country !== country)
      throw new HttpProblem('invalid_request', { detail: 'The application is of another country' });
    return row;
  };

  /** Its record, while it is asked for; null if not. @throws HttpProblem checks_failed: a photo that was asked for. */
  const askedFor = async (
    row: ApplicationRow,
    reading: { ownedBy?: string | undefined } | null,
    session: SessionRow,
  ) => {
    const ask = await askOf(deps, row);
    if (!ask) return null;
    if (ask.ask === 'photo' && reading?.ownedBy !== session.id)
      throw new HttpProblem('checks_failed', { fields: [{ field: 'photo', code: 'required' }] });
    return { row, record: await openRecord(keys, row) };
  };

  return async (
    session: SessionRow,
    submission: ApplicationSubmission,
    idempotencyKey: string,
    actor: Actor = CUSTOMER,
  ): Promise<{ receipt: ApplicationReceipt; created: boolean }> => {
    if (session.application_id !== null) return sentBy(session, submission);
    const now = clock.now();
    const { consent } = submission;
    const acceptedAt = Date.parse(consent.acceptedAt);
    if (consent.version === '' || !(acceptedAt <= now + CLOCK_SKEW_MS))
      throw new HttpProblem('consent_required');
    const earlier = await earlierOf(session, submission.country);
    const country = await loadCountry(countries, submission.country);
    const key = await keys.openDataKey(session.data_key);
    const reading = await readingOf(key, session, submission);
    const confirmedWarnings = checkSubmission(
      country,
      submission.values,
      reading?.fields ?? null,
      submission.confirmedWarnings,
      now,
    );
    // The image is on disk for good before anything refers to it.
    if (reading && !(await images.persist(reading.readingId)))
      throw new HttpProblem('conflict', { detail: 'The photo is gone; it has to be sent again' });

    const before = earlier && (await askedFor(earlier, reading, session));
    if (session.resubmits !== null && !before) return overtaken(session, submission);
    const id = before?.row.id ?? crypto.randomUUID();
    const statusSecret = before?.record.statusSecret ?? base64url.encode(randomBytes(32));
    const record: ApplicationRecord = {
      fields: withProvenance(submission.values, reading?.fields ?? null),
      confirmedWarnings,
      consent,
      locale: submission.locale,
      readingId: reading?.readingId ?? null,
      statusSecret,
      fingerprint: await fingerprintOf(submission),
    };
    const index = await indexApplication(desk.vault, country.code, record, reading);
    if (before) {
      const row = await store.resubmissions.submit({
        id,
        submitted_at: now,
        sealed: await sealJson(key, applicationContext(id), record),
        idempotency_key: idempotencyKey,
        session_id: session.id,
        reading_id: reading?.ownedBy === session.id ? reading.readingId : null,
        erase_at: now + settings.retentionDays * DAY_MS,
        queue: { ...index, mark: await desk.mark(id, 'application.resubmitted', CUSTOMER) },
      });
      if (!row) return overtaken(session, submission);
      return { receipt: receiptOf(row, record, now), created: true };
    }
    const { created, row } = await store.applications.submit({
      id,
      reference: newReference(),
      session_id: session.id,
      idempotency_key: idempotencyKey,
      country: country.code,
      partner_id: session.partner_id,
      mode: session.mode,
      partner_reference: session.partner_reference,
      submitted_at: now,
      data_key: (await keys.rewrap(session.data_key)) ?? session.data_key,
      sealed: await sealJson(key, applicationContext(id), record),
      status_hash: await sha256(utf8(statusSecret)),
      reading_id: record.readingId,
      erase_at: now + settings.retentionDays * DAY_MS,
      queue:
        session.mode === 'test'
          ? null
          : { ...index, mark: await desk.mark(id, 'application.submitted', actor) },
    });
    return { receipt: created ? receiptOf(row, record, now) : await repeat(row, submission), created };
  };
}
