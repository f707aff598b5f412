import { describe, expect, test } from 'vitest';
import { failure, MAX_IMAGE_BYTES } from '#src/contract/index.ts';
import type { OcrReply } from '../engine.ts';
import { QueueFullError } from '../pool.ts';
import { createOcrApi, type UsageEvent } from './api.ts';

const OK: OcrReply = { status: 'OK', message: { CardNumber: '1', Name: 'A' } };

/** The API in front of an engine that answers as told. */
function apiWith(answer: () => Promise<OcrReply>) {
  const events: UsageEvent[] = [];
  const asked: { country: string; image: Uint8Array; details: boolean | undefined }[] = [];
  const api = createOcrApi({
    engine: {
      countries: ['my', 'pk'],
      read: (country, image, options) => {
        asked.push({ country, image, details: options?.details });
        return answer();
      },
    },
    authorise: (key) => key === 'good',
    usage: (event) => events.push(event),
  });
  const post = (
    body: BodyInit,
    path = '/v1/my_ocr/general?token=good',
    headers: Record<string, string> = {},
  ) =>
    api.request(path, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  return { api, post, events, asked };
}

const img = (bytes: Uint8Array) =>
  new URLSearchParams({ img: Buffer.from(bytes).toString('base64') }).toString();
const image = Uint8Array.of(0xff, 0xd8, 0xff, 0xfb);

describe('the OCR API', () => {
  test('an answer goes out as the engine gave it, under 200', async () => {
    const { post, events, asked } = apiWith(async () => OK);
    const response = await post(`${img(image)}&details=true`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(JSON.stringify(OK));
    expect(asked).toEqual([{ country: 'my', image, details: true }]);
    expect(events).toMatchObject([{ key: 'good', country: 'my', status: 'OK', charged: true }]);
  });

  test('header or token alone suffices, either of two', async () => {
    const { post } = apiWith(async () => OK);
    for (const [path, headers] of [
      ['/v1/pk_ocr/general?token=good', {}],
      ['/v1/pk_ocr/general', { 'X-API-Key': 'good' }],
      ['/v1/pk_ocr/general?token=TOKEN', { 'X-API-Key': 'good' }],
      ['/v1/pk_ocr/general?token=good', { 'X-API-Key': 'bad' }],
    ] as const) {
      expect((await post(img(image), path, headers)).status).toBe(200);
    }
  });

  test('a bad key is 401 with INVALID_REQUEST, free, and counted under no name', async () => {
    const { post, events, asked } = apiWith(async () => OK);
    for (const path of ['/v1/my_ocr/general', '/v1/my_ocr/general?token=bad']) {
      const response = await post(img(image), path);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual(failure('INVALID_REQUEST'));
    }
    expect(asked).toEqual([]);
    expect(events.every((event) => event.key === null && !event.charged)).toBe(true);
  });

  test('missing, empty and non-base64 img, and other kinds of body, are INVALID_REQUEST', async () => {
    const { post } = apiWith(async () => OK);
    for (const body of ['', 'img=', 'image=abcd', 'img=%%%', 'img=a*bc', 'img=abcde']) {
      const response = await post(body);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual(failure('INVALID_REQUEST'));
    }
    const json = await post('{"img":"abcd"}', undefined, { 'Content-Type': 'application/json' });
    expect(await json.json()).toEqual(failure('INVALID_REQUEST'));
  });

  test('2,097,152 bytes are read, one more is IMAGE_INVALID_SIZE whatever the format', async () => {
    const { post, asked } = apiWith(async () => OK);
    expect(await (await post(img(new Uint8Array(MAX_IMAGE_BYTES)))).json()).toEqual(OK);
    const larger = await post(img(new Uint8Array(MAX_IMAGE_BYTES + 1)));
    expect(await larger.json()).toEqual(failure('IMAGE_INVALID_SIZE'));
    expect(asked).toHaveLength(1);
  });

  test('a body over 9 MB is IMAGE_INVALID_SIZE without being read to its end', async () => {
    const { api } = apiWith(async () => OK);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000_000).fill(65));
      },
    });
    const request = new Request('http://host/v1/my_ocr/general?token=good', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(await (await api.fetch(request)).json()).toEqual(failure('IMAGE_INVALID_SIZE'));
    expect(sent).toBeLessThan(13);
    const declared = await apiWith(async () => OK).post('img=abcd', undefined, {
      'Content-Length': '9000001',
    });
    expect(await declared.json()).toEqual(failure('IMAGE_INVALID_SIZE'));
  });

  test('own faults are INNER_ERROR, a full queue with Retry-After', async () => {
    const broken = await apiWith(() => Promise.reject(new Error('oops'))).post(img(image));
    expect(broken.status).toBe(200);
    expect(await broken.json()).toEqual(failure('INNER_ERROR'));
    expect(broken.headers.get('Retry-After')).toBeNull();
    const full = await apiWith(() => Promise.reject(new QueueFullError('full'))).post(img(image));
    expect(await full.json()).toEqual(failure('INNER_ERROR'));
    expect(Number(full.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test('a country without a reader has no endpoint', async () => {
    const response = await apiWith(async () => OK).post(img(image), '/v1/xx_ocr/general?token=good');
    expect(response.status).toBe(404);
  });
});
