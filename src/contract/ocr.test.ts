import { describe, expect, it } from 'vitest';
import { myMessage } from '#src/countries/my/wire.ts';
import { pkMessage } from '#src/countries/pk/wire.ts';
import { failure, isCharged, OCR_STATUSES, ocrEnvelope, ocrFailure } from './ocr.ts';

describe('the documented answers', () => {
  const malaysia =
    '{"status":"OK","message":{"CardNumber":"460619-12-5087","DateOfBirth":"19460619","Gender":"LELAKI","Name":"ABD RAUF BIN HAMSAH","Address":"KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH"}}';
  const pakistan =
    '{"status":"OK","message":{"idNumber":"33100-7411692-4","name":"Janat Mirza","fatherName":"Mirza Anjum Kamal","gender":"F","country":"Pakistan","birthDay":"20010914","issueDay":"20200309","expiryDay":"20300309"}}';

  it.each([
    ['Malaysia', malaysia, myMessage],
    ['Pakistan', pakistan, pkMessage],
  ])('%s: parses to the same text, keys in the documented order', (_, text, schema) => {
    const envelope = ocrEnvelope.parse(JSON.parse(text));
    const message = schema.parse(envelope.message);
    expect(JSON.stringify({ status: envelope.status, message })).toBe(text);
  });

  it.each([
    '{"status":"FAIL","message":"check input image and retry"}',
    '{"status":"FAIL","message":"not identity card"}',
    '{"status":"INVALID_REQUEST","message":"check request params"}',
    '{"status":"IMAGE_INVALID_FORMAT","message":"image format not support"}',
    '{"status":"IMAGE_INVALID_SIZE","message":"image larger than 2M"}',
    '{"status":"INNER_ERROR","message":"Inner error, please retry later"}',
  ])('%s', (text) => {
    const parsed = ocrFailure.parse(JSON.parse(text));
    expect(JSON.stringify(parsed)).toBe(text);
    const again =
      parsed.status === 'FAIL'
        ? failure('FAIL', parsed.message === 'not identity card' ? 'notCard' : 'unreadable')
        : failure(parsed.status);
    expect(JSON.stringify(again)).toBe(text);
  });

  it('refuses an almost right sentence', () => {
    expect(ocrFailure.safeParse({ status: 'FAIL', message: 'Not identity card' }).success).toBe(false);
    expect(ocrFailure.safeParse({ status: 'INNER_ERROR', message: 'not identity card' }).success).toBe(false);
  });

  it('keeps what an upstream adds', () => {
    expect(ocrEnvelope.parse({ status: 'OK', message: {}, request_id: 'x' })).toMatchObject({
      request_id: 'x',
    });
  });

  it('charges OK and FAIL alone', () => {
    expect(OCR_STATUSES.filter(isCharged)).toEqual(['OK', 'FAIL']);
  });
});
