import type { Words } from '../types.ts';
import en from './words.en.ts';
import ms from './words.ms.ts';
import ur from './words.ur.ts';

/** A country's own words on top of those that every country shares. */
export function mergeWords(own: Words): Words {
  return { en: { ...en, ...own.en }, ms: { ...ms, ...own.ms }, ur: { ...ur, ...own.ur } };
}
