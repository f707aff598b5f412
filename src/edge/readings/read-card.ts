import { ocrDetails, type ReadingReply } from '#src/contract/index.ts';
import type { Country } from '#src/countries/types.ts';
import { sha256 } from '../crypto/bytes.ts';
import { openJson, sealInParts, sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import type { TakenImage } from '../image/intake.ts';
import type { FinalAnswer, OcrClient, OcrTiming } from '../ocr/client.ts';
import { HttpProblem } from '../problem.ts';
import { hasReached } from '../stores/funnel.ts';
import { NoFailLeft, type ReadingRow } from '../stores/readings.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { createShadow } from './shadow.ts';
import { imageContext, readingContext, type StoredReading, storedReading } from './stored.ts';

/** How often a second request for the same image looks whether the first is through, ms. */
const LOOK_EVERY_MS = 100;
/** Photos without an outcome that one session may have read at our cost. */
const MAX_CHARGED_FAILS = 8;
/** A lease outlives the longest reading by this much, ms. */
const LEASE_MARGIN_MS = 10_000;

type Outcome = Extract<FinalAnswer, { kind: 'read' | 'not_card' | 'unreadable' }>;

/** Takes work that goes on after the answer; where a request's end would end it, it has to be held. */
type Later = (work: Promise<unknown>) => void;

/** Whether an answer says what is on the image, rather than why it could not be read. */
export const isOutcome = (answer: FinalAnswer): answer is Outcome =>
  answer.kind === 'read' || answer.kind === 'not_card' || answer.kind === 'unreadable';

/** The reply of the API for an upstream's outcome. */
export function toReply(id: string, country: Country, answer: Outcome): ReadingReply {
  if (answer.kind !== 'read') return { outcome: answer.kind, readingId: id, country: country.code };
  const parsed = ocrDetails.safeParse(answer.details);
  const details = parsed.success ? parsed.data : null;
  return {
    outcome: 'read',
    readingId: id,
    country: country.code,
    fields: { ...country.prefill(answer.message, details) },
    document: details?.document.kind ?? null,
    card: details?.card.quad ?? null,
    image: details?.image ?? null,
    warnings: details?.warnings ?? [],
  };
}

/** Opens what is stored of a reading. Null while there is nothing. */
export async function openReading(key: CryptoKey, row: ReadingRow): Promise<StoredReading | null> {
  if (row.state !== 'done' || !row.sealed) return null;
  return storedReading.parse(await openJson(key, readingContext(row.id), row.sealed));
}

/** A reading that a session may refer to: its own, or one of the application that it sends again. */
export async function readingFor(
  store: EdgeDeps['store'],
  session: SessionRow,
  id: string,
): Promise<ReadingRow | null> {
  const own = await store.readings.find(session.id, id);
  return own ?? (session.resubmits === null ? null : store.reviews.reading(session.resubmits, id));
}

/**
 * Reads a card's photo: from what is stored if this session has sent the same image before, else by the
 * upstreams; then image and outcome are stored, encrypted.
 */
export function createCardReader(deps: EdgeDeps, ocr: OcrClient, timing: OcrTiming) {
  const { store, images, keys, clock, upstreams, digest: hash = sha256 } = deps;
  const shadow = createShadow(deps);
  /** Only what costs something can cost too much. */
  const reserves = upstreams.some((upstream) => upstream.kind === 'hosted');

  const replyOf = async (key: CryptoKey, row: ReadingRow): Promise<ReadingReply> => {
    const stored = await openReading(key, row);
    if (!stored || stored.broken) throw new HttpProblem('upstream_unavailable');
    return stored.reply;
  };

  const read = async (
    session: SessionRow,
    row: ReadingRow,
    key: CryptoKey,
    country: Country,
    image: TakenImage,
    later: Later,
  ): Promise<ReadingReply> => {
    // Stored before it is sent: a full disk must not show after the reading was paid for.
    await images.put(row.id, ...(await sealInParts(key, imageContext(row.id), image.bytes)));
    const { answer, charged, unknownCalls, lastCall, upstream } = await ocr({
      sessionId: row.session_id,
      country,
      image: image.bytes,
      imageHash: row.image_hash,
      fileHash: image.fileHash,
      unknownCalls: row.unknown_calls,
    });
    const outcome = answer && isOutcome(answer) ? answer : null;
    const problem = answer && !isOutcome(answer) ? answer.kind : 'upstream_unavailable';
    // A photo that shows no readable card is of no use to anyone: it is not kept.
    if (outcome?.kind !== 'read') await images.erase(row.id);
    // Partners alone are told of photos that could not be read; others have no use for it.
    const failedAt = session.partner_id === null ? undefined : clock.now();
    if (!outcome && !charged) {
      await store.readings.fail(row.id, { unknownCalls, call: lastCall, releaseFail: reserves, failedAt });
      throw new HttpProblem(problem);
    }
    const reply = toReply(row.id, country, outcome ?? { kind: 'unreadable' });
    const stored: StoredReading = {
      reply,
      message: outcome?.kind === 'read' ? outcome.raw : null,
      broken: !outcome,
    };
    const known = await store.readings.finish(row.id, {
      sealed: await sealJson(key, readingContext(row.id), stored),
      imageType: outcome?.kind === 'read' ? image.type : null,
      call: lastCall,
      releaseFail: reserves && (!charged || outcome?.kind === 'read'),
      failedAt: outcome?.kind === 'read' ? undefined : failedAt,
      firstRead: outcome?.kind === 'read' && !hasReached(session, 'read') ? clock.now() : undefined,
    });
    if (!known) {
      await images.erase(row.id);
      throw new HttpProblem('conflict', { detail: 'The data of this session was deleted meanwhile' });
    }
    if (!outcome) throw new HttpProblem(problem);
    const given = { readingId: row.id, key, country, image: image.bytes, imageHash: row.image_hash };
    const work = upstream && shadow({ ...given, answer: outcome, upstream });
    if (work) later(work);
    return reply;
  };

  return async (
    session: SessionRow,
    country: Country,
    image: TakenImage,
    later: Later = () => {},
  ): Promise<ReadingReply> => {
    const key = await keys.openDataKey(session.data_key);
    const imageHash = await hash(image.bytes);
    const first = !hasReached(session, 'photo');
    const giveUpAt = clock.now() + timing.totalMs;
    for (;;) {
      const now = clock.now();
      const claim = {
        id: crypto.randomUUID(),
        sessionId: session.id,
        country: country.code,
        imageHash,
        now,
        leaseUntil: now + timing.totalMs + LEASE_MARGIN_MS,
        maxFails: reserves ? MAX_CHARGED_FAILS : undefined,
        first,
      };
      const { mine, row } = await store.readings.claim(claim).catch((error: unknown) => {
        throw error instanceof NoFailLeft ? new HttpProblem('reading_limit') : error;
      });
      if (mine) {
        try {
          return await read(session, row, key, country, image, later);
        } catch (error) {
          // A fault of ours, perhaps after the call: it counts as one whose charge is unknown.
          if (!(error instanceof HttpProblem))
            await store.readings.fail(row.id, { unknownCalls: 1, call: null, releaseFail: false });
          throw error;
        }
      }
      if (row.state === 'done') return replyOf(key, row);
      // Another request reads this very image just now (a double tap, a retry): its outcome is ours.
      if (now >= giveUpAt) throw new HttpProblem('upstream_unavailable', { retryAfter: 1 });
      await clock.sleep(LOOK_EVERY_MS);
    }
  };
}
export type CardReader = ReturnType<typeof createCardReader>;
