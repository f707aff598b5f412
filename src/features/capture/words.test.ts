import { describe, expect, it } from 'vitest';
import { wayToAllow } from './browser.ts';
import { CAMERA_FAILURES } from './core/camera/errors.ts';
import { GUIDANCE } from './core/guidance/states.ts';
import { PHOTO_FAILURES } from './core/photo/errors.ts';
import { placeOf } from './place.ts';
import en from './words.en.ts';
import ms from './words.ms.ts';
import ur from './words.ur.ts';

const all = { en, ms, ur } as Record<string, Record<string, string>>;

describe('words', () => {
  it.each(Object.keys(all))(
    '%s has a sentence for every state and failure, with the same parameters',
    (locale) => {
      const book = all[locale]!;
      for (const state of GUIDANCE) expect(book[`capture.guide.${state}`]).toBeTruthy();
      for (const code of CAMERA_FAILURES) {
        const id = code === 'unknown' ? 'camera-unknown' : code;
        for (const part of ['title', 'text']) expect(book[`capture.fail.${id}.${part}`]).toBeTruthy();
      }
      for (const code of PHOTO_FAILURES) {
        if (code === 'cancelled') continue;
        for (const part of ['title', 'text']) expect(book[`capture.stop.${code}.${part}`]).toBeTruthy();
      }
      const parameters = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      for (const [id, text] of Object.entries(en)) {
        expect(parameters(book[id] ?? ''), id).toEqual(parameters(text));
      }
    },
  );

  it('keeps instructions short', () => {
    for (const state of GUIDANCE) expect(en[`capture.guide.${state}`].length).toBeLessThanOrEqual(60);
  });
});

describe('places on the card', () => {
  const box = (x: number, y: number) => ({ left: x, right: x, top: y, bottom: y });
  it.each([
    [0.1, 0.1, 'capture.place.top-left'],
    [0.5, 0.1, 'capture.place.top'],
    [0.9, 0.5, 'capture.place.right'],
    [0.5, 0.5, 'capture.place.middle'],
    [0.9, 0.9, 'capture.place.bottom-right'],
  ])('%d, %d', (x, y, id) => expect(placeOf(box(x, y))).toBe(id));
  it('are seen the other way round in a mirror', () => {
    expect(placeOf(box(0.1, 0.1), true)).toBe('capture.place.top-right');
  });
});

describe('where to allow the camera', () => {
  const agents = {
    'capture.allow.safari-ios':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'capture.allow.chrome-android':
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
    'capture.allow.chrome':
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    'capture.allow.firefox': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'capture.allow.safari-mac':
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'capture.allow.other': 'Something else',
  };
  it.each(Object.entries(agents))('%s', (id, userAgent) => {
    expect(wayToAllow({ userAgent, maxTouchPoints: 0 })).toBe(id);
  });
  it('takes an iPad that says it is a Mac for an iPad', () => {
    const userAgent = agents['capture.allow.safari-mac'];
    expect(wayToAllow({ userAgent, maxTouchPoints: 5 })).toBe('capture.allow.safari-ios');
  });
});
