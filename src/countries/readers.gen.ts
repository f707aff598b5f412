// Written by tools/countries.ts; do not edit.
import type { CardReader } from './reader-types.ts';

export const READERS: Readonly<Record<string, () => Promise<CardReader>>> = {
  my: async () => (await import('./my/reader/index.ts')).reader,
  pk: async () => (await import('./pk/reader/index.ts')).reader,
};

export const READER_CODES: readonly string[] = Object.keys(READERS);
