import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CARDS, card, pathOf } from './cards.ts';
import { expect, test } from './fixtures.ts';

/** Runs curl as a reader of the documents would, the image on standard input. */
function curl(args: readonly string[], input = ''): Promise<{ text: string; type: string; http: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn('curl', ['--silent', '--write-out', '\n%{http_code} %{content_type}', ...args]);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      const at = output.lastIndexOf('\n');
      const [http, ...type] = output.slice(at + 1).split(' ');
      resolve({ text: output.slice(0, at), http: Number(http), type: type.join(' ') });
    });
    child.stdin.end(input);
  });
}

const FORM = [
  '--location',
  '--request',
  'POST',
  '--header',
  'Content-Type: application/x-www-form-urlencoded',
];
const KEY = ['--header', 'X-API-Key: AbcdEfgh'];
const base64 = (path: string): string => readFileSync(path).toString('base64');

test.describe('the documents’ curl, host changed', () => {
  for (const fixture of CARDS) {
    const country = fixture.country ?? 'my';
    test(`${fixture.file} → ${fixture.status}`, async ({ server }) => {
      const answer = await curl(
        [...FORM, ...KEY, '--data-urlencode', 'img@-', `${server.url}/v1/${country}_ocr/general`],
        base64(pathOf(fixture)),
      );
      expect(answer.http).toBe(200);
      expect(answer.type).toContain('application/json');
      // Text against text: the documented keys in the documented order, and nothing else.
      expect(answer.text).toBe(JSON.stringify({ status: fixture.status, message: fixture.message }));
    });
  }
});

test.describe('each status', () => {
  const scan = card('my-wood-1mp.jpg');
  const url = (server: { url: string }, path = 'my_ocr/general') => `${server.url}/v1/${path}`;
  const send = (server: { url: string }, image: string) =>
    curl([...FORM, ...KEY, '--data-urlencode', 'img@-', url(server)], image);

  test('OK with the token in the query alone, and with a data-URL prefix, URL-safe alphabet and line breaks', async ({
    server,
  }) => {
    const image = base64(pathOf(scan)).replaceAll('+', '-').replaceAll('/', '_');
    const lines = `data:image/jpeg;base64,${image.replace(/.{76}/g, '$&\r\n')}`;
    const answer = await curl(
      [...FORM, '--data-urlencode', 'img@-', url(server, 'my_ocr/general?token=TOKEN')],
      lines,
    );
    expect(JSON.parse(answer.text)).toEqual({ status: 'OK', message: scan.message });
  });

  test('FAIL, not identity card: the other country’s card', async ({ server }) => {
    const answer = await curl(
      [...FORM, ...KEY, '--data-urlencode', 'img@-', url(server, 'pk_ocr/general')],
      base64(pathOf(scan)),
    );
    expect(answer.text).toBe('{"status":"FAIL","message":"not identity card"}');
  });

  test('INVALID_REQUEST: no img, and an img that is not base64', async ({ server }) => {
    for (const body of ['image=abc', 'img=', 'img=%21%21not+base64%21%21']) {
      const answer = await curl([...FORM, ...KEY, '--data', body, url(server)]);
      expect(answer.http).toBe(200);
      expect(answer.text).toBe('{"status":"INVALID_REQUEST","message":"check request params"}');
    }
  });

  test('INVALID_REQUEST with 401: no key', async ({ server }) => {
    const answer = await curl([...FORM, '--data', 'img=abcd', url(server)]);
    expect(answer.http).toBe(401);
    expect(answer.text).toBe('{"status":"INVALID_REQUEST","message":"check request params"}');
  });

  test('IMAGE_INVALID_FORMAT: a text, a GIF, half a JPEG, a PNG that would unfold to 30,000 × 30,000', async ({
    server,
  }) => {
    const half = readFileSync(pathOf(scan));
    const images = [
      Buffer.from('This is no image, however long it is.'),
      Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
      half.subarray(0, half.length >> 1),
      hugePng(),
    ];
    for (const image of images) {
      const answer = await send(server, image.toString('base64'));
      expect(answer.text).toBe('{"status":"IMAGE_INVALID_FORMAT","message":"image format not support"}');
    }
  });

  test('IMAGE_INVALID_SIZE: 2 MB and one byte, judged before the format', async ({ server }) => {
    const answer = await send(server, Buffer.alloc(2_097_153).toString('base64'));
    expect(answer.text).toBe('{"status":"IMAGE_INVALID_SIZE","message":"image larger than 2M"}');
  });
});

/** A valid header that promises 30,000 × 30,000 pixels over hardly any data. */
function hugePng(): Buffer {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
    'base64',
  );
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  return png;
}
