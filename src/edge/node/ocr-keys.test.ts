import { describe, expect, it } from 'vitest';
import { nodeMetrics } from './metrics.node.ts';
import { keyNames, ocrAuthorisation } from './ocr-keys.node.ts';

const request = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/v1/my_ocr/general', { headers });

describe('who may use /v1', () => {
  it('without keys: anyone on this machine, under any key', () => {
    const allowed = ocrAuthorisation(null);
    for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(allowed('AbcdEfgh', request(), peer)).toBe(true);
    for (const peer of ['10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', undefined])
      expect(allowed('AbcdEfgh', request(), peer)).toBe(false);
    expect(allowed(null, request(), '127.0.0.1')).toBe(false);
  });

  it('without keys: nobody who came through a proxy or from another site', () => {
    const allowed = ocrAuthorisation(null);
    for (const header of ['Forwarded', 'X-Forwarded-For', 'x-forwarded-host', 'X-Forwarded-Anything', 'Via'])
      expect(allowed('k', request({ [header]: 'x' }), '127.0.0.1')).toBe(false);
    expect(allowed('k', request({ 'sec-fetch-site': 'cross-site' }), '127.0.0.1')).toBe(false);
    expect(allowed('k', request({ 'sec-fetch-site': 'same-origin' }), '127.0.0.1')).toBe(true);
  });

  it('with keys: whoever holds one, from anywhere, and nobody else', () => {
    const allowed = ocrAuthorisation(['first-key', 'second-key']);
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
