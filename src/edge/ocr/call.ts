import { SPECIMEN_HEADER } from '#src/contract/partner/index.ts';
import type { Country } from '#src/countries/types.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { text } from '../crypto/bytes.ts';
import { type Judged, judge } from './answer.ts';
import { readingForm } from './form.ts';
import { neverSent, type Upstream } from './upstream.ts';

/** A reading with all its details is a few KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What came of one call; `failed` is a call without an answer. */
export type CallResult =
  | ({ readonly kind: 'answered' } & Judged)
  | { readonly kind: 'failed'; readonly charge: 'free' | 'unknown'; readonly cause: unknown };

/** The whole answer, or null if it is longer than any answer may be. */
async function readAnswer(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return text(whole);
}

/** Rejects when the signal fires, whether or not the work heeds it. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Sends one image to one upstream, once, and judges what comes back.
 * @param timeoutMs from the first byte sent to the last byte received.
 * @param imageHash for the sandbox alone: what it knows its specimens by.
 */
export async function callUpstream(
  upstream: Upstream,
  country: Country,
  image: Bytes,
  timeoutMs: number,
  imageHash: string,
): Promise<CallResult> {
  const body = readingForm(image, upstream.details);
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
  if (upstream.apiKey !== null) headers.set('x-api-key', upstream.apiKey);
  if (upstream.sandbox) headers.set(SPECIMEN_HEADER, imageHash);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const request = new Request(upstream.base + country.ocrPath, {
      method: 'POST',
      headers,
      body,
      signal,
      // An OCR API has no reason to send us elsewhere, and the image must not go where nobody was told of.
      // Not `error`: workerd does not know it.
      redirect: 'manual',
    });
    const response = await within(signal, upstream.fetch(request));
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { kind: 'failed', charge: 'unknown', cause: new Error(`Redirected: ${response.status}`) };
    }
    const judged = judge(response.status, await within(signal, readAnswer(response)), country.parseMessage);
    return { kind: 'answered', ...judged };
  } catch (cause) {
    const free = upstream.kind === 'embedded' || neverSent(cause, body.length);
    return { kind: 'failed', charge: free ? 'free' : 'unknown', cause };
  }
}
