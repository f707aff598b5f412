import { ocrDetails, type ReadingReply } from '#src/contract/index.ts';
import type { Country } from '#src/countries/types.ts';
import { sha256 } from '../crypto/bytes.ts';
import { openJson, seal, sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import type { TakenImage } from '../image/intake.ts';
import type { FinalAnswer, OcrClient, OcrTiming } from '../ocr/client.ts';
import { HttpProblem } from '../problem.ts';
import type { ReadingRow } from '../stores/readings.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { imageContext, readingContext, type StoredReading, storedReading } from './stored.ts';

/** How often a second request for the same image looks whether the first is through, ms. */
const LOOK_EVERY_MS = 100;
/** Photos without an outcome that one session may have read at our cost. */
const MAX_CHARGED_FAILS = 8;
/** A lease outlives the longest reading by this much, ms. */
const LEASE_MARGIN_MS = 10_000;

type Outcome = Extract<FinalAnswer, { kind: 'read' | 'not_card' | 'unreadable' }>;

/** The reply of the API for an upstream's outcome. */
function toReply(id: string, country: Country, answer: Outcome): ReadingReply {
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

/**
 * Reads a card's photo: from what is stored if this session has sent the same image before, else by the
 * upstreams; then image and outcome are stored, encrypted.
 */
export function createCardReader(deps: EdgeDeps, ocr: OcrClient, timing: OcrTiming) {
  const { store, images, keys, clock } = deps;

  const replyOf = async (key: CryptoKey, row: ReadingRow): Promise<ReadingReply> => {
    const stored = await openReading(key, row);
    if (!stored || stored.broken) throw new HttpProblem('upstream_unavailable');
    return stored.reply;
  };

  const keep = async (
    row: ReadingRow,
    key: CryptoKey,
    image: TakenImage | null,
    stored: StoredReading,
    releaseFail: boolean,
  ): Promise<void> => {
    if (!image) await images.erase(row.id);
    const sealed = await sealJson(key, readingContext(row.id), stored);
    await store.readings.finish(row.id, { sealed, imageType: image?.type ?? null, releaseFail });
  };

  const read = async (
    row: ReadingRow,
    key: CryptoKey,
    country: Country,
    image: TakenImage,
  ): Promise<ReadingReply> => {
    // Stored before it is sent: a full disk must not show after the reading was paid for.
    await images.put(row.id, await seal(key, imageContext(row.id), image.bytes));
    const { answer, charged, unknownCalls } = await ocr({
      sessionId: row.session_id,
      country,
      image: image.bytes,
      imageHash: row.image_hash,
      unknownCalls: row.unknown_calls,
    });
    if (answer?.kind === 'read' || answer?.kind === 'not_card' || answer?.kind === 'unreadable') {
      const reply = toReply(row.id, country, answer);
      const isRead = answer.kind === 'read';
      const stored = { reply, message: isRead ? answer.raw : null, broken: false };
      // A photo that shows no readable card is of no use to anyone: it is not kept.
      await keep(row, key, isRead ? image : null, stored, !charged || isRead);
      return reply;
    }
    if (charged) {
      const reply = { outcome: 'unreadable' as const, readingId: row.id, country: country.code };
      await keep(row, key, null, { reply, message: null, broken: true }, false);
    } else {
      await images.erase(row.id);
      await store.readings.fail(row.id, { unknownCalls, releaseFail: true });
    }
    throw new HttpProblem(answer?.kind ?? 'upstream_unavailable');
  };

  return async (session: SessionRow, country: Country, image: TakenImage): Promise<ReadingReply> => {
    const key = await keys.openDataKey(session.data_key);
    const imageHash = await sha256(image.bytes);
    const giveUpAt = clock.now() + timing.totalMs;
    for (;;) {
      const now = clock.now();
      const { mine, row } = await store.readings.claim({
        id: crypto.randomUUID(),
        sessionId: session.id,
        country: country.code,
        imageHash,
        now,
        leaseUntil: now + timing.totalMs + LEASE_MARGIN_MS,
      });
      if (mine) {
        if (!(await store.sessions.reserveFail(session.id, MAX_CHARGED_FAILS))) {
          await store.readings.fail(row.id, { unknownCalls: 0, releaseFail: false });
          throw new HttpProblem('reading_limit');
        }
        try {
          return await read(row, key, country, image);
        } catch (error) {
          // A fault of ours, perhaps after the call: it counts as one whose charge is unknown.
          if (!(error instanceof HttpProblem))
            await store.readings.fail(row.id, { unknownCalls: 1, releaseFail: false });
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
