import { describe, expect, it } from 'vitest';
import { nodeMetrics } from './metrics.node.ts';
import { keyNames, ocrAuthorisation } from './ocr-keys.node.ts';

const LOCAL = 'http://localhost:8080';
const request = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/v1/my_ocr/general', { headers });

describe('who may use /v1', () => {
  it('without keys: anyone on this machine, under any key', () => {
    const allowed = ocrAuthorisation(null, LOCAL);
    for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(allowed('AbcdEfgh', request(), peer)).toBe(true);
    for (const peer of ['10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', undefined])
      expect(allowed('AbcdEfgh', request(), peer)).toBe(false);
    expect(allowed(null, request(), '127.0.0.1')).toBe(false);
  });

  it('without keys: nobody who came through a proxy or from another site', () => {
    const allowed = ocrAuthorisation(null, LOCAL);
    for (const header of ['Forwarded', 'X-Forwarded-For', 'x-forwarded-host', 'X-Forwarded-Anything', 'Via'])
      expect(allowed('k', request({ [header]: 'x' }), '127.0.0.1')).toBe(false);
    expect(allowed('k', request({ 'sec-fetch-site': 'cross-site' }), '127.0.0.1')).toBe(false);
    expect(allowed('k', request({ 'sec-fetch-site': 'same-origin' }), '127.0.0.1')).toBe(true);
  });

  it('without keys: nobody once the deployment is known elsewhere, for a proxy may leave no trace', () => {
    const allowed = ocrAuthorisation(null, 'https://kenal.example');
    expect(allowed('k', request(), '127.0.0.1')).toBe(false);
  });

  it('without keys: nobody whose own name was made to lead here', () => {
    const allowed = ocrAuthorisation(null, LOCAL);
    for (const host of ['rebound.example', 'localhost.example', '127.0.0.1.example:8080'])
      expect(allowed('k', request({ host }), '127.0.0.1')).toBe(false);
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'kenal.localhost'])
      expect(allowed('k', request({ host }), '127.0.0.1')).toBe(true);
  });

  it('with keys: whoever holds one, from anywhere, and nobody else', () => {
    const allowed = ocrAuthorisation(['first-key', 'second-key'], 'https://kenal.example');
    expect(allowed('second-key', request({ 'x-forwarded-for': '10.0.0.1' }), '10.0.0.1')).toBe(true);
    for (const key of ['', 'first', 'first-key ', null])
      expect(allowed(key, request(), '127.0.0.1')).toBe(false);
  });
});

describe('how the use of keys is counted', () => {
  it('under a fingerprint that is not the key, and under one name where any key is accepted', () => {
    const nameOf = keyNames(['first-key', 'second-key']);
    expect(nameOf('first-key')).toMatch(/^[0-9a-f]{8}$/);
    expect(nameOf('second-key')).not.toBe(nameOf('first-key'));
    expect(nameOf(null)).toBe('none');
    expect(keyNames(null)('whatever')).toBe('local');
  });

  it('is shown among the metrics, charged and free apart, and counted once', async () => {
    const metrics = nodeMetrics(
      () => null,
      () => ({ '0badcafe': { byStatus: { OK: 3, IMAGE_INVALID_SIZE: 1 } } }),
    );
    await metrics.text();
    const text = await metrics.text();
    expect(text).toContain('kenal_ocr_api_answers_total{key="0badcafe",status="OK",charged="true"} 3');
    expect(text).toContain(
      'kenal_ocr_api_answers_total{key="0badcafe",status="IMAGE_INVALID_SIZE",charged="false"} 1',
    );
  });
});
