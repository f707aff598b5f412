import { type ReadingReply, readingReply } from '#src/contract/index.ts';
import { SPECIMEN_HEADER } from '#src/contract/partner/client.ts';
import { ApiError, errorOf, parsed, toJson } from './client.ts';
import { commonHeaders } from './headers.ts';

/**
 * Longest wait for a reading, in ms, the upload included: 150 KB take 40 s on the slowest network that still
 * works (EDGE), and the hosted API answers within 2–10 s.
 */
const TIMEOUT_MS = 60_000;

export interface SendOptions {
  signal?: AbortSignal | undefined;
  /** Share of the bytes that have left, 0 to 1. At 1 the card is being read. */
  onProgress?: (share: number) => void;
  /** SHA-256 of the file as it was chosen, in hex: names a specimen in a sandbox. */
  specimen?: string | null;
}

/**
 * `POST /api/readings/{country}` with the bytes of a photo. An XMLHttpRequest, because fetch does not report
 * how much of an upload has left.
 * @throws ApiError; the signal's reason when it was aborted.
 */
export function sendReading(
  token: string,
  country: string,
  photo: Blob,
  { signal, onProgress, specimen }: SendOptions = {},
): Promise<ReadingReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/readings/${country}`);
    request.timeout = TIMEOUT_MS;
    for (const [name, value] of Object.entries(commonHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', photo.type || 'application/octet-stream');
    if (specimen) request.setRequestHeader(SPECIMEN_HEADER, specimen);
    const abort = (): void => request.abort();
    signal?.addEventListener('abort', abort);
    request.upload.onprogress = (event) => onProgress?.(event.total > 0 ? event.loaded / event.total : 0);
    request.upload.onload = () => onProgress?.(1);
    request.onerror = () => reject(new ApiError('offline'));
    request.ontimeout = () => reject(new ApiError('timeout'));
    request.onabort = () => reject(signal?.reason ?? new ApiError('offline'));
    request.onload = () => {
      const body = toJson(request.responseText);
      if (request.status < 200 || request.status >= 300) return reject(errorOf(request.status, body));
      try {
        resolve(parsed(readingReply, body));
      } catch (error) {
        reject(error);
      }
    };
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    if (signal?.aborted) reject(signal.reason);
    else request.send(photo);
  });
}
