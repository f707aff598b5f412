import { withShared } from '../toolkit/words.ts';
import type { Country } from '../types.ts';
import { birthPlace } from './birth-place.ts';
import { checks } from './checks.ts';
import { layout } from './layout.ts';
import { prefill } from './prefill.ts';
import { myMessage } from './wire.ts';

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
  words: withShared({
    en: () => import('./words.en.ts'),
    ms: () => import('./words.ms.ts'),
    ur: () => import('./words.ur.ts'),
  }),
};
