import { SPECIMEN_HEADER } from '#src/contract/partner/index.ts';
import type { Country } from '#src/countries/types.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { concat, text } from '../crypto/bytes.ts';
import { type Judged, judge } from './answer.ts';
import { readingForm } from './form.ts';
import { neverSent, type Post, type Upstream } from './upstream.ts';

/** A reading with all its details is a few KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What came of one call; `failed` is a call without an answer. */
export type CallResult =
  | ({ readonly kind: 'answered' } & Judged)
  | { readonly kind: 'failed'; readonly charge: 'free' | 'unknown'; readonly cause: unknown };

/** Posts by `fetch`. The answer's body is null if it is longer than any answer may be. */
const postByFetch =
  (send: Upstream['fetch']): Post =>
  async ({ url, headers, body, release, signal, maxBytes }) => {
    // Not `redirect: error`: workerd does not know it.
    const request = new Request(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    // It has copied the body.
    release();
    const response = await send(request);
    const { status } = response;
    if (!response.body) return { status, body: new Uint8Array(0) };
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) return { status, body: null };
      chunks.push(chunk);
    }
    return { status, body: concat(...chunks) };
  };

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
 * @param more headers besides those of the documents, for an upstream that is ours.
 */
export async function callUpstream(
  upstream: Upstream,
  country: Country,
  image: Bytes,
  timeoutMs: number,
  imageHash: string,
  more: Readonly<Record<string, string>> = {},
): Promise<CallResult> {
  const { bytes: body, release } = readingForm(image, upstream.details);
  const headers: Record<string, string> = { ...more, 'content-type': 'application/x-www-form-urlencoded' };
  if (upstream.apiKey !== null) headers['x-api-key'] = upstream.apiKey;
  if (upstream.sandbox) headers[SPECIMEN_HEADER] = imageHash;
  const signal = AbortSignal.timeout(timeoutMs);
  const post = upstream.post ?? postByFetch(upstream.fetch);
  try {
    const url = upstream.base + country.ocrPath;
    const { status, body: answer } = await within(
      signal,
      post({ url, headers, body, release, signal, maxBytes: MAX_ANSWER_BYTES }),
    );
    // An OCR API has no reason to send us elsewhere, and the image must not go where nobody was told of.
    if (status >= 300 && status < 400)
      return { kind: 'failed', charge: 'unknown', cause: new Error(`Redirected: ${status}`) };
    return { kind: 'answered', ...judge(status, answer && text(answer), country.parseMessage) };
  } catch (cause) {
    const free = upstream.kind === 'embedded' || neverSent(cause, body.length);
    return { kind: 'failed', charge: free ? 'free' : 'unknown', cause };
  }
}
