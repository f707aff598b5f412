import { withShared } from '../toolkit/words.ts';
import type { Country } from '../types.ts';
import { checks } from './checks.ts';
import { layout } from './layout.ts';
import { prefill } from './prefill.ts';
import { pkMessage } from './wire.ts';

export const pk: Country = {
  code: 'pk',
  ocrPath: '/v1/pk_ocr/general',
  parseMessage: (message) => pkMessage.safeParse(message).data ?? null,
  prefill,
  layout,
  checks,
  words: withShared({
    en: () => import('./words.en.ts'),
    ms: () => import('./words.ms.ts'),
    ur: () => import('./words.ur.ts'),
  }),
};
