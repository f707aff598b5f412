import { mergeWords } from '../toolkit/words.ts';
import type { Country } from '../types.ts';
import { birthPlace } from './birth-place.ts';
import { checks } from './checks.ts';
import { layout } from './layout.ts';
import { prefill } from './prefill.ts';
import { myMessage } from './wire.ts';
import en from './words.en.ts';
import ms from './words.ms.ts';
import ur from './words.ur.ts';

export const my: Country = {
  code: 'my',
  ocrPath: '/v1/my_ocr/general',
  parseMessage: (message) => myMessage.safeParse(message).data ?? null,
  prefill,
  layout,
  checks,
  derive: (values) => {
    const place = birthPlace(values.number ?? '');
    return place ? { birthPlace: { label: 'my.birthPlace.label', value: `my.place.${place}` } } : {};
  },
  words: mergeWords({ en, ms, ur }),
};
