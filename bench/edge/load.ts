import { randomFillSync } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { photo } from '#src/edge/testing/samples.node.ts';

/** Bytes of what the browser sends. */
export const PHOTO_BYTES = 150_000;

/** A photo that no other reading has: its noise is drawn anew. */
export function freshPhoto(): Uint8Array<ArrayBuffer> {
  const bytes = photo(1, { bytes: PHOTO_BYTES });
  randomFillSync(bytes, 60);
  return bytes;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A small HTTP client: the load must cost less than what it measures. */
export function client(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
    new Promise<Answer>((resolve, reject) => {
      const length = body ? { 'content-length': String(body.length) } : {};
      const outgoing = httpRequest(
        url + path,
        { method, agent, headers: { ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
          response.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return {
    send,
    token: async () => (JSON.parse((await send('POST', '/api/sessions')).body) as { token: string }).token,
    close: () => agent.destroy(),
  };
}

/** Runs `job` `count` times, `width` at once. */
export async function spread(count: number, width: number, job: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
