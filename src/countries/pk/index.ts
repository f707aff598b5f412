import { mergeWords } from '../toolkit/words.ts';
import type { Country } from '../types.ts';
import { checks } from './checks.ts';
import { layout } from './layout.ts';
import { prefill } from './prefill.ts';
import { pkMessage } from './wire.ts';
import en from './words.en.ts';
import ms from './words.ms.ts';
import ur from './words.ur.ts';

export const pk: Country = {
  code: 'pk',
  ocrPath: '/v1/pk_ocr/general',
  parseMessage: (message) => pkMessage.safeParse(message).data ?? null,
  prefill,
  layout,
  checks,
  words: mergeWords({ en, ms, ur }),
};
