import type { Locale } from '#src/contract/index.ts';
import en from './words.en.ts';
import ms from './words.ms.ts';
import ur from './words.ur.ts';

export type NoticeWords = Readonly<Record<keyof typeof en, string>>;

export const WORDS: Readonly<Record<Locale, NoticeWords>> = { en, ms, ur };
